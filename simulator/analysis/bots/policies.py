"""The tricks: each is one row, a way of choosing without listening."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

from simulator.analysis.bots.moves import Move

Moves: TypeAlias = tuple[Move, ...]
Policy: TypeAlias = Callable[[Moves], Move]

Key: TypeAlias = Callable[[Move], Any]

GEARS = range(5)


def _at(position: int, moves: Moves) -> Move:
    """The offer at a position of those on offer, clipped to the last."""
    return moves[min(position, len(moves)) - 1]


def _most(key: Key, moves: Moves) -> Move:
    """The offer with the highest key; ties go to the first."""
    return max(moves, key=key)


def _assertive(move: Move) -> int:
    return move.offer.choice.assertiveness


def _partner(move: Move) -> int:
    return move.offer.choice.partnership


def _length(move: Move) -> int:
    return len(move.offer.choice.say)


def _near(gear: int, move: Move) -> int:
    return -abs(_assertive(move) - gear)


def _last(moves: Moves) -> Move:
    return moves[-1]


def _question(moves: Moves) -> Move:
    asked = (move for move in moves if move.offer.choice.say.rstrip().endswith("?"))
    return next(asked, moves[0])


def _hammer(moves: Moves) -> Move:
    """The hardest push; the best fit where an offer would end the play now."""
    if any(move.ends for move in moves):
        return best_fit(moves)
    return _most(lambda move: (_assertive(move), -_partner(move)), moves)


KEYS: Mapping[str, Key] = {
    "longest": _length,
    "shortest": lambda move: -_length(move),
    "polite_high": lambda move: (_partner(move), _assertive(move)),
    "polite_low": lambda move: (_partner(move), -_assertive(move)),
    "most_assertive": _assertive,
    "least_assertive": lambda move: -_assertive(move),
    "least_polite": lambda move: -_partner(move),
    "sum": lambda move: _assertive(move) + _partner(move),
    "trust": lambda move: move.trust,
}
"""Bots that take the offer with the highest key."""


def best_fit(moves: Moves) -> Move:
    """The best-fitting offer, by what trust affords."""
    return _most(lambda move: move.quarters, moves)


def worst_harmless(moves: Moves) -> Move | None:
    """The worst-fitting offer that does no harm; None where every offer does."""
    harmless = tuple(move for move in moves if move.harm is None)
    return _most(lambda move: -move.quarters, harmless) if harmless else None


def policies(most_choices: int) -> Mapping[str, Policy]:
    """The bots by name, for a scenario with so many choices at a beat at most."""
    positions = range(2, min(4, most_choices) + 1)
    return {
        "first": partial(_at, 1),
        **{f"position_{position}": partial(_at, position) for position in positions},
        "last": _last,
        **{name: partial(_most, key) for name, key in KEYS.items()},
        **{f"gear_{gear}": partial(_most, partial(_near, gear)) for gear in GEARS},
        "question": _question,
        "hammer": _hammer,
    }
