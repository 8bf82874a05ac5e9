"""Conditions on sets beside conditions on one state."""

from __future__ import annotations

from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.explore import guards
from simulator.analysis.explore.guards import Guard, Shelf
from simulator.analysis.explore.layout import Layout
from simulator.scenario.conditions import Names, compile_condition, parse

RANGES = {"x": (-2, 2), "far": (0, 1_000_000)}
NAMES = Names(frozenset({"met"}), frozenset({"set"}), RANGES)
LAYOUT = Layout(RANGES, frozenset())

comparisons = st.builds(
    "{} {} {}".format,
    st.sampled_from(("trust", "x", "far")),
    st.sampled_from(("<", "<=", "==", "!=", ">=", ">")),
    st.sampled_from((-1_000_000, -3, -2, 0, 2, 3, 50, 100, 101)),
)
conditions = st.recursive(
    comparisons | st.sampled_from(("met", "set")),
    lambda inner: (
        st.builds("({} {} {})".format, inner, st.sampled_from(("and", "or")), inner)
        | inner.map("not ({})".format)
    ),
    max_leaves=6,
)


@given(text=conditions, facts=st.integers(0, 1), flags=st.integers(0, 1), far=st.sampled_from((0, 2, 50)))
def test_a_guard_holds_where_its_condition_does(text: str, facts: int, flags: int, far: int) -> None:
    condition, _ = parse(text, NAMES)
    assert condition is not None
    guard = Guard(condition, LAYOUT, ({"met": 1}, {"set": 1}), Shelf())
    test = compile_condition(condition, {"met": 0}, {"set": 0}, {"x": 0, "far": 1})
    expected = 0
    for trust, x in product(range(101), range(-2, 3)):
        if test(trust, facts, flags, (x, far)):
            expected |= LAYOUT.single(trust, (x, far))
    assert guard.where(facts, flags, (far,)) == expected
    assert guard.where(facts, flags, (far,)) == expected


def test_what_is_kept_is_bounded_and_made_anew(monkeypatch: Any) -> None:
    monkeypatch.setattr(guards, "MOST_HELD", 1_000)
    shelf = Shelf()
    for number in range(50):
        shelf.put((number,), 1)
    assert len(shelf.sets) < 10
