"""The states from which one can go on for ever, as the largest sets that lead back into themselves."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from simulator.analysis.explore.budget import Watch
from simulator.analysis.explore.moves import Step
from simulator.analysis.explore.nodes import Node
from simulator.analysis.explore.search import Space

Sets: TypeAlias = dict[Node, int]
Arcs: TypeAlias = dict[Node, list[tuple[Node, Callable[[int], int]]]]
"""From each node the nodes next to it, and which states here go with given states there."""


STEP_BYTES = 1_000
"""About what a step takes, with what is held of it while sets are narrowed."""


def steps_among(
    space: Space, nodes: Iterable[Node], stays: Callable[[Step], bool], watch: Watch
) -> list[Step]:
    """The steps from these nodes that stay where they may. Raises Late."""
    steps: list[Step] = []
    for node in nodes:
        watch.check(space.memory + STEP_BYTES * len(steps))
        steps += (step for step in space.steps(node) if stays(step))
    return steps


def endless(sets: Mapping[Node, int], steps: Iterable[Step], watch: Watch) -> Sets:
    """The states that can be left and come to again and again within `sets`, or lie between such.

    Empty exactly where no state of `sets` can be reached from itself by `steps`:
    there are finitely many, so whoever can go on for ever comes by some state
    twice. Raises Late.
    """
    ahead: Arcs = {node: [] for node in sets}
    behind: Arcs = {node: [] for node in sets}
    for step in steps:
        if step.source in sets and step.target in sets:
            ahead[step.source].append((step.target, step.preimage))
            behind[step.target].append((step.source, step.image))
    return _narrowed(_narrowed(dict(sets), ahead, behind, watch), behind, ahead, watch)


def _narrowed(sets: Sets, arcs: Arcs, back: Arcs, watch: Watch) -> Sets:
    """The largest parts of `sets` of which every state goes with one in a part next to it."""
    waiting = deque(sets)
    queued = set(sets)
    while waiting:
        watch.check()
        node = waiting.popleft()
        queued.discard(node)
        kept = 0
        for other, states_with in arcs[node]:
            if sets.get(other):
                kept |= states_with(sets[other])
        kept &= sets[node]
        if kept != sets[node]:
            sets[node] = kept
            for other, _ in back[node]:
                if sets.get(other) and other not in queued:
                    queued.add(other)
                    waiting.append(other)
    return {node: states for node, states in sets.items() if states}
