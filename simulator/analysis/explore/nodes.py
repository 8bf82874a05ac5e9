"""What is held of the states: a node for all that is told one by one, with a set of its numeric states."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from simulator.analysis.explore.compile import Tables
from simulator.analysis.explore.guards import Apart
from simulator.analysis.explore.tables import Rule, Stop

Key: TypeAlias = tuple[int, int, int, int, int, int, Apart]
"""Number of the stop; facts, flags, picked, moved as in `State`; number of the harm status; gauges apart."""

NODE_BYTES = 900
"""About what a node takes beside its sets, its key and its place in a dict included."""


class Batch(NamedTuple):
    """Numeric states that came to a node together.

    `number` counts batches in the order in which they were followed, `depth` is
    how many choices lead here where that is known; `sources` are the nodes they
    came from.
    """

    number: int
    depth: int
    states: int
    sources: list[Node]


class Node:
    """A stop with all that is told one by one, after what reaching it changes.

    `reached` is the set of its numeric states, `fresh` those not followed yet.
    """

    __slots__ = ("batches", "fresh", "key", "reached", "sources", "stop")

    def __init__(self, key: Key, stop: Stop) -> None:
        self.key = key
        self.stop = stop
        self.reached = 0
        self.fresh = 0
        self.sources: list[Node] = []
        self.batches: list[Batch] = []

    @property
    def order(self) -> tuple[int, int, int]:
        """When to follow it: after all stops that lead here, and after fewer used-up choices."""
        stop = self.stop
        return stop.rank, self.key[3].bit_count(), stop.inner


class Arrival(NamedTuple):
    """Where a way leads: the node's key and the stop, and the points by which the beat moves trust."""

    key: Key
    stop: Stop
    is_moved: bool

    def image(self, states: int) -> int:
        """The states once the stop is reached."""
        change = self.stop.moves
        return change.image(states) if self.is_moved and change else states

    def preimage(self, states: int) -> int:
        """The states before the stop was reached."""
        change = self.stop.moves
        return change.preimage(states) if self.is_moved and change else states


def arrival(stop: Stop, key: Key) -> Arrival:
    """Reach a stop with what `key` holds, whatever stop that names."""
    _, facts, flags, picked, moved, harm, apart = key
    is_moved = bool(stop.moved & ~moved)
    after = (stop.number, facts | stop.reveals, flags, picked, moved | stop.moved, harm, apart)
    return Arrival(after, stop, is_moved)


class Exit(NamedTuple):
    """One way on: the states that take it, after the choice's effects (None is all), and where it leads.

    `rule` is None where no rule of the list holds.
    """

    where: int | None
    rule: Rule | None
    arrival: Arrival

    def image(self, states: int) -> int:
        """The states on arrival, of those given that take this way."""
        return self.arrival.image(states if self.where is None else states & self.where)

    def preimage(self, states: int) -> int:
        """The states before, of those that take this way and come to one of `states`."""
        before = self.arrival.preimage(states)
        return before if self.where is None else before & self.where


def exits(tables: Tables, rules: tuple[Rule, ...], key: Key) -> list[Exit]:
    """The ways on by a list of rules, the first that holds first."""
    if rules and rules[0].guard is None:
        return [Exit(None, rules[0], arrival(_target(rules[0]), key))]
    _, facts, flags, _, _, _, apart = key
    left = tables.layout.full
    ways = []
    for rule in rules:
        where = left if rule.guard is None else left & rule.guard.where(facts, flags, apart)
        if where:
            ways.append(Exit(where, rule, arrival(_target(rule), key)))
            left ^= where
    if left:
        ways.append(Exit(left, None, arrival(tables.nowhere, key)))
    return ways


def _target(rule: Rule) -> Stop:
    if rule.target is None:
        raise TypeError("a variant or a reply leads nowhere")
    return rule.target
