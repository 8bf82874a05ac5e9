"""The style of a play, never of the person: a name for how its decisions lay outside their targets."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, pstdev
from typing import Literal, TypeAlias

from simulator.scoring.fit import Judged

Style: TypeAlias = Literal[
    "courteous-until-it-counts",
    "partner",
    "one-gear",
    "seesaw",
    "order-taker",
    "avoider",
    "crusader",
    "hammer",
    "cold-expert",
    "mixed",
]

SLIGHT = 0.35
LARGE = 0.6


def style_of(play: Sequence[Judged]) -> Style:
    """The first rule that holds, for a play of at least one decision."""
    steps = [judged.step_outside for judged in play]
    size, lean = fmean(abs(step) for step in steps), fmean(steps)
    warmth = fmean(judged.short_of_floor for judged in play)
    if _cools_when_it_counts(play):
        return "courteous-until-it-counts"
    if size < SLIGHT and warmth > -SLIGHT:
        return "partner"
    if size >= LARGE and abs(lean) < SLIGHT:
        return "one-gear" if pstdev(judged.rating.assertiveness for judged in play) < LARGE else "seesaw"
    if lean <= -SLIGHT:
        return "order-taker" if warmth > -SLIGHT else "avoider"
    if lean >= SLIGHT:
        return "crusader" if warmth > -SLIGHT else "hammer"
    return "cold-expert" if warmth <= -SLIGHT else "mixed"


def is_firm(play: Sequence[Judged], style: Style) -> bool:
    """Whether the style stays the same with any one decision left out."""
    return all(style_of([*play[:i], *play[i + 1 :]]) == style for i in range(len(play)))


def _cools_when_it_counts(play: Sequence[Judged]) -> bool:
    holds = [judged.short_of_floor for judged in play if judged.target.is_hold]
    yields = [judged.short_of_floor for judged in play if judged.target.is_yield]
    return bool(holds and yields) and fmean(holds) <= fmean(yields) - 1
