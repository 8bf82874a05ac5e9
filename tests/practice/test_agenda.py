from __future__ import annotations

import subprocess
import sys
from typing import Any

from simulator.practice.agenda import Ask, Begin, GoOn, Resume, Shelves, next_things
from simulator.practice.due import Due
from simulator.store.record import Glance, Purpose
from tests.practice.plays import DAY, Shown, glance
from tests.practice.test_arcs import Year

NOW = 1_000 * DAY
LIBRARY = [Shown("a/one"), Shown("a/two"), Shown("a/three", ("else",)), Shown("first/steps", ())]
SHELVES = Shelves(LIBRARY, (Year(),), "first/steps")


def at(days_ago: float, scenario: str = "a/one", **other: Any) -> Glance:
    return glance(scenario, at=NOW - days_ago * DAY, **other)


def promised(days_ago: float, said: bool | None = None) -> Glance:
    made = ["I'd rather ask first.", "Dana", NOW - days_ago * DAY, said]
    return at(days_ago, "a/two", told={"commitment": made})


def things(*plays: Glance, shelves: Shelves = SHELVES) -> list[Any]:
    return list(next_things(plays, shelves, NOW))


def kinds(*plays: Glance) -> list[str]:
    return [type(thing).__name__ for thing in things(*plays)]


def test_a_first_run_offers_the_tutorial_and_then_the_first_conversation() -> None:
    assert things() == [
        Begin(scenario="first/steps", title="Steps", is_tutorial=True),
        Begin(scenario="a/one", title="One"),
    ]


def test_without_a_tutorial_a_first_run_offers_the_first_conversation() -> None:
    gone = Shelves(LIBRARY[:3], (), "first/steps")
    assert things(shelves=gone) == [Begin(scenario="a/one", title="One")]
    assert things(shelves=Shelves([])) == []


def test_what_was_left_last_comes_first() -> None:
    older, newer = at(3, ending=None), at(1, "a/two", ending=None, said=4)
    first, *rest = things(older, newer)
    assert first == Resume(key=newer.key, scenario="a/two", title="Two", said=4, last=newer.last)
    assert [thing.key for thing in rest if isinstance(thing, Resume)] == [older.key]


def test_the_list_is_in_the_order_of_what_matters() -> None:
    plays = [
        at(40, "a/one", arc="a/year", told={"trust_final": 90}),
        promised(5),
        at(1, "a/three", ending=None),
        at(1, "first/steps", ending=None),
    ]
    assert kinds(*plays) == ["Resume", "Ask", "Due", "GoOn", "Resume"]


def test_a_commitment_comes_back_after_three_days_until_it_is_answered() -> None:
    (ask,) = [thing for thing in things(promised(4.5)) if isinstance(thing, Ask)]
    assert (ask.words, ask.to, ask.days, ask.title) == ("I'd rather ask first.", "Dana", 4, "A talk")
    for other in (promised(2.9), promised(31), promised(4, said=True), promised(4, said=False)):
        assert "Ask" not in kinds(other)


def test_an_arc_that_was_begun_goes_on_with_its_trust() -> None:
    play = at(1, "a/one", arc="a/year", told={"trust_final": 90})
    (on,) = [thing for thing in things(play) if isinstance(thing, GoOn)]
    assert (on.scenario, on.number, on.of, on.trust) == ("a/two", 2, 3, 85)


def test_an_arc_left_half_way_is_resumed_as_a_play() -> None:
    plays = [at(1, "a/one", arc="a/year"), at(0.5, "a/two", arc="a/year", ending=None)]
    assert kinds(*plays) == ["Resume", "Begin"]


def test_what_if_plays_are_not_resumed_and_the_tutorial_is_not_due() -> None:
    assert kinds(at(1, ending=None, purpose=Purpose.WHAT_IF)) == ["Begin"]
    assert not any(isinstance(thing, Due) for thing in things(at(30, "first/steps")))


def test_knowing_what_to_do_next_imports_no_model_of_scenarios() -> None:
    script = "import sys, simulator.practice.agenda; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
