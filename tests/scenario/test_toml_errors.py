from __future__ import annotations

import tomllib
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.toml_errors import MOST_PROBLEMS, RECOVERED, TomlProblem, parse
from tests.scenario.toml_documents import documents
from tests.scenario.toml_hostile import UNITS, repeated

BEFORE = """\
format = 1
start = "verdict"

[beats.verdict]
moment = "explore"
"""
AFTER = '''
why = "because"
[beats.verdict.choices.ask]
say = "What did you hope to see?"
to = "reason"
[beats.reason]
script = """
Dana (flat): "No."
[She has closed the folder.]

Dana: Not him.
"""
to = [ { when = "trust > 3", to = "x" }, { to = "y" } ]
'''
LINE = BEFORE.count("\n") + 1


def problems(text: str) -> list[TomlProblem]:
    return parse(text)[1]


def only(statement: str) -> TomlProblem:
    """The one problem of a scenario with one broken statement."""
    value, found = parse(f"{BEFORE}{statement}{AFTER}")
    assert value is None
    assert [problem.code for problem in found] == [found[0].code]
    return found[0]


CURLY = "the text of `say` starts with a curly quote"
ENDS_HERE = "a straight quote inside the text of `say` ends it here"
INNER = 'put the speech in curly quotes, or write \\" before it, or use """…"""'

