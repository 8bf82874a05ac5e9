"""Changes on sets beside changes made one state after another."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.explore.layout import Dimension, Layout
from simulator.analysis.explore.maps import change_of, clamped_sum
from simulator.engine.trust import trusts_after

LAYOUT = Layout({"x": (-3, 4), "y": (0, 5), "far": (0, 1_000_000)}, frozenset({"x"}))

sets = st.integers(0, 2**32).map(lambda seed: Random(seed).getrandbits(LAYOUT.bits))  # noqa: S311
dimensions = st.sampled_from(sorted(LAYOUT.dimensions.values(), key=lambda one: one.name))


def moved(states: int, dimension: Dimension, table: Sequence[int]) -> int:
    found = 0
    for place in range(LAYOUT.bits):
        if states >> place & 1:
            index = place // dimension.stride % dimension.size
            found |= 1 << place + (table[index] - index) * dimension.stride
    return found


def moved_back(states: int, dimension: Dimension, table: Sequence[int]) -> int:
    found = 0
    for place in range(LAYOUT.bits):
        index = place // dimension.stride % dimension.size
        if states >> place + (table[index] - index) * dimension.stride & 1:
            found |= 1 << place
    return found


@given(states=sets, dimension=dimensions, data=st.data())
def test_any_change_of_one_number_goes_forth_and_back(
    states: int, dimension: Dimension, data: st.DataObject
) -> None:
    values = st.integers(0, dimension.size - 1)
    table = tuple(data.draw(st.lists(values, min_size=dimension.size, max_size=dimension.size)))
    change = change_of(LAYOUT, dimension, table)
    if change is None:
        assert table == tuple(range(dimension.size))
        return
    assert change.image(states) == moved(states, dimension, table)
    assert change.preimage(states) == moved_back(states, dimension, table)


@given(states=sets, dimension=dimensions, amount=st.integers(-200, 200))
def test_gauges_stop_at_the_ends_of_their_range(states: int, dimension: Dimension, amount: int) -> None:
    table = clamped_sum(dimension, amount)
    assert table == tuple(max(0, min(dimension.size - 1, at + amount)) for at in range(dimension.size))
    change = change_of(LAYOUT, dimension, table)
    assert (change.image(states) if change else states) == moved(states, dimension, table)


@given(
    states=sets,
    ratings=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    percents=st.tuples(st.integers(0, 1000), st.integers(0, 1000)),
)
def test_trust_moves_by_its_tiers(states: int, ratings: tuple[int, int], percents: tuple[int, int]) -> None:
    table = trusts_after(*ratings, gain=percents[0], loss=percents[1])
    dimension = LAYOUT.dimensions["trust"]
    change = change_of(LAYOUT, dimension, table)
    assert (change.image(states) if change else states) == moved(states, dimension, table)
