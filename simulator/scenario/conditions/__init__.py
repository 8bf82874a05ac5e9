"""When a choice is on offer, a variant is played or a way is taken.

Laws of this package: any text parses to a typed tree or to problems, never to an
exception; parsing is bounded before it starts; a tree says all there is to know,
so nothing later reads the text again; nothing is evaluated but names and whole
numbers.
"""

from simulator.scenario.conditions.compile import Test, compile_condition
from simulator.scenario.conditions.nodes import (
    TRUST,
    And,
    Comparison,
    Condition,
    Fact,
    Flag,
    Mentioned,
    Names,
    Not,
    Or,
    as_text,
    mentioned,
)
from simulator.scenario.conditions.parser import parse
from simulator.scenario.conditions.ranges import always_or_never

__all__ = [
    "TRUST",
    "And",
    "Comparison",
    "Condition",
    "Fact",
    "Flag",
    "Mentioned",
    "Names",
    "Not",
    "Or",
    "Test",
    "always_or_never",
    "as_text",
    "compile_condition",
    "mentioned",
    "parse",
]
