from __future__ import annotations

import tomllib
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.diagnostic import Location, Span
from simulator.scenario.positions import Positions
from tests.scenario.toml_documents import documents

SCENARIO = '''\
format = 1
title = "“Hi”, she said"

[beats.verdict]
script = """
Dana: one\\
      two
Dana: caf\\u00e9 "now"
"""
to = [ { when = "trust > 3", to = "x" }, { to = "b" } ]
adds = { patience = -1 }
empty = []

[[beats.verdict.variants]]
when = 'flag'
[[beats.verdict.variants]]
a.b = 3
[beats]
other = 1
'''
VERDICT = ("beats", "verdict")


def source(text: str, span: Span) -> str:
    """The characters of a place, found the way an editor finds them."""
    lines = text.split("\n")
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    last = lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join([lines[span.line - 1][span.column - 1 :], *lines[span.line : span.end_line - 1], last])


def alone(value: str) -> Any:
    return tomllib.loads(f"v = {value}")["v"]


def leaves(value: Any, at: Location = ()) -> list[tuple[Location, Any]]:
    if isinstance(value, dict):
        return [leaf for key, item in value.items() for leaf in leaves(item, (*at, key))]
    if isinstance(value, list) and value:
        return [leaf for index, item in enumerate(value) for leaf in leaves(item, (*at, index))]
    return [(at, value)]


def character(text: str, place: Span, quote: str) -> str:
    """What the source of one character of a text stands for."""
    written = source(text, place).replace("\r\n", "\n")
    return alone(f'"{written}"') if written.startswith("\\") and quote == '"' else written


def at(location: Location) -> tuple[str, str]:
    places = Positions(SCENARIO)
    return source(SCENARIO, places.value(location)), source(SCENARIO, places.key(location))


@given(documents())
def test_every_value_is_where_tomllib_reads_it(text: str) -> None:
    places = Positions(text)
    for location, value in leaves(tomllib.loads(text)):
        if location and not (isinstance(value, dict) and isinstance(location[-1], str)):
            written = source(text, places.value(location))
            if value != {} or written.startswith("{"):
                assert alone(written) == value


@given(documents())
def test_every_key_is_where_tomllib_reads_it(text: str) -> None:
    places = Positions(text)
    for location, _ in leaves(tomllib.loads(text)):
        for end in range(1, len(location) + 1):
            if isinstance(location[end - 1], str):
                written = source(text, places.key(location[:end]))
                assert tomllib.loads(f"{written} = 1") == {location[end - 1]: 1}


@given(documents())
def test_every_character_of_a_text_is_where_tomllib_reads_it(text: str) -> None:
    places = Positions(text)
    for location, value in leaves(tomllib.loads(text)):
        if isinstance(value, str):
            quote = source(text, places.value(location))[0]
            read = [character(text, places.inside(location, i, i + 1), quote) for i in range(len(value))]
            assert "".join(read) == value


JSON = st.recursive(
    st.text(max_size=20) | st.integers(-(2**40), 2**40) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4), st.booleans())
def test_values_written_by_a_program_are_found(value: dict[str, Any], many_lines: bool) -> None:
    text = tomli_w.dumps(value, multiline_strings=many_lines)
    places = Positions(text)
    for location, leaf in leaves(tomllib.loads(text)):
        if not isinstance(leaf, dict):
            assert alone(source(text, places.value(location))) == leaf


@given(st.text(alphabet="a.=\"'[]{}\\#,\n\r 1é“") | st.text())
@settings(max_examples=300)
def test_any_text_is_taken(text: str) -> None:
    places = Positions(text)
    assert places.value(("a", 0, "b")).line >= 1
    assert places.inside(("a",), -3, 10**9).line >= 1
    assert places.key(("a", "b")).column >= 1


@given(documents(), st.text(max_size=30))
def test_statements_before_a_broken_one_are_known(text: str, rest: str) -> None:
    whole, broken = Positions(text), Positions(f"{text}\n= {rest}")
    for location, value in leaves(tomllib.loads(text)):
        if value != {}:
            assert broken.value(location) == whole.value(location)


