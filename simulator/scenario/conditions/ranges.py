"""Conditions that nothing can change.

A gauge matters only where it crosses a constant it is compared with, so a few
values stand for its whole range, and trying them all is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import prod
from typing import NamedTuple

from simulator.scenario.conditions.compile import compile_condition
from simulator.scenario.conditions.nodes import (
    HOLDS,
    TRUST,
    And,
    Comparison,
    Condition,
    Names,
    Or,
    mentioned,
    terms,
)
from simulator.scenario.diagnostic import Severity
from simulator.scenario.problem import Problem

MOST_COMBINATIONS = 4_096
"""Above so many combinations of values no answer is sought."""

WHILE_PARSING = 512
"""The same for all parts of one condition together while it is parsed."""


class Placed(NamedTuple):
    """A part of a condition and its characters [start, end)."""

    part: Comparison | And | Or
    start: int
    end: int


def always_or_never(condition: Condition, names: Names, most: int = MOST_COMBINATIONS) -> bool | None:
    """True where the condition always holds within the gauges' ranges, False where it never does, else None.

    Facts and flags count as free. Exact, and None as well where more than `most`
    combinations would have to be tried. Raises KeyError for an unknown gauge.
    """
    if isinstance(condition, Comparison):
        return _comparison(condition, *_range(condition.gauge, names))
    values = _telling_values(condition, names)
    used = mentioned(condition)
    facts, flags = sorted(used.facts), sorted(used.flags)
    if _combinations(condition, values) > most:
        return None
    gauges = [gauge for gauge in values if gauge != TRUST]
    test = compile_condition(condition, _numbered(facts), _numbered(flags), _numbered(gauges))
    answers = {
        test(trust, known, is_set, levels)
        for trust in values.get(TRUST, [0])
        for levels in product(*(values[gauge] for gauge in gauges))
        for known in range(1 << len(facts))
        for is_set in range(1 << len(flags))
    }
    return answers.pop() if len(answers) == 1 else None


def _comparison(comparison: Comparison, lowest: int, highest: int) -> bool | None:
    """Both ends of the range and the value nearest to the number decide."""
    holds = HOLDS[comparison.operator]
    nearest = min(max(comparison.number, lowest), highest)
    answers = {holds(value, comparison.number) for value in (lowest, nearest, highest)}
    return answers.pop() if len(answers) == 1 else None


def _range(gauge: str, names: Names) -> tuple[int, int]:
    bounds = names.range_of(gauge)
    if bounds is None:
        raise KeyError(gauge)
    return bounds


def _numbered(ids: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(ids)}


def _telling_values(condition: Condition, names: Names) -> dict[str, list[int]]:
    """For each gauge one value of every piece into which its constants cut its range."""
    cuts: dict[str, set[int]] = {}
    for term in terms(condition):
        if isinstance(term, Comparison):
            cuts.setdefault(term.gauge, set()).update((term.number, term.number + 1))
    values = {}
    for gauge, found in cuts.items():
        lowest, highest = _range(gauge, names)
        values[gauge] = sorted({lowest, *(value for value in found if lowest <= value <= highest)})
    return values


def _combinations(condition: Condition, values: Mapping[str, list[int]]) -> int:
    used = mentioned(condition)
    return prod(map(len, values.values())) << (len(used.facts) + len(used.flags))


def findings(placed: list[Placed], names: Names) -> list[Problem]:
    """A warning for each smallest part that holds always or never, in order of place.

    `placed` lists parts before the wholes they belong to. A part in which every
    name stands once can't be decided unless one of its comparisons is.
    """
    found: list[Problem] = []
    left = WHILE_PARSING
    for part, start, end in placed:
        if isinstance(part, And | Or):
            cost = _combinations(part, _telling_values(part, names)) if _repeats(part) else left + 1
            if cost > left or any(start <= problem.start and problem.end <= end for problem in found):
                continue
            left -= cost
        answer = always_or_never(part, names)
        if answer is not None:
            found.append(_warning(Placed(part, start, end), answer, names))
    return sorted(found, key=lambda problem: problem.start)


def _repeats(part: Condition) -> bool:
    named = [term.gauge if isinstance(term, Comparison) else term.id for term in terms(part)]
    return len(set(named)) < len(named)


def _warning(placed: Placed, answer: bool, names: Names) -> Problem:
    code, word = ("always-true", "always") if answer else ("never-true", "never")
    part, start, end = placed
    if isinstance(part, Comparison):
        lowest, highest = _range(part.gauge, names)
        message = f'this {word} holds: "{part.gauge}" runs from {lowest} to {highest}'
        hint = "leave it out" if answer else _nearest_that_can_hold(part, lowest, highest)
    else:
        message = f"this {word} holds, whatever happens"
        hint = 'did you mean "and"?' if isinstance(part, Or) else 'did you mean "or"?'
    return Problem(code, message, start, end, hint, Severity.WARNING)


def _nearest_that_can_hold(never: Comparison, lowest: int, highest: int) -> str | None:
    """The comparison with the number moved just so far that it holds somewhere in the range."""
    match never.operator:
        case "<":
            number = lowest + 1
        case ">":
            number = highest - 1
        case "!=":
            return None
        case _:
            number = min(max(never.number, lowest), highest)
    return f"{never.gauge} {never.operator} {number} can hold"
