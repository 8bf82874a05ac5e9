"""Whole plays of a small scenario, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.engine.events import (
    BeatReached,
    ChoiceMade,
    EndingReached,
    FactLearned,
    Replied,
    TrustMoved,
)
from simulator.engine.program import compile_program
from simulator.engine.session import replay
from simulator.engine.transcript import Said, Setting, TakenBack, Transcript
from simulator.scenario.model import Scenario


def test_a_good_play_from_the_opening_to_the_agreement(brief: Scenario, play: Any) -> None:
    session = play(compile_program(brief), "ask", "tie", "fine", "refuse")
    assert session.events == (
        BeatReached("opening", None),
        ChoiceMade("opening", "ask", 50, 54, False),
        TrustMoved(50, 54, True),
        FactLearned("reason"),
        FactLearned("deadline"),
        Replied("opening", "ask", 1),
        TrustMoved(54, 49, False),
        BeatReached("pressed", None),
        ChoiceMade("pressed", "tie", 49, 55, True),
        TrustMoved(49, 55, True),
        BeatReached("lull", None),
        BeatReached("terms", None),
        ChoiceMade("terms", "fine", 55, 59, False),
        TrustMoved(55, 59, True),
        BeatReached("law", None),
        ChoiceMade("law", "refuse", 59, 67, False),
        TrustMoved(59, 67, True),
        EndingReached("agreed"),
    )
    assert session.learned == ("deadline", "reason")
    assert session.ending == "agreed"


def test_a_bad_play_of_a_guarded_client_that_is_put_right(brief: Scenario, play: Any) -> None:
    session = play(compile_program(brief, "guarded"), "threaten", "insist", "sorry", "haggle", "refuse")
    assert session.events == (
        BeatReached("opening", None),
        ChoiceMade("opening", "threaten", 35, 0, False),
        TrustMoved(35, 0, True),
        FactLearned("deadline"),
        BeatReached("pressed", 0),
        ChoiceMade("pressed", "insist", 0, 0, False),
        BeatReached("pressed", 0),
        ChoiceMade("pressed", "sorry", 0, 2, False),
        TrustMoved(0, 2, True),
        BeatReached("lull", None),
        BeatReached("order", None),
        BeatReached("terms", None),
        ChoiceMade("terms", "haggle", 2, 0, False),
        TrustMoved(2, 0, True),
        BeatReached("law", None),
        ChoiceMade("law", "refuse", 0, 4, False),
        TrustMoved(0, 4, True),
        EndingReached("parted"),
    )
    assert session.state.gauges == (5,)


def test_a_session_tells_where_it_stands(brief: Scenario, play: Any) -> None:
    session = play(compile_program(brief), "ask", trust=30)
    assert session.choices == ("ask",)
    assert session.state.trust == 29
    assert session.ending is None
    assert not session.is_stranded
    assert [offer.id for offer in session.offers] == ["tie", "tidy", "insist", "drop"]
    assert [offer.id for offer in session.decisions[0].offered] == ["ask", "fold", "threaten"]
    assert session.turns[0].choice is None
    assert session.say("drop")[0] == ChoiceMade("pressed", "drop", 29, 29, False)


def test_a_transcript_keeps_every_word_with_its_time(brief: Scenario, play: Any) -> None:
    session = play(compile_program(brief))
    session.say("fold", at=10.0)
    session.take_back(at=11.5)
    session.say("ask")
    assert session.transcript.entries == (Said("fold", 10.0), TakenBack(11.5), Said("ask", None))
    assert session.transcript.choices == ("ask",)
    assert session.transcript.has_take_back


def test_nothing_can_be_taken_back_from_an_opening(brief: Scenario, play: Any) -> None:
    session = play(compile_program(brief))
    with pytest.raises(ValueError, match="nothing has been said"):
        session.take_back()
    assert session.transcript.entries == ()


def test_a_transcript_that_takes_back_too_much_is_refused(brief: Scenario) -> None:
    transcript = Transcript(
        Setting(scenario="s", digest="d", trust=50), (Said("ask"), TakenBack(), TakenBack())
    )
    with pytest.raises(ValueError, match="nothing said before it"):
        _ = transcript.choices
    with pytest.raises(ValueError, match="nothing has been said"):
        replay(compile_program(brief), transcript)
