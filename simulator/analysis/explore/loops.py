"""Choices that lead back to the very state they were made in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from simulator.analysis.explore.budget import Watch
from simulator.analysis.explore.lasting import Sets, endless, steps_among
from simulator.analysis.explore.moves import Step
from simulator.analysis.explore.nodes import Node
from simulator.analysis.explore.paths import Spot, first
from simulator.analysis.explore.search import Space
from simulator.analysis.explore.tables import Reference

MOST_LOOPS = 20
"""After so many the rest is left for when those are mended."""

VISIT_BYTES = 400
"""About what it takes to remember one state of a walk."""


class Found(NamedTuple):
    """The choices of a loop in order, and one state from which they lead back to it."""

    choices: tuple[Reference, ...]
    spot: Spot


def loops(space: Space, outside: Mapping[Node, int], watch: Watch) -> list[Found]:
    """Loops with choices: after each, further ones are looked for without its choices. Raises Late.

    Empty exactly where the state graph has no cycle with a choice. States of
    `outside` (rings without choices) are never left and are not looked at.
    """
    nodes = {node: node.reached & ~outside.get(node, 0) for node in space.nodes.values() if node.stop.winds}
    steps = steps_among(space, nodes, _stays, watch)
    found: list[Found] = []
    while len(found) < MOST_LOOPS:
        nodes = endless(nodes, steps, watch)
        if not nodes:
            break
        loop = _walk(nodes, steps, watch)
        found.append(loop)
        steps = [step for step in steps if not (step.move.line and step.move.line.reference in loop.choices)]
    return found


def _stays(step: Step) -> bool:
    """Whether a step can be part of a loop: it uses nothing up and stays where one can come back."""
    line = step.move.line
    return step.target.stop.winds and not (line and line.once)


def _walk(sets: Sets, steps: list[Step], watch: Watch) -> Found:
    """Walk on within `sets`, from the earliest state, until a state comes again."""
    ways: dict[Node, list[Step]] = {}
    for step in steps:
        ways.setdefault(step.source, []).append(step)
    at = _start(sets)
    places: dict[Spot, int] = {}
    walked: list[tuple[Spot, Step]] = []
    while at not in places:
        watch.check(VISIT_BYTES * len(walked))
        places[at] = len(walked)
        step, after = _next(at, ways, sets)
        walked.append((at, step))
        at = after
    lap = walked[places[at] :]
    return Found(tuple(step.move.line.reference for _, step in lap if step.move.line), _resting(lap))


def _start(sets: Sets) -> Spot:
    earliest = first(Spot(node, states) for node, states in sets.items())
    if earliest:
        return earliest[0]
    node, states = next(iter(sets.items()))
    return Spot(node, states & -states)


def _next(at: Spot, ways: Mapping[Node, list[Step]], sets: Sets) -> tuple[Step, Spot]:
    for step in ways[at.node]:
        states = step.image(at.states) & sets.get(step.target, 0)
        if states:
            return step, Spot(step.target, states)
    raise AssertionError("a state that goes on for ever goes on")


def _resting(lap: list[tuple[Spot, Step]]) -> Spot:
    """Where the lap's first choice is made."""
    return next(spot for spot, step in lap if step.move.line)
