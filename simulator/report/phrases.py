"""The model's terms in plain words, for every view that tells a play."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from simulator.engine.trust import affords

if TYPE_CHECKING:
    from simulator.analysis.bots.spread import Spread
    from simulator.scenario.model import EndingKind, Moment, Reason
    from simulator.scoring.style import Style

STYLES: Mapping[Style, str] = {
    "courteous-until-it-counts": "warm while little was at stake, cooler when it counted",
    "partner": "firm where it was due, and with them",
    "one-gear": "the same push at every moment, whatever it called for",
    "seesaw": "too soft at one moment, too hard at the next",
    "order-taker": "gave way where holding was due",
    "avoider": "held back and kept a distance",
    "crusader": "held on where giving way was due",
    "hammer": "pushed past the moment, with little regard",
    "cold-expert": "right about how hard to push, short on regard",
    "mixed": "no one pattern in how the moments were missed",
}
MOMENTS: Mapping[Moment, str] = {
    "take-the-order": "take the order",
    "let-go": "let go",
    "repair": "put it right",
    "explore": "explore",
    "test": "test their view",
    "push-back": "push back",
    "stand-firm": "stand firm",
}
REASONS: Mapping[Reason, str] = {
    "relationship": "the relationship comes first here",
    "trust": "trust is earned by delivering",
    "visibility": "it makes your work visible",
    "politics": "the politics of the moment call for it",
    "pick-battles": "this battle is not worth the fight",
    "evidence": "you have something to show for your view",
    "autonomy": "it is their decision",
    "need": "the request is a guess at a cure: find the pain",
    "duty": "law, safety or ethics leave no choice",
}
ENDINGS: Mapping[EndingKind, str] = {
    "agreement": "an agreement",
    "principled-no": "a principled no",
    "let-go": "a graceful letting go",
    "brittle-yes": "a brittle yes",
    "break": "a break",
}
TIERS = ("will hear a plain view", "will hear a view and a reason", "will take a firm line")
ASSERTIVENESS = (
    "dropped your own view",
    "hinted, or asked openly",
    "gave a plain view, or questioned theirs",
    "argued the case: view, reason and ask",
    "set a limit",
)
PARTNERSHIP = (
    "without regard for them",
    "brushing them off",
    "civil",
    "acknowledging their need",
    "tied to what they had said matters",
)
FITS = ((1.0, "full"), (0.5, "half"), (0.01, "little"), (0.0, "none"))
BANDS = ((80, "strong"), (65, "balanced"), (50, "emerging"), (0, "not yet"))
ONE_SIDED = 0.3
"""Difference of Hold and Yield from which a balance is called one-sided."""


def tier(trust: int) -> str:
    """What trust (0..100) affords, in words: the only steps that change what is due."""
    return TIERS[max(0, affords(trust) - 2)]


def fit_word(fit: float) -> str:
    """A fit of 0..1 in a word."""
    return next(word for least, word in FITS if fit >= least)


def band_word(balance: float, hold: float | None, yielded: float | None) -> str:
    """The coarse band of a balance (0..100), with `one-sided` where Hold and Yield (0..1) lie apart."""
    word = next(word for least, word in BANDS if balance >= least)
    apart = abs((hold or 0.0) - (yielded or 0.0)) >= ONE_SIDED
    return f"{word}, one-sided" if apart else word


def between(balance: float, margin: float) -> str:
    """The range of a balance: `somewhere between 41 and 83`."""
    low, high = max(0.0, balance - margin), min(100.0, balance + margin)
    return f"somewhere between {low:.0f} and {high:.0f}"


def yardstick(luck: Spread) -> str:
    """What random play scores, with its error where that was sampled."""
    how = f", give or take {1.96 * luck.error:.0f}" if luck.error else ""
    return f"For scale: random answers score {luck.mean:.0f} on average here{how}."


def numbers(values: tuple[int, ...]) -> str:
    """`2`, `2 and 4`, `2, 4 and 7`."""
    words = [str(value) for value in values]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def count(number: int, noun: str) -> str:
    """`one moment`, `3 moments`."""
    return f"one {noun}" if number == 1 else f"{number} {noun}s"
