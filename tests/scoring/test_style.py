"""Names for how a play lay outside its targets; a decision here is (band, assertiveness, partnership)."""

from __future__ import annotations

from collections import Counter
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scoring.fit import Judged, Rating
from simulator.scoring.style import Style, is_firm, style_of, style_of_many
from simulator.scoring.target import Target

Row: TypeAlias = tuple[tuple[int, int], int, int]
HOLD, FIRM, YIELD = (2, 3), (4, 4), (0, 1)


def play(*rows: Row) -> list[Judged]:
    return [Judged(Target(band, 3, 1, "need"), band, Rating(a, p)) for band, a, p in rows]


@pytest.mark.parametrize(
    ("style", "rows"),
    [
        ("partner", [(HOLD, 3, 3), (YIELD, 1, 4)]),
        ("courteous-until-it-counts", [(HOLD, 3, 1), (HOLD, 2, 3), (YIELD, 1, 3), (YIELD, 1, 4)]),
        ("order-taker", [(HOLD, 0, 3), (HOLD, 1, 3), (YIELD, 0, 3), (YIELD, 1, 3)]),
        ("avoider", [(HOLD, 0, 2), (HOLD, 1, 3), (YIELD, 0, 2), (YIELD, 1, 3)]),
        ("crusader", [(HOLD, 3, 3), (HOLD, 3, 3), (YIELD, 3, 3), (YIELD, 3, 3)]),
        ("hammer", [(HOLD, 3, 2), (HOLD, 4, 3), (YIELD, 3, 1), (YIELD, 4, 2)]),
        ("one-gear", [(FIRM, 2, 3), (FIRM, 2, 3), (YIELD, 2, 3), (YIELD, 3, 3)]),
        ("seesaw", [(HOLD, 0, 3), (HOLD, 1, 3), (YIELD, 4, 3), (YIELD, 1, 3)]),
        ("cold-expert", [(HOLD, 3, 2), (HOLD, 3, 2), (YIELD, 1, 2), (YIELD, 1, 3)]),
        ("mixed", [(HOLD, 1, 3), (HOLD, 3, 3), (YIELD, 2, 3), (YIELD, 1, 3)]),
    ],
)
def test_the_first_rule_that_holds_names_the_play(style: Style, rows: list[Row]) -> None:
    assert style_of(play(*rows)) == style


def test_a_mean_exactly_on_the_line_is_not_lost_to_rounding() -> None:
    """30 holds short by 44 in all, 30 yields by 14: the means differ by exactly 1, though not in floats."""
    holds = [(HOLD, 3, 1)] * 14 + [(HOLD, 3, 2)] * 16
    yields = [(YIELD, 1, 2)] * 14 + [(YIELD, 1, 3)] * 16
    assert style_of(play(*holds, *yields)) == "courteous-until-it-counts"


def test_a_style_is_firm_when_no_single_decision_carries_it() -> None:
    steady = play(*[(HOLD, 0, 3)] * 3, *[(YIELD, 1, 3)] * 3)
    assert is_firm(steady, style_of(steady))
    leaning = play((HOLD, 0, 3), (HOLD, 2, 3), (HOLD, 2, 3), (YIELD, 1, 3), (YIELD, 1, 3))
    assert style_of(leaning) == "order-taker"
    assert not is_firm(leaning, "order-taker")


rows = st.tuples(st.sampled_from([HOLD, FIRM, YIELD, (2, 2)]), st.integers(0, 4), st.integers(0, 4))


@given(st.lists(rows, min_size=2, max_size=9))
def test_firm_is_what_dropping_each_decision_shows(chosen: list[Row]) -> None:
    whole = play(*chosen)
    dropped = [style_of([*whole[:i], *whole[i + 1 :]]) for i in range(len(whole))]
    assert is_firm(whole, style_of(whole)) is all(style == style_of(whole) for style in dropped)


@given(st.lists(rows, min_size=1, max_size=9))
def test_a_style_does_not_depend_on_the_order_of_decisions(chosen: list[Row]) -> None:
    assert style_of(play(*sorted(chosen))) == style_of(play(*chosen))


@given(st.lists(rows, min_size=2, max_size=9))
def test_counting_equal_decisions_once_changes_nothing(chosen: list[Row]) -> None:
    whole = play(*chosen)
    style = style_of(whole)
    assert style_of_many(Counter(whole)) == (style, is_firm(whole, style))
