"""What to say of words and signs that make no term. Each rule knows one mistake and how it is mended."""

from __future__ import annotations

from itertools import pairwise

from simulator.scenario.conditions.lexer import Token
from simulator.scenario.conditions.nodes import Names
from simulator.scenario.problem import Problem

COMPARISON = "a comparison is a gauge, a sign and a whole number"
SIGNS = "the signs are < <= == != >= >"


def misshapen(run: list[Token], names: Names) -> Problem:
    """The problem of a run that makes no term: the first rule that has something to say."""
    return (
        _calculation(run)
        or _true_or_false(run)
        or _half_comparison(run)
        or _side_by_side(run, names)
        or _chain(run)
        or _no_gauge_and_number(run)
    )


def strange_sign(run: list[Token]) -> Problem | None:
    """The problem of the first sign in a run that conditions do not have."""
    for token in run:
        if token.kind == "junk":
            if token.text in "+-*/%^":
                return _problem("arithmetic", "a condition compares and does not calculate", [token])
            hint = "write ( and )" if token.text in "[]{}" else None
            message = (
                "this has no place in a condition; it holds names, whole numbers and < <= == != >= > ( )"
            )
            return _problem("bad-symbol", message, [token], hint)
    return None


def missing_word(left: Token, right: Token) -> Problem:
    """The problem of two terms with neither `and` nor `or` between them."""
    message = 'two terms stand side by side; "and" or "or" joins them'
    return _problem("missing-word", message, [left, right], 'write "and" or "or" between them')


def _calculation(run: list[Token]) -> Problem | None:
    """`patience-1`, where the sign belongs to the number."""
    for left, right in pairwise(run):
        if left.kind in ("name", "number") and right.kind == "number" and right.text[0] in "+-−":
            return _problem("arithmetic", "a condition compares and does not calculate", [left, right])
    return None


def _true_or_false(run: list[Token]) -> Problem | None:
    if all(token.kind != "truth" for token in run):
        return None
    message = 'there is no true or false here; a name by itself holds or, with "not" before it, must not hold'
    return _problem("true-or-false", message, run, _without_truth(run))


def _without_truth(run: list[Token]) -> str:
    """`offered_call == false` says `not offered_call`."""
    match run:
        case [Token("name") as name, sign, truth] | [truth, sign, Token("name") as name] if sign.text in (
            "==",
            "!=",
        ):
            denied = (truth.text == "false") is (sign.text == "==")
            return f"write not {name.text}" if denied else f"write {name.text}"
    return "leave it out"


def _half_comparison(run: list[Token]) -> Problem | None:
    if run[0].kind == "compare":
        message = f'nothing stands before "{run[0].text}"; {COMPARISON}'
        return _problem("half-comparison", message, run, "write it like trust >= 60")
    if run[-1].kind == "compare":
        message = f'nothing stands after "{run[-1].text}"; {COMPARISON}'
        return _problem("half-comparison", message, run, "write it like trust >= 60")
    for left, right in pairwise(run):
        if left.kind == right.kind == "compare":
            return _problem("half-comparison", f"two signs stand side by side; {SIGNS}", [left, right])
    return None


def _side_by_side(run: list[Token], names: Names) -> Problem | None:
    """Two names or numbers with nothing between them."""
    for left, right in pairwise(run):
        if left.kind == "compare" or right.kind == "compare":
            continue
        if left.kind == "name" and right.kind == "number" and names.range_of(left.text) is not None:
            message = f'a sign is missing between "{left.text}" and {right.text}; {SIGNS}'
            return _problem("missing-sign", message, [left, right], f"write {left.text} >= {right.text}")
        return missing_word(left, right)
    return None


def _chain(run: list[Token]) -> Problem | None:
    if len(run) <= 3:
        return None
    parts = [" ".join(token.text for token in run[at : at + 3]) for at in range(0, len(run) - 2, 2)]
    message = 'a comparison has one sign; two comparisons are joined with "and"'
    return _problem("chained-comparison", message, run, f"write {' and '.join(parts)}")


def _no_gauge_and_number(run: list[Token]) -> Problem:
    """What remains: a number by itself, two numbers or two names compared."""
    if len(run) == 1:
        message = f"a number by itself says nothing; {COMPARISON}"
        return _problem("number-alone", message, run, f"write trust >= {run[0].text}")
    kinds = "numbers" if run[0].kind == "number" else "names"
    message = f"two {kinds} are compared; {COMPARISON}"
    return _problem("no-gauge-and-number", message, run, "write it like trust >= 60")


def _problem(code: str, message: str, run: list[Token], hint: str | None = None) -> Problem:
    return Problem(code, message, run[0].start, run[-1].end, hint)
