"""Changes of one number, made on whole sets of states at once.

A change takes each value of trust or a gauge to another. Values that move by the
same amount are one mask and one shift; values that are held at an end of the range
are folded onto one another by doubling shifts. Shifting the other way gives the
states from which a set is reached.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.analysis.explore.layout import Dimension, Layout


@dataclass(frozen=True, slots=True)
class Shift:
    """The states in `mask` move up by `bits` (down where negative)."""

    mask: int
    bits: int


@dataclass(frozen=True, slots=True)
class Fold:
    """The states in `mask`, a run of values, all come to one value.

    `steps` are the doubling shifts that gather them on the run's first value
    (`foot`), which then moves up by `bits` to `head`.
    """

    mask: int
    steps: tuple[int, ...]
    foot: int
    bits: int
    head: int

    def gathered(self, states: int) -> int:
        """Where states of the run come to."""
        for step in self.steps:
            states |= states >> step
        return _shifted(states & self.foot, self.bits)

    def spread(self, states: int) -> int:
        """States of the run, and others besides, that come to these."""
        states = _shifted(states & self.head, -self.bits)
        for step in self.steps:
            states |= states << step
        return states


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one number, on sets."""

    shifts: tuple[Shift, ...]
    folds: tuple[Fold, ...]

    def image(self, states: int) -> int:
        """The states that `states` become."""
        found = 0
        for shift in self.shifts:
            part = states & shift.mask
            if part:
                found |= part << shift.bits if shift.bits >= 0 else part >> -shift.bits
        for fold in self.folds:
            part = states & fold.mask
            if part:
                found |= fold.gathered(part)
        return found

    def preimage(self, states: int) -> int:
        """All states that become one of `states`."""
        found = 0
        for shift in self.shifts:
            found |= _shifted(states, -shift.bits) & shift.mask
        for fold in self.folds:
            found |= fold.spread(states) & fold.mask
        return found


def change_of(layout: Layout, dimension: Dimension, table: Sequence[int]) -> Change | None:
    """The change that takes index `i` of a dimension to `table[i]`; None where nothing changes."""
    if all(after == before for before, after in enumerate(table)):
        return None
    runs = _runs(table)
    moved: dict[int, int] = {}
    for first, last in runs:
        if first == last:
            amount = table[first] - first
            moved[amount] = moved.get(amount, 0) | _bits(first)
    shifts = tuple(
        Shift(_mask(layout, dimension, values), amount * dimension.stride) for amount, values in moved.items()
    )
    folds = tuple(_fold(layout, dimension, run, table[run[0]]) for run in runs if run[0] < run[1])
    return Change(shifts, folds)


def clamped_sum(dimension: Dimension, amount: int) -> tuple[int, ...]:
    """The table of adding `amount` to a gauge kept within its range."""
    return tuple(max(0, min(dimension.size - 1, index + amount)) for index in range(dimension.size))


def _runs(table: Sequence[int]) -> list[tuple[int, int]]:
    """The table cut into the longest runs of equal values, as (first, last) indexes."""
    starts = [0, *(at for at in range(1, len(table)) if table[at] != table[at - 1])]
    return list(zip(starts, [*(at - 1 for at in starts[1:]), len(table) - 1], strict=True))


def _bits(index: int) -> int:
    return 1 << index


def _mask(layout: Layout, dimension: Dimension, indexes: int) -> int:
    """All states whose index in the dimension is a bit of `indexes`."""
    mask, at = 0, 0
    while indexes >> at:
        at += _trailing(indexes >> at)
        length = _trailing(~(indexes >> at))
        mask |= layout.band(dimension, at, at + length - 1)
        at += length
    return mask


def _trailing(number: int) -> int:
    """How many zero bits a number ends in."""
    return (number & -number).bit_length() - 1


def _fold(layout: Layout, dimension: Dimension, run: tuple[int, int], to: int) -> Fold:
    first, last = run
    steps, covered, length = [], 1, last - first + 1
    while covered < length:
        step = min(covered, length - covered)
        steps.append(step * dimension.stride)
        covered += step
    return Fold(
        mask=layout.band(dimension, first, last),
        steps=tuple(steps),
        foot=layout.band(dimension, first, first),
        bits=(to - first) * dimension.stride,
        head=layout.band(dimension, to, to),
    )


def _shifted(states: int, bits: int) -> int:
    return states << bits if bits >= 0 else states >> -bits
