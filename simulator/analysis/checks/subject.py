"""What checks look at: a scenario with all that was worked out about it, a translation, a pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from simulator.analysis.bots.fairness import Fairness
from simulator.analysis.bots.tree import Node, Tree
from simulator.analysis.checks.forks import Fork, forks_of
from simulator.analysis.explore import Exploration
from simulator.engine.program import Program
from simulator.scenario.diagnostic import Location
from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario

MOST_WAYS = 100
"""Beats to which a way is looked for; findings beyond are told without one."""


class Way(NamedTuple):
    """How a place is reached: choice ids from the start, and with which temperament."""

    path: tuple[str, ...] | None = None
    temperament: str | None = None


class Finish(NamedTuple):
    """Plays to one ending with one temperament that have as many decisions of each kind as each other.

    `hold_weight` and `give_weight` are sums over the decisions, `node` is where one
    such play ends after `depth` decisions.
    """

    ending: str
    temperament: str | None
    holds: int
    hold_weight: int
    gives: int
    give_weight: int
    tree: Tree
    depth: int
    node: Node

    def path(self) -> tuple[str, ...]:
        """The choices of one such play."""
        return self.tree.line_to(self.depth, self.node)


@dataclass(frozen=True)
class Trial:
    """A scenario with one temperament: its program, its states, and its plays where they were weighed."""

    program: Program
    space: Exploration
    fairness: Fairness | None = None

    @property
    def temperament(self) -> str | None:
        """The temperament's name; None where the scenario has none."""
        return self.program.temperament


@dataclass(frozen=True)
class Subject:
    """One scenario under examination; `trials` are those of its temperaments, in their order.

    `unweighed` says why its fairness was not looked at, where it was not.
    """

    edition: Edition
    trials: tuple[Trial, ...] = ()
    unweighed: str | None = None
    _ways: dict[str, Way] = field(default_factory=dict, repr=False, compare=False)

    @property
    def scenario(self) -> Scenario:
        """The scenario, its terms filled in."""
        return self.edition.scenario

    @cached_property
    def forks(self) -> tuple[Fork, ...]:
        """The beats that offer choices."""
        return forks_of(self.scenario)

    @property
    def is_exhausted(self) -> bool:
        """Whether every state of every temperament was seen, so that what was not seen is not there."""
        return bool(self.trials) and all(trial.space.exhaustive for trial in self.trials)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The beats and endings reached with some temperament."""
        return frozenset[str]().union(*(trial.space.reached for trial in self.trials))

    @cached_property
    def offered(self) -> frozenset[tuple[str, str]]:
        """The choices, as (beat, choice), that were on offer with some temperament."""
        return frozenset[tuple[str, str]]().union(*(trial.space.offered for trial in self.trials))

    @cached_property
    def taken(self) -> frozenset[Location]:
        """The rules of `to`, `variants` and `reply` followed with some temperament."""
        return frozenset[Location]().union(*(trial.space.taken for trial in self.trials))

    @cached_property
    def finishes(self) -> tuple[Finish, ...]:
        """How plays come to endings other than a break; none where they were not weighed exactly."""
        found: dict[tuple[object, ...], Finish] = {}
        for trial in self.trials:
            tree = trial.fairness.tree if trial.fairness else None
            for depth, node in tree.over if tree else ():
                at, ledger = node[0].at, node[1]
                counts = (ledger.holds, ledger.hold_weight, ledger.gives, ledger.give_weight)
                key = (at, trial.temperament, *counts)
                if tree and key not in found and self.is_counted(at):
                    found[key] = Finish(at, trial.temperament, *counts, tree, depth, node)
        return tuple(found.values())

    def is_counted(self, stop: str) -> bool:
        """Whether this is an ending that must be earned: any but a break."""
        ending = self.scenario.endings.get(stop)
        return ending is not None and ending.kind != "break"

    def way_to(self, beat: str, choice: str | None = None) -> Way:
        """A way to a beat and, if a choice is given, past that choice; without a path where none is known."""
        if beat not in self._ways and len(self._ways) < MOST_WAYS:
            self._ways[beat] = self._find(beat)
        way = self._ways.get(beat, Way())
        if choice is None or way.path is None:
            return way
        return Way((*way.path, choice), way.temperament)

    def _find(self, beat: str) -> Way:
        for trial in self.trials:
            path = trial.space.path_to(beat)
            if path is not None:
                return Way(path, trial.temperament)
        return Way()


@dataclass(frozen=True, slots=True)
class Translation:
    """The values of an original file and of its translation into one language, as they were written."""

    language: str
    original: Mapping[str, Any]
    translated: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Accepted:
    """The codes that a pack accepts, in its order, beside all that there are."""

    codes: tuple[str, ...]
    known: frozenset[str]


@dataclass(frozen=True)
class Collection:
    """The scenarios of one pack; `is_whole` where all of them are here."""

    subjects: tuple[Subject, ...] = ()
    is_whole: bool = False

    @cached_property
    def forks(self) -> tuple[tuple[Subject, Fork], ...]:
        """Every beat with choices of every scenario."""
        return tuple((subject, fork) for subject in self.subjects for fork in subject.forks)
