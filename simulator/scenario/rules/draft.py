"""A scenario that has the right shape and is not yet known to make sense."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from simulator.scenario.conditions import Names
from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.hints import Hints
from simulator.scenario.model import MAX_TEXT, Choice, Manifest, Routes, Scenario
from simulator.scenario.names import names_of
from simulator.scenario.problem import Problem
from simulator.scenario.screenplay import aliases

MOST_FINDINGS = 1_001
"""How many findings of one kind are sought: one more than are ever shown."""
MOST_OF_TOO_LONG = 10


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario under examination, with its pack's manifest if it has one."""

    scenario: Scenario
    manifest: Manifest | None
    names: Names
    speakers: Mapping[str, str]
    shared_speakers: Mapping[str, tuple[str, ...]]
    hints: Hints

    def choices(self) -> Iterator[tuple[Location, Choice]]:
        """Every choice of the scenario and where it stands."""
        for beat_id, beat in self.scenario.beats.items():
            for choice_id, choice in beat.choices.items():
                yield ("beats", beat_id, "choices", choice_id), choice

    def ways_on(self) -> Iterator[tuple[Location, Routes]]:
        """Every `to` of the scenario and where it stands."""
        for beat_id, beat in self.scenario.beats.items():
            if beat.to is not None:
                yield ("beats", beat_id, "to"), beat.to
            for choice_id, choice in beat.choices.items():
                yield ("beats", beat_id, "choices", choice_id, "to"), choice.to


def draft_of(
    scenario: Scenario, manifest: Manifest | None, authored: Mapping[str, str] | None = None
) -> Draft:
    """Prepare a scenario for its rules; `authored` are the cast's names before a translation."""
    cast = {member_id: member.name for member_id, member in scenario.cast.items()}
    speakers, shared = aliases({**cast, **(authored or {})}, cast)
    return Draft(scenario, manifest, names_of(scenario), speakers, shared, Hints())


def located(problem: Problem, at: Location) -> Finding:
    """A problem inside a text as a finding at that text's place."""
    within = (problem.start, problem.end)
    return Finding(problem.code, problem.message, at, problem.severity, problem.hint, within)


def located_all(
    texts: Mapping[Location, str], problems_of: Callable[[str], Iterator[Problem]]
) -> Iterator[Finding]:
    """The problems inside some texts, at most 1,001 of them, and few of a text that is too long anyway."""
    found = (
        located(problem, at)
        for at, text in texts.items()
        for problem in islice(problems_of(text), MOST_FINDINGS if len(text) <= MAX_TEXT else MOST_OF_TOO_LONG)
    )
    yield from islice(found, MOST_FINDINGS)
