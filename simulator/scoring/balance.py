"""Hold, Yield and the balance between them, with an honest margin."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from simulator.scoring.fit import Judged
from simulator.scoring.target import Target

NEEDED = 2
"""Hold and yield decisions below which no balance is given."""
SMALLEST_MARGIN = 8.0
Z_90 = 1.64
"""Standard errors either side that make a range of about 90 %."""


class Sums(NamedTuple):
    """Weights and weighted fits of hold and of yield.

    Fits are halves and quarters, so adding and dropping a decision is exact.
    """

    hold: float = 0.0
    hold_weight: int = 0
    yielded: float = 0.0
    yield_weight: int = 0

    def plus(self, target: Target, fit: float, sign: int = 1) -> Sums:
        """The sums with one decision added (or, with sign -1, dropped)."""
        weight = sign * target.weight
        hold, give = weight * target.is_hold, weight * target.is_yield
        return Sums(
            self.hold + fit * hold,
            self.hold_weight + hold,
            self.yielded + fit * give,
            self.yield_weight + give,
        )

    @property
    def shares(self) -> tuple[float | None, float | None]:
        """Hold and Yield, each 0..1, or None where no decision was of its kind."""
        hold = self.hold / self.hold_weight if self.hold_weight else None
        give = self.yielded / self.yield_weight if self.yield_weight else None
        return hold, give

    @property
    def uncapped(self) -> float:
        """The harmonic mean of Hold and Yield, 0..100, so that every constant strategy loses."""
        if not (self.hold and self.yielded):
            return 0.0
        hold, give = self.hold / self.hold_weight, self.yielded / self.yield_weight
        return 100 * 2 * hold * give / (hold + give)


def sums_of(play: Sequence[Judged]) -> Sums:
    """The sums of a whole play."""
    sums = Sums()
    for judged in play:
        sums = sums.plus(judged.target, judged.fit)
    return sums


def has_balance(play: Sequence[Judged]) -> bool:
    """Whether the play has enough of both kinds to speak of a balance."""
    holds = sum(judged.target.is_hold for judged in play)
    yields = sum(judged.target.is_yield for judged in play)
    return holds >= NEEDED and yields >= NEEDED


def margin_of(play: Sequence[Judged]) -> float:
    """Points either side of the balance: 1.64 jackknife standard errors, at least 8.

    The jackknife drops one decision at a time from the uncapped balance.
    """
    sums = sums_of(play)
    without = [sums.plus(judged.target, judged.fit, -1).uncapped for judged in play]
    count = len(without)
    mean = sum(without) / count
    variance = (count - 1) / count * sum((value - mean) ** 2 for value in without)
    return max(SMALLEST_MARGIN, Z_90 * sqrt(variance))
