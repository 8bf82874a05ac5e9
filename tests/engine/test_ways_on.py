"""Ways on between beats, and what an unsound scenario comes to."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.engine.events import BeatReached, EndingReached, Stranded
from simulator.engine.program import compile_program
from simulator.engine.state import NOWHERE
from simulator.engine.step import NotOnOffer
from simulator.scenario.model import Scenario
from simulator.scenario.shape import SCENARIO


def test_beats_without_choices_lead_on_by_the_first_rule_that_holds(scene: Any, play: Any) -> None:
    fork = {"to": [{"when": "trust >= 60", "to": "over"}, {"to": "early"}]}
    program = scene({"only": {"choices": {"go": {"to": "lull"}}}, "lull": {"to": "fork"}, "fork": fork})
    assert play(program, "go").events[-3:] == (
        BeatReached("lull", None),
        BeatReached("fork", None),
        EndingReached("early"),
    )
    assert play(program, "go", trust=60).ending == "over"


def test_a_play_may_pass_a_beat_twice_between_two_choices(scene: Any, play: Any) -> None:
    program = scene(
        {
            "a": {"to": "b"},
            "b": {"to": [{"when": "told", "to": "stop"}, {"to": "c"}]},
            "c": {"reveals": ["told"], "to": "a"},
            "stop": {"choices": {"leave": {}}},
        },
        facts={"told": {"text": "T"}},
    )
    assert [event.beat for event in play(program).events if isinstance(event, BeatReached)] == [
        *"abcab",
        "stop",
    ]


def unchecked(scenario: Scenario, at: str, **changed: Any) -> Scenario:
    """The scenario with a beat that the reader would have refused or a check would have found."""
    tables = {name: getattr(scenario, name) for name in SCENARIO.kind.__dataclass_fields__}
    return Scenario(**{**tables, "beats": {**scenario.beats, at: changed}})


@pytest.mark.parametrize(
    "to",
    [
        pytest.param("lull", id="a beat that leads to itself"),
        pytest.param([{"when": "trust > 101", "to": "terms"}], id="no rule of a `to` that holds"),
    ],
)
def test_a_scenario_that_leads_nowhere_strands_the_play_and_says_where(
    brief: Scenario, play: Any, to: Any
) -> None:
    program = compile_program(unchecked(brief, "lull", script="[A lull.]", to=to))
    session = play(program, "fold", "drop")
    assert session.is_stranded
    assert session.ending is None
    assert session.state.at == NOWHERE
    assert session.offers == ()
    assert session.events[-1] == Stranded("lull")
    with pytest.raises(NotOnOffer):
        session.say("drop")


def test_a_choice_without_a_rule_that_holds_strands_the_play(scene: Any, play: Any) -> None:
    go = {"to": [{"when": "trust > 50", "to": "over"}]}
    session = play(scene({"only": {"choices": {"go": go}}}), "go")
    assert session.is_stranded
    assert session.events[-1] == Stranded("only")


def test_a_beat_that_offers_nothing_strands_the_play_where_it_stands(scene: Any, play: Any) -> None:
    program = scene(
        {"only": {"choices": {"go": {"to": "shut"}}}, "shut": {"choices": {"no": {"when": "trust > 90"}}}}
    )
    session = play(program, "go")
    assert session.is_stranded
    assert session.state.at == "shut"
    assert session.events[-2:] == (BeatReached("shut", None), Stranded("shut"))
    assert not play(program, "go", trust=91).is_stranded
