from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.session import Session
from simulator.practice.decisions import COLUMNS, JUDGED, judged_in
from simulator.practice.outcome import LONGEST_THOUGHT, outcome_of
from simulator.practice.past import (
    EMPTY,
    Commitment,
    decisions_in,
    is_current,
    past_of,
    stale,
)
from simulator.scenario.edition import Edition
from simulator.scoring.scorecard import score
from simulator.store.log import Committed, Kept, Logged, What
from simulator.store.record import Outcome, Record
from tests.practice.plays import body, glance, row

LINE = ("ask", "deadline", "leave", "refuse")
Play = Callable[..., Session]


def record(*what: What, began: float = 1000.0) -> Record:
    log = tuple(Logged(number, 500.0, one) for number, one in enumerate(what, 1))
    return Record(glance=glance(began=began), log=log)


def test_the_outcome_is_the_score_of_what_remains(edition: Edition, said: Play) -> None:
    session = said(*LINE)
    card, outcome = score(edition.scenario, session.decisions), outcome_of(edition, session, 4)
    assert (outcome.ending, outcome.balance, outcome.margin) == ("hour", card.balance, card.margin)
    assert (outcome.entries, outcome.scoring) == (4, 1)
    past = past_of(outcome)
    assert (past.hold, past.yielded, past.cap) == (card.hold, card.yielded, card.cap)
    assert (past.style, past.firm, past.trust_final) == (card.style, card.firm, session.state.trust)
    for kept, told in zip(past.decisions, card.judgements, strict=True):
        judged = told.judged
        assert (kept.beat, kept.choice) == (told.made.beat, told.made.choice)
        assert (kept.low, kept.high) == judged.band
        assert (kept.fit, kept.harm, kept.repairs) == (judged.fit, judged.harm, judged.repairs)
        assert (kept.is_hold, kept.is_yield) == (judged.target.is_hold, judged.target.is_yield)
        (again,) = judged_in({JUDGED(kept): 1})
        assert again.step_outside == judged.step_outside
        assert again.short_of_floor == judged.short_of_floor


def test_it_tells_what_a_list_needs_to_say(edition: Edition, said: Play) -> None:
    past = past_of(outcome_of(edition, said(*LINE), 4))
    assert (past.title, past.pack, past.counterpart) == ("The small no", "small", "Dana Whitlock")
    assert (past.ending_title, past.endings) == ("The hour", 2)
    assert past.skills == {"listening": "Listening"}
    assert list(past.temperaments) == ["even", "guarded"]


def test_an_unfinished_play_has_no_ending_and_keeps_what_was_played(edition: Edition, said: Play) -> None:
    outcome = outcome_of(edition, said("ask"), 1)
    assert (outcome.ending, outcome.balance) == (None, None)
    assert [one.choice for one in decisions_in(outcome)] == ["ask"]
    assert decisions_in(outcome_of(edition, said(), 0)) == ()


def test_the_time_of_a_choice_ends_at_a_long_pause_and_never_runs_backwards(
    edition: Edition, said: Play
) -> None:
    session = said("ask")
    session.say("fold", 99_999.0)
    session.say("leave", 5.0)
    past = past_of(outcome_of(edition, session, 3, record(began=1000.0)))
    assert [one.seconds for one in past.decisions] == [10.0, LONGEST_THOUGHT, 0.0]
    assert past.seconds == 10 + LONGEST_THOUGHT


def test_time_that_was_taken_back_was_spent_nevertheless(edition: Edition, said: Play) -> None:
    session = said("ask", "fold")
    session.take_back(1025.0)
    session.say("evidence", 1045.0)
    past = past_of(outcome_of(edition, session, 4, record()))
    assert [one.seconds for one in past.decisions] == [10.0, 20.0]
    assert past.seconds == 45.0


def test_without_times_none_are_told(edition: Edition, said: Play) -> None:
    session = said()
    session.say("ask")
    past = past_of(outcome_of(edition, session, 1))
    assert (past.seconds, past.decisions[0].seconds) == (None, None)


@pytest.mark.parametrize(
    ("log", "kept"),
    [
        ((), None),
        ((Committed("I'll ask.", "Dana"),), Commitment("I'll ask.", "Dana", 500.0)),
        ((Committed("One", "A"), Committed("Two", "B")), Commitment("Two", "B", 500.0)),
        ((Committed("One", "A"), Kept(True)), Commitment("One", "A", 500.0, said=True)),
        ((Committed("One", "A"), Kept(False), Committed(" ", "")), None),
        ((Kept(True),), None),
    ],
)
def test_the_last_commitment_comes_along(
    log: tuple[What, ...], kept: Commitment | None, edition: Edition, said: Play
) -> None:
    assert past_of(outcome_of(edition, said("ask"), 1, record(*log))).commitment == kept


def test_what_was_judged_before_is_stale_by_rules_or_by_log() -> None:
    fresh, other_rules, grown = glance(), glance(scoring=0), glance(entries=99)
    unread, closed = glance(outcome=None), glance(entries=99, closed="Begun anew.")
    assert stale([fresh, other_rules, grown, unread, closed]) == (other_rules, grown, unread)
    assert [is_current(one) for one in (fresh, other_rules, grown, unread, closed)] == [
        True, False, False, False, True,
    ]  # fmt: skip


def test_bodies_of_later_and_earlier_versions_give_what_they_have() -> None:
    later = json.loads(body([row(fit=0.5)], colour="red"))
    later["decisions"]["columns"].append("mood")
    later["decisions"]["rows"][0].append("warm")
    assert decisions_in(outcome(later))[0].fit == 0.5
    earlier = json.loads(body([row()]))
    del earlier["decisions"]["columns"][-1], earlier["decisions"]["rows"][0][-1], earlier["title"]
    assert past_of(outcome(earlier)).title == ""
    assert decisions_in(outcome(earlier))[0].seconds is None


def outcome(told: Any) -> Outcome:
    text = told if isinstance(told, str) else json.dumps(told)
    return Outcome(entries=0, scoring=1, ending=None, balance=None, margin=None, body=text)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=4),
    max_leaves=8,
)


@given(st.text(max_size=20) | ANYTHING)
def test_no_body_is_too_odd_to_be_read(told: Any) -> None:
    assert decisions_in(outcome(told)) == ()
    assert past_of(outcome(told)).decisions == ()


@given(st.sampled_from(COLUMNS), ANYTHING)
def test_a_value_out_of_place_spoils_the_decisions_and_nothing_else(name: str, value: Any) -> None:
    past = past_of(outcome(body([row(), {**row(), name: value}])))
    assert past.title == "A talk"
    assert len(past.decisions) in {0, 2}


def test_without_an_outcome_there_is_no_past() -> None:
    assert past_of(None) == EMPTY
    assert past_of(replace(outcome(""), body="[" * 100_000)) == EMPTY


def test_titles_are_made_plain() -> None:
    assert past_of(outcome({"title": "A\x1b[31m"})).title == "A\ufffd[31m"


def test_looking_back_imports_no_model_of_scenarios() -> None:
    script = (
        "import sys, simulator.practice.past, simulator.practice.evidence;sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
