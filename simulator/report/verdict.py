"""The sentences of a debrief: what they say follows from the figures, never the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.events import Event, TrustMoved
from simulator.report.phrases import ASSERTIVENESS, STYLES, TIERS, count, numbers
from simulator.report.told import DecisionTold
from simulator.scenario.edition import Edition
from simulator.scoring.balance import NEEDED
from simulator.scoring.harm import GRAVE_OR_SEVERAL, ONE_PRESSURE
from simulator.scoring.scorecard import Judgement, Scorecard

HIGH, LOW = 0.8, 0.5
UNUSED_TRUST = 75


def headline(
    card: Scorecard, decisions: Sequence[DecisionTold], trust: Sequence[int], name: str, is_over: bool
) -> str:
    """One sentence on the play, the one that matters most."""
    if not decisions:
        return "Nothing was said yet, so there is nothing to tell."
    if card.harms.unrepaired:
        return f"What weighs most: {_acts(card.harms.unrepaired, decisions)} not put right."
    if not is_over and card.balance is None:
        return f"You stopped after {count(len(decisions), 'decision')}; this is what was played so far."
    return _pattern(card, decisions, trust, first_name(name))


def _pattern(card: Scorecard, decisions: Sequence[DecisionTold], trust: Sequence[int], name: str) -> str:
    hold, give = card.hold or 0.0, card.yielded or 0.0
    soft = [told.number for told in decisions if "hold" in told.kinds and told.assertiveness < told.band[0]]
    hard = [told.number for told in decisions if "yield" in told.kinds and told.assertiveness > told.band[1]]
    cool = [told.number for told in decisions if told.partnership < told.floor]
    if hold >= HIGH and give >= HIGH:
        return f"You held where holding was due and gave way where that was due, and stayed with {name}."
    highest = max(trust)
    if highest >= UNUSED_TRUST and highest > trust[0] and hold < LOW and soft:
        called = count(len(soft), "moment")
        return f"You built trust to {highest} and did not use it: {called} called for holding."
    if cool and (len(cool) * 2 > len(decisions) or not (soft or hard)):
        called = count(len(cool), "moment")
        return f"At {called} your point came without enough regard for {name}'s side of it."
    return _misplaced_push(soft, hard, give, name)


def _misplaced_push(soft: Sequence[int], hard: Sequence[int], give: float, name: str) -> str:
    """Where the push was too soft, too hard, or both."""
    let_go, pushed = (numbers(tuple(misses)) if misses else "" for misses in (soft, hard))
    if soft and hard:
        return f"You pushed where it was time to give way, at {pushed}, and let go of your point at {let_go}."
    if soft:
        held = "You gave way gracefully" if give >= HIGH else "You gave way"
        return f"{held}, and let your point go where holding was due, at {let_go}."
    if hard:
        return f"You stood up for your view, also where it was time to give way, at {pushed}."
    return f"You met most moments, and kept {name} in the conversation."


def try_next(edition: Edition, card: Scorecard) -> str:
    """One thing to try: the rule behind the line that would have added most."""
    missed = [one for one in card.judgements if one.best.id != one.made.choice and one.judged.fit < 1]
    if not missed:
        others = [nature.label for nature in list(edition.scenario.temperaments.values())[1:]]
        return f"Play it again on another day: {others[0]}." if others else "Play it to another ending."
    most = max(missed, key=lambda one: (one.best_gain or 0.0, 1 - one.judged.fit))
    principle = edition.principle(most.best.choice.principle)
    return principle.rule if principle else most.best.choice.why


def style_words(card: Scorecard) -> str | None:
    """The style of the play in plain words; none where harm was left unrepaired: the act is named instead."""
    if card.style is None or card.harms.unrepaired:
        return None
    words = STYLES[card.style]
    return words if card.firm else f"leaning: {words}"


def why_no_balance(card: Scorecard) -> str:
    """What is missing for a balance."""
    holds = sum(one.judged.target.is_hold for one in card.judgements)
    yields = sum(one.judged.target.is_yield for one in card.judgements)
    return (
        f"A balance needs {NEEDED} moments that call for holding and {NEEDED} that call for giving way; "
        f"this play had {holds} and {yields}."
    )


def cap_note(card: Scorecard, decisions: Sequence[DecisionTold]) -> str | None:
    """How harm held the balance down, in words; None where nothing did."""
    harms = card.harms
    if harms.unrepaired:
        return f"held to {harms.cap}: {_acts(harms.unrepaired, decisions)} not put right"
    if harms.repaired and harms.repair is not None:
        before = ONE_PRESSURE if _is_one_pressure(card) else GRAVE_OR_SEVERAL
        acts = _acts(harms.repaired, decisions)
        return f"held to {harms.cap}, not {before}: {acts} put right at {harms.repair + 1}"
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
    return f"On the way here trust went from {drifts[0].before} to {drifts[-1].after} by itself."


def trust_note(judgement: Judgement, name: str) -> str | None:
    """Where trust changed what was due: what this trust affords, what was said, and where it would fit."""
    judged = judgement.judged
    said, (_, high), written = judged.rating.assertiveness, judged.band, judged.target.band
    if not high < said <= written[1]:
        return None
    needed = (said - 1) * 25
    heard = TIERS[high - 2].removeprefix("will ")
    did = ASSERTIVENESS[said]
    at = judgement.made.trust_before
    return f"At {at}, {first_name(name)} would {heard}; you {did}. From {needed} on this line fits fully."


def first_name(name: str) -> str:
    """The first word of a full name."""
    return name.split(maxsplit=1)[0] if name.split() else name


def _acts(positions: Sequence[int], decisions: Sequence[DecisionTold]) -> str:
    """`the invented deadline at 4 was`, for a sentence that goes on."""
    named = [f"the {decisions[position].act} at {position + 1}" for position in positions]
    verb = "was" if len(named) == 1 else "were"
    return f"{' and '.join(named)} {verb}"


def _is_one_pressure(card: Scorecard) -> bool:
    repaired = card.harms.repaired
    return len(repaired) == 1 and card.judgements[repaired[0]].judged.harm == "pressure"