# statement, code, line after the first and column, message, hint
BROKEN: list[tuple[str, str, tuple[int, int], str, str]] = [
    ("say = “Hello”", "curly-quotes", (0, 7), CURLY, 'write straight quotes: say = "…"'),
    ("say = ‘Hello’", "curly-quotes", (0, 7), CURLY, 'say = "…"'),
    ("say = «Hello»", "curly-quotes", (0, 7), CURLY, 'say = "…"'),
    ("say = “““\nDana: hi\n[She sits.]\n”””", "curly-quotes", (0, 7), CURLY, 'say = """…"""'),
    (
        'say = "Hello”',
        "curly-quotes",
        (0, 7),
        "starts with a straight quote and ends with a curly one",
        "straight",
    ),
    ('say = """\nDana: hi\n”””', "curly-quotes", (2, 1), 'starts with """, so this does not end it', '"""'),
    ("skills = [“a”, “b”]", "curly-quotes", (0, 11), "a text in this list starts", '"…"'),
    ("“say” = 1", "curly-quotes", (0, 1), "a curly quote starts no name", "without quotes"),
    ('say = "He said "no" to me."', "quote-in-text", (0, 16), ENDS_HERE, INNER),
    ('say = ""Hello""', "quote-in-text", (0, 8), ENDS_HERE, INNER),
    ('to = [ { say = "a "no" b", to = "x" } ]', "quote-in-text", (0, 19), ENDS_HERE, INNER),
    ("say = 'It's fine'", "quote-in-text", (0, 10), "an apostrophe ends the text of `say`", 'say = "…"'),
    (
        'say = "Hello',
        "unclosed-text",
        (0, 7),
        "the text of `say` has no closing quote on its line",
        'end it with "',
    ),
    ('say = "Hello\\"', "unclosed-text", (0, 7), "before its last quote", "take the"),
    ('say = "\nDana: hi\n"', "unclosed-text", (0, 7), "no closing quote on its line", '"""'),
    (
        'say = """\nDana: hi\n""',
        "unclosed-text",
        (2, 1),
        'starts with """, so this does not end it',
        'write """',
    ),
    (
        'say = """\nDana: hi\n[Pause]\n[quiet]\n',
        "unclosed-text",
        (0, 7),
        "starts here is never closed",
        'write """',
    ),
    (
        'say = """\nDana: hi\n[b.c]\nsay = """\nHi\n"""',
        "unclosed-text",
        (0, 7),
        "never closed",
        "own after its last",
    ),
    ("to = reason", "missing-quotes", (0, 6), "`to` has no quotes", 'write to = "reason"'),
    (
        "to = second thoughts # so",
        "missing-quotes",
        (0, 6),
        "`to` has no quotes",
        'write to = "second thoughts"',
    ),
    ('to = reason"', "missing-quotes", (0, 6), "`to` has no quotes", 'write to = "reason"'),
    (
        "to = [ { to = reason } ]",
        "missing-quotes",
        (0, 15),
        "the text of `to` has no quotes",
        'write to = "reason"',
    ),
    ('x = ["a", b]', "missing-quotes", (0, 11), "item of a list has no quotes", "each"),
    ("shown = Yes", "bad-value", (0, 9), "TOML knows only true and false", "write true"),
    ("wants = None", "bad-value", (0, 9), "is None, which TOML does not know", "leave"),
    ("minutes = 08", "bad-value", (0, 11), "is 08, which is no number to TOML", "write 8"),
    ("minutes = 1,000", "bad-value", (0, 11), "which is no number to TOML", "write 1000"),
    ("minutes = 8 minutes", "after-value", (0, 11), "`minutes` is 8, and more follows", "alone"),
    ("say =", "missing-value", (0, 6), "`say` has no value", 'write say = "…"'),
    ("say = # later", "missing-value", (0, 7), "`say` has no value", 'write say = "…"'),
    ('say == "Hi"', "missing-value", (0, 6), "`say` has one = too many", "write say = …"),
    ("say = }", "missing-value", (0, 7), "no value starts with }", ""),
    ('say "Hello"', "missing-equals", (0, 5), "`say` has no = before its value", 'write say = "…"'),
    ('say: "Hello"', "missing-equals", (0, 4), "`say` has : where = belongs", "write say = …"),
    ("say", "missing-equals", (0, 4), "`say` has no = and no value", 'write say = "…"'),
    ("adds = { patience: -1 }", "missing-equals", (0, 18), "a = is missing in this group", "{ name ="),
    ('= "Hello"', "missing-name", (0, 1), "there is no name before =", 'write name = "…"'),
    ('a. = "Hello"', "missing-name", (0, 4), "there is no name after this dot", ""),
    ('my key = "x"', "bad-name", (0, 4), "the name `my key` has a blank in it", "write my_key ="),
    ('prénom = "x"', "bad-name", (0, 3), "this letter is not allowed in a name", "a to z"),
    ("[beats.x", "unclosed-header", (0, 1), "[beats.x is not closed", "write [beats.x]"),
    ("[[beats.x.variants]", "unclosed-header", (0, 1), "has two [ but one ]", "[[beats.x.variants]]"),
    ("[beats.x]]", "unclosed-header", (0, 10), "more ] than [", ""),
    ("beats.x]", "unclosed-header", (0, 1), "beats.x] is not opened", "write [beats.x]"),
    ("[beats.my beat]", "bad-header", (0, 11), "this cannot stand in a header", "digits, _ and -"),
    ("[beats.]", "missing-name", (0, 8), "a name is missing in this header", ""),
    ('[beats.x] say = "a"', "two-on-a-line", (0, 11), "a header stands alone on its line", "new line"),
    (
        'say = "a" to = "b"',
        "two-on-a-line",
        (0, 11),
        "a second key starts on this line",
        "new line before to",
    ),
    ("[She leaves the room.]", "stray-text", (0, 1), "looks like a stage direction", "between the"),
    (
        "Dana: I've been here.",
        "stray-text",
        (0, 1),
        "this line stands outside any text",
        "dialogue belongs between",
    ),
    ('"""', "stray-text", (0, 1), 'this """ belongs to no text', 'script = """'),
    ('say = """\nDana: hi\n"""\nDana: more\n"""', "stray-text", (3, 1), "stands outside any text", ""),
    (
        'say = """\nDana: hi\n""" and',
        "after-value",
        (2, 5),
        'ends at the """ before this',
        "only where the text ends",
    ),
    ('say = "Hello" he said', "after-value", (0, 15), "the text of `say` ends before this", "closing quote"),
    ('say = "Hello",', "stray-comma", (0, 14), "nothing may follow the value", "leave out the ,"),
    ("adds = { patience = -1, }", "stray-comma", (0, 25), "a comma stands before the closing }", ""),
    ("x = [1,, 2]", "stray-comma", (0, 8), "nothing before this comma", ""),
    ('x = ["a" "b"]', "missing-comma", (0, 10), "a comma is missing in this list", ""),
    ('x = ["a"; "b"]', "missing-comma", (0, 9), "a comma is missing in this list", ""),
    ('x = ["a"}', "wrong-bracket", (0, 9), "opened with [, so } cannot close it", "close it with ]"),
    ('x = ["a", "b"', "unclosed-bracket", (0, 5), "the list of `x` that starts here", "with ]"),
    ('x = [\n { a = "b" },\n', "unclosed-bracket", (0, 5), "the list of `x`", "close it with ]"),
    ("adds = { patience = -1", "unclosed-bracket", (0, 8), "not closed on its line", "close it with }"),
    ("adds = {\n a = 1,\n b = 2\n}", "group-over-lines", (0, 8), "must stand on one line", "without a comma"),
    (
        "to = [\n {\n  a = 1,\n },\n {\n  b = 2\n }\n]",
        "group-over-lines",
        (1, 2),
        "must stand on one line",
        "",
    ),
    ("// note", "bad-comment", (0, 1), "// starts no comment in TOML", "start a comment with #"),
    ("x = 1 // note", "bad-comment", (0, 7), "// starts no comment in TOML", "start a comment with #"),
    ('path = "C:\\dana"', "bad-escape", (0, 11), "\\d means nothing inside a text", "write \\\\"),
    ('x = "\\ud800"', "bad-escape", (0, 6), "\\ud800 means nothing", ""),
    ('say\u00a0= "x"', "odd-blank", (0, 4), "an invisible character (U+00A0)", "ordinary blank"),
    ('say = "a\x07b"', "control-character", (0, 9), "U+0007 is not allowed", "delete it"),
    ('x = "a"\ry = 1', "control-character", (0, 8), "U+000D is not allowed", ""),
    (
        'moment = "a"',
        "duplicate-key",
        (0, 1),
        "`moment` is written twice; it stood first on line 5",
        "leave one",
    ),
    ("moment.x = 1", "duplicate-key", (0, 1), "already has a value, on line 5", "another name"),
    ("x = { a = 1, a = 2 }", "duplicate-key", (0, 14), "twice; it stood first on line 6", ""),
    (
        "[beats.verdict]",
        "duplicate-table",
        (0, 1),
        "[beats.verdict] is written twice; it stood first on line 4",
        "",
    ),
    ("[format]", "duplicate-table", (0, 1), "already has a value, on line 1", "another name"),
]


