"""The keys of the format, and how a place in a file is called in a sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

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

TEXT_KEYS = frozenset(
    {"title", "summary", "name", "role", "wants", "situation", "history", "goal", "stakes", "text", "label"}
    | {"script", "thinks", "say", "reply", "why", "act", "later", "questions", "rule", "source"}
)
"""Keys whose values are words for a reader: translated, and with terms filled in."""
TEXT_TABLES = frozenset({"terms", "skills"})
"""Tables of a pack whose values are all texts."""


def is_text(at: Location) -> bool:
    """Whether a place holds words for a reader."""
    names = [key for key in at if isinstance(key, str)]
    return bool(names) and (names[-1] in TEXT_KEYS or (len(names) == 2 and names[0] in TEXT_TABLES))


def keys_at(kind: type, at: Location) -> tuple[str, ...]:
    """The keys that the table at a location may have; none where it may have any, or is no table."""
    return keys_of(kind_at(kind, at))


def kind_at(kind: Any, at: Location) -> Any:
    """The type of what the format wants at a location; None where it wants nothing."""
    here = kind
    for key in at:
        here = inside(here, key)
    return here


def tables(kind: Any, here: Any, at: Location = ()) -> Iterator[tuple[Any, Location, dict[str, Any]]]:
    """Every table of a file's values that the format knows, outer ones first: its type, place and values."""
    if isinstance(here, dict):
        yield kind, at, here
        for key, part in list(here.items()):
            if isinstance(part, (dict, list)) and (below := inside(kind, key)) is not None:
                yield from tables(below, part, (*at, key))
    elif isinstance(here, list) and (below := inside(kind, 0)) is not None:
        for position, part in enumerate(here):
            if isinstance(part, (dict, list)):
                yield from tables(below, part, (*at, position))


def is_table(kind: Any) -> bool:
    """Whether this is the type of a table whose keys the format lists."""
    return dataclasses.is_dataclass(kind)


@cache
def keys_of(kind: Any) -> tuple[str, ...]:
    """The keys of a table of this type, in the order of the format."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def inside(kind: Any, key: str | int) -> Any:
    """The type of what stands under a key of a table, or at a position of a list."""
    return _hints(kind).get(str(key)) if keys_of(kind) else _item(kind)


@cache
def required_of(kind: Any) -> frozenset[str]:
    """The keys that a table of this type can't do without."""
    none = dataclasses.MISSING
    fields = dataclasses.fields(kind)
    return frozenset(one.name for one in fields if one.default is none and one.default_factory is none)


@cache
def _item(kind: Any) -> Any:
    arguments = get_args(kind)
    if not arguments:
        return None
    return _bare(arguments[-1] if get_origin(kind) is dict else arguments[0])


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return {key: _bare(hint) for key, hint in get_type_hints(kind).items()}


def _bare(hint: Any) -> Any:
    """A type without `| None`."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    return next(part for part in get_args(hint) if part is not type(None))


def described(at: Location) -> str:
    """A place in words: `choice "ask" of beat "verdict"`, then the key that is meant, if there is one."""
    if not at:
        return "the file"
    things: list[str] = []
    rest: list[str] = []
    position = 0
    while position < len(at):
        name = _CALLED.get(str(at[position]))
        if name and not rest and position + 1 < len(at) and isinstance(at[position + 1], str):
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
