"""Which numbers lie in a set, and where."""

from __future__ import annotations

from simulator.analysis.explore.layout import MOST_BITS, Layout


def test_gauges_that_conditions_read_go_into_sets_first_and_small_ones_before_large_ones() -> None:
    layout = Layout({"unread": (0, 100), "read": (0, 100), "small": (1, 3)}, frozenset({"read", "small"}))
    assert list(layout.dimensions) == ["trust", "small", "read"]
    assert layout.apart == {"unread": 0}
    assert layout.bits == 101 * 3 * 101 <= MOST_BITS


def test_a_gauge_of_any_range_fits_apart() -> None:
    layout = Layout({"wide": (-1_000_000, 1_000_000)}, frozenset({"wide"}))
    assert layout.bits == 101
    assert layout.split((17,)) == (17,)


def test_a_single_state_stands_at_its_values() -> None:
    layout = Layout({"x": (-3, 4), "y": (0, 5)}, frozenset({"x"}))
    single = layout.single(60, (-1, 4))
    for name, index in (("trust", 60), ("x", 2), ("y", 4)):
        dimension = layout.dimensions[name]
        assert layout.band(dimension, index, index) & single
        assert not layout.band(dimension, 0, index - 1) & single
        assert not layout.band(dimension, index + 1, dimension.size - 1) & single


def test_a_band_counts_all_states_with_its_values() -> None:
    layout = Layout({"x": (0, 4), "y": (0, 5)}, frozenset())
    assert layout.band(layout.dimensions["x"], 1, 3).bit_count() == 101 * 3 * 6
    assert layout.band(layout.dimensions["x"], 3, 1) == 0
