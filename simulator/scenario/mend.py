"""A file with faults of shape made whole for a look at the rest, so that no finding hides another.

What is missing or wrong gets a stand-in. The result is never played: it only lets
the rules run, and findings that a stand-in could cause are left out.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.model import Scenario
from simulator.scenario.shape import SCENARIO

ROUNDS = 4
"""How often a mended file is looked at again: a stand-in for a table needs stand-ins for its keys."""

STAND_IN = "…"
"""A text that no author would write alone, and no valid name."""

_STAND_INS: Mapping[str, Any] = {
    "format": 1,
    "level": "core",
    "kind": "let-go",
    "assertiveness": 0,
    "partnership": 3,
    "script": f"[{STAND_IN}]",
    "moment": "explore",
    "because": "need",
    "you": {},
    "briefing": {},
    "cast": {"nobody": {}},
    "beats": {"nothing": {}},
    "endings": {"none": {}},
    "to": STAND_IN,
    "choices": {},
}
_BEYOND_REPAIR = frozenset({"too-many"})
_CAST, _TARGETS = ("cast",), ("beats", "endings")


def mended(raw: Mapping[str, Any], findings: Iterable[Finding]) -> tuple[Scenario, set[Location]] | None:
    """A scenario of the right shape and the places that were mended, or None where that can't be done."""
    patched: Any = copy.deepcopy(raw)
    places: set[Location] = set()
    found = list(findings)
    for _ in range(ROUNDS):
        if any(finding.code in _BEYOND_REPAIR for finding in found):
            return None
        for finding in found:
            places.add(finding.at)
            _patch(patched, finding)
        scenario, found = SCENARIO.check(patched)
        if scenario is not None:
            return scenario, places
    return None


def is_sound(finding: Finding, places: Collection[Location]) -> bool:
    """Whether a finding in a mended file would stand in the whole one, too."""
    if any(finding.at[: len(place)] == place for place in places if place):
        return False
    if finding.code == "unknown-speaker":
        return not any(place[:1] == _CAST for place in places)
    if finding.code.startswith("unknown-") or finding.code in {"dead-end", "choiceless-loop"}:
        return not any(place[:1] == (table,) for place in places for table in _tables(finding, places))
    return True


def _tables(finding: Finding, places: Collection[Location]) -> Iterator[str]:
    """The tables in which a whole entry was lost, so that a name may only seem unknown."""
    named = finding.code.removeprefix("unknown-") + "s"
    for place in places:
        lost_entry = len(place) <= 2 and place[:1] and place[0] in (*_TARGETS, named)
        if lost_entry:
            yield str(place[0])


def _patch(root: Any, finding: Finding) -> None:
    here, key = _parent(root, finding.at)
    if not isinstance(here, dict) or not isinstance(key, str):
        return
    if finding.code in {"unknown-key", "bad-id", "misplaced-key"} or finding.on_key:
        if finding.code != "misspelt-header" or "script" not in here.get(key, {}):
            here.pop(key, None)
    elif key in _STAND_INS:
        here[key] = copy.deepcopy(_STAND_INS[key])
    elif finding.code == "missing-key":
        here[key] = STAND_IN
    elif "must be a table" in finding.message:
        here[key] = {}
    elif here.get(key) == "" or (finding.code == "wrong-type" and "text" in finding.message):
        here[key] = STAND_IN
    else:
        here.pop(key)


def _parent(root: Any, at: Location) -> tuple[Any, str | int | None]:
    """The table that holds the key at a location; a list's fault is a fault of the list as a whole."""
    here, trail = root, list(at)
    cut = next((i for i, key in enumerate(trail) if isinstance(key, int)), len(trail))
    trail = trail[:cut]
    if not trail:
        return None, None
    for key in trail[:-1]:
        if not isinstance(here, dict) or key not in here:
            return None, None
        here = here[key]
    return here, trail[-1]
