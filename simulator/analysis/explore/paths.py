"""From a state that was found back to the choices that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simulator.analysis.explore.budget import MIB, Budget, Watch
from simulator.analysis.explore.moves import Step
from simulator.analysis.explore.nodes import Batch, Node
from simulator.analysis.explore.search import Space

LONGEST = 1_000
"""Choices in a path; a longer one is not given."""

MOST_LAYERED, LAYERED_SECONDS, LAYERED_MEMORY = 3_000_000, 1.5, 100 * MIB
"""What may be spent on following the states once more, by the number of choices that lead to them."""


class Spot(NamedTuple):
    """Some numeric states of one node."""

    node: Node
    states: int


class Paths:
    """Finds paths in a space: the shortest, where its states can be told apart by depth within bounds."""

    def __init__(self, space: Space) -> None:
        self._tables = space.tables
        self._whole: _Trails | None = _Trails(space)
        self._layered: _Trails | None = None

    def forget(self) -> None:
        """Let go of the sets; what is asked for afterwards is searched for anew, within bounds."""
        self._whole = self._layered = None

    def to_stop(self, stop: str) -> tuple[str, ...] | None:
        """The choice ids that lead from the start to a beat or an ending; None where no path is found."""
        for trails in self._trails(LAYERED_SECONDS):
            nodes = trails.space.nodes.values()
            found = first(Spot(node, node.reached) for node in nodes if node.stop.id == stop)
            if found:
                return trails.back(*found)
        return None

    def to(self, spots: Iterable[Spot], seconds: float | None = None) -> tuple[str, ...] | None:
        """The choice ids that lead from the start to one of the states; None past the longest allowed.

        `seconds` is how long one may look for the shortest way, if less than usual.
        """
        spots = list(spots)
        for trails in self._trails(LAYERED_SECONDS if seconds is None else min(seconds, LAYERED_SECONDS)):
            known = trails.space.nodes
            found = first(Spot(known[one.node.key], one.states) for one in spots if one.node.key in known)
            if found:
                return trails.back(*found)
        return None

    def _trails(self, seconds: float) -> Iterator[_Trails]:
        """Where to look: first where depth is known, then everywhere."""
        if self._layered is None:
            most = self._whole.space.states + 1 if self._whole else MOST_LAYERED
            layers = Space(self._tables, by_depth=True)
            layers.explore(Watch(Budget(min(MOST_LAYERED, most), seconds, LAYERED_MEMORY)))
            self._layered = _Trails(layers)
        yield self._layered
        if self._whole:
            yield self._whole


class _Trails:
    """Ways back in one space; what was walked once is remembered."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self._known: dict[Spot, tuple[Step, Spot, Batch]] = {}

    def back(self, spot: Spot, batch: Batch) -> tuple[str, ...] | None:
        """The path to a state, by walking back to the start, each time to a state followed earlier."""
        path: list[str] = []
        while batch.number > 1 and len(path) <= LONGEST:
            if spot not in self._known:
                self._known[spot] = _before(self.space, spot, batch)
            step, spot, batch = self._known[spot]
            if step.move.line:
                path.append(step.move.line.reference[1])
        return tuple(reversed(path)) if len(path) <= LONGEST else None


def first(spots: Iterable[Spot]) -> tuple[Spot, Batch] | None:
    """One of the states that were followed first, by depth if it is known, and its batch."""
    best: tuple[Spot, Batch] | None = None
    for node, states in spots:
        for batch in node.batches:
            hit = states & batch.states
            if hit:
                if best is None or (batch.depth, batch.number) < (best[1].depth, best[1].number):
                    best = Spot(node, hit & -hit), batch
                break
    return best


def _before(space: Space, spot: Spot, batch: Batch) -> tuple[Step, Spot, Batch]:
    """A step that leads to the spot from a state followed before it, by as few choices as can be."""
    found: list[tuple[int, int, Step, Spot, Batch]] = []
    for source in dict.fromkeys(batch.sources):
        for step in space.steps(source):
            if step.target is not spot.node:
                continue
            earlier = _earliest(source, step.preimage(spot.states), batch.number)
            if earlier:
                at, came = earlier
                found.append((came.depth + (step.move.line is not None), came.number, step, at, came))
    _, _, step, at, came = min(found, key=lambda one: one[:2])
    return step, at, came


def _earliest(source: Node, states: int, before: int) -> tuple[Spot, Batch] | None:
    for batch in source.batches:
        if batch.number >= before:
            break
        hit = states & batch.states
        if hit:
            return Spot(source, hit & -hit), batch
    return None
