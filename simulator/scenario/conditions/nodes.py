"""The tree of a condition. Nodes are immutable and equal where they say the same."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

TRUST = "trust"
"""The gauge that every scenario has."""

TRUST_RANGE = (0, 100)

Operator: TypeAlias = Literal["<", "<=", "==", "!=", ">=", ">"]

HOLDS: Mapping[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
"""What each operator means, the gauge's value first."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a condition may name in one scenario; a gauge's range is (lowest, highest), both inclusive."""

    facts: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    gauges: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def range_of(self, gauge: str) -> tuple[int, int] | None:
        """The lowest and highest value of a gauge or of trust, None for any other name."""
        return TRUST_RANGE if gauge == TRUST else self.gauges.get(gauge)

    def __iter__(self) -> Iterator[str]:
        yield TRUST
        yield from sorted(self.facts | self.flags | self.gauges.keys())


@dataclass(frozen=True, slots=True)
class Fact:
    """Holds once the player knows the fact."""

    id: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Holds while the flag is set."""

    id: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A gauge, or trust, beside a whole number; the gauge stands on the left however it was written."""

    gauge: str
    operator: Operator
    number: int


@dataclass(frozen=True, slots=True)
class Not:
    """Holds while `of` does not."""

    of: Condition


@dataclass(frozen=True, slots=True)
class And:
    """Holds while all parts do; two or more."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Holds while at least one part does; two or more."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = Fact | Flag | Comparison | Not | And | Or


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The names a condition uses, trust among the gauges."""

    facts: frozenset[str]
    flags: frozenset[str]
    gauges: frozenset[str]


def terms(condition: Condition) -> Iterator[Fact | Flag | Comparison]:
    """The names and comparisons in a condition, from left to right."""
    match condition:
        case Not(of):
            yield from terms(of)
        case And(parts) | Or(parts):
            for part in parts:
                yield from terms(part)
        case term:
            yield term


def mentioned(condition: Condition) -> Mentioned:
    """The facts, flags and gauges that a condition depends on."""
    found = tuple(terms(condition))
    return Mentioned(
        facts=frozenset(term.id for term in found if isinstance(term, Fact)),
        flags=frozenset(term.id for term in found if isinstance(term, Flag)),
        gauges=frozenset(term.gauge for term in found if isinstance(term, Comparison)),
    )


def as_text(condition: Condition) -> str:
    """The condition as one would write it; parsing it gives the same tree."""
    match condition:
        case Fact(id) | Flag(id):
            return id
        case Comparison(gauge, sign, number):
            return f"{gauge} {sign} {number}"
        case Not(of):
            return f"not {_inside(of, And, Or)}"
        case And(parts):
            return " and ".join(_inside(part, And, Or) for part in parts)
        case Or(parts):
            return " or ".join(_inside(part, Or) for part in parts)


def _inside(part: Condition, *bracketed: type[Condition]) -> str:
    text = as_text(part)
    return f"({text})" if isinstance(part, bracketed) else text
