from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.words.spelling import in_ascii, shows_ascii_alone, typed


@pytest.mark.parametrize(
    ("environment", "encoding", "expected"),
    [
        ({"LC_ALL": "C"}, "utf-8", True),
        ({"LC_ALL": "POSIX"}, "utf-8", True),
        ({"LANG": "C"}, "utf-8", False),
        ({"LC_ALL": "C.UTF-8"}, "utf-8", False),
        ({}, "ANSI_X3.4-1968", True),
        ({}, "US-ASCII", True),
        ({}, None, False),
    ],
)
def test_ascii_alone_is_what_the_locale_or_the_encoding_says(
    environment: dict[str, str], encoding: str | None, expected: bool
) -> None:
    assert shows_ascii_alone(environment, encoding) is expected


def test_punctuation_is_what_keyboards_have_and_letters_stay() -> None:
    assert typed("“Zoë’s – no…”") == '"Zoë\'s - no..."'
    assert typed("日本語") == "日本語"


def test_letters_keep_their_likeness() -> None:
    assert in_ascii("Grüße, Zoë – naïve? 日") == "Gruesse, Zoe - naive? ?"


@given(st.text())
def test_whatever_is_written_comes_out_in_ascii(text: str) -> None:
    assert in_ascii(text).isascii()
