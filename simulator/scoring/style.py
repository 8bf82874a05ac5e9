"""The style of a play, never of the person: a name for how its decisions lay outside their targets.

Means are compared in whole numbers, by cross-multiplying, so that no rounding
decides a style.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import sub
from typing import Literal, NamedTuple, TypeAlias

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

SLIGHT, LARGE = 35, 60
"""Hundredths of a step, as a mean over decisions."""


class Tally(NamedTuple):
    """Sums over decisions, all that a style depends on.

    `outside` are steps outside the band without their sign and `lean` with it,
    `short` steps short of the floor (never positive); `gear` and `squares` are
    of assertiveness.
    """

    decisions: int
    outside: int
    lean: int
    short: int
    gear: int
    squares: int
    holds: int
    short_on_holds: int
    yields: int
    short_on_yields: int


def style_of(play: Sequence[Judged]) -> Style:
    """The first rule that holds, for a play of at least one decision."""
    return _style(_sum([_count(judged) for judged in play]))


def is_firm(play: Sequence[Judged], style: Style) -> bool:
    """Whether the style stays the same with any one decision left out, for a play of at least two."""
    counts = [_count(judged) for judged in play]
    return _stays(style, _sum(counts), set(counts))


def style_of_many(decisions: Mapping[Judged, int]) -> tuple[Style, bool]:
    """The style of decisions, each with how often it was made, and whether it is firm.

    It is that of `style_of` and `is_firm`, in the time that the different ones take.
    """
    counts = {judged: _count(judged) for judged in decisions}
    whole = _sum([Tally(*(times * one for one in counts[judged])) for judged, times in decisions.items()])
    style = _style(whole)
    return style, _stays(style, whole, set(counts.values()))


def _stays(style: Style, whole: Tally, counts: Iterable[Tally]) -> bool:
    return all(_style(Tally(*map(sub, whole, one))) == style for one in counts)


def _count(judged: Judged) -> Tally:
    step, short, gear = judged.step_outside, judged.short_of_floor, judged.rating.assertiveness
    hold, give = judged.target.is_hold, judged.target.is_yield
    return Tally(1, abs(step), step, short, gear, gear * gear, hold, short * hold, give, short * give)


def _sum(counts: Sequence[Tally]) -> Tally:
    return Tally(*map(sum, zip(*counts, strict=True)))


def _style(play: Tally) -> Style:
    slight, large = SLIGHT * play.decisions, LARGE * play.decisions
    outside, lean, short = 100 * play.outside, 100 * play.lean, 100 * play.short
    if _cools_when_it_counts(play):
        return "courteous-until-it-counts"
    if outside < slight and short > -slight:
        return "partner"
    if outside >= large and abs(lean) < slight:
        return "one-gear" if _keeps_its_gear(play) else "seesaw"
    if lean <= -slight:
        return "order-taker" if short > -slight else "avoider"
    if lean >= slight:
        return "crusader" if short > -slight else "hammer"
    return "cold-expert" if short <= -slight else "mixed"


def _cools_when_it_counts(play: Tally) -> bool:
    """Whether the mean shortfall on holds is a whole step deeper than on yields."""
    if not (play.holds and play.yields):
        return False
    return play.short_on_holds * play.yields <= (play.short_on_yields - play.yields) * play.holds


def _keeps_its_gear(play: Tally) -> bool:
    """Whether assertiveness varies little: its population standard deviation is below LARGE."""
    spread = play.decisions * play.squares - play.gear * play.gear
    return 10_000 * spread < (LARGE * play.decisions) ** 2
