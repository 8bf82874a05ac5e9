"""Everything about a scenario's fairness for one temperament, exact where that is feasible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from time import monotonic

from simulator.analysis.bots import best, spread
from simulator.analysis.bots.moves import Moves
from simulator.analysis.bots.policies import policies
from simulator.analysis.bots.tree import TooLarge, Tree, grow
from simulator.analysis.bots.walk import Line, walk
from simulator.engine.program import Program

MOST_NODES = 100_000
"""Nodes up to which figures are exact; authored scenarios of nine decisions have some ten thousand."""
SECONDS = 4.0
PLAYS = 10_000
"""Random plays where figures are sampled; the error of their mean is about 0.2 points."""


@dataclass(frozen=True, slots=True)
class Fairness:
    """What tricks, chance and good conduct score, for one temperament.

    `offered` are the choices that were ever on offer, as (beat, choice). Where the
    figures are sampled, `tree` and `recovery` are None, and `best` and
    `worst` are the best and the worst of the sample.
    """

    temperament: str | None
    states: int
    shortest: int | None
    longest: int | None
    random: spread.Spread
    best: Line
    worst: Line
    ranges: Mapping[str, tuple[float, float]]
    recovery: Mapping[str, float] | None
    bots: Mapping[str, Line]
    offered: frozenset[tuple[str, str]]
    tree: Tree | None

    @property
    def is_exact(self) -> bool:
        """Whether every figure is exact."""
        return self.tree is not None

    @property
    def recovered(self) -> float | None:
        """The least that good play can come back to after one bad but harmless line."""
        return min(self.recovery.values(), default=None) if self.recovery else None


def fairness(
    program: Program,
    *,
    trust: int | None = None,
    most_nodes: int = MOST_NODES,
    seconds: float = SECONDS,
    plays: int = PLAYS,
    seed: int = 0,
) -> Fairness:
    """Work out the fairness of a program; sampled by `plays` where the budget does not reach."""
    moves = Moves(program, trust)
    most = max((len(beat.choices) for beat in program.scenario.beats.values()), default=0)
    bots = {name: walk(moves, policy) for name, policy in policies(most).items()}
    try:
        return _exact(moves, bots, grow(moves, most_nodes, monotonic() + seconds))
    except TooLarge:
        luck, highest, lowest = spread.sampled(moves, plays, seed)
        return Fairness(
            temperament=program.temperament,
            states=moves.states,
            shortest=None,
            longest=None,
            random=luck,
            best=highest,
            worst=lowest,
            ranges={},
            recovery=None,
            bots=bots,
            offered=moves.offered,
            tree=None,
        )


def _exact(moves: Moves, bots: Mapping[str, Line], tree: Tree) -> Fairness:
    depths = [depth for depth, node in tree.over if moves.is_ending(node[0])]
    return Fairness(
        temperament=moves.program.temperament,
        states=moves.states,
        shortest=min(depths, default=None),
        longest=max(depths, default=None),
        random=spread.exact(tree),
        best=best.best_line(tree),
        worst=best.worst_line(tree),
        ranges=best.ranges(tree),
        recovery=best.recovery(tree, best.values_of(tree)),
        bots=bots,
        offered=moves.offered,
        tree=tree,
    )
