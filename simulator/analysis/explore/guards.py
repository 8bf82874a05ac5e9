"""Conditions as sets: which of the numeric states they hold in, once facts and flags are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from simulator.analysis.explore.layout import Layout
from simulator.scenario.conditions import And, Comparison, Condition, Fact, Flag, Not, Or, mentioned
from simulator.scenario.conditions.nodes import HOLDS

MOST_HELD = 64 << 20
"""Bytes of sets kept for use again; past that all are dropped and made anew."""

Apart: TypeAlias = tuple[int, ...]
"""The values of the gauges that sets leave out."""


class Shelf:
    """Sets that were made before, within a bound of memory."""

    def __init__(self) -> None:
        self.sets: dict[tuple[object, ...], int] = {}
        self._bytes = 0

    def put(self, key: tuple[object, ...], states: int) -> int:
        """Keep a set and return it."""
        self._bytes += states.bit_length() // 7 + 200
        if self._bytes > MOST_HELD:
            self.sets.clear()
            self._bytes = 0
        self.sets[key] = states
        return states


class Guard:
    """One condition of a scenario, ready to be asked of sets."""

    __slots__ = ("_apart", "_condition", "_facts", "_flags", "_layout", "_shelf", "_values")

    def __init__(
        self,
        condition: Condition,
        layout: Layout,
        bits: tuple[Mapping[str, int], Mapping[str, int]],
        shelf: Shelf,
    ) -> None:
        used = mentioned(condition)
        facts, flags = bits
        self._condition = condition
        self._layout = layout
        self._shelf = shelf
        self._facts = sum(facts[fact] for fact in used.facts)
        self._flags = sum(flags[flag] for flag in used.flags)
        self._values = {fact: facts[fact] for fact in used.facts} | {flag: flags[flag] for flag in used.flags}
        self._apart = tuple(sorted(layout.apart[gauge] for gauge in used.gauges if gauge in layout.apart))

    def where(self, facts: int, flags: int, apart: Apart) -> int:
        """The set of all numeric states in which the condition holds."""
        values = tuple(apart[place] for place in self._apart) if self._apart else ()
        key = (self, facts & self._facts, flags & self._flags, values)
        states = self._shelf.sets.get(key)
        return (
            self._shelf.put(key, self._where(self._condition, facts, flags, apart))
            if states is None
            else states
        )

    def _where(self, condition: Condition, facts: int, flags: int, apart: Apart) -> int:
        full = self._layout.full
        match condition:
            case Fact(id):
                return full if facts & self._values[id] else 0
            case Flag(id):
                return full if flags & self._values[id] else 0
            case Comparison():
                return self._compared(condition, apart)
            case Not(of):
                return full ^ self._where(of, facts, flags, apart)
            case And(parts):
                states = full
                for part in parts:
                    states &= self._where(part, facts, flags, apart)
                return states
            case Or(parts):
                states = 0
                for part in parts:
                    states |= self._where(part, facts, flags, apart)
                return states

    def _compared(self, term: Comparison, apart: Apart) -> int:
        layout, holds = self._layout, HOLDS[term.operator]
        place = layout.apart.get(term.gauge)
        if place is not None:
            return layout.full if holds(apart[place], term.number) else 0
        key = (term.gauge, term.operator, term.number)
        states = self._shelf.sets.get(key)
        return self._shelf.put(key, compared(layout, term)) if states is None else states


def compared(layout: Layout, term: Comparison) -> int:
    """The states in which a comparison of trust or a gauge in the sets holds."""
    dimension = layout.dimensions[term.gauge]
    at, last = term.number - dimension.lowest, dimension.size - 1
    below = layout.band(dimension, 0, min(at - 1, last))
    equal = layout.band(dimension, at, at) if 0 <= at <= last else 0
    match term.operator:
        case "<":
            return below
        case "<=":
            return below | equal
        case "==":
            return equal
        case "!=":
            return layout.full ^ equal
        case ">=":
            return layout.full ^ below
        case ">":
            return layout.full ^ (below | equal)
