"""A scenario with errors made whole enough to be explored, so that no fault hides another.

What names nothing is read as the name that was meant, or left out; where a play would
end nowhere it comes to an ending of our own. The result is never played, and nothing
is told about the places that were patched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from simulator.scenario.diagnostic import Finding, Location, Severity
from simulator.scenario.document import Document
from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario
from simulator.scenario.rules import findings_of
from simulator.scenario.rules.draft import draft_of
from simulator.scenario.shape import SCENARIO
from simulator.scenario.suggest import nearest

MOST_BEATS = 1_000
"""Larger scenarios with errors are left as they are."""
OUT = "out_of_the_patch"
ENDING = {"title": OUT, "kind": "break", "script": "[It is over.]", "later": "Nothing."}
MOST_WORDS = 80
WORD = re.compile(r"[a-z][a-z0-9_]*")
LISTS = {"reveals", "uses", "sets", "clears"}

Values = dict[str, Any]
Mend = Callable[[Values, Location], None]


@dataclass(frozen=True, slots=True)
class Patched:
    """A scenario made whole.

    `places` are the choices and beats that are not as the author wrote them, and the
    facts, flags and gauges that something left out may have meant.
    """

    edition: Edition
    places: frozenset[Location]

    def is_sound(self, at: Location) -> bool:
        """Whether a finding at this place speaks of what the author wrote."""
        return at != ("endings", OUT) and not any(at[: len(place)] == place for place in self.places)


def patched(document: Document) -> Patched | None:
    """A file with the right shape made whole; None where too little can be made of it."""
    scenario = SCENARIO.fits(document.values)
    if scenario is None or len(scenario.beats) > MOST_BEATS:
        return None
    values = deepcopy(document.values)
    values["endings"][OUT] = ENDING
    places: set[Location] = set()
    faults = _errors(scenario)
    for fault in reversed(faults):
        mend = _mend_of(fault)
        if mend is None:
            return None
        mend(values, fault.at)
        places.add(fault.at[:4] if fault.at[2:3] == ("choices",) else fault.at[:2])
        places.update(_perhaps_meant(scenario, document.values, fault.at))
    whole = SCENARIO.fits(values)
    if whole is None or any(fault.at[0] != "walks" and _matters(fault) for fault in _errors(whole)):
        return None
    return Patched(_edition(document, whole), frozenset(places))


def _errors(scenario: Scenario) -> list[Finding]:
    return [one for one in findings_of(draft_of(scenario, None)) if one.severity is Severity.ERROR]


def _matters(fault: Finding) -> bool:
    """Whether the engine would stumble over it; it never reads what is said."""
    return "script" not in fault.at and fault.at[-1:] != ("reply",)


def _mend_of(fault: Finding) -> Mend | None:
    key = fault.at[-1]
    if not _matters(fault) or fault.at[0] == "walks":
        return _leave
    if fault.code in MENDS:
        return MENDS[fault.code]
    if key == "when":
        return _drop
    if isinstance(key, int) and fault.at[-2] in LISTS:
        return _drop
    return None


def _perhaps_meant(scenario: Scenario, values: Values, at: Location) -> Iterator[Location]:
    """The facts, flags and gauges named, or nearly, by a text that is left out."""
    text = _inside(values, at)
    words = WORD.findall(text) if isinstance(text, str) else [str(at[-1])]
    for table in ("facts", "flags", "gauges"):
        for word in words[:MOST_WORDS]:
            name = nearest(word, getattr(scenario, table))
            if name is not None:
                yield table, name


def _leave(_values: Values, _at: Location) -> None:
    """Nothing that the engine reads."""


def _drop(values: Values, at: Location) -> None:
    here = _inside(values, at[:-1])
    if here is not None:
        del here[at[-1]]


def _redirect(values: Values, at: Location) -> None:
    """A target that names nothing is read as the name that was meant, if there is one."""
    where = at if at == ("start",) else at[:-2]
    here = _inside(values, where[:-1])
    rules = here[where[-1]]
    if isinstance(rules, str):
        here[where[-1]] = _meant(values, rules)
    else:
        rule = rules[at[-2]]
        rule["to"] = _meant(values, rule["to"])


def _lead_out(values: Values, at: Location) -> None:
    values["beats"][at[1]]["to"] = OUT


def _judge(values: Values, at: Location) -> None:
    values["beats"][at[1]].update({"moment": "explore", "because": "need"})


MENDS: Mapping[str, Mend] = {
    "unknown-target": _redirect,
    "dead-end": _lead_out,
    "choiceless-loop": _lead_out,
    "choices-and-to": _drop,
    "missing-key": _judge,
    "bad-band": _drop,
    "unknown-gauge": _drop,
    "weighty-test": _drop,
    "harm-without-act": _drop,
    "act-without-harm": _drop,
    "harmful-repair": _drop,
}


def _meant(values: Values, name: str) -> str:
    return nearest(name, [*values["beats"], *values["endings"]]) or OUT


def _inside(values: Any, at: Location) -> Any:
    """What stands at a place; None where nothing does, or a short form instead."""
    for key in at:
        try:
            values = values[key]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _edition(document: Document, scenario: Scenario) -> Edition:
    stem = document.path.stem
    return Edition(scenario, stem, document.path, None, "en", (), "", "", 0, {})
