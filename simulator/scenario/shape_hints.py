"""How to write what has the wrong type: the form that was meant, for the slips that authors make."""

from __future__ import annotations

from typing import Any

from simulator.scenario.diagnostic import Location

SHOWN = 40
"""Characters of a value that a hint repeats at most."""

_RULES = {"to": "to", "reply": "script"}


def form_meant(wanted: str, at: Location, value: Any) -> str | None:
    """What to write at a place where pydantic wanted another type (`wanted` is its name for the misfit)."""
    key, short = at[-1] if at else "", value if isinstance(value, str) and len(value) <= SHOWN else None
    hint: str | None = None
    match wanted, value:
        case "tuple_type", dict() if key == "variants":
            hint = f"write [[{_dotted(at)}]]: two brackets, for there may be several"
        case "tuple_type", dict() if key in _RULES:
            hint = "put [ and ] around it: a list of rules"
        case "tuple_type", str() if short is not None:
            hint = f'write ["{short}"]'
        case "dataclass_type", str() if short is not None and at[-2:-1] and at[-2] in _RULES:
            hint = f'write {{ {_RULES[str(at[-2])]} = "{short}" }}'
        case "dataclass_type", [dict(), *_]:
            hint = f"write [{_dotted(at)}]: one bracket on each side"
        case "dict_type", _ if key == "adds":
            hint = "name the gauge and how much, as in adds = { patience = -1 }"
        case "int_type", str() if value.strip().lstrip("+-").isdigit() and short is not None:
            hint = f"write {value.strip()}, without quotes"
        case "string_type", bool() | int() | float():
            hint = "put quotes around it"
    return hint


def _dotted(at: Location) -> str:
    return ".".join(str(key) for key in at if isinstance(key, str))
