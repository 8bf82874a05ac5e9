"""A scenario that has the right shape and is not yet known to make sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.scenario.conditions import Names
from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.model import Choice, Manifest, Scenario
from simulator.scenario.names import names_of
from simulator.scenario.problem import Problem
from simulator.scenario.screenplay import aliases


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario under examination, with its pack's manifest if it has one."""

    scenario: Scenario
    manifest: Manifest | None
    names: Names
    speakers: Mapping[str, str]
    shared_speakers: Mapping[str, tuple[str, ...]]

    def choices(self) -> Iterator[tuple[Location, Choice]]:
        """Every choice of the scenario and where it stands."""
        for beat_id, beat in self.scenario.beats.items():
            for choice_id, choice in beat.choices.items():
                yield ("beats", beat_id, "choices", choice_id), choice


def draft_of(
    scenario: Scenario, manifest: Manifest | None, authored: Mapping[str, str] | None = None
) -> Draft:
    """Prepare a scenario for its rules; `authored` are the cast's names before a translation."""
    cast = {member_id: member.name for member_id, member in scenario.cast.items()}
    speakers, shared = aliases({**cast, **(authored or {})}, cast)
    return Draft(scenario, manifest, names_of(scenario), speakers, shared)


def located(problem: Problem, at: Location) -> Finding:
    """A problem inside a text as a finding at that text's place."""
    within = (problem.start, problem.end)
    return Finding(problem.code, problem.message, at, problem.severity, problem.hint, within)
