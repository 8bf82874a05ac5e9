from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.diagnostic import Span
from simulator.scenario.guard import DOTS, NESTING, refuse
from simulator.scenario.guard import LONGEST_WORD as WORD
from tests.scenario.toml_documents import documents


def dotted(dots: int) -> str:
    return ".".join("k" * (dots + 1))


def nested(depth: int, inner: str = "1") -> str:
    return "[" * depth + inner + "]" * depth


def codes(text: str) -> list[str]:
    return [problem.code for problem in refuse(text)]


TOO_MUCH = {
    "too-deep": [
        f"x = {nested(NESTING + 1)}\n",
        f"x = {nested(10, '{ y = ' + nested(NESTING - 10) + ' }')}",
        "x = [\n" + '"]",\n[ # ]\n' * NESTING,
        "x = " + '["""]\\"""", ' * (NESTING + 1),
        f"""x = ['''''', '\\\\"', {nested(NESTING)}]""",
        """x = ["\""x" '\\"' "\"", """ + nested(NESTING + 1) + "]",
        '"a\\"[" = ' + nested(NESTING + 1),
        "x = 1979-05-27 07:32:00\ny = " + nested(NESTING + 1),
    ],
    "key-too-long": [
        f"{dotted(DOTS + 1)} = 1\n",
        f"[{dotted(DOTS + 1)}]\n",
        f"[[ {' . '.join('k' * (DOTS + 2))} ]]\n",
        f"x = {{ {dotted(DOTS + 1)} = 1 }}",
        f"x = [ {{ y = 1.5, {dotted(DOTS + 1)} = 1 }} ]",
        '"a.b".' * (DOTS + 1) + "'c' = 1",
        '"\\"".' * (DOTS + 1) + "c = 1",
    ],
    "word-too-long": [
        f"x = {'1' * (WORD + 1)}",
        f"x = [{'1_' * WORD}1]\n",
        f"x = 1.{'0' * WORD}1",
        "k" * 2000 + " = 1",
    ],
}
FINE = [
    f"{dotted(DOTS)} = {nested(NESTING)}\n[a.{dotted(DOTS - 1)}]\nx = {{ {dotted(DOTS)} = [[], {{}}] }}",
    f'x = "{"[" * 99}{"a." * 99}{"1" * 2000}"',
    f'x = """\n{"[" * 99}\n{"a." * 99} = 1\n\\""" [[[[[[[[[[[[[[[[[[[[[[[[[[\n"""',
    f"x = '''\n{'[' * 99}''[[\n''''\ny = '{'{' * 99}'",
    f"# {'[' * 99} {'a.' * 99}\nx = [ # {'[' * 99}\n 1 ]",
    "x = [" + "[1], " * 100 + "]",
    "x = [" + '{ a.b = 1.5, c.d = "..." }, ' * 100 + "]",
    f"x = {'1' * WORD}\ny = [{'1.5, ' * 99}]",
    "",
]


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, texts in TOO_MUCH.items() for text in texts]
)
def test_what_is_too_much_is_refused(code: str, text: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize("text", FINE)
def test_what_is_just_allowed_passes_and_so_does_all_inside_texts(text: str) -> None:
    tomllib.loads(text)
    assert refuse(text) == []


@given(documents())
def test_ordinary_documents_pass(text: str) -> None:
    assert refuse(text) == []


@given(documents(), st.sampled_from(sorted(TOO_MUCH)), st.data())
def test_nothing_before_it_hides_what_is_too_much(text: str, code: str, data: st.DataObject) -> None:
    value = data.draw(st.sampled_from(TOO_MUCH[code]))
    assert codes(f"{text}\n{value}") == [code]


def test_the_place_is_that_of_the_bracket_or_key() -> None:
    (deep,) = refuse(f"a = 1\nx = {nested(NESTING + 1)}")
    assert deep.span == Span(2, 25, 2, 26)
    (dots,) = refuse(f"a = 1\nx = {{ {dotted(20)} = 1 }}")
    assert (dots.span.line, dots.span.column) == (2, 7)


@given(st.text(alphabet="a.=\"'[]{}\\#,\n\r 1") | st.text())
@settings(max_examples=300)
def test_any_text_is_taken(text: str) -> None:
    assert len(refuse(text)) <= 1


@pytest.mark.parametrize(
    "hostile",
    [
        "[",
        "[],",
        "a.",
        "a={",
        '"',
        '"""',
        "'",
        '"""\\"',
        "\\",
        "\n",
        "\r",
        "#",
        "=",
        "a=1\n",
        "a=[",
        '"\\"",',
        "1",
        "a .",
    ],
)
@pytest.mark.parametrize("start", ["", "a=", "a=[", 'a="""', "a='''", "[", "{"])
def test_hostile_texts_take_time_in_proportion(start: str, hostile: str) -> None:
    assert len(refuse(start + hostile * 40_000)) <= 1
