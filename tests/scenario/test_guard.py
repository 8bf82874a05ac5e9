from __future__ import annotations

import tomllib
from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.diagnostic import Span
from simulator.scenario.guard import DOTS, MOST_PARTS, MOST_TABLES, NESTING, refuse
from simulator.scenario.guard import LONGEST_WORD as WORD
from simulator.scenario.model import MAX_BEATS, MAX_CHOICES
from simulator.scenario.source import MAX_BYTES
from tests.benchmarks import synthetic
from tests.scenario.toml_documents import documents
from tests.scenario.toml_hostile import UNITS, many, repeated


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
TOO_MANY: dict[str, list[Callable[[], str]]] = {
    "too-many-keys": [
        lambda: "x = [" + "1," * (MOST_PARTS + 1) + "]",
        lambda: "x = [" + '{ a = "=" },\n' * (MOST_PARTS // 3 + 1) + "]",
        lambda: many(lambda n: f"k{n} = 1\n", MOST_PARTS + 1),
        lambda: f"[{dotted(DOTS)}]\n" + many(lambda n: f"k{n} = 1\n", MOST_PARTS // 3 + 1),
    ],
    "too-many-tables": [
        lambda: many(lambda n: f"[k{n}]\n", MOST_TABLES + 1),
        lambda: many(lambda n: f"k{n} = []\n", MOST_TABLES + 1),
        lambda: many(lambda n: f"k{n} = {{ a = 1 }}\n", MOST_TABLES + 1),
        lambda: many(lambda n: f"k{n}.a = 1\n", MOST_TABLES + 1),
        lambda: "[[a]]\n[a.b.c.d.e]\n" * (MOST_TABLES // 5 + 1),
        lambda: many(lambda n: f"[k{n}.{'.'.join('b' * DOTS)}]\n", MOST_TABLES // DOTS),
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


@pytest.mark.parametrize(
    ("code", "make"), [(code, make) for code, makes in TOO_MANY.items() for make in makes]
)
def test_more_than_any_scenario_needs_is_refused(code: str, make: Callable[[], str]) -> None:
    assert codes(make()) == [code]


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


def scenario(beats: int, choices: int, beat: str, choice: str) -> str:
    """Beats and their choices, of which each has its own header and the same keys."""
    parts = []
    for number in range(beats):
        parts.append(f"[beats.beat_{number}]\n{beat}")
        parts += [f"[beats.beat_{number}.choices.c{position}]\n{choice}" for position in range(choices)]
    return "".join(parts)


BEAT = 'script = "Dana: So."\nmoment = "explore"\nbecause = "need"\n'
CHOICE = 'say = "a"\nassertiveness = 1\npartnership = 3\nwhy = "a"\n'
EVERY_BEAT = (
    BEAT + 'weight = 2\nband = [1, 2]\nfloor = 1\nthinks = "a"\nreveals = ["f"]\nmoves_trust = 0\n'
    'variants = [{ when = "g", script = "Dana: No." }]\n'
)
EVERY_CHOICE = (
    CHOICE + 'to = [{ to = "e" }]\nreply = [{ script = "Dana: Hm." }]\nreveals = ["f"]\nthinks = "a"\n'
    'principle = "a"\nuses = ["f"]\nwhen = "g"\nonce = true\nsets = ["g"]\nclears = ["g"]\n'
    'adds = { p = 1 }\nharm = "grave"\nact = "a"\nrepairs = false\n'
)


@pytest.mark.parametrize(
    ("beats", "choices", "beat", "choice"),
    [
        (MAX_BEATS, MAX_CHOICES, BEAT, CHOICE + 'to = "e"\nuses = ["f"]\n'),
        (MAX_BEATS, 2, EVERY_BEAT, EVERY_CHOICE),
        (MAX_BEATS // 4, MAX_CHOICES, EVERY_BEAT, EVERY_CHOICE),
    ],
    ids=["most choices", "every key", "most choices with every key"],
)
def test_as_much_as_a_scenario_can_need_passes(beats: int, choices: int, beat: str, choice: str) -> None:
    text = scenario(beats, choices, beat, choice)
    assert len(text) < MAX_BYTES
    assert refuse(text) == []


def test_an_ordinary_scenario_of_most_beats_passes() -> None:
    assert refuse(synthetic.scenario(MAX_BEATS)) == []


def test_most_choices_with_every_key_are_more_than_a_file_may_hold() -> None:
    assert len(scenario(MAX_BEATS, MAX_CHOICES, EVERY_BEAT, EVERY_CHOICE)) > MAX_BYTES


def test_what_stands_in_texts_and_comments_is_not_counted() -> None:
    signs = "a = [1, 2.5, {}], " * MOST_TABLES
    assert refuse(f"x = '''\n{signs}'''\n# {signs}\n") == []


def test_too_many_is_told_where_the_limit_is_passed() -> None:
    (problem,) = refuse("# k = 1\n" + "k = 1\n" * (MOST_PARTS + 10))
    assert problem.span == Span(MOST_PARTS + 2, 3, MOST_PARTS + 2, 4)
    assert "900,000" in problem.message


def test_the_place_is_that_of_the_bracket_or_key() -> None:
    (deep,) = refuse(f"a = 1\nx = {nested(NESTING + 1)}")
    assert deep.span == Span(2, 25, 2, 26)
    (dots,) = refuse(f"a = 1\nx = {{ {dotted(20)} = 1 }}")
    assert (dots.span.line, dots.span.column) == (2, 7)


@given(st.text(alphabet="a.=\"'[]{}\\#,\n\r 1") | st.text())
@settings(max_examples=300)
def test_any_text_is_taken(text: str) -> None:
    assert len(refuse(text)) <= 1


@pytest.mark.parametrize("start", ["", "a=", "a=[", 'a="""', "a='''", "[", "{"])
@pytest.mark.parametrize("unit", sorted({unit for unit, _, _ in UNITS.values()}))
def test_hostile_texts_take_time_in_proportion(start: str, unit: str) -> None:
    before = process_time()
    assert len(refuse(repeated(unit, start, size=50_000))) <= 1
    assert process_time() - before < 2
