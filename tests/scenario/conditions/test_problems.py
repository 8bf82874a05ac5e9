"""A slip in a condition is named where it stands, with the words that mend it."""

from __future__ import annotations

import re

import pytest

from simulator.scenario.conditions import Names, parse
from simulator.scenario.diagnostic import Severity
from simulator.scenario.problem import Problem

NAMES = Names(
    frozenset({"last_hire", "asked"}), frozenset({"offered_call"}), {"patience": (0, 5), "fixed": (2, 2)}
)


def only(text: str) -> Problem:
    _, problems = parse(text, NAMES)
    assert len(problems) == 1, problems
    return problems[0]


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("trust = 60", "bad-symbol", "=", "write == to compare"),
        ("last_hire && asked", "bad-symbol", "&&", "write and"),
        ("last_hire | asked", "bad-symbol", "|", "write or"),
        ("!last_hire", "bad-symbol", "!", "write not"),
        ("last_hire AND asked", "bad-symbol", "AND", "write and"),
        ("trust ≥ 60", "bad-symbol", "≥", "write >="),
        ("trust => 60", "bad-symbol", "=>", "write >="),
        ("trust > = 60", "bad-symbol", "> =", "write >="),
        ("trust <> 60", "bad-symbol", "<>", "write !="),
        ("[last_hire", "bad-symbol", "[", "write ( and )"),
        ("last_hire;", "bad-symbol", ";", None),
        ("'last_hire'", "quoted-name", "'last_hire'", "write last_hire without quotation marks"),
        ("“last_hire”", "quoted-name", "“last_hire”", "write last_hire without quotation marks"),
        ("trust >= 60.5", "not-a-whole-number", "60.5", "write 60"),
        ("trust >= 60%", "not-a-whole-number", "60%", "write 60"),
        ("patience > −2", "not-a-whole-number", "−2", "write -2"),
        ("trust > 1000001", "number-too-large", "1000001", None),
        ("last_hir", "unknown-name", "last_hir", 'did you mean "last_hire"?'),
        ("last-hire", "unknown-name", "last-hire", 'did you mean "last_hire"?'),
        ("facts.last_hire", "unknown-name", "facts.last_hire", 'did you mean "last_hire"?'),
        ("Trust > 60", "unknown-name", "Trust", 'did you mean "trust"?'),
        ("trust is 60", "unknown-name", "is", "write == to compare"),
        ("zzz", "unknown-name", "zzz", "known here: trust, asked, fixed, last_hire, offered_call, patience"),
        ("asked and patience", "gauge-alone", "patience", "write patience > 0"),
        ("last_hire == 1", "not-a-gauge", "last_hire == 1", "write last_hire"),
        ("0 == offered_call", "not-a-gauge", "0 == offered_call", "write not offered_call"),
        ("offered_call < 1", "not-a-gauge", "offered_call < 1", "write not offered_call"),
        ("offered_call == true", "true-or-false", "offered_call == true", "write offered_call"),
        ("false != last_hire", "true-or-false", "false != last_hire", "write last_hire"),
        ("last_hire == False", "true-or-false", "last_hire == False", "write not last_hire"),
        ("asked or true", "true-or-false", "true", "leave it out"),
        ("1 < patience < 3", "chained-comparison", "1 < patience < 3", "write 1 < patience and patience < 3"),
        ("trust >=", "half-comparison", "trust >=", "write it like trust >= 60"),
        (">= 60", "half-comparison", ">= 60", "write it like trust >= 60"),
        ("trust > < 60", "half-comparison", "> <", None),
        ("trust 60", "missing-sign", "trust 60", "write trust >= 60"),
        ("last_hire asked", "missing-word", "last_hire asked", 'write "and" or "or" between them'),
        ("last_hire (asked)", "missing-word", "last_hire (", 'write "and" or "or" between them'),
        ("trust > 60 asked", "missing-word", "60 asked", 'write "and" or "or" between them'),
        ("patience-1 > 2", "arithmetic", "patience-1", None),
        ("patience * 2 > 2", "arithmetic", "*", None),
        ("60", "number-alone", "60", "write trust >= 60"),
        ("60 > 3", "no-gauge-and-number", "60 > 3", "write it like trust >= 60"),
        ("patience > trust", "no-gauge-and-number", "patience > trust", "write it like trust >= 60"),
        ("(last_hire", "unbalanced-parenthesis", "(", 'add ")"'),
        ("last_hire) and asked", "unbalanced-parenthesis", ")", "leave it out"),
        ("asked and", "missing-term", "and", None),
        ("or asked", "missing-term", "or", None),
        ("not", "missing-term", "not", None),
        ("asked or ( )", "missing-term", "( )", None),
        ("()", "missing-term", "()", None),
        ("(or asked)", "missing-term", "or", None),
        ("", "empty-condition", "", None),
        (" \n ", "empty-condition", " \n ", None),
        ("(" * 21 + "asked" + ")" * 21, "too-deep", "(", "take some away"),
        ("not " * 21 + "asked", "too-deep", "not", "take some away"),
        (" or ".join(["asked"] * 41), "too-many-terms", "asked", None),
        ("asked" + " " * 400, "condition-too-long", "asked" + " " * 400, None),
    ],
)
def test_an_error_says_what_where_and_how_to_mend_it(
    text: str, code: str, place: str, hint: str | None
) -> None:
    problem = only(text)
    assert (problem.code, text[problem.start : problem.end], problem.hint) == (code, place, hint)
    assert problem.is_error
    assert re.fullmatch("[a-z][a-z0-9-]*", problem.code)
    assert problem.message
    assert parse(text, NAMES)[0] is None


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("asked or trust > 100", "never-true", "trust > 100", "trust > 99 can hold"),
        ("patience < 0", "never-true", "patience < 0", "patience < 1 can hold"),
        ("patience == 9", "never-true", "patience == 9", "patience == 5 can hold"),
        ("fixed != 2", "never-true", "fixed != 2", None),
        ("trust >= 0 and asked", "always-true", "trust >= 0", "leave it out"),
        ("patience != -1", "always-true", "patience != -1", "leave it out"),
        ("trust > 60 and trust < 40", "never-true", "trust > 60 and trust < 40", 'did you mean "or"?'),
        (
            "asked and (trust < 60 or trust > 40)",
            "always-true",
            "trust < 60 or trust > 40",
            'did you mean "and"?',
        ),
        ("asked and not asked", "never-true", "asked and not asked", 'did you mean "or"?'),
    ],
)
def test_a_part_that_nothing_can_change_is_a_warning(text: str, code: str, place: str, hint: str) -> None:
    problem = only(text)
    assert (problem.code, text[problem.start : problem.end], problem.hint) == (code, place, hint)
    assert problem.severity is Severity.WARNING
    assert parse(text, NAMES)[0] is not None


def test_a_range_stands_in_the_warning() -> None:
    assert only("patience > 5").message == 'this never holds: "patience" runs from 0 to 5'


def test_every_problem_is_found_not_only_the_first() -> None:
    text = "(trust = 60 && last_hir or patience"
    _, problems = parse(text, NAMES)
    assert [problem.code for problem in problems] == [
        "unbalanced-parenthesis",
        "bad-symbol",
        "bad-symbol",
        "unknown-name",
        "gauge-alone",
    ]


def test_the_limits_themselves_are_allowed() -> None:
    assert parse(" or ".join(["asked"] * 40), NAMES)[0] is not None
    assert parse("(" * 20 + "asked" + ")" * 20, NAMES)[0] is not None
    assert parse("asked" + " " * 395, NAMES)[0] is not None
    assert parse("not patience > 1000000", NAMES)[0] is not None
