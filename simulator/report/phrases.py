"""The model's terms in plain words, for every view that tells a play."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.engine.trust import affords
from simulator.words import _, listed, mark

if TYPE_CHECKING:
    from simulator.analysis.bots.spread import Spread
    from simulator.scenario.model import EndingKind, Moment, Reason
    from simulator.scoring.style import Style

STYLES: Mapping[Style, str] = {
    "courteous-until-it-counts": mark("warm while little was at stake, cooler when it counted"),
    "partner": mark("firm where it was due, and with them"),
    "one-gear": mark("the same push at every moment, whatever it called for"),
    "seesaw": mark("too soft at one moment, too hard at the next"),
    "order-taker": mark("gave way where holding was due"),
    "avoider": mark("held back and kept a distance"),
    "crusader": mark("held on where giving way was due"),
    "hammer": mark("pushed past the moment, with little regard"),
    "cold-expert": mark("right about how hard to push, short on regard"),
    "mixed": mark("no one pattern in how the moments were missed"),
}
MOMENTS: Mapping[Moment, str] = {
    "take-the-order": mark("take the order"),
    "let-go": mark("let go"),
    "repair": mark("put it right"),
    "explore": mark("explore"),
    "test": mark("test their view"),
    "push-back": mark("push back"),
    "stand-firm": mark("stand firm"),
}
REASONS: Mapping[Reason, str] = {
    "relationship": mark("the relationship comes first here"),
    "trust": mark("trust is earned by delivering"),
    "visibility": mark("it makes your work visible"),
    "politics": mark("the politics of the moment call for it"),
    "pick-battles": mark("this battle is not worth the fight"),
    "evidence": mark("you have something to show for your view"),
    "autonomy": mark("it is their decision"),
    "need": mark("the request is a guess at a cure: find the pain"),
    "duty": mark("law, safety or ethics leave no choice"),
}
ENDINGS: Mapping[EndingKind, str] = {
    "agreement": mark("an agreement"),
    "principled-no": mark("a principled no"),
    "let-go": mark("a graceful letting go"),
    "brittle-yes": mark("a brittle yes"),
    "break": mark("a break"),
}
TIERS = (
    mark("will hear a plain view"),
    mark("will hear a view and a reason"),
    mark("will take a firm line"),
)
OF_SOMEBODY = (
    mark("{name} will hear a plain view"),
    mark("{name} will hear a view and a reason"),
    mark("{name} will take a firm line"),
)
ASSERTIVENESS = (
    mark("dropped your own view"),
    mark("hinted, or asked openly"),
    mark("gave a plain view, or questioned theirs"),
    mark("argued the case: view, reason and ask"),
    mark("set a limit"),
)
YOU_DID = (
    mark("you dropped your own view"),
    mark("you hinted, or asked openly"),
    mark("you gave a plain view, or questioned theirs"),
    mark("you argued the case: view, reason and ask"),
    mark("you set a limit"),
)
"""The same as `ASSERTIVENESS`, as a sentence of its own."""
PARTNERSHIP = (
    mark("without regard for them"),
    mark("brushing them off"),
    mark("civil"),
    mark("acknowledging their need"),
    mark("tied to what they had said matters"),
)
FITS = ((1.0, mark("full")), (0.5, mark("half")), (0.01, mark("little")), (0.0, mark("none")))
BANDS = (
    (80, mark("strong"), mark("strong, one-sided")),
    (65, mark("balanced"), mark("balanced, one-sided")),
    (50, mark("emerging"), mark("emerging, one-sided")),
    (0, mark("not yet"), mark("not yet, one-sided")),
)
MOODS: Mapping[str, str] = {
    "neutral": mark("neutral"),
    "warm": mark("warm"),
    "amused": mark("amused"),
    "thoughtful": mark("thoughtful"),
    "surprised": mark("surprised"),
    "relieved": mark("relieved"),
    "guarded": mark("guarded"),
    "flat": mark("flat"),
    "worried": mark("worried"),
    "annoyed": mark("annoyed"),
    "hurt": mark("hurt"),
    "angry": mark("angry"),
    "cold": mark("cold"),
}
SAID_PUSH = {
    "too little": mark("pushed too little"),
    "about right": mark("pushed about right"),
    "too much": mark("pushed too much"),
}
SAID_RESPECT = {
    "hardly": mark("hardly respectful"),
    "mostly": mark("mostly respectful"),
    "throughout": mark("respectful throughout"),
}
ONE_SIDED = 0.3
"""Difference of Hold and Yield from which a balance is called one-sided."""


def tier(trust: int) -> str:
    """What trust (0..100) affords, in words: the only steps that change what is due."""
    return _(TIERS[_step(trust)])


def tier_of(name: str, trust: int) -> str:
    """What somebody's trust (0..100) affords, as the sentence that names them."""
    return _(OF_SOMEBODY[_step(trust)]).format(name=name)


def _step(trust: int) -> int:
    return max(0, affords(trust) - 2)


def mood(name: str) -> str:
    """A mood of the format in a word; one that is none of its thirteen stays as it is."""
    return _(MOODS.get(name, name))


def own_view(push: str | None, respect: str | None) -> list[str]:
    """How players rated themselves, in words; what they skipped is left out."""
    said = [SAID_PUSH.get(push or ""), SAID_RESPECT.get(respect or "")]
    return [_(words) for words in said if words]


def moment_words(moment: str) -> str:
    """A moment of the model in words; one that none of its versions has stays as it is."""
    return next((_(words) for known, words in MOMENTS.items() if known == moment), moment)


def fit_word(fit: float) -> str:
    """A fit of 0..1 in a word."""
    return _(next(word for least, word in FITS if fit >= least))


def band_word(balance: float, hold: float | None, yielded: float | None) -> str:
    """The coarse band of a balance (0..100), with `one-sided` where Hold and Yield (0..1) lie apart."""
    even, apart = next((even, apart) for least, even, apart in BANDS if balance >= least)
    return _(apart if abs((hold or 0.0) - (yielded or 0.0)) >= ONE_SIDED else even)


def between(balance: float, margin: float) -> str:
    """The range of a balance: `somewhere between 41 and 83`."""
    low, high = max(0.0, balance - margin), min(100.0, balance + margin)
    return _("somewhere between {low} and {high}").format(low=f"{low:.0f}", high=f"{high:.0f}")


def yardstick(luck: Spread) -> str:
    """What random play scores, with its error where that was sampled."""
    mean, error = f"{luck.mean:.0f}", f"{1.96 * luck.error:.0f}"
    if not luck.error:
        return _("For scale: random answers score {mean} on average here.").format(mean=mean)
    told = _("For scale: random answers score {mean} on average here, give or take {error}.")
    return told.format(mean=mean, error=error)


def numbers(values: Sequence[int]) -> str:
    """`2`, `2 and 4`, `2, 4 and 7`."""
    return listed([str(value) for value in values])
