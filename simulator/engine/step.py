"""The transition of a play, and the one authority on what can be said."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine.events import ChoiceMade, EndingReached, Event, Replied, Stranded, TrustMoved
from simulator.engine.program import BeatRow, ChoiceRow, Offer, Program
from simulator.engine.state import NOWHERE, State
from simulator.engine.trust import HIGHEST, LOWEST, TIER, clipped
from simulator.scenario.conditions import Test


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
    return tuple(row.offer for row in beat.rows if _is_open(row, state))


def step(program: Program, state: State, choice: str) -> tuple[State, tuple[Event, ...]]:
    """Say `choice` in `state`: the next state, and what happened in order.

    Raises NotOnOffer where the choice is not among `offers`.
    """
    beat = program.beats.get(state.at)
    row = beat.by_id.get(choice) if beat else None
    if row is None or not (row.free or _is_open(row, state)):
        raise NotOnOffer(choice, state.at, tuple(offer.id for offer in offers(program, state)))
    at, before, facts, flags, gauges, picked, moved = state
    evidence = bool(row.uses & facts & ~program.known)
    trust = before + row.deltas[evidence][before // TIER]
    trust = LOWEST if trust < LOWEST else min(trust, HIGHEST)
    events: list[Event] = [ChoiceMade(at, choice, before, trust, evidence)]
    if trust != before:
        events.append(TrustMoved(before, trust, True))
    flags = (flags | row.sets) & ~row.clears
    if row.adds:
        gauges = _added(row, gauges)
    if row.reveals & ~facts:
        facts = _reveal(program, row.reveals, facts, events)
    if row.replies:
        _reply(row, (trust, facts, flags, gauges), events)
    target = _first(row.routes, trust, facts, flags, gauges)
    after = State(target, trust, facts, flags, gauges, picked | row.once, moved)
    if target == NOWHERE:
        events.append(Stranded(at))
        return after, tuple(events)
    return _arrive(program, after, events), tuple(events)


def _is_open(row: ChoiceRow, state: State) -> bool:
    _, trust, facts, flags, gauges, picked, _ = state
    if row.once & picked or row.uses & ~facts:
        return False
    return row.when is None or row.when(trust, facts, flags, gauges)


def _arrive(program: Program, state: State, events: list[Event]) -> State:
    """Reach `state.at`, and follow beats without choices until something can be said or the play ends."""
    at, trust, facts, flags, gauges, picked, moved = state
    beats = program.beats
    hops = 0
    while True:
        beat = beats.get(at)
        if beat is None:
            events.append(EndingReached(at))
            break
        if beat.reveals & ~facts:
            facts = _reveal(program, beat.reveals, facts, events)
        if beat.moved & ~moved:
            moved |= beat.moved
            trust = _drift(beat, trust, events)
        events.append(_reached(beat, trust, facts, flags, gauges) if beat.variants else beat.reached)
        if beat.rows:
            break
        hops += 1
        at = _first(beat.routes, trust, facts, flags, gauges) if hops <= len(beats) else NOWHERE
        if at == NOWHERE:
            events.append(Stranded(beat.id))
            break
    return State(at, trust, facts, flags, gauges, picked, moved)


def _drift(beat: BeatRow, trust: int, events: list[Event]) -> int:
    after = clipped(trust + beat.moves_trust)
    if after != trust:
        events.append(TrustMoved(trust, after, False))
    return after


def _reached(beat: BeatRow, trust: int, facts: int, flags: int, gauges: tuple[int, ...]) -> Event:
    for test, reached in beat.variants:
        if test(trust, facts, flags, gauges):
            return reached
    return beat.reached


def _reveal(program: Program, revealed: int, facts: int, events: list[Event]) -> int:
    new = revealed & ~facts
    while new:
        lowest = new & -new
        events.append(program.facts[lowest.bit_length() - 1])
        new ^= lowest
    return facts | revealed


def _added(row: ChoiceRow, gauges: tuple[int, ...]) -> tuple[int, ...]:
    values = list(gauges)
    for addition in row.adds:
        value = values[addition.gauge] + addition.amount
        values[addition.gauge] = max(addition.lowest, min(addition.highest, value))
    return tuple(values)


def _reply(row: ChoiceRow, now: tuple[int, int, int, tuple[int, ...]], events: list[Event]) -> None:
    for test, position in row.replies:
        if test is None or test(*now):
            events.append(Replied(row.offer.beat, row.offer.id, position))
            return


def _first(
    routes: Iterable[tuple[Test | None, str]], trust: int, facts: int, flags: int, gauges: tuple[int, ...]
) -> str:
    for test, target in routes:
        if test is None or test(trust, facts, flags, gauges):
            return target
    return NOWHERE
