"""A condition as a function of the state: every name is looked up once, here, and never at run time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from simulator.scenario.conditions.nodes import TRUST, And, Comparison, Condition, Fact, Flag, Not, Or

Test: TypeAlias = Callable[[int, int, int, tuple[int, ...]], bool]
"""Whether a condition holds, given trust, the facts known as bits, the flags set as bits, and the gauges."""

_ON_TRUST: dict[str, Callable[[int], Test]] = {
    "<": lambda n: lambda trust, _facts, _flags, _gauges: trust < n,
    ">=": lambda n: lambda trust, _facts, _flags, _gauges: trust >= n,
    "==": lambda n: lambda trust, _facts, _flags, _gauges: trust == n,
    "!=": lambda n: lambda trust, _facts, _flags, _gauges: trust != n,
}
_ON_GAUGE: dict[str, Callable[[int, int], Test]] = {
    "<": lambda at, n: lambda _trust, _facts, _flags, gauges: gauges[at] < n,
    ">=": lambda at, n: lambda _trust, _facts, _flags, gauges: gauges[at] >= n,
    "==": lambda at, n: lambda _trust, _facts, _flags, gauges: gauges[at] == n,
    "!=": lambda at, n: lambda _trust, _facts, _flags, gauges: gauges[at] != n,
}
_IN_WHOLE_NUMBERS = {"<=": ("<", 1), ">": (">=", 1)}
"""`x <= 3` is `x < 4` and `x > 3` is `x >= 4`: four operators are enough."""

_OPPOSITE = {"<": ">=", ">=": "<", "==": "!=", "!=": "=="}


def compile_condition(
    condition: Condition, facts: Mapping[str, int], flags: Mapping[str, int], gauges: Mapping[str, int]
) -> Test:
    """A fast test of the condition.

    `facts` and `flags` give each id its bit (0 is the lowest), `gauges` each id
    its index. Raises KeyError for a name that they lack.
    """
    return _compile(condition, (facts, flags, gauges), wanted=True)


_Places: TypeAlias = tuple[Mapping[str, int], Mapping[str, int], Mapping[str, int]]


def _compile(condition: Condition, places: _Places, wanted: bool) -> Test:
    """A test that the condition's value is `wanted`: `not` is pushed down to the terms and costs nothing."""
    match condition:
        case Fact(id):
            return _fact(1 << places[0][id], wanted)
        case Flag(id):
            return _flag(1 << places[1][id], wanted)
        case Comparison():
            return _comparison(condition, places[2], wanted)
        case Not(of):
            return _compile(of, places, not wanted)
        case And(parts) | Or(parts):
            tests = [_compile(part, places, wanted) for part in parts]
            return _all(tests) if isinstance(condition, And) is wanted else _any(tests)


def _fact(bit: int, wanted: bool) -> Test:
    if wanted:
        return lambda _trust, facts, _flags, _gauges: facts & bit != 0
    return lambda _trust, facts, _flags, _gauges: facts & bit == 0


def _flag(bit: int, wanted: bool) -> Test:
    if wanted:
        return lambda _trust, _facts, flags, _gauges: flags & bit != 0
    return lambda _trust, _facts, flags, _gauges: flags & bit == 0


def _comparison(term: Comparison, indexes: Mapping[str, int], wanted: bool) -> Test:
    operator, more = _IN_WHOLE_NUMBERS.get(term.operator, (term.operator, 0))
    if not wanted:
        operator = _OPPOSITE[operator]
    if term.gauge == TRUST:
        return _ON_TRUST[operator](term.number + more)
    return _ON_GAUGE[operator](indexes[term.gauge], term.number + more)


def _all(tests: list[Test]) -> Test:
    """All tests hold. Halves of halves, so that no list is walked at run time."""
    if len(tests) == 1:
        return tests[0]
    left, right = _all(tests[: len(tests) // 2]), _all(tests[len(tests) // 2 :])
    return lambda trust, facts, flags, gauges: (
        left(trust, facts, flags, gauges) and right(trust, facts, flags, gauges)
    )


def _any(tests: list[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    left, right = _any(tests[: len(tests) // 2]), _any(tests[len(tests) // 2 :])
    return lambda trust, facts, flags, gauges: (
        left(trust, facts, flags, gauges) or right(trust, facts, flags, gauges)
    )
