"""Sets beside a plain search: every state one by one, by the engine's own steps."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.analysis.explore import Budget, Exploration, explore, layout
from simulator.analysis.explore.harm import Harm, after, kind_of
from simulator.analysis.explore.paths import LONGEST
from simulator.engine.events import BeatReached, EndingReached, Replied, Stranded
from simulator.engine.program import Program
from simulator.engine.state import NOWHERE, State
from simulator.engine.step import offers, start, step

Full: TypeAlias = tuple[State, Harm]
MOST = 1_500


class Plain:
    """All states of a small program, each looked at by itself. `states` is None past `MOST` of them."""

    def __init__(self, program: Program) -> None:
        self.program = program
        scenario = program.scenario
        choices = [choice for beat in scenario.beats.values() for choice in beat.choices.values()]
        self.mendable = any(choice.repairs for choice in choices)
        self.reached: set[str] = set()
        self.offered: set[tuple[str, str]] = set()
        self.taken: set[tuple[Any, ...]] = set()
        self.held: set[tuple[Any, ...]] = set()
        self.failed: set[tuple[Any, ...]] = set()
        self.stuck: dict[str, int] = {}
        self.stranded: dict[tuple[Any, ...], int] = {}
        self.ringing = False
        self.next: dict[Full, list[tuple[str, Full]]] = {}
        self.depth: dict[Full, int] = {}
        self.is_whole = self.search()

    def search(self) -> bool:
        opening, events = start(self.program)
        blank = State(
            self.program.scenario.start,
            self.program.trust,
            self.program.known,
            self.program.flags,
            self.program.gauges,
        )
        self.pass_by(blank, opening)
        self.note(events)
        first = (opening, Harm())
        self.depth[first] = 0
        waiting = deque([first])
        while waiting and len(self.next) < MOST:
            full = waiting.popleft()
            self.next[full] = list(self.ways(*full))
            for _, other in self.next[full]:
                if other not in self.depth:
                    self.depth[other] = self.depth[full] + 1
                    waiting.append(other)
        return not waiting

    def ways(self, state: State, harm: Harm) -> Iterator[tuple[str, Full]]:
        on_offer = offers(self.program, state)
        self.ask_lines(state)
        if state.at in self.program.beats and not on_offer:
            self.stuck[state.at] = self.stuck.get(state.at, 0) + 1
        for offer in on_offer:
            self.offered.add((offer.beat, offer.id))
            came, events = step(self.program, state, offer.id)
            self.note(events)
            self.follow(state, offer.id, came)
            yield offer.id, (came, after(harm, kind_of(offer.choice), mendable=self.mendable))

    def note(self, events: Any) -> None:
        for event in events:
            match event:
                case BeatReached(beat, variant):
                    self.reached.add(beat)
                    if variant is not None:
                        self.taken.add(("beats", beat, "variants", variant))
                case Replied(beat, choice, reply):
                    self.taken.add(("beats", beat, "choices", choice, "reply", reply))
                case EndingReached(ending):
                    self.reached.add(ending)

    def ask(self, test: Any, place: tuple[Any, ...], state: State) -> bool:
        if test is None:
            return True
        answer = bool(test(*state[1:5]))
        (self.held if answer else self.failed).add((*place, "when"))
        return answer

    def ask_lines(self, state: State) -> None:
        beat = self.program.beats.get(state.at)
        for row in beat.rows if beat else ():
            self.ask(row.when, ("beats", state.at, "choices", row.offer.id), state)

    def follow(self, state: State, choice: str, came: State) -> None:
        """What the engine does in one step, told apart; it must come to the same."""
        row = self.program.beats[state.at].by_id[choice]
        gauges = list(state.gauges)
        for one in row.adds:
            gauges[one.gauge] = max(one.lowest, min(one.highest, gauges[one.gauge] + one.amount))
        facts = state.facts
        for bit, _ in row.reveals:
            facts |= bit
        flags = (state.flags | row.sets) & ~row.clears
        picked = state.picked | row.once
        said = State(state.at, row.trusts[state.trust], facts, flags, tuple(gauges), picked, state.moved)
        place = ("beats", state.at, "choices", choice)
        for at, (test, _) in enumerate(row.replies):
            self.ask(test, (*place, "reply", at), said)
        target = self.route(row.routes or ((None, row.target),), place, said)
        self.pass_by(said._replace(at=target), came)

    def route(self, routes: Any, place: tuple[Any, ...], state: State) -> str:
        answers = [self.ask(test, (*place, "to", at), state) for at, (test, _) in enumerate(routes)]
        if True not in answers:
            self.stranded[place] = self.stranded.get(place, 0) + 1
            return NOWHERE
        self.taken.add((*place, "to", answers.index(True)))
        return str(routes[answers.index(True)][1])

    def pass_by(self, state: State, came: State) -> None:
        passed = set()
        while state.at in self.program.beats:
            beat = self.program.beats[state.at]
            facts = state.facts
            for bit, _ in beat.reveals:
                facts |= bit
            trust = state.trust
            if beat.moved & ~state.moved:
                trust = max(0, min(100, trust + beat.moves_trust))
            state = state._replace(facts=facts, trust=trust, moved=state.moved | beat.moved)
            for at, (test, _) in enumerate(beat.variants):
                self.ask(test, ("beats", state.at, "variants", at), state)
            if beat.rows:
                break
            if state in passed:
                self.ringing = True
                state = state._replace(at=NOWHERE)
                break
            passed.add(state)
            state = state._replace(at=self.route(beat.routes, ("beats", state.at), state))
        assert state == came

    @property
    def saved(self) -> set[Full]:
        """The states from which an ending can be reached."""
        back: dict[Full, list[Full]] = {}
        for full, ways in self.next.items():
            for _, other in ways:
                back.setdefault(other, []).append(full)
        found = {full for full in self.next if full[0].at in self.program.scenario.endings}
        waiting = list(found)
        while waiting:
            for other in back.get(waiting.pop(), ()):
                if other not in found:
                    found.add(other)
                    waiting.append(other)
        return found

    @property
    def goes_round(self) -> bool:
        """Whether any state can be reached from itself: what is left once all without a way on are gone."""
        left = {full: {other for _, other in ways} for full, ways in self.next.items()}
        while ends := [full for full, others in left.items() if not others]:
            for full in ends:
                del left[full]
            for others in left.values():
                others.difference_update(ends)
        return bool(left)

    def replay(self, path: tuple[str, ...]) -> list[State]:
        states = [start(self.program)[0]]
        for choice in path:
            states.append(step(self.program, states[-1], choice)[0])
        return states


def both(program: Program) -> tuple[Exploration, Plain]:
    return explore(program, Budget(states=3 * MOST)), Plain(program)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=80)
def test_sets_and_single_states_tell_the_same(by_chance: Any, seed: int) -> None:
    program = by_chance(seed)
    found, plain = both(program)
    if not plain.is_whole:
        assert found.states > MOST
        return
    assert found.exhaustive
    assert found.states == len(plain.next)
    assert found.reached == plain.reached
    assert found.offered == plain.offered
    assert found.taken == plain.taken
    assert found.held == plain.held
    assert found.failed == plain.failed
    assert bool(found.rings) == plain.ringing
    assert bool(found.loops) == plain.goes_round
    assert {one.place[1]: one.states for one in found.stuck} == plain.stuck
    assert {one.place for one in found.stranded} == plain.stranded.keys()
    lost: dict[str, int] = {}
    for state, _ in plain.next.keys() - plain.saved:
        if state.at != NOWHERE:
            lost[state.at] = lost.get(state.at, 0) + 1
    assert {one.place[1]: one.states for one in found.doomed} == lost


@given(seed=st.integers(0, 2**32))
@settings(max_examples=80)
def test_every_path_leads_to_what_it_claims_by_the_fewest_choices(by_chance: Any, seed: int) -> None:
    program = by_chance(seed)
    found, plain = both(program)
    if not plain.is_whole:
        return
    depth = {}
    for (state, _), choices in plain.depth.items():
        depth.setdefault(state.at, choices)
    for stop in found.reached & depth.keys():
        path = found.path_to(stop)
        assert path is not None
        assert plain.replay(path)[-1].at == stop
        assert len(path) == depth[stop]
    for sighting in found.stuck:
        assert sighting.path is not None
        assert not offers(program, plain.replay(sighting.path)[-1])
    for sighting in found.stranded:
        assert sighting.path is not None
        states = plain.replay(sighting.path)
        assert states[-1].at == NOWHERE
    saved = {state for state, _ in plain.saved}
    for sighting in found.doomed:
        assert sighting.path is not None
        assert plain.replay(sighting.path)[-1] not in saved
    for ring in found.rings:
        assert ring.path is not None
        last = (
            start(program)[1]
            if not ring.path
            else step(program, plain.replay(ring.path)[-2], ring.path[-1])[1]
        )
        assert {event.beat for event in last if isinstance(event, BeatReached)} >= set(ring.beats)
        assert any(isinstance(event, Stranded) for event in last)
    for loop in found.loops:
        if loop.path is None:
            assert max(plain.depth.values()) + len(loop.choices) > LONGEST
            continue
        states = plain.replay(loop.path)
        assert states[-1] == states[-1 - len(loop.choices)]
        assert loop.path[-len(loop.choices) :] == tuple(choice for _, choice in loop.choices)


@given(seed=st.integers(0, 2**32), bits=st.sampled_from((101, 700, 2_000)))
@settings(max_examples=40)
def test_gauges_told_one_by_one_change_nothing(by_chance: Any, seed: int, bits: int) -> None:
    program = by_chance(seed)
    with pytest.MonkeyPatch.context() as patch:
        whole = explore(program, Budget(states=5_000))
        patch.setattr(layout, "MOST_BITS", bits)
        apart = explore(program, Budget(states=5_000))
    if whole.exhaustive and apart.exhaustive:
        for name in ("states", "reached", "offered", "taken", "held", "failed", "learned", "gauges_changed"):
            assert getattr(whole, name) == getattr(apart, name)
        assert [(one.place, one.states) for one in sorted(whole.doomed, key=lambda one: one.place)] == [
            (one.place, one.states) for one in sorted(apart.doomed, key=lambda one: one.place)
        ]
