from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.habit import Trend, trend_of
from simulator.practice.progress import progress
from simulator.practice.progress_json import as_json
from simulator.store.record import Glance, Mode, Purpose
from tests.practice.plays import Row, glance, row

YIELDING = {"assertiveness": 0, "partnership": 3}


def many(plays: int, rows: list[Row] | None = None, **other: object) -> list[Glance]:
    """First plays of as many scenarios."""
    return [glance(f"pack/s{number}", rows=rows, **other) for number in range(plays)]


def test_evidence_and_practice_are_told_apart() -> None:
    whole = progress([*many(2), glance("pack/s0"), glance("pack/s2", mode=Mode.COACH)])
    assert (whole.evidence.plays, whole.practice.plays) == (2, 2)
    assert (whole.evidence.decisions, whole.practice.decisions) == (16, 16)
    assert [point.scenario for point in whole.points] == ["pack/s0", "pack/s1"]


def test_practice_never_moves_what_the_evidence_says() -> None:
    plays = many(5)
    better = [glance(one.setting.scenario, rows=[row(fit=0.0)] * 9, balance=99.0) for one in plays]
    alone, both = progress(plays), progress([*plays, *better])
    assert (both.points, both.evidence, both.habit) == (alone.points, alone.evidence, alone.habit)


def test_points_stand_in_the_order_begun_whatever_the_clock_said() -> None:
    first, second = glance("pack/a", at=9_000.0, balance=60.0), glance("pack/b", at=5.0, balance=70.0)
    assert [point.balance for point in progress([second, first]).points] == [60.0, 70.0]


def test_an_abandoned_play_counts_with_what_was_played_and_has_no_balance() -> None:
    whole = progress([glance(ending=None, rows=[row(fit=0.5)])])
    (point,) = whole.points
    assert (point.balance, point.margin, point.ending) == (None, None, None)
    assert (whole.evidence.plays, whole.evidence.ended, whole.evidence.decisions) == (1, 0, 1)


def test_hold_and_yield_are_weighted_and_stand_apart() -> None:
    rows = [row(fit=1.0, weight=2), row(fit=0.25), row("let-go", 0.5), row("test", 0.0)]
    for one in rows[3:]:
        one |= {"written_low": 2, "written_high": 2}
    side = progress([glance(rows=rows)]).evidence
    assert side.hold is not None
    assert side.yielded is not None
    assert side.hold.value == pytest.approx(2.25 / 4)
    assert side.yielded.value == pytest.approx(0.25)
    assert (side.hold.decisions, side.yielded.decisions) == (3, 2)


def test_a_single_decision_has_no_margin() -> None:
    side = progress([glance(rows=[row()])]).evidence
    assert side.hold is not None
    assert side.hold.margin is None
    assert side.yielded is None


@given(st.lists(st.tuples(st.integers(1, 2), st.sampled_from([0.0, 0.25, 0.5, 1.0])), min_size=2, max_size=9))
def test_the_margin_of_a_share_is_the_jackknifes(decisions: list[tuple[int, float]]) -> None:
    share = progress([glance(rows=[row(fit=fit, weight=weight) for weight, fit in decisions])]).evidence.hold
    assert share is not None
    weights, total = sum(w for w, _ in decisions), sum(w * f for w, f in decisions)
    left = [(total - w * f) / (weights - w) for w, f in decisions]
    mean, n = sum(left) / len(left), len(left)
    error = ((n - 1) / n * sum((one - mean) ** 2 for one in left)) ** 0.5
    assert share.value == pytest.approx(total / weights)
    assert share.margin == pytest.approx(max(8.0, 164 * error))


def test_moments_and_skills_are_means_with_their_numbers() -> None:
    asking, letting = {"skills": {"asking": "Asking"}}, {"skills": {"asking": "Asking", "go": "Letting go"}}
    plays = [
        glance("pack/a", rows=[row("let-go", 0.5), row("push-back", 0.25)], told=asking),
        glance("pack/b", rows=[row("let-go", 1.0)], told=letting),
    ]
    side = progress(plays).evidence
    assert [(part.id, part.fit, part.decisions) for part in side.moments] == [
        ("let-go", 0.75, 2),
        ("push-back", 0.25, 1),
    ]
    assert [(part.name, round(part.fit, 3), part.decisions) for part in side.skills] == [
        ("Asking", 0.583, 3),
        ("Letting go", 1.0, 1),
    ]


@pytest.mark.parametrize(("plays", "decisions", "named"), [(4, 6, True), (4, 5, False), (3, 8, False)])
def test_a_habit_is_named_from_24_decisions_over_4_scenarios(plays: int, decisions: int, named: bool) -> None:
    whole = progress(many(plays, [row()] * decisions))
    assert (whole.habit is not None) is named
    assert (whole.trend is not None) is named


