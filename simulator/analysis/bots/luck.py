"""The mark that random play gets: the yardstick beside a balance."""

from __future__ import annotations

from time import monotonic

from simulator.analysis.bots.moves import Moves
from simulator.analysis.bots.spread import Spread, exact, sampled
from simulator.analysis.bots.tree import TooLarge, grow
from simulator.engine.program import Program

MOST_NODES = 30_000
SECONDS = 0.5
PLAYS = 1_000


def luck(program: Program) -> Spread:
    """How random play fares: exact for scenarios of the usual size, else a seeded sample with its error."""
    moves = Moves(program)
    try:
        return exact(grow(moves, MOST_NODES, monotonic() + SECONDS))
    except TooLarge:
        return sampled(moves, PLAYS, 0)[0]
