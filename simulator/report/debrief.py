"""From a play to its debrief: the scenario's words, the score's figures and the sentences between them."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.events import BeatReached, EndingReached, Event, FactLearned, Replied
from simulator.engine.session import Session
from simulator.report import phrases, verdict
from simulator.report.told import Best, Debrief, DecisionTold, EndingTold, Figures
from simulator.scenario.edition import Edition
from simulator.scenario.model import Beat
from simulator.scenario.screenplay import Line
from simulator.scoring.scorecard import Judgement, Scorecard, score
from simulator.words import _


def debrief(edition: Edition, session: Session, scorecard: Scorecard | None = None) -> Debrief:
    """Tell a play, finished or not."""
    scenario = edition.scenario
    card = scorecard or score(scenario, session.decisions)
    person = scenario.cast[scenario.counterpart]
    decisions = _decisions(edition, session, card)
    trust = (session.setting.trust, *(decision.trust_after for decision in decisions))
    return Debrief(
        title=scenario.title,
        counterpart=person.name,
        wants=person.wants,
        ending=_ending(edition, session),
        headline=verdict.headline(card, decisions, trust, person.name, session.ending is not None),
        try_next=verdict.try_next(edition, card),
        try_at=verdict.try_at(card),
        figures=_figures(card, decisions),
        trust=trust,
        trust_final=session.state.trust,
        trust_tier=phrases.tier_of(verdict.first_name(person.name), session.state.trust),
        decisions=decisions,
        learned=tuple(scenario.facts[fact].text for fact in session.learned),
        questions=scenario.debrief.questions,
        endings=len(scenario.endings),
    )


def lines_of(edition: Edition, events: Sequence[Event]) -> tuple[Line, ...]:
    """What was said and seen in a stretch of events: replies, scripts of beats, the ending's script."""
    lines: list[Line] = []
    for event in events:
        match event:
            case BeatReached(beat, variant):
                lines += edition.lines(_script(edition.scenario.beats[beat], variant))
            case Replied(beat, choice, reply):
                lines += edition.lines(edition.scenario.beats[beat].choices[choice].reply[reply].script)
            case EndingReached(ending):
                lines += edition.lines(edition.scenario.endings[ending].script)
    return tuple(lines)


def facts_in(events: Sequence[Event]) -> tuple[str, ...]:
    """The ids of the facts that were learned in a stretch of events."""
    return tuple(event.fact for event in events if isinstance(event, FactLearned))


def _script(beat: Beat, variant: int | None) -> str:
    return beat.script if variant is None else beat.variants[variant].script


def _ending(edition: Edition, session: Session) -> EndingTold | None:
    if session.ending is None:
        return None
    ending = edition.scenario.endings[session.ending]
    kind = _(phrases.ENDINGS[ending.kind])
    lines = edition.lines(ending.script)
    return EndingTold(session.ending, ending.title, ending.kind, kind, lines, ending.later)


def _decisions(edition: Edition, session: Session, card: Scorecard) -> tuple[DecisionTold, ...]:
    turns = session.turns
    return tuple(
        _decision(edition, number, judgement, turns[number - 1].events, turns[number].events)
        for number, judgement in enumerate(card.judgements, 1)
    )


def _decision(
    edition: Edition, number: int, judgement: Judgement, before: Sequence[Event], after: Sequence[Event]
) -> DecisionTold:
    made, judged = judgement.made, judgement.judged
    beat = edition.scenario.beats[made.beat]
    choice = beat.choices[made.choice]
    principle = edition.principle(choice.principle)
    return DecisionTold(
        number=number,
        beat=made.beat,
        choice=made.choice,
        moment=_(phrases.MOMENTS[beat.moment]) if beat.moment else "",
        because=_(phrases.REASONS[judged.target.because]),
        lines=lines_of(edition, [event for event in before if isinstance(event, BeatReached)]),
        say=choice.say,
        reply=lines_of(edition, [event for event in after if isinstance(event, Replied)]),
        thinks=beat.thinks,
        thinks_after=choice.thinks,
        assertiveness=judged.rating.assertiveness,
        partnership=judged.rating.partnership,
        band=judged.band,
        band_as_written=judged.target.band,
        floor=judged.target.floor,
        kinds=judged.target.kinds,
        weight=judged.target.weight,
        fit=judged.fit,
        fit_word=phrases.fit_word(judged.fit),
        trust_before=made.trust_before,
        trust_after=made.trust_after,
        evidence=made.evidence,
        act=choice.act if choice.harm else None,
        repairs=choice.repairs,
        why=choice.why,
        principle=principle.rule if principle else None,
        source=principle.source if principle else None,
        trust_note=verdict.trust_notes(judgement, before, _counterpart(edition)),
        best=_best(judgement),
    )


def _counterpart(edition: Edition) -> str:
    return edition.scenario.cast[edition.scenario.counterpart].name


def _best(judgement: Judgement) -> Best | None:
    """The best line on offer, where another one was said that fits less."""
    best = judgement.best
    rated = best.choice
    if best.id == judgement.made.choice or judgement.judged.fit == 1:
        return None
    return Best(rated.say, rated.assertiveness, rated.partnership, judgement.best_gain)


def _figures(card: Scorecard, decisions: Sequence[DecisionTold]) -> Figures:
    has_balance = card.balance is not None and card.margin is not None
    return Figures(
        balance=card.balance,
        margin=card.margin,
        range=phrases.between(card.balance or 0.0, card.margin or 0.0) if has_balance else None,
        band=phrases.band_word(card.balance or 0.0, card.hold, card.yielded) if has_balance else None,
        hold=card.hold,
        yielded=card.yielded,
        style=verdict.style_words(card),
        missing=None if has_balance else verdict.why_no_balance(card),
        cap=card.cap,
        cap_note=verdict.cap_note(card, decisions),
    )
