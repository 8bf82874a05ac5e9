"""One term of a condition: a name by itself, or a gauge beside a whole number."""

from __future__ import annotations

from typing import TypeAlias, cast

from simulator.scenario.conditions.lexer import Token
from simulator.scenario.conditions.misshapen import misshapen, strange_sign
from simulator.scenario.conditions.nodes import HOLDS, Comparison, Fact, Flag, Names, Operator
from simulator.scenario.problem import Problem
from simulator.scenario.suggest import LONGEST, did_you_mean

Term: TypeAlias = Fact | Flag | Comparison

_TURNED = {"<": ">", "<=": ">=", "==": "==", "!=": "!=", ">=": "<=", ">": "<"}
_HABITS = {
    "is": "write == to compare",
    "equals": "write == to compare",
    "if": "leave it out",
    "then": "leave it out",
}
_MOST_LISTED = 6


def read_term(run: list[Token], names: Names) -> tuple[Term | None, list[Problem]]:
    """The term that a run of names, numbers and comparison signs makes, or its problems."""
    problems = [_unknown(token, names) for token in run if token.kind == "name" and not _known(token, names)]
    strange = strange_sign(run)
    if strange is not None:
        problems.append(strange)
    if problems:
        return None, problems
    match [token.kind for token in run]:
        case ["name"]:
            return _name(run[0], names)
        case ["name", "compare", "number"]:
            return _comparison(run[0], run[1].text, run[2], names)
        case ["number", "compare", "name"]:
            return _comparison(run[2], _TURNED[run[1].text], run[0], names)
    return None, [misshapen(run, names)]


def _known(token: Token, names: Names) -> bool:
    word = token.text
    return word in names.facts or word in names.flags or names.range_of(word) is not None


def _name(token: Token, names: Names) -> tuple[Term | None, list[Problem]]:
    word = token.text
    if word in names.facts:
        return Fact(word), []
    if word in names.flags:
        return Flag(word), []
    lowest, _ = names.range_of(word) or (0, 0)
    message = f'"{word}" is a number, and stands beside < <= == != >= or > and a whole number'
    return None, [Problem("gauge-alone", message, token.start, token.end, f"write {word} > {lowest}")]


def _comparison(name: Token, sign: str, number: Token, names: Names) -> tuple[Term | None, list[Problem]]:
    """A comparison with its gauge on the left; facts and flags have no number to compare."""
    if names.range_of(name.text) is None:
        return None, [_not_a_gauge(name, sign, number, names)]
    return Comparison(name.text, cast(Operator, sign), _value(number)), []


def _value(number: Token) -> int:
    """The number; 0 for one that the lexer has already called no whole number."""
    try:
        return int(number.text)
    except ValueError:
        return 0


def _not_a_gauge(name: Token, sign: str, number: Token, names: Names) -> Problem:
    """`last_hire == 1`: counting yes as 1 and no as 0 tells what was meant."""
    kind, state = ("fact", "known") if name.text in names.facts else ("flag", "set")
    message = f'"{name.text}" is a {kind}: it is {state} or it is not, and has no number to compare'
    by_yes, by_no = HOLDS[sign](1, _value(number)), HOLDS[sign](0, _value(number))
    hint = f"write not {name.text}" if by_no and not by_yes else f"write {name.text}"
    start, end = min(name.start, number.start), max(name.end, number.end)
    return Problem("not-a-gauge", message, start, end, hint)


def _unknown(token: Token, names: Names) -> Problem:
    word = token.text
    shown = word if len(word) <= LONGEST else word[:LONGEST] + "…"
    message = f'there is no fact, flag or gauge called "{shown}"'
    return Problem("unknown-name", message, token.start, token.end, _meant(word, names))


def _meant(word: str, names: Names) -> str:
    """A rewrite from habit, a name that is near, also behind the last dot, or what is known here."""
    after_dot = word.rpartition(".")[2]
    hint = _HABITS.get(word.lower()) or did_you_mean(word, names) or did_you_mean(after_dot, names)
    if hint is not None:
        return hint
    known = list(names)
    return "known here: " + ", ".join(known[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")