@pytest.mark.parametrize(
    ("location", "value", "key"),
    [
        (("format",), "1", "format"),
        (VERDICT, "[beats.verdict]", "verdict"),
        ((*VERDICT, "to", 0), '{ when = "trust > 3", to = "x" }', "to"),
        ((*VERDICT, "to", 0, "when"), '"trust > 3"', "when"),
        ((*VERDICT, "adds"), "adds", "adds"),
        ((*VERDICT, "adds", "patience"), "-1", "patience"),
        ((*VERDICT, "empty"), "[]", "empty"),
        ((*VERDICT, "variants", 1), "[[beats.verdict.variants]]", "variants"),
        ((*VERDICT, "variants", 1, "a", "b"), "3", "b"),
        (("beats",), "[beats]", "beats"),
        (("beats", "other"), "1", "other"),
    ],
)
def test_values_and_keys_of_a_scenario(location: Location, value: str, key: str) -> None:
    assert at(location) == (value, key)


@pytest.mark.parametrize(
    ("location", "known"),
    [
        ((*VERDICT, "missing"), VERDICT),
        ((*VERDICT, "choices", "ask", "say"), VERDICT),
        ((*VERDICT, "variants", 1, "script"), (*VERDICT, "variants", 1)),
        ((*VERDICT, "to", "list[Rule]", 1, "to"), (*VERDICT, "to", 1, "to")),
        ((*VERDICT, "to", 1, "to", "str"), (*VERDICT, "to", 1, "to")),
        ((*VERDICT, "to", 7), (*VERDICT, "to")),
    ],
)
def test_what_is_not_there_is_where_it_is_missing(location: Location, known: Location) -> None:
    assert at(location) == at(known)


def test_the_second_table_of_a_list_has_its_own_header() -> None:
    assert Positions(SCENARIO).value((*VERDICT, "variants", 1)).line == 16


def test_an_unknown_root_key_is_the_start_of_the_file() -> None:
    assert Positions(SCENARIO).value(("summary",)) == Span(1, 1, 1, 1)


def test_a_text_is_narrowed_past_escapes_and_joined_lines() -> None:
    places = Positions(SCENARIO)
    text = tomllib.loads(SCENARIO)["beats"]["verdict"]["script"]
    start = text.index("two")
    assert source(SCENARIO, places.inside((*VERDICT, "script"), start, start + 3)) == "two"
    start = text.index("café")
    assert source(SCENARIO, places.inside((*VERDICT, "script"), start, start + 4)) == r"caf\u00e9"


@pytest.mark.parametrize(
    "text", ["v = '''\\\\\\n ab'''", "v = 'C:\\\\u00e9 ab'", 'v = """\\r\\na\\r\\n ab"""']
)
def test_literal_backslashes_and_long_line_ends_count_as_read(text: str) -> None:
    start = tomllib.loads(text)["v"].index("ab")
    assert source(text, Positions(text).inside(("v",), start, start + 2)) == "ab"


def test_bounds_past_a_text_stay_between_its_quotes() -> None:
    assert source(SCENARIO, Positions(SCENARIO).inside(("title",), -5, 99)) == "“Hi”, she said"
    assert Positions(SCENARIO).inside(("title",), 99, 99) == Span(2, 24, 2, 24)


def test_lines_are_shown_without_their_ends() -> None:
    places = Positions("a = 1\r\nb = 2\n")
    assert [places.line_text(line) for line in (0, 1, 2, 3, 4)] == ["", "a = 1", "b = 2", "", ""]


@pytest.mark.parametrize(
    "hostile", ["[", "{a=", '"', "a.", '"""\\', "[a]\n", "[[a]]\n", "a=[\n", "\\", "a=1\n"]
)
def test_hostile_texts_take_time_in_proportion(hostile: str) -> None:
    for text in (hostile * 30_000, "a = " + hostile * 30_000):
        assert Positions(text).value(("a",)).line >= 1
