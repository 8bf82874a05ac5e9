"""Stand-ins for what a file lacks or has wrong, so that the rest of it can be looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from simulator.scenario.diagnostic import Location
from simulator.scenario.keys import keys_of, kind_at, required_of

STAND_IN = "…"
"""A text that no author would write alone, and no valid name."""

_SIMPLE: Mapping[Any, Any] = {int: 1, float: 0.0, bool: False, str: STAND_IN}
_AS_WRITTEN: Mapping[str, Any] = {
    "script": f"[{STAND_IN}]",
    "to": STAND_IN,
    "scenarios": (STAND_IN,),
    "cast": {STAND_IN: {}},
    "beats": {STAND_IN: {}},
    "endings": {STAND_IN: {}},
}


def mend(kind: Any, values: dict[str, Any], at: Location) -> Location:
    """Put a stand-in at a place of a file's values, or leave out what can be; tell where that was."""
    here, at = _reachable(values, at)
    key = at[-1]
    kind_of_table, wanted = kind_at(kind, at[:-1]), kind_at(kind, at)
    if _is_dispensable(kind_of_table, wanted, key):
        here.pop(key, None)
    else:
        here[key] = _stand_in(wanted, key)
    return at


def cut(values: dict[str, Any], at: Location, most: int) -> list[str]:
    """Shorten a table or list to its first `most` entries; the names that are gone."""
    here, at = _reachable(values, at)
    whole = here[at[-1]]
    if isinstance(whole, list):
        here[at[-1]] = whole[:most]
        return []
    return shorten(whole, most)


def shorten(table: dict[str, Any], most: int) -> list[str]:
    """Leave a table its first `most` entries; the names that are gone."""
    gone = list(table)[most:]
    for name in gone:
        del table[name]
    return gone


def _stand_in(wanted: Any, key: str | int) -> Any:
    if key in _AS_WRITTEN:
        made = _AS_WRITTEN[str(key)]
        return dict(made) if isinstance(made, dict) else made
    if get_origin(wanted) is Literal:
        return get_args(wanted)[0]
    if wanted in _SIMPLE:
        return _SIMPLE[wanted]
    return [] if get_origin(wanted) is tuple else {}


def _is_dispensable(table: Any, wanted: Any, key: str | int) -> bool:
    """Whether a key can be left out without a trace: numbers, lists and switches that have a default."""
    if key not in keys_of(table) or key in required_of(table) or key == "to":
        return False
    return wanted in (int, float, bool) or get_origin(wanted) is tuple


def _reachable(root: dict[str, Any], at: Location) -> tuple[Any, Location]:
    """The table or list that holds the last part of a place, or of as much of the place as there is."""
    here: Any = root
    for depth, key in enumerate(at[:-1]):
        below = _entry(here, key)
        if not isinstance(below, (dict, list)) or (
            isinstance(below, list) and not _has(below, at[depth + 1])
        ):
            return here, at[: depth + 1]
        here = below
    return here, at


def _entry(here: Any, key: str | int) -> Any:
    if isinstance(here, dict):
        return here.get(str(key))
    return here[key] if isinstance(key, int) else None


def _has(items: list[Any], key: str | int) -> bool:
    return isinstance(key, int) and key < len(items)
