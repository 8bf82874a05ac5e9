"""Hold, Yield and the balance between them, with an honest margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from simulator.scoring.fit import Judged

NEEDED = 2
"""Hold and yield decisions below which no balance is given."""
SMALLEST_MARGIN = 8.0
Z_90 = 1.64
"""Standard errors either side that make a range of about 90 %."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Weights and weighted fits of hold and of yield; adding and dropping a decision is cheap."""

    hold: float = 0.0
    hold_weight: int = 0
    yielded: float = 0.0
    yield_weight: int = 0

    def plus(self, judged: Judged, sign: int = 1) -> Sums:
        """The sums with one decision added (or, with sign -1, dropped)."""
        weight, target = sign * judged.target.weight, judged.target
        fit = weight * judged.fit
        hold, give = target.is_hold, target.is_yield
        return Sums(
            self.hold + fit * hold,
            self.hold_weight + weight * hold,
            self.yielded + fit * give,
            self.yield_weight + weight * give,
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
        hold, give = (share or 0.0 for share in self.shares)
        return 100 * 2 * hold * give / (hold + give) if hold + give else 0.0


def sums_of(play: Sequence[Judged]) -> Sums:
    """The sums of a whole play."""
    sums = Sums()
    for judged in play:
        sums = sums.plus(judged)
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
    without = [sums_of([*play[:i], *play[i + 1 :]]).uncapped for i in range(len(play))]
    count = len(without)
    mean = sum(without) / count
    variance = (count - 1) / count * sum((value - mean) ** 2 for value in without)
    return max(SMALLEST_MARGIN, Z_90 * sqrt(variance))