@pytest.mark.parametrize(("statement", "code", "place", "message", "hint"), BROKEN)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_one_slip_is_one_problem_in_plain_words(
    statement: str, code: str, place: tuple[int, int], message: str, hint: str, line_end: str
) -> None:
    problem = only(statement) if line_end == "\n" else only_with_long_line_ends(statement)
    assert problem.code == code
    assert (problem.span.line - LINE, problem.span.column) == place
    assert message in problem.message
    assert hint in (problem.hint or "")


def only_with_long_line_ends(statement: str) -> TomlProblem:
    found = problems(f"{BEFORE}{statement}{AFTER}".replace("\n", "\r\n"))
    assert len(found) == 1
    return found[0]


MANY = """\
say = “Hello”
to = reason
why = "He said "no" to me."
thinks = "So.”
minutes = 8
principle "ask"
[next]
say = "a"
say = "b"
to = [
"""


def test_every_problem_of_a_text_is_told_in_order() -> None:
    expected = ["curly-quotes", "missing-quotes", "quote-in-text", "curly-quotes", "missing-equals"]
    found = problems(BEFORE + MANY + AFTER)
    assert [problem.code for problem in found] == [*expected, "duplicate-key", "unclosed-bracket"]
    assert [problem.span.line - LINE for problem in found] == [0, 1, 2, 3, 5, 8, 9]


def test_a_missing_header_is_told_once() -> None:
    section = 'say = "a"\nassertiveness = 1\npartnership = 2\nto = "x"\n'
    found = problems(f"[a]\n{section}[b]\n{section}\n{section}[c]\n{section}")
    assert [(problem.code, problem.span.line) for problem in found] == [("duplicate-key", 12)]
    assert "put a [header] above" in (found[0].hint or "")


def test_keys_under_a_broken_header_clash_with_none() -> None:
    assert [problem.code for problem in problems('[a]\nsay = "x"\n[b\nsay = "y"\n')] == ["unclosed-header"]


def test_a_list_of_tables_and_a_table_of_one_name_clash() -> None:
    (found,) = problems("[[a.b]]\nx = 1\n[a.b]\ny = 2\n")
    assert (found.code, found.span.line) == ("duplicate-table", 3)
    assert "[[a.b]] is a list of tables since line 1" in found.message


def test_a_text_is_told_twenty_problems_at_most() -> None:
    assert len(problems("a = b\n" * 100)) == MOST_PROBLEMS


def test_a_long_text_is_told_its_first_problem() -> None:
    long = "# filler filler filler\n" * 60_000
    (found,) = problems(f'{long}a = "b\n{long}c = d\n')
    assert (found.code, found.span.line) == ("unclosed-text", 60_001)


