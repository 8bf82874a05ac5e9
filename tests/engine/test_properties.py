"""What holds of every play of every sound scenario."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.events import ChoiceMade, FactLearned, TrustMoved
from simulator.engine.program import Program, compile_program
from simulator.engine.session import Session, replay
from simulator.engine.shuffle import shown
from simulator.engine.step import NotOnOffer, offers, step
from simulator.engine.transcript import Setting
from simulator.scenario.model import Scenario
from simulator.scoring.scorecard import score


def opened(scenario: Scenario) -> Session:
    program = compile_program(scenario)
    return Session(program, Setting(scenario="s", digest="d", trust=program.trust))


@st.composite
def plays(draw: st.DrawFn, take_backs: bool = False) -> Session:
    """A play of a scenario made at random, up to wherever it was left."""
    session = opened(draw(st.from_type(Scenario)))
    for _ in range(draw(st.integers(0, 14))):
        if take_backs and session.choices and draw(st.integers(0, 3)) == 0:
            session.take_back(at=draw(st.none() | st.floats(0, 2e9)))
        elif session.offers:
            session.say(draw(st.sampled_from(session.offers)).id)
    return session


def everything(session: Session) -> tuple[object, ...]:
    card = score(session.program.scenario, session.decisions)
    return session.state, session.events, session.offers, session.learned, session.ending, card


@given(plays(take_backs=True))
def test_replay_is_identity(session: Session) -> None:
    again = replay(session.program, session.transcript)
    assert everything(again) == everything(session)
    assert again.transcript == session.transcript
    assert again.turns == session.turns


@given(plays(take_backs=True))
def test_the_line_that_remains_is_the_play(session: Session) -> None:
    line = Session(session.program, session.setting)
    for choice in session.transcript.choices:
        line.say(choice)
    assert session.choices == session.transcript.choices
    assert everything(line) == everything(session)


@given(plays(), st.data())
def test_taking_back_equals_never_having_said_it(session: Session, data: st.DataObject) -> None:
    before, entries = everything(session), session.transcript.entries
    if not session.offers:
        return
    choice = data.draw(st.sampled_from(session.offers)).id
    session.say(choice)
    assert session.take_back() == choice
    assert everything(session) == before
    assert session.transcript.entries[: len(entries)] == entries
    assert len(session.transcript.entries) == len(entries) + 2


@given(plays())
def test_trust_stays_in_range_and_every_move_of_it_is_told(session: Session) -> None:
    trust = session.setting.trust
    for event in session.events:
        if isinstance(event, ChoiceMade):
            assert event.trust_before == trust
        if isinstance(event, TrustMoved):
            assert event.before == trust != event.after
            trust = event.after
            assert 0 <= trust <= 100
    assert trust == session.state.trust


@given(plays())
def test_gauges_stay_in_range_and_a_fact_is_learned_once(session: Session) -> None:
    scenario = session.program.scenario
    for value, gauge in zip(session.state.gauges, scenario.gauges.values(), strict=True):
        assert gauge.min <= value <= gauge.max
    learned = [event.fact for event in session.events if isinstance(event, FactLearned)]
    assert len(set(learned)) == len(learned)
    assert sorted(learned) == sorted(session.learned)
    assert not any(scenario.facts[fact].known for fact in learned)


@given(plays())
def test_a_score_so_far_never_depends_on_what_follows(session: Session) -> None:
    scenario, whole = session.program.scenario, session.decisions
    live = Session(session.program, session.setting)
    for number, choice in enumerate(session.choices, start=1):
        live.say(choice)
        assert score(scenario, live.decisions) == score(scenario, whole[:number])


@given(plays())
def test_offers_stand_in_authored_order_and_asking_changes_nothing(session: Session) -> None:
    program, state = session.program, session.state
    ids = [offer.id for offer in offers(program, state)]
    beat = program.scenario.beats.get(state.at)
    assert ids == [choice for choice in (beat.choices if beat else ()) if choice in ids]
    assert session.offers == offers(program, state) == offers(program, deepcopy(state))
    assert bool(ids) is (session.ending is None)


@given(plays())
def test_what_is_on_offer_can_be_said_and_nothing_else(session: Session) -> None:
    on_offer = tuple(offer.id for offer in session.offers)
    before = (*everything(session), session.transcript)
    every = {choice for beat in session.program.scenario.beats.values() for choice in beat.choices}
    for choice in {*every, "", "no_such_choice"} - set(on_offer):
        with pytest.raises(NotOnOffer) as refused:
            session.say(choice)
        assert refused.value.offers == on_offer
        assert str(refused.value).endswith(", ".join(on_offer))
    assert (*everything(session), session.transcript) == before
    for choice in on_offer:
        session.say(choice)
        session.take_back()


@given(plays())
def test_a_step_changes_neither_the_state_nor_the_scenario(session: Session) -> None:
    program, state = session.program, session.state
    scenario, before = deepcopy(program.scenario), deepcopy(state)
    results = [[step(program, state, offer.id) for offer in session.offers] for _ in range(2)]
    assert results[0] == results[1]
    assert state == before
    assert program.scenario == scenario


@given(plays(), st.integers(0, 2**64), st.data())
def test_the_shown_order_depends_on_seed_beat_and_choice_alone(
    session: Session, seed: int, data: st.DataObject
) -> None:
    everything_said: Program = session.program
    for row in everything_said.beats.values():
        authored = [choice.offer for choice in row.rows]
        order = shown(authored, seed)
        assert sorted(offer.id for offer in order) == sorted(offer.id for offer in authored)
        some = data.draw(st.lists(st.sampled_from(authored), unique_by=id)) if authored else []
        assert shown(some, seed) == tuple(offer for offer in order if offer in some)
