"""The score of one play, with every decision's part in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.engine.events import ChoiceMade
from simulator.engine.program import Offer
from simulator.engine.session import Decision
from simulator.scenario.model import Scenario
from simulator.scoring.balance import Sums, has_balance, margin_of, sums_of
from simulator.scoring.fit import Judged, fit, judge, rating_of
from simulator.scoring.harm import Harms, harms_of
from simulator.scoring.style import Style, is_firm, style_of
from simulator.scoring.target import target_of


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision explained: what was said, how it fits, and the best that was on offer.

    `best_gain` is what the balance would have gained, in points, had only this
    rating been the best offer's; None where the play has no balance.
    """

    made: ChoiceMade
    judged: Judged
    best: Offer
    best_gain: float | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """How well a play went.

    `hold` and `yielded` are 0..1 (None without a decision of the kind), balance
    and margin are points of 100. Balance, margin, style and firm are None until
    there are two hold and two yield decisions.
    """

    hold: float | None
    yielded: float | None
    cap: int
    balance: float | None
    margin: float | None
    style: Style | None
    firm: bool | None
    harms: Harms
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a play that need no scenario, only judged decisions."""

    sums: Sums
    harms: Harms
    balance: float | None
    margin: float | None
    style: Style | None
    firm: bool | None


def figures_of(play: Sequence[Judged]) -> Figures:
    """Score judged decisions; the formulas are those of scoring version 1."""
    sums, harms = sums_of(play), harms_of(play)
    balance = _balance(play, sums, harms)
    if balance is None:
        return Figures(sums, harms, None, None, None, None)
    style = style_of(play)
    return Figures(sums, harms, balance, margin_of(play), style, is_firm(play, style))


def balance_of(play: Sequence[Judged]) -> float | None:
    """The balance alone (0..100), for whoever weighs many plays; None where there is none to speak of."""
    return _balance(play, sums_of(play), harms_of(play))


def _balance(play: Sequence[Judged], sums: Sums, harms: Harms) -> float | None:
    return min(sums.uncapped, harms.cap) if has_balance(play) else None


def judged_play(scenario: Scenario, decisions: Sequence[Decision]) -> list[Judged]:
    """The decisions of a play, each judged where trust stood before it."""
    return [_judged(scenario, decision.made) for decision in decisions]


def _judged(scenario: Scenario, made: ChoiceMade) -> Judged:
    beat = scenario.beats[made.beat]
    return judge(target_of(beat), made.trust_before, beat.choices[made.choice])


def score(scenario: Scenario, decisions: Sequence[Decision]) -> Scorecard:
    """Score the decisions of one play, finished or not."""
    play = judged_play(scenario, decisions)
    figures = figures_of(play)
    hold, give = figures.sums.shares
    return Scorecard(
        hold=hold,
        yielded=give,
        cap=figures.harms.cap,
        balance=figures.balance,
        margin=figures.margin,
        style=figures.style,
        firm=figures.firm,
        harms=figures.harms,
        judgements=tuple(
            _judgement(decision, judged, figures) for decision, judged in zip(decisions, play, strict=True)
        ),
    )


def best_offer(offers: Sequence[Offer], judged: Judged) -> Offer:
    """The best-fitting offer where a decision was made; ties go to the first in authored order."""
    return max(offers, key=lambda offer: _fit_of(offer, judged))


def _fit_of(offer: Offer, judged: Judged) -> float:
    """How an offer would have fitted where this decision was made."""
    return fit(rating_of(offer.choice), judged.band, judged.target.floor)


def _judgement(decision: Decision, judged: Judged, figures: Figures) -> Judgement:
    best = best_offer(decision.offered, judged)
    gain = None
    if figures.balance is not None:
        target = judged.target
        replaced = figures.sums.plus(target, judged.fit, -1).plus(target, _fit_of(best, judged))
        gain = max(0.0, min(replaced.uncapped, figures.harms.cap) - figures.balance)
    return Judgement(decision.made, judged, best, gain)
