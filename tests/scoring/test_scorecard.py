"""Scores of a small scenario, worked out by hand."""

from __future__ import annotations

import pytest

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario.model import Scenario
from simulator.scoring.scorecard import Scorecard, score


def scored(scenario: Scenario, *choices: str) -> Scorecard:
    program = compile_program(scenario)
    session = Session(program, Setting(scenario="s", digest="d", trust=program.trust))
    for choice in choices:
        session.say(choice)
    return score(scenario, session.decisions)


def test_a_view_that_trust_does_not_yet_carry_fits_by_half(brief: Scenario) -> None:
    card = scored(brief, "ask", "tie", "fine", "refuse")
    assert [one.judged.band for one in card.judgements] == [(1, 2), (2, 2), (0, 1), (3, 4)]
    assert [one.judged.fit for one in card.judgements] == [1, 0.5, 1, 1]
    assert (card.hold, card.yielded) == (pytest.approx(2 / 3), 1)
    assert card.balance == pytest.approx(80)
    assert card.cap == 100


def test_each_decision_says_what_the_best_line_there_would_have_added(brief: Scenario) -> None:
    card = scored(brief, "ask", "tie", "fine", "refuse")
    assert [one.best.id for one in card.judgements] == ["ask", "tidy", "fine", "refuse"]
    assert [one.best_gain for one in card.judgements] == [0, pytest.approx(20), 0, 0]


def test_what_is_best_depends_on_what_is_on_offer(brief: Scenario) -> None:
    card = scored(brief, "fold", "tidy", "fine")
    assert card.judgements[0].best.id == "ask"
    impatient = scored(brief, "threaten", "insist")
    assert impatient.judgements[1].best.id == "insist"


def test_under_a_cap_a_better_line_may_add_nothing(brief: Scenario) -> None:
    card = scored(brief, "ask", "tidy", "fine", "comply")
    assert card.cap == 39
    assert card.balance == 39
    assert [one.best_gain for one in card.judgements] == [0, 0, 0, 0]


def test_harm_that_was_put_right_lifts_the_cap(brief: Scenario) -> None:
    card = scored(brief, "threaten", "insist", "sorry", "fine", "refuse")
    assert (card.harms.unrepaired, card.harms.repaired, card.harms.repair) == ((), (0,), 2)
    assert card.cap == 84
    assert scored(brief, "threaten", "insist", "drop").cap == 69


def test_there_is_no_balance_before_two_holds_and_two_yields(brief: Scenario) -> None:
    card = scored(brief, "ask", "tie", "fine")
    assert (card.balance, card.margin, card.style, card.firm) == (None, None, None, None)
    assert [one.best_gain for one in card.judgements] == [None, None, None]
    assert (card.hold, card.yielded) == (0.5, 1)


def test_a_kind_that_was_not_met_has_no_share(brief: Scenario) -> None:
    assert scored(brief, "ask").hold is None
    empty = scored(brief)
    assert (empty.hold, empty.yielded, empty.cap, empty.judgements) == (None, None, 100, ())
