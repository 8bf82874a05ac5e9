"""A condition's text, its tree and its compiled form say the same."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.scenario.conditions import (
    And,
    Comparison,
    Condition,
    Fact,
    Flag,
    Mentioned,
    Names,
    Not,
    Or,
    always_or_never,
    as_text,
    compile_condition,
    mentioned,
    parse,
)

FACTS = {"last_hire": 0, "asked_about_team": 1}
FLAGS = {"offered_call": 0, "promised": 1}
GAUGES = {"patience": 0, "heat": 1}
RANGES = {"patience": (0, 5), "heat": (-3, 4)}
NAMES = Names(frozenset(FACTS), frozenset(FLAGS), RANGES)

HOLDS = {
    "<": lambda value, number: value < number,
    "<=": lambda value, number: value <= number,
    "==": lambda value, number: value == number,
    "!=": lambda value, number: value != number,
    ">=": lambda value, number: value >= number,
    ">": lambda value, number: value > number,
}

comparisons = st.builds(
    Comparison, st.sampled_from(["trust", *GAUGES]), st.sampled_from(list(HOLDS)), st.integers(-5, 102)
)
terms = st.one_of(
    st.builds(Fact, st.sampled_from(list(FACTS))), st.builds(Flag, st.sampled_from(list(FLAGS))), comparisons
)


def wholes(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(Not, parts), st.builds(And, several), st.builds(Or, several))


trees = st.recursive(terms, wholes, max_leaves=12)
states = st.tuples(
    st.integers(0, 100),
    st.integers(0, 3),
    st.integers(0, 3),
    st.tuples(st.integers(0, 5), st.integers(-3, 4)),
)


def holds(condition: Condition, trust: int, facts: int, flags: int, gauges: tuple[int, ...]) -> bool:
    """The meaning of a condition, spelt out."""
    state = (trust, facts, flags, gauges)
    match condition:
        case Fact(id):
            return bool(facts >> FACTS[id] & 1)
        case Flag(id):
            return bool(flags >> FLAGS[id] & 1)
        case Comparison(gauge, operator, number):
            return HOLDS[operator](trust if gauge == "trust" else gauges[GAUGES[gauge]], number)
        case Not(of):
            return not holds(of, *state)
        case And(parts):
            return all(holds(part, *state) for part in parts)
        case Or(parts):
            return any(holds(part, *state) for part in parts)


def errors(text: str) -> list[str]:
    return [problem.code for problem in parse(text, NAMES)[1] if problem.is_error]


@given(trees)
def test_a_printed_tree_parses_to_itself(tree: Condition) -> None:
    text = as_text(tree)
    assume(len(text) <= 400 and "too-deep" not in errors(text))
    parsed, problems = parse(text, NAMES)
    assert parsed == tree
    assert not any(problem.is_error for problem in problems)


@given(trees, states)
def test_a_compiled_condition_means_what_its_tree_means(
    tree: Condition, state: tuple[int, int, int, tuple[int, int]]
) -> None:
    assert compile_condition(tree, FACTS, FLAGS, GAUGES)(*state) is holds(tree, *state)


def test_a_name_without_a_place_is_not_compiled() -> None:
    with pytest.raises(KeyError):
        compile_condition(Fact("unheard"), FACTS, FLAGS, GAUGES)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("last_hire", Fact("last_hire")),
        ("not offered_call", Not(Flag("offered_call"))),
        ("trust >= 60", Comparison("trust", ">=", 60)),
        ("60 <= trust", Comparison("trust", ">=", 60)),
        ("-2 == heat", Comparison("heat", "==", -2)),
        ("1 > patience", Comparison("patience", "<", 1)),
        (
            "not last_hire and promised or trust<9",
            Or((And((Not(Fact("last_hire")), Flag("promised"))), Comparison("trust", "<", 9))),
        ),
        ("not trust < 9", Not(Comparison("trust", "<", 9))),
        ("not (last_hire or promised)", Not(Or((Fact("last_hire"), Flag("promised"))))),
        ("last_hire\n  and\tpromised ", And((Fact("last_hire"), Flag("promised")))),
        ("((last_hire))", Fact("last_hire")),
        ("not(last_hire)", Not(Fact("last_hire"))),
    ],
)
def test_not_binds_before_and_and_before_or(text: str, tree: Condition) -> None:
    assert parse(text, NAMES) == (tree, [])


def test_a_condition_tells_which_names_it_uses() -> None:
    tree, _ = parse("last_hire and not (trust > 3 or heat < 1) and promised", NAMES)
    assert tree is not None
    assert mentioned(tree) == Mentioned(
        frozenset({"last_hire"}), frozenset({"promised"}), frozenset({"trust", "heat"})
    )


@given(comparisons)
def test_a_comparison_is_called_constant_exactly_when_it_is(comparison: Comparison) -> None:
    lowest, highest = RANGES.get(comparison.gauge, (0, 100))
    answers = {HOLDS[comparison.operator](value, comparison.number) for value in range(lowest, highest + 1)}
    assert always_or_never(comparison, NAMES) == (answers.pop() if len(answers) == 1 else None)


@given(st.recursive(terms.filter(lambda term: getattr(term, "gauge", "") != "trust"), wholes, max_leaves=6))
def test_a_whole_condition_is_called_constant_exactly_when_it_is(tree: Condition) -> None:
    states = product([0], range(4), range(4), product(range(6), range(-3, 5)))
    answers = {holds(tree, *state) for state in states}
    assert always_or_never(tree, NAMES) == (answers.pop() if len(answers) == 1 else None)


def test_no_answer_is_sought_among_too_many_combinations() -> None:
    names = Names(facts=frozenset(f"f{number}" for number in range(13)))
    tree = And((Or(tuple(map(Fact, sorted(names.facts)))), Not(Fact("f0")), Fact("f0")))
    assert always_or_never(tree, names) is None
    assert always_or_never(tree, names, most=1 << 13) is False


def test_an_unknown_gauge_has_no_range() -> None:
    with pytest.raises(KeyError):
        always_or_never(Comparison("unheard", "<", 3), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 400, ")" * 400, "(" * 200 + ")" * 200, "not " * 100, "a " * 200, '"' * 400, "=" * 400,
        "= " * 200, "1<" * 200, "x.y" * 133, " and ".join(["trust<3"] * 33), "1" * 400,
        "\u2028" * 400, "٣" * 400, "(last_hire and not last_hire) or " * 11 + "promised",
        "(" * 10**6, "not " * 10**6,
    ],
)  # fmt: skip
@pytest.mark.timeout(30)
def test_hostile_text_is_answered(text: str) -> None:
    parse(text, NAMES)


pieces = st.sampled_from(
    ["last_hire", "promised", "heat", "trust", "and", "or", "not", "(", ")", "<", ">=", "==", "=", "!", "&&",
     "60", "-2", "1.5", "true", "AND", "nobody", "-", "'", "“", ".", "[", "\n", "é"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(pieces).map(" ".join), st.lists(pieces).map("".join)))
def test_any_text_parses_to_a_condition_or_to_problems_that_point_into_it(text: str) -> None:
    condition, problems = parse(text, NAMES)
    assert (condition is None) == any(problem.is_error for problem in problems)
    for problem in problems:
        assert 0 <= problem.start <= problem.end <= len(text)
        assert problem.start < problem.end or not text
    assert [problem.start for problem in problems] == sorted(problem.start for problem in problems)