def test_the_same_scenario_again_is_no_evidence_of_a_habit() -> None:
    whole = progress([*many(3), *many(3), *many(3)])
    assert (whole.scenarios, whole.evidence.decisions, whole.habit) == (3, 24, None)


def test_a_habit_is_the_style_of_all_evidence_decisions() -> None:
    whole = progress(many(4, [row("push-back", 0.0, **YIELDING)] * 6))
    assert whole.habit is not None
    assert (whole.habit.style, whole.habit.firm) == ("order-taker", True)
    assert (whole.habit.decisions, whole.habit.scenarios, whole.habit.harmed) == (24, 4, 0)


def test_acts_that_were_not_put_right_stand_beside_a_habit() -> None:
    caps = [100, 69, 84, 39]
    plays = [glance(f"pack/s{cap}", told={"cap": cap}, rows=[row()] * 6) for cap in caps]
    whole = progress(plays)
    assert whole.habit is not None
    assert whole.habit.harmed == 2


def test_a_trend_is_named_where_the_margins_leave_no_doubt() -> None:
    steady = trend_of([(20.0 + 10 * step, 8.0) for step in range(7)])
    assert steady is not None
    assert steady.per_play == pytest.approx(10)
    assert steady.direction == "rising"
    assert trend_of([(80.0 - 10 * step, 8.0) for step in range(7)]).direction == "falling"
    assert trend_of([(50.0, 27.0), (60.0, 27.0), (52.0, 27.0), (58.0, 27.0)]).direction == "unclear"
    assert trend_of([(20.0, 8.0), (90.0, 8.0), (20.0, 8.0), (90.0, 8.0)]).direction == "unclear"
    assert trend_of([(50.0, 8.0)] * 3) is None


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(8, 60)), min_size=4, max_size=12))
def test_a_trend_turns_round_with_its_plays(balances: list[tuple[float, float]]) -> None:
    there, back = trend_of(balances), trend_of(balances[::-1])
    assert isinstance(there, Trend)
    assert isinstance(back, Trend)
    assert there.per_play == pytest.approx(-back.per_play, abs=1e-6)
    assert there.margin == pytest.approx(back.margin, rel=1e-6)


def test_endings_are_found_on_either_side_but_not_in_a_preview() -> None:
    plays = [
        glance(ending="hour"),
        glance(ending="nothing", mode=Mode.COACH),
        glance(ending="hour"),
        glance(ending=None),
        glance(ending="secret", purpose=Purpose.PREVIEW),
    ]
    (endings,) = progress(plays).endings
    assert (endings.found, endings.total, endings.title) == (("hour", "nothing"), 3, "A talk")


def test_time_spent_is_added_up_by_side() -> None:
    whole = progress([glance(told={"seconds": 90.5}), glance(told={"seconds": 30.0}), glance()])
    assert (whole.evidence.seconds, whole.practice.seconds) == (90.5, 30.0)


def test_plays_that_tell_nothing_yet_are_listed_and_left_out() -> None:
    plays = [glance("pack/a", key="a", outcome=None), glance("pack/b", key="b", entries=99), glance("pack/c")]
    whole = progress(plays)
    assert whole.waiting == ("a", "b")
    assert whole.evidence.plays == 1


def test_a_first_play_that_waits_still_is_the_first() -> None:
    assert progress([glance(outcome=None), glance()]).points == ()


def test_nothing_played_is_no_fault() -> None:
    whole = progress([])
    assert (whole.points, whole.evidence.plays, whole.habit, whole.trend) == ((), 0, None, None)
    assert json.loads(json.dumps(as_json(whole)))["evidence"]["hold"] is None


def test_as_data_nothing_is_rounded() -> None:
    told = as_json(progress([*many(4, [row(fit=0.25)] * 6, balance=100 / 3), glance("pack/s0")]))
    assert json.loads(json.dumps(told)) == told
    assert told["balance"][0] == {
        "key": told["balance"][0]["key"],
        "scenario": "pack/s0",
        "title": "A talk",
        "began": "1970-01-01T00:00:00+00:00",
        "ending": "hour",
        "balance": 100 / 3,
        "margin": 20.0,
        "hold": None,
        "yield": None,
    }
    assert told["needed"] == {"decisions": 24, "scenarios": 4}
    assert told["there"] == {"decisions": 24, "scenarios": 4}
    assert told["style"]["decisions"] == 24
    assert told["trend"]["direction"] == "unclear"
    assert (told["evidence"]["plays"], told["practice"]["plays"]) == (4, 1)


def test_a_time_that_no_calendar_holds_is_null() -> None:
    (point,) = as_json(progress([glance(at=1e300)]))["balance"]
    assert point["began"] is None


def test_progress_imports_no_model_of_scenarios() -> None:
    script = "import sys, simulator.practice.progress; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
