"""The sentences of a debrief: what they say follows from the figures, never the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.events import Event, TrustMoved
from simulator.report.phrases import STYLES, numbers
from simulator.report.told import DecisionTold
from simulator.scenario.edition import Edition
from simulator.scoring.balance import NEEDED
from simulator.scoring.harm import GRAVE_OR_SEVERAL, ONE_PRESSURE
from simulator.scoring.scorecard import Judgement, Scorecard
from simulator.words import _, listed, mark, n_

HIGH, LOW = 0.8, 0.5
UNUSED_TRUST = 75
BEYOND = {
    (2, 3): mark(
        "At {trust}, {name} would hear a plain view; you argued the case: view, reason and ask."
        " From {needed} on this line fits fully."
    ),
    (2, 4): mark(
        "At {trust}, {name} would hear a plain view; you set a limit. From {needed} on this line fits fully."
    ),
    (3, 4): mark(
        "At {trust}, {name} would hear a view and a reason; you set a limit."
        " From {needed} on this line fits fully."
    ),
}
"""Why a line went too far for the trust there was, by the most that fitted and by what was said."""


def headline(
    card: Scorecard, decisions: Sequence[DecisionTold], trust: Sequence[int], name: str, is_over: bool
) -> str:
    """One sentence on the play, the one that matters most."""
    if not decisions:
        return _("Nothing was said yet, so there is nothing to tell.")
    if card.harms.unrepaired:
        weighs = n_(
            "What weighs most: {acts} was not put right.",
            "What weighs most: {acts} were not put right.",
            len(card.harms.unrepaired),
        )
        return weighs.format(acts=_acts(card.harms.unrepaired, decisions))
    if not is_over and card.balance is None:
        stopped = n_(
            "You stopped after one decision; this is what was played so far.",
            "You stopped after {n} decisions; this is what was played so far.",
            len(decisions),
        )
        return stopped.format(n=len(decisions))
    return _pattern(card, decisions, trust, first_name(name))


def _pattern(card: Scorecard, decisions: Sequence[DecisionTold], trust: Sequence[int], name: str) -> str:
    hold, give = card.hold or 0.0, card.yielded or 0.0
    soft = [told.number for told in decisions if "hold" in told.kinds and told.assertiveness < told.band[0]]
    hard = [told.number for told in decisions if "yield" in told.kinds and told.assertiveness > told.band[1]]
    cool = [told.number for told in decisions if told.partnership < told.floor]
    if hold >= HIGH and give >= HIGH:
        met = _("You held where holding was due and gave way where that was due, and stayed with {name}.")
        return met.format(name=name)
    highest = max(trust)
    if highest >= UNUSED_TRUST and highest > trust[0] and hold < LOW and soft:
        unused = n_(
            "You built trust to {trust} and did not use it: one moment called for holding.",
            "You built trust to {trust} and did not use it: {n} moments called for holding.",
            len(soft),
        )
        return unused.format(trust=highest, n=len(soft))
    if cool and (len(cool) * 2 > len(decisions) or len(cool) > len({*soft, *hard})):
        cold = n_(
            "At one moment your point came without enough regard for {name}'s side of it.",
            "At {n} moments your point came without enough regard for {name}'s side of it.",
            len(cool),
        )
        return cold.format(n=len(cool), name=name)
    return _misplaced_push(soft, hard, give, name)


def _misplaced_push(soft: Sequence[int], hard: Sequence[int], give: float, name: str) -> str:
    """Where the push was too soft, too hard, or both."""
    let_go, pushed = (numbers(tuple(misses)) if misses else "" for misses in (soft, hard))
    if soft and hard:
        both = _(
            "You pushed where it was time to give way, at {pushed}, and let go of your point at {let_go}."
        )
        return both.format(pushed=pushed, let_go=let_go)
    if soft and give >= HIGH:
        graceful = _("You gave way gracefully, and let your point go where holding was due, at {let_go}.")
        return graceful.format(let_go=let_go)
    if soft:
        return _("You gave way, and let your point go where holding was due, at {let_go}.").format(
            let_go=let_go
        )
    if hard:
        stood = _("You stood up for your view, also where it was time to give way, at {pushed}.")
        return stood.format(pushed=pushed)
    return _("You met most moments, and kept {name} in the conversation.").format(name=name)


def try_next(edition: Edition, card: Scorecard) -> str:
    """One thing to do: the rule behind the line that would have added most, or else that line itself."""
    most = _most_missed(card)
    if most is None:
        others = [nature.label for nature in list(edition.scenario.temperaments.values())[1:]]
        if not others:
            return _("Play it to another ending.")
        return _("Play it again on another day: {temperament}.").format(temperament=others[0])
    principle = edition.principle(most.best.choice.principle)
    if principle:
        return principle.rule
    instead = _('at decision {n}, say instead: "{words}"')
    return instead.format(n=card.judgements.index(most) + 1, words=most.best.choice.say)


def try_at(card: Scorecard) -> int | None:
    """The number of the decision (from 1) that `try_next` speaks of; None where nothing was missed."""
    most = _most_missed(card)
    return None if most is None else card.judgements.index(most) + 1


def _most_missed(card: Scorecard) -> Judgement | None:
    """The decision whose best line would have added most."""
    missed = [one for one in card.judgements if one.best.id != one.made.choice and one.judged.fit < 1]
    return max(missed, key=lambda one: (one.best_gain or 0.0, 1 - one.judged.fit), default=None)


def style_words(card: Scorecard) -> str | None:
    """The style of the play in plain words; none where harm was left unrepaired: the act is named instead."""
    if card.style is None or card.harms.unrepaired:
        return None
    words = _(STYLES[card.style])
    return words if card.firm else _("leaning: {style}").format(style=words)


def why_no_balance(card: Scorecard) -> str:
    """What is missing for a balance."""
    holds = sum(one.judged.target.is_hold for one in card.judgements)
    yields = sum(one.judged.target.is_yield for one in card.judgements)
    told = _(
        "A balance needs {needed} moments that call for holding and {needed} that call for giving way; "
        "this play had {holds} and {yields}."
    )
    return told.format(needed=NEEDED, holds=holds, yields=yields)


def cap_note(card: Scorecard, decisions: Sequence[DecisionTold]) -> str | None:
    """How harm held the balance down, in words; None where nothing did."""
    harms = card.harms
    if harms.unrepaired:
        held = n_(
            "held to {cap}: {acts} was not put right",
            "held to {cap}: {acts} were not put right",
            len(harms.unrepaired),
        )
        return held.format(cap=harms.cap, acts=_acts(harms.unrepaired, decisions))
    if harms.repaired and harms.repair is not None:
        before = ONE_PRESSURE if _is_one_pressure(card) else GRAVE_OR_SEVERAL
        eased = n_(
            "held to {cap}, not {before}: {acts} was put right at {repair}",
            "held to {cap}, not {before}: {acts} were put right at {repair}",
            len(harms.repaired),
        )
        acts = _acts(harms.repaired, decisions)
        return eased.format(cap=harms.cap, before=before, acts=acts, repair=harms.repair + 1)
    return None


def trust_notes(judgement: Judgement, before: Sequence[Event], name: str) -> str | None:
    """What moved trust on the way to a decision, and where trust changed what was due."""
    notes = [note for note in (_drift_note(before), trust_note(judgement, name)) if note]
    return " ".join(notes) or None


def _drift_note(before: Sequence[Event]) -> str | None:
    """Trust that moved because time passed or work was delivered, not because of a choice."""
    drifts = [event for event in before if isinstance(event, TrustMoved) and not event.by_choice]
    if not drifts:
        return None
    told = _("On the way here trust went from {before} to {after} by itself.")
    return told.format(before=drifts[0].before, after=drifts[-1].after)


def trust_note(judgement: Judgement, name: str) -> str | None:
    """Where trust changed what was due: what this trust affords, what was said, and where it would fit."""
    judged = judgement.judged
    said, high, written = judged.rating.assertiveness, judged.band[1], judged.target.band
    if not high < said <= written[1]:
        return None
    told = _(BEYOND[high, said])
    return told.format(trust=judgement.made.trust_before, name=first_name(name), needed=(said - 1) * 25)


def first_name(name: str) -> str:
    """The first word of a full name."""
    return name.split(maxsplit=1)[0] if name.split() else name


def _acts(positions: Sequence[int], decisions: Sequence[DecisionTold]) -> str:
    """`the invented deadline at 4`, for a sentence that goes on."""
    act = _("the {act} at {number}")
    return listed([act.format(act=decisions[position].act, number=position + 1) for position in positions])


def _is_one_pressure(card: Scorecard) -> bool:
    repaired = card.harms.repaired
    return len(repaired) == 1 and card.judgements[repaired[0]].judged.harm == "pressure"
