"""The order of things, one sentence of the format at a time."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.engine.events import BeatReached, FactLearned, TrustMoved
from simulator.engine.program import compile_program
from simulator.engine.step import NotOnOffer, start
from simulator.scenario.model import Scenario


def ids(session: Any) -> list[str]:
    return [offer.id for offer in session.offers]


def test_a_once_choice_is_gone_once_picked_and_back_once_taken_back(scene: Any, play: Any) -> None:
    program = scene({"loop": {"choices": {"again": {"once": True, "to": "loop"}, "leave": {}}}})
    session = play(program, "again")
    assert ids(session) == ["leave"]
    with pytest.raises(NotOnOffer, match=r"'again' can't be said at 'loop'; on offer: leave$"):
        session.say("again")
    session.take_back()
    assert ids(session) == ["again", "leave"]


def test_choices_of_one_name_in_two_beats_are_used_up_apart(scene: Any, play: Any) -> None:
    once = {"choices": {"same": {"once": True, "to": "second"}, "leave": {}}}
    program = scene({"first": once, "second": once})
    assert ids(play(program, "same")) == ["same", "leave"]


def test_a_choice_is_offered_once_all_that_it_uses_is_known(scene: Any, play: Any) -> None:
    tie = {"uses": ["told", "given", "late"]}
    program = scene(
        {
            "first": {
                "reveals": ["told"],
                "choices": {"tie": tie, "ask": {"reveals": ["late"], "to": "second"}},
            },
            "second": {"choices": {"tie": tie, "leave": {}}},
        },
        facts={"told": {"text": "T"}, "given": {"text": "G", "known": True}, "late": {"text": "L"}},
    )
    assert ids(play(program)) == ["ask"]
    assert ids(play(program, "ask")) == ["tie", "leave"]


@pytest.mark.parametrize(
    ("known", "evidence", "trust"),
    [
        pytest.param(True, False, 54, id="known from the start, even if given away again"),
        pytest.param(False, True, 60, id="learned on reaching this very beat"),
    ],
)
def test_evidence_is_what_they_told_in_this_play(
    scene: Any, play: Any, known: bool, evidence: bool, trust: int
) -> None:
    program = scene(
        {
            "only": {
                "reveals": ["told"],
                "choices": {"tie": {"uses": ["told"], "partnership": 3}, "leave": {}},
            }
        },
        facts={"told": {"text": "T", "known": known}},
    )
    session = play(program, "tie")
    assert session.decisions[0].made.evidence is evidence
    assert session.state.trust == trust
    assert (FactLearned("told") in session.events) is not known


def test_facts_are_given_away_in_the_order_of_the_list_and_only_once(scene: Any, play: Any) -> None:
    program = scene(
        {
            "first": {"reveals": ["c", "a", "c"], "choices": {"ask": {"reveals": ["b", "a"], "to": "over"}}},
        },
        facts={name: {"text": "T"} for name in "abc"},
    )
    told = [event.fact for event in play(program, "ask").events if isinstance(event, FactLearned)]
    assert told == ["c", "a", "b"]


def test_clears_come_after_sets(scene: Any, play: Any) -> None:
    both = {
        "sets": ["on", "off"],
        "clears": ["off", "was"],
        "to": [{"when": "on and not off", "to": "early"}],
    }
    both["to"].append({"to": "over"})
    program = scene(
        {"only": {"choices": {"both": both}}},
        temperament="set",
        flags={"on": {}, "off": {}, "was": {}},
        temperaments={"unset": {"label": "L"}, "set": {"label": "L", "sets": ["was"]}},
    )
    assert play(program, "both").ending == "early"
    assert play(program, "both").state.flags == 0b001


@pytest.mark.parametrize(("amount", "value"), [(-9, 1), (-1, 2), (0, 3), (1, 4), (99, 5)])
def test_a_gauge_is_clamped_to_its_range(scene: Any, play: Any, amount: int, value: int) -> None:
    program = scene(
        {"only": {"choices": {"go": {"adds": {"x": amount}}}}}, gauges={"x": {"start": 3, "min": 1, "max": 5}}
    )
    assert play(program, "go").state.gauges == (value,)


def test_reply_and_target_see_what_the_choice_changed(scene: Any, play: Any) -> None:
    seen = "trust == 54 and set and told and x == 1"
    go = {
        "partnership": 3,
        "sets": ["set"],
        "reveals": ["told"],
        "adds": {"x": 1},
        "reply": [{"when": f"not ({seen})", "script": "Dana: No."}, {"when": seen, "script": "Dana: Yes."}],
        "to": [{"when": f"not ({seen})", "to": "early"}, {"to": "over"}],
    }
    program = scene(
        {"only": {"choices": {"go": go}}}, flags={"set": {}}, facts={"told": {"text": "T"}}, gauges={"x": {}}
    )
    names = [type(event).__name__ for event in play(program, "go").turns[-1].events]
    assert names == ["ChoiceMade", "TrustMoved", "FactLearned", "Replied", "EndingReached"]
    assert play(program, "go").turns[-1].events[3].reply == 1


def test_no_reply_whose_condition_holds_is_no_reply(scene: Any, play: Any) -> None:
    reply = [{"when": "trust > 90", "script": "Dana: Yes."}]
    program = scene({"only": {"choices": {"go": {"reply": reply}}}})
    assert [type(event).__name__ for event in play(program, "go").turns[-1].events] == [
        "ChoiceMade",
        "EndingReached",
    ]


def test_a_beat_gives_away_then_moves_trust_then_is_staged_then_offers(scene: Any, play: Any) -> None:
    program = scene(
        {
            "only": {
                "reveals": ["told"],
                "moves_trust": 20,
                "variants": [{"when": "told and trust == 70", "script": "[Later.]"}],
                "choices": {"plain": {}, "warm": {"when": "trust >= 70"}},
            }
        },
        facts={"told": {"text": "T"}},
    )
    session = play(program)
    assert session.events == (FactLearned("told"), TrustMoved(50, 70, False), BeatReached("only", 0))
    assert ids(session) == ["plain", "warm"]


def test_a_beat_moves_trust_only_when_it_is_first_reached(scene: Any, play: Any) -> None:
    program = scene(
        {
            "first": {"moves_trust": -7, "choices": {"on": {"to": "second"}}},
            "second": {"moves_trust": -5, "choices": {"back": {"once": True, "to": "first"}, "leave": {}}},
        }
    )
    assert play(program).state.trust == 43
    assert play(program, "on").state.trust == 38
    session = play(program, "on", "back", "on")
    assert session.state.trust == 38
    for _ in range(3):
        session.take_back()
    session.say("on")
    assert session.state.trust == 38


def test_what_a_beat_moves_comes_before_its_choices_are_judged(scene: Any, play: Any) -> None:
    program = scene({"only": {"moves_trust": 200 - 150, "choices": {"go": {"partnership": 3}}}}, trust=60)
    made = play(program, "go").decisions[0].made
    assert (made.trust_before, made.trust_after) == (100, 100)


def test_trust_that_is_given_replaces_the_temperaments_and_the_scenarios(scene: Any, play: Any) -> None:
    nature = {"plain": {"label": "L"}, "cool": {"label": "L", "trust": 20}}
    beats = {"only": {"choices": {"go": {}}}}
    assert play(scene(beats, trust=70)).state.trust == 70
    assert play(scene(beats, "plain", trust=70, temperaments=nature)).state.trust == 70
    assert play(scene(beats, "cool", trust=70, temperaments=nature)).state.trust == 20
    assert play(scene(beats, "cool", trust=70, temperaments=nature), trust=0).state.trust == 0


def test_the_first_temperament_is_the_default_and_an_unknown_one_is_refused(brief: Scenario) -> None:
    assert compile_program(brief).temperament == "even"
    with pytest.raises(KeyError):
        compile_program(brief, "furious")


def test_a_temperament_scales_gain_and_loss(scene: Any, play: Any) -> None:
    beats = {"only": {"choices": {"warm": {"partnership": 4}, "cold": {"partnership": 0, "to": "only"}}}}
    beats["only"]["choices"]["cold"]["once"] = True
    program = scene(beats, temperaments={"touchy": {"label": "L", "gain": 50, "loss": 150}})
    assert play(program, "warm").state.trust == 54
    assert play(program, "cold").state.trust == 38


def test_an_opening_tells_its_events_too(brief: Scenario) -> None:
    state, events = start(compile_program(brief))
    assert (state.at, events) == ("opening", (BeatReached("opening", None),))
