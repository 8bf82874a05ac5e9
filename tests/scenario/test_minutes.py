from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.minutes import SHARE_SEEN, WORDS_A_MINUTE, estimate


def test_half_of_the_words_are_read_in_one_play() -> None:
    words = "word " * int(10 * WORDS_A_MINUTE / SHARE_SEEN)
    assert estimate({"beats": {"a": {"script": words}}}) == 10
    half = "word " * int(5 * WORDS_A_MINUTE / SHARE_SEEN)
    choice = {"say": half, "why": words, "thinks": words}
    assert estimate({"beats": {"a": {"script": half, "choices": {"b": choice}}}}) == 10


@pytest.mark.parametrize(
    "raw", [{}, {"beats": 3}, {"beats": {"a": 3}}, {"briefing": "x"}, {"beats": {"a": {"choices": []}}}]
)
def test_a_file_of_another_form_takes_a_minute(raw: dict[str, Any]) -> None:
    assert estimate(raw) == 1


def test_no_play_takes_longer_than_four_hours() -> None:
    assert estimate({"beats": {"a": {"script": "word " * 1_000_000}}}) == 240


VALUES = st.recursive(
    st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
)


@given(st.dictionaries(st.sampled_from(["beats", "briefing"]), VALUES))
def test_any_values_are_estimated(raw: dict[str, Any]) -> None:
    assert 1 <= estimate(raw) <= 240
