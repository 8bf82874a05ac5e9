from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.plain import excerpt, impurities, is_plain, made_plain, may_hide_something, one_line


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_marks_of_direction_are_refused(code: int) -> None:
    (found,) = impurities(f"a{chr(code)}b")
    assert (found.code, found.start, found.end, found.is_error) == ("bidi-control", 1, 2, True)
    assert made_plain(f"a{chr(code)}b") == "a\ufffdb"


@pytest.mark.parametrize("code", [0, 7, 8, 0xB, 0xD, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0x2028, 0x2029])
def test_control_characters_are_refused(code: int) -> None:
    (found,) = impurities(f"a{chr(code)}b")
    assert (found.code, found.is_error) == ("control-character", True)


@pytest.mark.parametrize(
    "code", [0xAD, 0x200B, 0x200E, 0x2060, 0xFEFF, 0xFE0F, 0x3164, 0xE0041, 0x200C, 0x200D]
)
def test_what_no_one_sees_is_dropped_with_a_warning(code: int) -> None:
    (found,) = impurities(f"a{chr(code)}b")
    assert (found.code, found.is_error) == ("invisible-character", False)
    assert made_plain(f"a{chr(code)}b") == "ab"


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "ශ්‍රී"])
def test_joiners_stay_in_words_that_need_them(text: str) -> None:
    assert list(impurities(text)) == []
    assert made_plain(text) == text


@pytest.mark.parametrize(
    "text", ["“Gut”, naïve café — 日本語 Ελλάδα שלום", "[/b] [@click=app.quit]x {y}", "a\nb", "🙂"]
)
def test_words_of_any_language_are_plain(text: str) -> None:
    assert list(impurities(text)) == []
    assert made_plain(text) == text


def test_a_tab_is_a_blank() -> None:
    assert list(impurities("a\tb")) == []
    assert made_plain("a\tb") == "a b"


@given(st.text())
def test_nothing_is_left_that_a_terminal_would_obey(text: str) -> None:
    plain = made_plain(text)
    assert is_plain(plain)
    assert all(one == "\n" or unicodedata.category(one) != "Cc" for one in plain)
    assert made_plain(plain) == plain
    assert "\n" not in one_line(text)


@given(st.text())
def test_an_excerpt_keeps_its_columns(text: str) -> None:
    line = text.replace("\n", "")
    assert len(excerpt(line)) == len(line)
    assert all(unicodedata.category(one) != "Cc" for one in excerpt(line))


@given(st.text())
def test_what_is_not_plain_never_hides(text: str) -> None:
    assert is_plain(text) or may_hide_something(text)


@pytest.mark.parametrize(
    "source", ['"\\u001b"', '"\\U0000200b"', '"\\b"', '"\\f"', '"\\r"', '"\\t"', '"\\e"', '"\\x1b"']
)
def test_an_escape_in_a_source_may_hide_something(source: str) -> None:
    assert may_hide_something(source)


def test_a_long_hostile_text_is_answered_at_once() -> None:
    text = "\u200b\x1b\u202e\u200d" * 1_000_000
    assert made_plain(text) == "\ufffd" * 2_000_000
