"""The transition of a play, and the one authority on what can be said."""

from __future__ import annotations

from simulator.engine.events import BeatReached, ChoiceMade, EndingReached, Event, Stranded, TrustMoved
from simulator.engine.program import Program
from simulator.engine.rows import BeatRow, ChoiceRow, Gifts, Offer, Routes
from simulator.engine.state import NOWHERE, State, make
from simulator.engine.trust import clipped

MOST_EVENTS = 100_000
"""No scene passes so many beats between two choices: ten visits to each beat of the largest file."""


class NotOnOffer(ValueError):
    """A choice was made that cannot be said here; `offers` are the ids that can."""

    def __init__(self, choice: str, at: str, offers: tuple[str, ...]) -> None:
        super().__init__(f"{choice!r} can't be said at {at!r}; on offer: {', '.join(offers)}")
        self.choice = choice
        self.at = at
        self.offers = offers


def start(program: Program, trust: int | None = None) -> tuple[State, tuple[Event, ...]]:
    """The state and events on opening a play; `trust` (0..100) replaces what the scenario says."""
    opening = program.trust if trust is None else clipped(trust)
    blank = State(program.scenario.start, opening, program.known, program.flags, program.gauges)
    events: list[Event] = []
    return _arrive(program, blank, events), tuple(events)


def offers(program: Program, state: State) -> tuple[Offer, ...]:
    """The choices that can be said now, in authored order; none at an ending."""
    beat = program.beats.get(state.at)
    if beat is None:
        return ()
    if beat.offers is not None:
        return beat.offers
    return tuple([row.offer for row in beat.rows if row.free or _is_open(row, state)])


def step(program: Program, state: State, choice: str) -> tuple[State, tuple[Event, ...]]:
    """Say `choice` in `state`: the next state, and what happened in order.

    Raises NotOnOffer where the choice is not among `offers`.
    """
    row = _row(program, state, choice)
    at, before, facts, flags, gauges, picked, moved = state
    trust = row.trusts[before]
    events: list[Event] = [make(ChoiceMade, (at, choice, before, trust, row.evidence))]
    if trust != before:
        events.append(make(TrustMoved, (before, trust, True)))
    after = make(State, (row.target, trust, facts, flags, gauges, picked | row.once, moved))
    if row.changes:
        after = _changed(row, after, events)
    if row.target == NOWHERE:
        after = _led_on(row.routes, after, at, events)
    return _arrive(program, after, events), tuple(events)


def _row(program: Program, state: State, choice: str) -> ChoiceRow:
    beat = program.beats.get(state.at)
    row = beat.by_id.get(choice) if beat else None
    if row is None or not (row.free or _is_open(row, state)):
        raise NotOnOffer(choice, state.at, tuple(offer.id for offer in offers(program, state)))
    return row


def _is_open(row: ChoiceRow, state: State) -> bool:
    _, trust, facts, flags, gauges, picked, _ = state
    if row.once & picked or row.uses & ~facts:
        return False
    return row.when is None or row.when(trust, facts, flags, gauges)


def _changed(row: ChoiceRow, state: State, events: list[Event]) -> State:
    """What a choice changes besides trust; the reply is chosen by what holds then."""
    at, trust, facts, flags, gauges, picked, moved = state
    flags = (flags | row.sets) & ~row.clears
    if row.adds:
        gauges = _added(row, gauges)
    if row.reveals:
        facts = _given(row.reveals, facts, events)
    for test, replied in row.replies:
        if test is None or test(trust, facts, flags, gauges):
            events.append(replied)
            break
    return make(State, (at, trust, facts, flags, gauges, picked, moved))


def _added(row: ChoiceRow, gauges: tuple[int, ...]) -> tuple[int, ...]:
    values = list(gauges)
    for gauge, amount, lowest, highest in row.adds:
        value = values[gauge] + amount
        values[gauge] = lowest if value < lowest else min(value, highest)
    return tuple(values)


def _given(gifts: Gifts, facts: int, events: list[Event]) -> int:
    for bit, learned in gifts:
        if not facts & bit:
            facts |= bit
            events.append(learned)
    return facts


def _arrive(program: Program, state: State, events: list[Event]) -> State:
    """Reach `state.at`, and follow beats without choices until something can be said or the play ends."""
    beats = program.beats
    steady = 0
    while state.at != NOWHERE:
        beat = beats.get(state.at)
        if beat is None:
            events.append(EndingReached(state.at))
            break
        if beat.changes:
            changed = _reach(beat, state, events)
            steady, state = (steady, state) if changed == state else (0, changed)
        events.append(_staged(beat, state) if beat.variants else beat.reached)
        if beat.rows:
            if not (beat.open or any(_is_open(row, state) for row in beat.rows)):
                events.append(Stranded(beat.id))
            break
        steady += 1
        is_ring = steady > len(beats) or len(events) > MOST_EVENTS
        state = _led_on(() if is_ring else beat.routes, state, beat.id, events)
    return state


def _reach(beat: BeatRow, state: State, events: list[Event]) -> State:
    """What reaching a beat changes: facts given away, and trust the first time."""
    at, trust, facts, flags, gauges, picked, moved = state
    facts = _given(beat.reveals, facts, events)
    if beat.moved & ~moved:
        moved |= beat.moved
        trust = clipped(trust + beat.moves_trust)
        if trust != state.trust:
            events.append(TrustMoved(state.trust, trust, False))
    return State(at, trust, facts, flags, gauges, picked, moved)


def _staged(beat: BeatRow, state: State) -> BeatReached:
    _, trust, facts, flags, gauges, _, _ = state
    for test, reached in beat.variants:
        if test(trust, facts, flags, gauges):
            return reached
    return beat.reached


def _led_on(routes: Routes, state: State, beat: str, events: list[Event]) -> State:
    """The state at the first target whose condition holds; nowhere, after `beat`, if none does."""
    _, trust, facts, flags, gauges, picked, moved = state
    for test, target in routes:
        if test is None or test(trust, facts, flags, gauges):
            return make(State, (target, trust, facts, flags, gauges, picked, moved))
    events.append(Stranded(beat))
    return make(State, (NOWHERE, trust, facts, flags, gauges, picked, moved))
