from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.program import compile_program
from simulator.practice.arcs import ArcState, carried, state_of
from simulator.practice.opening import opened
from simulator.scenario.edition import Edition
from simulator.store.record import Glance, Purpose
from tests.practice.plays import glance


@dataclass(frozen=True)
class Year:
    name: str = "a/year"
    title: str = "The first year"
    scenarios: tuple[str, ...] = ("a/one", "a/two", "a/three")


def played(scenario: str, trust: int = 60, **other: Any) -> Glance:
    return glance(scenario, arc="a/year", told={"trust_final": trust}, **other)


def stands(*plays: Glance, arc: Year | None = None) -> ArcState:
    return state_of(arc or Year(), plays)


def test_an_arc_begins_as_its_first_conversation_is_written() -> None:
    now = stands(glance("a/one"), glance("a/one", arc="a/other"))
    assert (now.next, now.trust, now.open, now.is_begun) == ("a/one", None, None, False)


@pytest.mark.parametrize(("left", "start"), [(0, 35), (34, 35), (35, 35), (60, 60), (85, 85), (100, 85)])
def test_trust_is_carried_on_within_35_and_85(left: int, start: int) -> None:
    assert carried(left) == start
    now = stands(played("a/one", left))
    assert (now.next, now.trust) == ("a/two", start)


def test_the_trust_of_the_last_conversation_counts() -> None:
    now = stands(played("a/one", 80, key="x"), played("a/two", 40, key="y"))
    assert (now.next, now.trust, now.done) == ("a/three", 40, ("x", "y"))


def test_a_conversation_left_half_way_is_open_and_comes_next() -> None:
    now = stands(played("a/one", 70), played("a/two", key="k", ending=None))
    assert (now.next, now.open, now.trust) == ("a/two", "k", 70)
    assert stands(played("a/one"), played("a/two", outcome=None, key="k")).open == "k"


def test_a_closed_one_is_played_again() -> None:
    now = stands(played("a/one", 70), played("a/two", ending=None, closed="Begun anew."))
    assert (now.next, now.open, now.trust) == ("a/two", None, 70)


def test_after_the_last_nothing_comes_next_and_the_first_begins_anew() -> None:
    year = [played("a/one"), played("a/two"), played("a/three")]
    assert (stands(*year).next, len(stands(*year).done)) == (None, 3)
    again = stands(*year, played("a/one", key="new"))
    assert (again.next, again.done) == ("a/two", ("new",))


def test_beginning_anew_in_the_middle_counts() -> None:
    now = stands(played("a/one"), played("a/two"), played("a/one", 44, key="new"))
    assert (now.next, now.trust, now.done) == ("a/two", 44, ("new",))


def test_what_comes_out_of_turn_changes_nothing() -> None:
    now = stands(played("a/three"), played("a/one", key="k"), played("a/three"), glance("a/two"))
    assert (now.next, now.done) == ("a/two", ("k",))


def test_a_what_if_carries_nothing() -> None:
    assert not stands(played("a/one", purpose=Purpose.WHAT_IF)).is_begun


def test_a_conversation_may_come_twice() -> None:
    twice = Year(scenarios=("a/one", "a/two", "a/one"))
    now = stands(played("a/one"), played("a/two"), arc=twice)
    assert now.next == "a/one"
    assert stands(played("a/one"), played("a/two"), played("a/one"), arc=twice).next is None


@given(
    st.lists(st.tuples(st.sampled_from(["a/one", "a/two", "a/three"]), st.integers(0, 100), st.booleans()))
)
def test_the_conversations_done_are_the_first_of_the_arc_in_order(history: list[Any]) -> None:
    plays = [played(name, trust, ending="hour" if ended else None) for name, trust, ended in history]
    now, by_key = stands(*plays), {play.key: play for play in plays}
    assert tuple(by_key[key].setting.scenario for key in now.done) == Year().scenarios[: len(now.done)]
    assert now.open is None or by_key[now.open].setting.scenario == now.next
    assert (now.trust is None) == (not now.done)
    assert now.trust is None or 35 <= now.trust <= 85


def test_a_play_remembers_its_arc_and_the_trust_it_was_given(edition: Edition) -> None:
    program = compile_program(edition.scenario, "guarded")
    session = opened(edition, program, trust=85, arc="small/week")
    assert (session.setting.arc, session.setting.trust, session.state.trust) == ("small/week", 85, 85)
