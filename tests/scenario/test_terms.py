from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.hints import Hints
from simulator.scenario.terms import fill, misfits, nested

TERMS = {"company": "Northline", "boss": "the {company} boss"}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("", ""),
        ("At {company}.", "At Northline."),
        ("{company}{company}", "NorthlineNorthline"),
        ("{{company}", "{company}"),
        ("{{{company}", "{Northline"),
        ("{boss}", "the {company} boss"),
        ("} {{ }", "} { }"),
        ("{nobody}", "{nobody}"),
    ],
)
def test_terms_are_filled_in_one_pass(text: str, filled: str) -> None:
    assert fill(text, TERMS) == filled


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("{company} {{x}", []),
        ("{}", ["{}"]),
        ("{x.y}", ["{x.y}"]),
        ("{ company }", ["{ company }"]),
        ("{Company} and {x", ["{Company}", "{"]),
        ("{company\n}", ["{"]),
        ("{{company}} {{{x}", ["{x}"]),
    ],
)
def test_a_brace_that_names_no_term_is_marked(text: str, marked: list[str]) -> None:
    found = list(misfits(text, TERMS, Hints()))
    assert [text[one.start : one.end] for one in found] == marked
    assert all(one.is_error and one.hint for one in found)


def test_the_term_that_was_meant_is_named() -> None:
    (found,) = misfits("{compny}", TERMS, Hints())
    assert found.hint == 'did you mean "company"?'


def test_a_term_holds_no_other() -> None:
    assert [TERMS["boss"][one.start : one.end] for one in nested(TERMS["boss"])] == ["{company}"]
    assert [*nested("plain")] == []


@given(st.text(alphabet="{}ab \n"))
def test_a_text_without_misfits_is_filled_whole(text: str) -> None:
    terms = {"a": "1", "b": "2"}
    if not list(misfits(text, terms, Hints())):
        whole = fill(text.replace("{{", "\0"), terms).replace("\0", "{")
        assert fill(text, terms) == whole or "{{{" in text