LONG = "# filler filler filler\n" * (RECOVERED // 20)


@pytest.mark.parametrize(("statement", "code", "place", "message", "hint"), BROKEN)
def test_a_slip_far_down_a_long_text_is_explained_as_well(
    statement: str, code: str, place: tuple[int, int], message: str, hint: str
) -> None:
    filler = LONG.count("\n")
    problem = problems(f"{LONG}{BEFORE}{statement}{AFTER}")[0]
    assert problem.code == code
    assert (problem.span.line - LINE - filler, problem.span.column) == place
    if "line" not in message:
        assert message in problem.message


def test_a_header_far_up_is_found_again() -> None:
    header = "[[d.e]]\nx = 1\n[a.b] # so\nx = 1\n[d.e.f]\n"
    text = f"a.c = 1\n{header}{LONG}[[d.e]]\n[d.e.f]\n[a.b]\ny = 2\n"
    (found,) = problems(text)
    assert (found.code, found.span.line) == ("duplicate-table", text.count("\n") - 1)
    assert "[a.b] is written twice; it stood first on line 4" in found.message


@pytest.mark.parametrize(
    ("above", "below", "code"),
    [
        ("a = 1", "a = 2", "duplicate-key"),
        ("a = 1", "[a]", "duplicate-table"),
        ("a.b = 1", "a.b = 2", "duplicate-key"),
    ],
)
def test_a_key_far_up_is_told_without_its_place(above: str, below: str, code: str) -> None:
    text = f"{above}\n{LONG}{below}\n"
    (found,) = problems(text)
    assert (found.code, found.span.line) == (code, text.count("\n"))
    assert "something further up has its name" in found.message


def test_a_text_that_never_ends_is_told_where_it_starts() -> None:
    (found,) = problems(f'{LONG}a = 1\nb = """\n' + "Dana: hello.\n" * 100_000)
    assert (found.code, found.span.line) == ("unclosed-text", LONG.count("\n") + 2)


def test_a_line_that_looks_like_a_header_does_not_mislead() -> None:
    script = "[quiet]\n\n[b]\nDana: hi\n" * 3
    (found,) = problems(f'{LONG}[a]\nx = """\n{script}"""\nx = 1\n')
    assert (found.code, found.span.line) == ("duplicate-key", LONG.count("\n") + 16)
    assert f"line {LONG.count(chr(10)) + 2}" in found.message


def test_what_the_guard_refuses_is_not_read() -> None:
    value, found = parse("a = " + "[" * 5000)
    assert value is None
    assert [problem.code for problem in found] == ["too-deep"]


@given(documents())
def test_a_valid_text_has_its_value_and_no_problem(text: str) -> None:
    assert parse(text) == (tomllib.loads(text), [])


@given(documents())
def test_what_stands_before_a_problem_is_no_problem(text: str) -> None:
    text = text.replace("\r\n", "\n")
    found = problems(f"{text}\n[very_last]\n= 1\n")
    assert [(problem.code, problem.span.line) for problem in found] == [
        ("missing-name", text.count("\n") + 3)
    ]


@given(st.text(alphabet="ab.=\"'[]{}\\#,\n\r 1\u00a0é“”") | st.text())
@settings(max_examples=500)
def test_any_text_is_taken(text: str) -> None:
    agrees_with_tomllib(text)


@given(
    st.integers(0, len(BEFORE + AFTER)),
    st.integers(0, 40),
    st.text(max_size=3) | st.sampled_from(list("\"'[]{}=\\")),
)
@settings(max_examples=300)
def test_a_damaged_scenario_is_told_at_or_before_the_place_where_tomllib_stops(
    at: int, gone: int, put: str
) -> None:
    text = BEFORE + AFTER
    agrees_with_tomllib(text[:at] + put + text[at + gone :])


def agrees_with_tomllib(text: str) -> None:
    value, found = parse(text)
    try:
        expected = tomllib.loads(text)
    except ValueError as error:
        assert value is None
        assert found
        line = str(error).partition("at line ")[2].partition(",")[0]
        assert found[0].span.line <= int(line or text.count("\n") + 1)
    else:
        assert (str(value), found) == (str(expected), [])


@pytest.mark.parametrize("title", UNITS)
def test_hostile_texts_take_time_in_proportion(title: str) -> None:
    text = repeated(*UNITS[title], size=30_000)
    before = process_time()
    assert len(problems(text)) <= MOST_PROBLEMS
    assert len(problems("x = 1\n" + text)) <= MOST_PROBLEMS
    assert process_time() - before < 2
