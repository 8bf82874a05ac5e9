from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.suggest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("reasn", ["reason", "season", "verdict"], "reason"),
        ("resaon", ["season", "reason"], "reason"),
        ("REASON", ["reason"], "reason"),
        ("last-hire", ["last_hire"], "last_hire"),
        ("Jose", ["José"], "José"),
        ("offered", ["offered_call", "verdict"], "offered_call"),
        ("hte", ["the"], "the"),
        ("cat", ["cut", "cot"], "cot"),
        ("a", ["b"], None),
        ("verdict", ["reason"], None),
        ("", ["reason"], None),
        ("?!", ["reason"], None),
        ("reasn", [], None),
        ("r" * 61, ["r" * 60], None),
    ],
)
def test_the_nearest_known_name_is_the_one_meant(word: str, known: list[str], meant: str | None) -> None:
    assert nearest(word, known) == meant


def test_the_hint_is_a_question() -> None:
    assert did_you_mean("reasn", ["reason"]) == 'did you mean "reason"?'
    assert did_you_mean("reasn", ["verdict"]) is None


@given(st.text(max_size=20), st.lists(st.text(max_size=20)))
def test_an_answer_is_always_one_of_the_known_names(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {None, *known}


@given(st.text("abcdefgh_", min_size=6, max_size=20).filter(lambda word: word.count("_") < 2), st.data())
def test_one_wrong_letter_is_forgiven(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    assert nearest(word[:at] + "z" + word[at + 1 :], [word]) == word


@pytest.mark.timeout(30)
def test_a_crowd_of_names_is_no_burden() -> None:
    crowd = [f"{'offered_call' * 4}{number:06}" for number in range(100_000)]
    nearest("ofered_cal" * 5, crowd)
