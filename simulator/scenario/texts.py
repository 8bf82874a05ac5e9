"""The texts in a file's values: found by what they hold, and replaced without copying the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from simulator.scenario.diagnostic import Location


def texts_where(values: Any, test: Callable[[str], bool]) -> dict[Location, str]:
    """Every text in tables and lists that passes a test, by its place, in the order of the file."""
    found: dict[Location, str] = {}
    _find(values, test, (), found)
    return found


def _find(here: Any, test: Callable[[str], bool], at: Location, found: dict[Location, str]) -> None:
    for key, part in here.items() if isinstance(here, dict) else enumerate(here):
        if isinstance(part, str):
            if test(part):
                found[(*at, key)] = part
        elif isinstance(part, (dict, list)):
            _find(part, test, (*at, key), found)


def replaced(values: dict[str, Any], texts: Mapping[Location, str]) -> dict[str, Any]:
    """The values with other texts at some places; whatever holds none of these is shared, not copied."""
    whole: dict[str, Any] = dict(values)
    copied: dict[Location, Any] = {(): whole}
    for at, text in texts.items():
        here: Any = whole
        for length, key in enumerate(at[:-1], 1):
            if at[:length] not in copied:
                here[key] = copied[at[:length]] = here[key].copy()
            here = copied[at[:length]]
        here[at[-1]] = text
    return whole
