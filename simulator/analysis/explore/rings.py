"""Beats without choices that lead on to each other for ever."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from simulator.analysis.explore.budget import Watch
from simulator.analysis.explore.lasting import Sets, endless, steps_among
from simulator.analysis.explore.moves import Step
from simulator.analysis.explore.nodes import Arrival, Node
from simulator.analysis.explore.paths import Spot
from simulator.analysis.explore.search import Space


class Ring(NamedTuple):
    """The beats of a ring in order, and states in which it is reached."""

    beats: tuple[str, ...]
    spot: Spot


def rings(space: Space, watch: Watch) -> tuple[list[Ring], Sets]:
    """Every ring that is reached, once for each list of beats, and the states that go round. Raises Late."""
    nodes = [node for node in space.nodes.values() if node.stop.rings]
    if not nodes:
        return [], {}
    steps = steps_among(space, nodes, lambda step: step.target.stop.rings, watch)
    going = endless({node: node.reached for node in nodes}, steps, watch)
    return _apart(going, steps), going


def strand(space: Space, going: Mapping[Node, int]) -> None:
    """What goes round in a ring ends nowhere, as the engine has it."""
    nowhere = space.tables.nowhere
    for node, states in going.items():
        space.arrive(Arrival((nowhere.number, *node.key[1:]), nowhere, is_moved=False), states, None)


def _apart(going: Mapping[Node, int], steps: list[Step]) -> list[Ring]:
    """Go round with all states that go the same way at once."""
    ways: dict[Node, list[Step]] = {}
    for step in steps:
        if step.source in going:
            ways.setdefault(step.source, []).append(step)
    found: dict[frozenset[str], Ring] = {}
    for node, states in going.items():
        left = states
        while left:
            beats, together = _round(node, left, ways)
            found.setdefault(frozenset(beats), Ring(beats, Spot(node, together)))
            left &= ~together
    return list(found.values())


def _round(start: Node, states: int, ways: Mapping[Node, list[Step]]) -> tuple[tuple[str, ...], int]:
    """Where the lowest of the states goes, and those that go with it; a ring changes no number."""
    beats = [start.stop.id]
    node = start
    while True:
        lowest = states & -states
        step = next(step for step in ways[node] if step.image(lowest))
        states = step.image(states)
        node = step.target
        if node is start:
            return tuple(beats), states
        beats.append(node.stop.id)
