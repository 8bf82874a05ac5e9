from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.report.compass import BASIC, CELL, RICH, Compass, Ink, Point, Target, draw, text, width

LABELS = ("assertiveness", "partnership")
ratings = st.integers(0, 4)
places = st.lists(st.tuples(ratings, ratings), max_size=40)
inks = st.sampled_from([RICH, BASIC])


def compass(at: list[tuple[int, int]], focus: int | None = None, target: Target | None = None) -> Compass:
    points = tuple(Point(number, a, p) for number, (a, p) in enumerate(at, 1))
    targets = (target,) * len(points) if target else ()
    return Compass(points, targets, focus)


def lines(drawn: Compass, ink: Ink = RICH, cell: int = CELL) -> list[str]:
    return text(draw(drawn, ink, cell=cell, labels=LABELS))


@given(places, inks, st.integers(CELL, 12), st.integers(1, 40), ratings, ratings)
def test_every_row_is_equally_wide(
    at: list[tuple[int, int]], ink: Ink, cell: int, focus: int, low: int, floor: int
) -> None:
    drawn = lines(compass(at, focus, Target(low, min(4, low + 1), floor)), ink, cell)

    assert {len(line) for line in drawn} == {width(cell)}


@given(places)
def test_the_basic_set_is_ascii(at: list[tuple[int, int]]) -> None:
    assert all(line.isascii() for line in lines(compass(at), BASIC))


@given(places, inks)
def test_a_point_lies_in_the_row_of_its_partnership(at: list[tuple[int, int]], ink: Ink) -> None:
    drawn = lines(compass(at[:1]), ink)

    for _, partnership in at[:1]:
        row = next(line for line in drawn if line[2:3] == str(partnership))
        assert ink.numeral(1) in row[5:]


def test_the_columns_run_from_no_assertiveness_to_the_most() -> None:
    drawn = lines(compass([(0, 2), (1, 2), (2, 2), (3, 2), (4, 2)]))
    row, scale = drawn[3], drawn[6]

    assert [scale.index(str(step)) for step in range(5)] == [row.index(RICH.numeral(n)) for n in range(1, 6)]


def test_points_that_share_a_place_stand_side_by_side() -> None:
    assert "①②③" in lines(compass([(3, 4)] * 3))[1]


def test_points_that_do_not_fit_are_counted() -> None:
    assert "①②+5" in lines(compass([(3, 4)] * 7))[1]


def test_the_point_in_focus_is_shown_even_in_a_crowd() -> None:
    assert "⑦" in lines(compass([(3, 4)] * 7, focus=7))[1]


def test_numbers_past_the_circled_ones_are_digits() -> None:
    assert RICH.numeral(20) == "⑳"
    assert RICH.numeral(21) == "21"


@pytest.mark.parametrize("ink", [RICH, BASIC])
def test_the_target_of_the_focus_is_a_box_from_its_floor_up(ink: Ink) -> None:
    drawn = lines(compass([(0, 0)], focus=1, target=Target(2, 3, 3)), ink)

    assert [line.count(ink.fill) for line in drawn[1:6]] == [2 * CELL - 1, 2 * CELL - 1, 0, 0, 0]


def test_without_a_focus_no_target_is_drawn() -> None:
    assert not any(RICH.fill in line for line in lines(compass([(0, 0)], target=Target(2, 3, 3))))


def test_a_target_holds_what_lies_in_its_band_and_at_or_above_its_floor() -> None:
    target = Target(2, 3, 3)

    assert target.holds(2, 3)
    assert target.holds(3, 4)
    assert not target.holds(1, 4)
    assert not target.holds(2, 2)


def test_the_axes_are_named() -> None:
    drawn = lines(compass([]))

    assert "partnership ↑" in drawn[0]
    assert "assertiveness →" in drawn[-1]
