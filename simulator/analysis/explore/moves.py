"""All that can be done at a node, on whole sets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.analysis.explore.compile import Tables
from simulator.analysis.explore.guards import Apart
from simulator.analysis.explore.nodes import Exit, Key, Node, exits
from simulator.analysis.explore.tables import Addition, Line


class Move(NamedTuple):
    """Saying a choice, or being led on (`line` is None): where it is open, and the ways it leads.

    `where` is the set of states in which it is open, None for all; `after` the
    key once the choice has had its effect, its stop still the old one.
    """

    line: Line | None
    where: int | None
    after: Key
    exits: list[Exit]

    def image(self, states: int) -> int:
        """The states that the choice makes of those given in which it is open."""
        if self.where is not None:
            states &= self.where
        if self.line:
            for change in self.line.changes:
                states = change.image(states)
        return states

    def preimage(self, states: int) -> int:
        """The states in which the choice is open and that it makes into one of `states`."""
        if self.line:
            for change in reversed(self.line.changes):
                states = change.preimage(states)
        return states if self.where is None else states & self.where


def moves(tables: Tables, node: Node) -> Iterator[Move]:
    """The moves at a node; none at an ending. A choice that is open in no numeric state is left out."""
    stop, key = node.stop, node.key
    if stop.leads_on:
        yield Move(None, None, key, exits(tables, stop.routes, key))
    _, facts, flags, picked, _, _, apart = key
    for line in stop.lines:
        if line.once & picked or line.uses & ~facts:
            continue
        where = None if line.guard is None else line.guard.where(facts, flags, apart)
        if where != 0:
            after = _after(line, key)
            yield Move(line, where, after, exits(tables, line.routes, after))


def _after(line: Line, key: Key) -> Key:
    stop, facts, flags, picked, moved, harm, apart = key
    return (
        stop,
        facts | line.reveals,
        (flags | line.sets) & ~line.clears,
        picked | line.once,
        moved,
        line.harms[harm],
        _added(line.apart, apart) if line.apart else apart,
    )


def _added(additions: tuple[Addition, ...], apart: Apart) -> Apart:
    values = list(apart)
    for one in additions:
        values[one.place] = max(one.lowest, min(one.highest, values[one.place] + one.amount))
    return tuple(values)


class Step(NamedTuple):
    """One move by one of its ways to a node that is reached."""

    source: Node
    move: Move
    exit: Exit
    target: Node

    def image(self, states: int) -> int:
        """The states at the target, of those at the source that take this step."""
        return self.exit.image(self.move.image(states))

    def preimage(self, states: int) -> int:
        """The states at the source that this step takes to one of `states`, reached or not."""
        return self.move.preimage(self.exit.preimage(states))
