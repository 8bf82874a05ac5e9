"""From an edition to its trials: the state space and the plays of each temperament, within a budget."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from time import monotonic

from simulator.analysis.bots import MOST_DECISIONS, spread
from simulator.analysis.bots.fairness import PLAYS, Fairness, fairness
from simulator.analysis.bots.moves import Moves
from simulator.analysis.checks.subject import Subject, Trial
from simulator.analysis.explore import Budget, Exploration, explore
from simulator.engine.program import Program, compile_program
from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario

EXPLORING = 0.8
"""The part of the time that exploring may take; what it leaves is for fairness."""
GROWING = 0.5
"""The part of a temperament's time for fairness after which it is sampled."""
PILOT = 20
"""Random plays that tell how long one takes."""

Progress = Callable[[int], None]
"""Told the number of states found so far."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one file may take: states of one temperament, seconds altogether; None is no limit."""

    states: int | None = None
    seconds: float | None = 6.0


class Clock:
    """Deals out what is left of a file's time."""

    def __init__(self, limits: Limits) -> None:
        self.started = monotonic()
        self.limits = limits

    def share(self, of_all: float, among: int) -> float | None:
        """Seconds for one of `among` parts of what is left of that share of the time; None is no limit."""
        if self.limits.seconds is None:
            return None
        left = self.started + of_all * self.limits.seconds - monotonic()
        return round(max(0.0, left) / max(1, among), 2)


def weighed(edition: Edition, limits: Limits, progress: Progress | None = None) -> tuple[Subject, bool]:
    """What can be worked out about an edition within the limits, and whether Ctrl-C cut it short."""
    clock = Clock(limits)
    trials = explored(edition, limits, clock, progress)
    if any(trial.space.interrupted for trial in trials):
        return Subject(edition, trials, "it was interrupted"), True
    reason = _unfit(edition.scenario, [trial.space for trial in trials])
    if reason is not None:
        return Subject(edition, trials, reason), False
    try:
        return _fair(Subject(edition, trials), clock), False
    except KeyboardInterrupt:
        return Subject(edition, trials, "it was interrupted"), True


def explored(
    edition: Edition, limits: Limits, clock: Clock, progress: Progress | None = None
) -> tuple[Trial, ...]:
    """The state space of each temperament; those after one that was interrupted are left out."""
    scenario = edition.scenario
    programs = [compile_program(scenario, name) for name in scenario.temperaments or [None]]
    trials: list[Trial] = []
    for program in programs:
        seconds = clock.share(EXPLORING, len(programs) - len(trials))
        trials.append(Trial(program, explore(program, Budget(limits.states, seconds), progress)))
        if trials[-1].space.interrupted:
            break
    return tuple(trials)


def _fair(subject: Subject, clock: Clock) -> Subject:
    trials: list[Trial] = []
    for trial in subject.trials:
        found = _fairness(trial.program, clock.share(1.0, len(subject.trials) - len(trials)))
        if found.is_exact and found.shortest is None:
            return replace(subject, unweighed=_FAR)
        trials.append(replace(trial, fairness=found))
    return replace(subject, trials=tuple(trials))


def _fairness(program: Program, seconds: float | None) -> Fairness:
    """Exact where the time allows, else from as many random plays as fit into it."""
    if seconds is None:
        return fairness(program)
    begun = monotonic()
    spread.sampled(Moves(program), PILOT, 0)
    a_play = (monotonic() - begun) / PILOT
    plays = int(max(PILOT, min(PLAYS, seconds * (1 - GROWING) / max(a_play, 1e-6))))
    return fairness(program, seconds=seconds * GROWING, plays=plays)


_FAR = f"every ending lies more than {MOST_DECISIONS} decisions away"


def _unfit(scenario: Scenario, spaces: list[Exploration]) -> str | None:
    """Why fairness would mean nothing here."""
    if any(space.rings or space.loops or space.stuck or space.stranded or space.doomed for space in spaces):
        return "a play can fail to come to an end; mend that first"
    return _FAR if _fewest_decisions(scenario) > MOST_DECISIONS else None


def _fewest_decisions(scenario: Scenario) -> float:
    """A lower bound of the decisions to any ending: conditions left aside, nearest first."""
    near, known = deque([(0, scenario.start)]), {scenario.start}
    while near:
        decisions, at = near.popleft()
        if at in scenario.endings:
            return decisions
        for cost, target in _ways(scenario, at):
            if target not in known:
                known.add(target)
                (near.append if cost else near.appendleft)((decisions + cost, target))
    return float("inf")


def _ways(scenario: Scenario, at: str) -> Iterator[tuple[int, str]]:
    beat = scenario.beats.get(at)
    if beat is not None:
        yield from ((0, route.to) for route in beat.to or ())
        yield from ((1, route.to) for choice in beat.choices.values() for route in choice.to)
