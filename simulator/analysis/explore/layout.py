"""Sets of numeric states as whole numbers: one bit for each value of trust and of the gauges.

Mixed radix: a dimension's stride is the product of the sizes below it. Gauges that
would make a set longer than `MOST_BITS` are `apart`: they are told one by one, as
facts and flags are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.scenario.conditions import TRUST

MOST_BITS = 1 << 16
"""A set of 8 KiB: longer ones cost more in copying than they save in steps."""

TRUST_VALUES = 101


@dataclass(frozen=True, slots=True)
class Dimension:
    """Trust or one gauge within a set: value `lowest + i` stands `i * stride` bits up."""

    name: str
    lowest: int
    size: int
    stride: int


class Layout:
    """Which numbers a set holds, and where.

    `ranges` are the gauges' inclusive ranges in the program's order; `read` says
    which of them a condition names: those go into sets first, the smallest first.
    """

    def __init__(self, ranges: Mapping[str, tuple[int, int]], read: frozenset[str]) -> None:
        sizes = {gauge: highest - lowest + 1 for gauge, (lowest, highest) in ranges.items()}
        self.dimensions = {TRUST: Dimension(TRUST, 0, TRUST_VALUES, 1)}
        self.bits = TRUST_VALUES
        for gauge in sorted(sizes, key=lambda gauge: (gauge not in read, sizes[gauge])):
            if self.bits * sizes[gauge] <= MOST_BITS:
                self.dimensions[gauge] = Dimension(gauge, ranges[gauge][0], sizes[gauge], self.bits)
                self.bits *= sizes[gauge]
        self.full = (1 << self.bits) - 1
        self.gauges = tuple(ranges)
        self.apart = {
            gauge: place for place, gauge in enumerate(g for g in ranges if g not in self.dimensions)
        }

    def band(self, dimension: Dimension, first: int, last: int) -> int:
        """All states whose index in the dimension is `first` to `last`, both inclusive."""
        if first > last:
            return 0
        block = (1 << (last - first + 1) * dimension.stride) - 1 << first * dimension.stride
        have = dimension.size * dimension.stride
        while have < self.bits:
            block |= block << have
            have *= 2
        return block & self.full

    def single(self, trust: int, gauges: Sequence[int]) -> int:
        """The set of one state; `gauges` in the program's order."""
        values = dict(zip(self.gauges, gauges, strict=True), trust=trust)
        place = sum((values[one.name] - one.lowest) * one.stride for one in self.dimensions.values())
        return 1 << place

    def split(self, gauges: Sequence[int]) -> tuple[int, ...]:
        """The values of the gauges that stand apart."""
        return tuple(value for gauge, value in zip(self.gauges, gauges, strict=True) if gauge in self.apart)
