from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.due import Due, Variant, due
from simulator.practice.schedule import RETURNS, WELL, timed
from simulator.store.record import Glance, Purpose
from tests.practice.plays import DAY, Shown, glance, row

NOW = 1_000 * DAY
TEMPERAMENTS = {"temperaments": {"even": "As she comes", "guarded": "Guarded today", "busy": "In a hurry"}}
LIBRARY = [Shown("a/one"), Shown("a/two"), Shown("a/three", ("else",)), Shown("b/four")]


def at(days_ago: float, scenario: str = "a/one", **other: Any) -> Glance:
    return glance(scenario, at=NOW - days_ago * DAY, **other)


def found(*plays: Glance, library: list[Shown] = LIBRARY, today: float = NOW) -> list[Due]:
    return list(due(plays, library, today))


@pytest.mark.parametrize(
    ("ages", "is_due"),
    [
        ([1.9], False),
        ([2], True),
        ([10, 8.9], False),
        ([11, 9], True),
        ([40, 30, 15], False),
        ([40, 30, 16], True),
        ([40, 39.9, 39.8], True),
        ([70, 60, 50, 30], False),
    ],
)
def test_a_scenario_comes_back_after_2_9_and_16_days_and_then_rests(ages: list[float], is_due: bool) -> None:
    library = [Shown("a/one")]
    assert bool(found(*(at(age) for age in ages), library=library)) is is_due


def test_what_is_still_weak_does_not_rest() -> None:
    plays = [at(age, rows=[row(fit=0.5)]) for age in (70, 60, 50, 30)]
    assert found(*plays)[0].overdue == pytest.approx(14)


def test_plays_of_one_day_are_one_return() -> None:
    assert found(at(5), at(4.9), at(4.8)) != []


def test_the_weakest_moment_is_named_and_comes_first() -> None:
    plays = [
        at(20, "a/one", rows=[row("let-go", 1.0), row("push-back", 0.5), row("push-back", 0.25)]),
        at(3, "b/four", rows=[row("explore", 0.0), row("push-back", 0.5)]),
        at(30, "a/three", rows=[row("explore", 1.0)]),
    ]
    first, second, last = found(*plays)
    assert (first.scenario, first.moment, first.fit, first.days) == ("b/four", "explore", 0.0, 3)
    assert (second.scenario, second.moment, second.fit) == ("a/one", "push-back", 0.375)
    assert (last.scenario, last.moment, last.fit) == ("a/three", None, None)


def test_another_temperament_comes_before_another_scenario() -> None:
    offer = found(at(3, told=TEMPERAMENTS))[0].offer
    assert (offer.variant, offer.scenario) == (Variant.TEMPERAMENT, "a/one")
    assert (offer.temperament, offer.label) == ("guarded", "Guarded today")


def test_of_temperaments_the_one_met_longest_ago_is_offered() -> None:
    plays = [at(age, temperament=name, told=TEMPERAMENTS) for age, name in ((50, "busy"), (40, "guarded"))]
    assert found(*plays, at(30, told=TEMPERAMENTS))[0].offer.temperament == "busy"


def test_without_one_a_scenario_of_the_pack_that_shares_a_skill_is_offered() -> None:
    offer = found(at(3))[0].offer
    assert (offer.variant, offer.scenario, offer.title) == (Variant.RELATED, "a/two", "Two")


def test_the_one_never_played_is_offered_before_the_one_played_long_ago() -> None:
    library = [*LIBRARY, Shown("a/five")]
    plays = at(100, "a/two"), at(3)
    assert [one.offer.scenario for one in found(*plays, library=library) if one.scenario == "a/one"] == [
        "a/five"
    ]


def test_the_same_again_is_the_last_resort() -> None:
    offer = found(at(3, "a/three"))[0].offer
    assert (offer.variant, offer.scenario, offer.temperament) == (Variant.SAME, "a/three", None)


def test_playing_the_variant_is_the_return() -> None:
    assert [one.scenario for one in found(at(10), at(1, "a/two"))] == []
    assert [one.scenario for one in found(at(13), at(10, "a/two"))] == ["a/two", "a/one"]


def test_what_was_left_half_way_is_resumed_and_not_due() -> None:
    assert found(at(3, ending=None)) == []
    assert found(at(3, ending=None, closed="Begun anew.")) != []


def test_what_the_library_lacks_rests() -> None:
    assert found(at(3, "gone/one")) == []


def test_previews_and_plays_in_which_nothing_was_said_practise_nothing() -> None:
    assert found(at(3, purpose=Purpose.PREVIEW), at(3, said=0)) == []


def test_without_an_outcome_a_play_is_due_all_the_same() -> None:
    (one,) = found(at(3, outcome=None, closed="Its text is gone."))
    assert (one.moment, one.offer.variant) == (None, Variant.RELATED)


def test_a_clock_that_was_ahead_hides_nothing() -> None:
    ahead = at(-9_999)
    assert found(ahead) == []
    (one,) = found(ahead, at(30), at(-9_999), library=[Shown("a/one")])
    assert one.days == 30


NAMES = st.sampled_from([one.name for one in LIBRARY])
plays = st.lists(
    st.tuples(
        st.sampled_from([one.name for one in LIBRARY]), st.floats(-30, 90), st.sampled_from([0.0, 0.5, 1.0])
    ),
    max_size=10,
)


@given(plays)
def test_what_is_due_is_in_order_and_offers_something_that_is_there(history: list[Any]) -> None:
    made = [at(age, name, rows=[row(fit=fit)]) for name, age, fit in history]
    items = found(*made)
    fits = [1.0 if one.fit is None else one.fit for one in items]
    assert fits == sorted(fits)
    for one in items:
        assert one.offer.scenario in {each.name for each in LIBRARY}
        assert one.overdue >= 0
        assert one.days >= RETURNS[0]
        assert one.fit is None or one.fit < WELL


@given(plays, st.floats(0, 60))
def test_times_never_go_back_nor_past_today(history: list[Any], today: float) -> None:
    made = [at(age, name) for name, age, _ in history]
    times = [time for _, time in timed(reversed(made), NOW - today * DAY)]
    assert times == sorted(times)
    assert all(time <= NOW - today * DAY for time in times)


def test_each_play_is_counted_once_however_they_are_read() -> None:
    history = [at(40), at(30, "a/two"), at(20)]
    assert found(*history) == found(*reversed(history))
    assert found(*(replace(one, said=3) for one in history)) == found(*history)
