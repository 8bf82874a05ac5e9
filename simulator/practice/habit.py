"""What may be said of many plays, once there are enough of them: a habitual style, and a trend.

Both speak of plays, never of a person, and neither is named on less than 24 decisions
over 4 scenarios.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal, TypeAlias

from simulator.scoring.balance import Z_90
from simulator.scoring.fit import Judged
from simulator.scoring.style import Style, style_of_many

ENOUGH_DECISIONS, ENOUGH_SCENARIOS = 24, 4
FEWEST_POINTS = 4
"""Balances below which a line through them says nothing."""

Direction: TypeAlias = Literal["rising", "falling", "unclear"]


@dataclass(frozen=True, slots=True)
class Habit:
    """The style of all evidence decisions together; not firm where one decision less would change it.

    `harmed` counts the plays in which an act was left that was not put right.
    """

    style: Style
    firm: bool
    decisions: int
    scenarios: int
    harmed: int


@dataclass(frozen=True, slots=True)
class Trend:
    """How balances moved from one play to the next, in points, give or take the margin.

    A direction is named where the margin leaves no doubt about its sign.
    """

    per_play: float
    margin: float
    plays: int

    @property
    def direction(self) -> Direction:
        """Which way the balances go, if that can be said."""
        if abs(self.per_play) <= self.margin:
            return "unclear"
        return "rising" if self.per_play > 0 else "falling"


def is_enough(decisions: int, scenarios: int) -> bool:
    """Whether there is enough evidence to name a habitual style or a trend."""
    return decisions >= ENOUGH_DECISIONS and scenarios >= ENOUGH_SCENARIOS


def habit_of(decisions: Mapping[Judged, int], scenarios: int, harmed: int) -> Habit | None:
    """The habitual style of decisions, each with how often it was made; None while they don't suffice."""
    count = sum(decisions.values())
    if not is_enough(count, scenarios):
        return None
    style, firm = style_of_many(decisions)
    return Habit(style, firm, count, scenarios, harmed)


def trend_of(balances: Sequence[tuple[float, float]]) -> Trend | None:
    """The slope of balances with their margins, in the order played; None below four of them.

    Weighted least squares, each play counting by the inverse square of its margin. The
    slope's standard error grows where the plays scatter more than their own margins say
    (Birge 1932).
    """
    if len(balances) < FEWEST_POINTS:
        return None
    weights = [(Z_90 / margin) ** 2 for _, margin in balances]
    whole = sum(weights)
    middle = sum(weight * place for place, weight in enumerate(weights)) / whole
    mean = sum(weight * value for weight, (value, _) in zip(weights, balances, strict=True)) / whole
    rows = [
        (weight, place - middle, value - mean)
        for place, (weight, (value, _)) in enumerate(zip(weights, balances, strict=True))
    ]
    spread = sum(weight * off * off for weight, off, _ in rows)
    slope = sum(weight * off * rise for weight, off, rise in rows) / spread
    scatter = sum(weight * (rise - slope * off) ** 2 for weight, off, rise in rows) / (len(rows) - 2)
    return Trend(slope, Z_90 * sqrt(max(1.0, scatter) / spread), len(rows))
