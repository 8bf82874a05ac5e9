"""One play walked by a rule."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.analysis.bots import MOST_DECISIONS
from simulator.analysis.bots.ledger import EMPTY
from simulator.analysis.bots.moves import Moves
from simulator.analysis.bots.policies import Policy


@dataclass(frozen=True, slots=True)
class Line:
    """A play and what it is worth; `ending` is None where it reached none, and then the balance is 0."""

    balance: float
    choices: tuple[str, ...]
    ending: str | None


def walk(moves: Moves, policy: Policy) -> Line:
    """Play by a policy until an ending, or for sixty decisions."""
    state, ledger = moves.opening, EMPTY
    choices: list[str] = []
    while len(choices) < MOST_DECISIONS and (offered := moves(state)):
        move = policy(offered)
        ledger = move.entered(ledger)
        choices.append(move.offer.id)
        state = move.after
    is_over = moves.is_ending(state)
    balance = ledger.balance if is_over else None
    return Line(balance or 0.0, tuple(choices), state.at if is_over else None)
