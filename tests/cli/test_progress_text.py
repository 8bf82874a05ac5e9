from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator import words
from simulator.cli.progress_text import BAR, as_text, bar
from simulator.practice.progress import progress
from simulator.store.record import Mode
from tests.practice.plays import glance, row
from tests.practice.test_telling import ASK, GO_ON, RESUME

LONG = "A conversation with a title that is a good deal longer than any line of a terminal can be " * 2
SKILLS = {"skills": {"asking": "Asking before answering, however long the name of that skill is"}}


def told(*plays: object, things: tuple[object, ...] = ()) -> str:
    return as_text("Sam", progress(plays), things)


def test_a_beginner_is_told_what_will_stand_here() -> None:
    text = told()
    assert text.startswith("Progress of Sam\nThese figures are for practice: not for hiring")
    assert text.count("None so far.") == 2


def test_a_balance_never_stands_without_its_band_and_range() -> None:
    text = told(glance(balance=86.4, margin=22.0, told={"hold": 1.0, "yield": 0.9}))
    shown = "  A talk\n       86 [.............----#---] strong\n          somewhere between 64 and 100\n"
    assert shown in text


def test_a_play_left_half_way_has_none() -> None:
    assert "      left before its end" in told(glance(ending=None))
    assert "      too short for a balance" in told(glance(balance=None, margin=None))


def test_hold_and_yield_stand_apart() -> None:
    lines = told(glance(rows=[row(fit=0.5)] * 4 + [row("let-go")] * 4)).splitlines()
    assert [line for line in lines if line.startswith(("  Hold", "  Yield"))] == [
        "  Hold    50 [........--#--........] give or take 8, 4 decisions",
        "  Yield  100 [..................--#] give or take 8, 4 decisions",
    ]


def test_moments_have_words_and_numbers() -> None:
    text = told(glance(rows=[row("stand-firm", 0.25)], told=SKILLS))
    assert "\n  stand firm                    25 [.....#...............] 1 decision\n" in text


def test_practice_stands_by_itself() -> None:
    text = told(glance(), glance(mode=Mode.COACH))
    evidence, practice = text.split("Practice: every other play.")
    assert "1 play, 1 played to its end, 8 decisions." in evidence
    assert "1 play, 1 played to its end, 8 decisions." in practice


def test_what_is_missing_for_a_style_is_told_and_then_the_style() -> None:
    assert "so far there are 8 over 1." in " ".join(told(glance()).split())
    many = told(*(glance(f"a/s{number}") for number in range(4)))
    assert "Habitual style: firm where it was due, and with them (the style of these 32" in many
    assert "Trend: no clear one over 4 balances" in many


def test_endings_time_and_what_waits_are_told() -> None:
    text = told(glance(told={"seconds": 600}), glance("a/b", entries=99), things=(RESUME, ASK, GO_ON))
    assert "8 decisions, 10 min." in text
    assert "Endings found\n  1 of 3  A talk" in text
    assert "1 play is not counted" in text
    assert '  1  Go on with "One"\n     Left after 2 choices.' in text


@pytest.fixture
def german() -> Iterator[None]:
    words.use("de")
    yield
    words.use(None)


def everything(plays: int) -> str:
    about = {"title": LONG, **SKILLS, "seconds": 9e6}
    played = [glance(f"a/s{number}", told=about) for number in range(plays)]
    return told(*played, glance(outcome=None), things=(RESUME, ASK, GO_ON))


@pytest.mark.usefixtures("german")
def test_it_fits_in_another_language_too() -> None:
    assert max(map(len, everything(5).splitlines())) <= 79


@pytest.mark.parametrize("count", [1, 5])
def test_everything_fits_into_79_columns_of_ascii(count: int) -> None:
    text = everything(count)
    assert max(map(len, text.splitlines())) <= 79
    assert text.isascii()


@given(st.floats(0, 100), st.floats(0, 60))
def test_a_bar_has_its_mark_within_its_range(value: float, margin: float) -> None:
    drawn = bar(value, margin)
    assert len(drawn) == BAR + 2
    assert drawn.count("#") == 1
    assert drawn[1:-1].strip(".").replace("#", "-") == "-" * len(drawn[1:-1].strip("."))
