"""How well one choice fits its moment: a product, so that firm and respectful count in the same breath."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.scoring.target import Band, Target

if TYPE_CHECKING:
    from simulator.scenario.model import Choice, Harm

LEFT = (1.0, 0.5, 0.0, 0.0, 0.0)
"""What is left of a fit by whole steps off, 0..4: `max(0, 1 - steps/2)`."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What a choice does, rated by behaviour: both axes 0..4."""

    assertiveness: int
    partnership: int


@dataclass(frozen=True)
class Judged:
    """One decision with everything its judgement needs; `band` is what trust allowed."""

    target: Target
    band: Band
    rating: Rating
    harm: Harm | None = None
    repairs: bool = False

    @cached_property
    def step_outside(self) -> int:
        """Signed steps of assertiveness outside the band: below it negative, above it positive."""
        return step_outside(self.rating.assertiveness, self.band)

    @cached_property
    def short_of_floor(self) -> int:
        """Steps of partnership short of the floor, never positive."""
        return -max(0, self.target.floor - self.rating.partnership)

    @cached_property
    def fit(self) -> float:
        """0 (misses) to 1 (fits fully)."""
        return fit(self.rating, self.band, self.target.floor)


def judge(target: Target, trust: int, choice: Choice) -> Judged:
    """A choice judged where trust (0..100) stood before it was said."""
    return Judged(target, target.afforded(trust), rating_of(choice), harm=choice.harm, repairs=choice.repairs)


def rating_of(choice: Choice) -> Rating:
    """A choice's two ratings."""
    return Rating(choice.assertiveness, choice.partnership)


def step_outside(assertiveness: int, band: Band) -> int:
    """Steps below the band as a negative number, above it as a positive one, 0 inside."""
    low, high = band
    return min(0, assertiveness - low) + max(0, assertiveness - high)


def fit(rating: Rating, band: Band, floor: int) -> float:
    """Fit of a rating to a band and a floor, 0..1: half is lost with each step off, on either axis."""
    off = abs(step_outside(rating.assertiveness, band))
    short = max(0, floor - rating.partnership)
    return LEFT[off] * LEFT[short]
