from __future__ import annotations

import pytest

from simulator.practice.agenda import Ask, Begin, GoOn, Resume, Thing
from simulator.practice.due import Due, Offer, Variant
from simulator.practice.habit import Habit, Trend
from simulator.practice.telling import ago, habit_told, how_long, thing_told, trend_told

RESUME = Resume(key="k", scenario="a/one", title="One", said=2, last=0.0)
ASK = Ask(key="k", title="One", words="I'd rather ask.", to="Dana", days=4)
GO_ON = GoOn(arc="a/year", arc_title="The year", scenario="a/two", title="Two", number=2, of=3, trust=64)


def came_back(offer: Offer, moment: str | None, fit: float | None, days: int) -> Due:
    about = {"scenario": "a/one", "title": "One", "counterpart": "Dana", "overdue": 0.0}
    return Due(moment=moment, fit=fit, days=days, offer=offer, **about)


def offered(variant: Variant, **other: str) -> Due:
    return came_back(Offer(variant=variant, scenario="a/two", title="Two", **other), "push-back", 0.4, 9)


@pytest.mark.parametrize(
    ("thing", "what", "why"),
    [
        (RESUME, 'Go on with "One"', "Left after 2 choices."),
        (ASK, 'Did you say it to Dana? "I\'d rather ask."', 'You meant to, 4 days ago, after "One".'),
        (GO_ON, 'Go on with "The year": "Two"', "Conversation 2 of 3. Trust is carried over: 64."),
        (Begin(scenario="a/one", title="One"), 'Begin "One"', "Never played."),
        (
            offered(Variant.TEMPERAMENT, temperament="guarded", label="Guarded today"),
            'Play "Two" with a difference: Guarded today',
            '"push back" came off at 40 of 100 in "One", 9 days ago.',
        ),
        (
            offered(Variant.RELATED),
            'Play "Two", which practises the same',
            '"push back" came off at 40 of 100 in "One", 9 days ago.',
        ),
    ],
)
def test_each_thing_says_what_to_do_and_why(thing: Thing, what: str, why: str) -> None:
    assert thing_told(thing, "push back") == (what, why)


def test_what_went_well_comes_back_with_a_reason_too() -> None:
    item = came_back(Offer(variant=Variant.SAME, scenario="a/one", title="One"), None, None, 2)
    assert thing_told(item) == (
        'Play "One" again',
        'You met the moments of "One", 2 days ago: time to see what stayed.',
    )


def test_days_in_words() -> None:
    assert [ago(days) for days in (0, 1, 2)] == ["today", "yesterday", "2 days ago"]


def test_times_in_words() -> None:
    assert [how_long(seconds) for seconds in (10, 90, 3700)] == ["under a minute", "2 min", "1 h 2 min"]


def test_a_style_is_of_plays_and_says_what_weighs_more() -> None:
    told = habit_told(Habit("hammer", False, 30, 4, 1), "pushed past the moment")
    assert told.startswith(
        "leaning: pushed past the moment (the style of these 30 decisions, not of a person)."
    )
    assert "In one of the plays an act was not put right" in told


@pytest.mark.parametrize(
    ("per_play", "words"),
    [(9.0, "rising over 6 balances, by +9"), (-9.0, "falling over 6 balances, by -9"), (2.0, "no clear one")],
)
def test_a_trend_says_how_sure_it_is(per_play: float, words: str) -> None:
    told = trend_told(Trend(per_play, 4.0, 6))
    assert words in told
    assert "give or take 4" in told
