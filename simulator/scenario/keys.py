"""The keys of the format, and how a place in a file is called in a sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, get_args, get_origin, get_type_hints

from simulator.scenario.diagnostic import Location

_CALLED = {
    "beats": "beat",
    "choices": "choice",
    "endings": "ending",
    "facts": "fact",
    "flags": "flag",
    "gauges": "gauge",
    "temperaments": "temperament",
    "cast": "cast member",
    "walks": "walk",
    "principles": "principle",
    "skills": "skill",
    "arcs": "arc",
    "terms": "term",
}


def keys_at(kind: type, at: Location) -> tuple[str, ...]:
    """The keys that the table at a location may have; none where it may have any, or is no table."""
    here: Any = kind
    for key in at:
        here = _inside(here, key)
    return tuple(field.name for field in dataclasses.fields(here)) if dataclasses.is_dataclass(here) else ()


def _inside(here: Any, key: str | int) -> Any:
    """The type of what stands under a key of a table, or at a position of a list."""
    if dataclasses.is_dataclass(here):
        return _bare(get_type_hints(here).get(str(key)))
    arguments = get_args(here)
    return _bare(arguments[-1] if get_origin(here) is dict else arguments[0]) if arguments else None


def _bare(hint: Any) -> Any:
    """A type without `| None`."""
    parts = [part for part in get_args(hint) if part is not type(None)]
    return parts[0] if len(parts) == 1 and get_origin(hint) not in (dict, tuple) else hint


def described(at: Location) -> str:
    """A place in words: `choice "ask" of beat "verdict"`, then the key that is meant, if there is one."""
    if not at:
        return "the file"
    things: list[str] = []
    rest: list[str] = []
    position = 0
    while position < len(at):
        name = _CALLED.get(str(at[position]))
        if name and not rest and position + 1 < len(at):
            things.append(f'{name} "{at[position + 1]}"')
            position += 2
        else:
            rest.append(_spoken(at[position]))
            position += 1
    whole = " of ".join(reversed(things))
    key = " ".join(rest)
    return f"{key} of {whole}" if key and whole else key or whole


def _spoken(key: str | int) -> str:
    return f"(number {key + 1})" if isinstance(key, int) else f"`{key}`"


def table(raw: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """A table of a file's values, empty where there is none or something else stands there."""
    found = raw.get(key)
    return found if isinstance(found, Mapping) else {}
