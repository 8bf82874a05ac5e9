from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simulator.report.layers import HEIGHT, Stop, layout

NAMES = "abcdefgh"
WAYS = st.sets(st.sampled_from([(one, other) for one in NAMES for other in NAMES if one != other]))


@given(
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda way: way[0] != way[1]))
)
def test_every_way_leads_to_the_right_or_is_one_back(ways: set[tuple[str, str]]) -> None:
    laid = layout(NAMES, sorted(ways), "a")
    assert laid is not None
    column: dict[Stop, int] = {stop: at for at, stops in enumerate(laid.columns) for stop in stops}

    assert set(NAMES) <= set(column)
    assert set(laid.ways) | laid.back == ways
    for (place, target), stops in laid.ways.items():
        assert [column[stop] for stop in stops] == list(range(column[place], column[target] + 1))


@given(
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda way: way[0] != way[1]))
)
def test_no_two_boxes_of_a_column_touch(ways: set[tuple[str, str]]) -> None:
    laid = layout(NAMES, sorted(ways), "a")
    assert laid is not None
    for stops in laid.columns:
        rows = sorted(laid.rows[stop] for stop in stops if isinstance(stop, str))
        assert all(other - one >= HEIGHT - 1 for one, other in pairwise(rows))
        assert len({laid.rows[stop] for stop in stops}) == len(stops)


def test_a_chain_is_a_straight_line() -> None:
    laid = layout("abc", [("a", "b"), ("b", "c")], "a")

    assert laid is not None
    assert laid.columns == (("a",), ("b",), ("c",))
    assert len(set(laid.rows.values())) == 1


def test_what_nobody_could_read_is_not_laid_out() -> None:
    places = [str(number) for number in range(100)]
    ways = [(one, other) for at, one in enumerate(places) for other in places[at + 1 :]]

    assert layout(places, ways, "0") is None
