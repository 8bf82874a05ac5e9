"""How balances are spread under random play: exact from the tree, or sampled with a stated error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from random import Random

from simulator.analysis.bots import MOST_DECISIONS
from simulator.analysis.bots.moves import Move, Moves, ledger_of
from simulator.analysis.bots.tree import Tree
from simulator.analysis.bots.walk import Line

QUANTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True, slots=True)
class Spread:
    """Balances (0..100) under random play.

    `error` is the standard error of the mean, 0.0 where the figures are exact.
    `endings` gives the chance of each ending that was reached, and `histogram` the
    chance of each of ten bands of ten points.
    """

    mean: float
    sd: float
    quantiles: Mapping[int, float]
    error: float
    endings: Mapping[str, float]
    histogram: tuple[float, ...]


def exact(tree: Tree) -> Spread:
    """The spread over all plays, each weighed by its chance."""
    marks = [
        (tree.worth(node), tree.layers[depth].chances[node], _ending(tree.moves, node[0].at))
        for depth, node in tree.over
    ]
    return _spread(marks, 0)


def sampled(moves: Moves, plays: int, seed: int) -> tuple[Spread, Line, Line]:
    """The spread over random plays, and the best and the worst play among them."""
    luck = Random(seed)  # noqa: S311 - a fair sample, no secret
    lines = [_random_line(moves, luck) for _ in range(plays)]
    spread = _spread([(line.balance, 1 / plays, line.ending) for line in lines], plays)
    by_balance = sorted(lines, key=lambda line: line.balance)
    return spread, by_balance[-1], by_balance[0]


def _random_line(moves: Moves, luck: Random) -> Line:
    state, draw, said = moves.opening, luck.random, list[Move]()
    for _ in range(MOST_DECISIONS):
        move = moves.drawn(state, draw())
        if move is None:
            break
        said.append(move)
        state = move.after
    ending = _ending(moves, state.at)
    balance = ledger_of(said).balance if ending else None
    return Line(balance or 0.0, tuple(move.offer.id for move in said), ending)


def _spread(marks: Iterable[tuple[float, float, str | None]], plays: int) -> Spread:
    ordered = sorted(marks, key=lambda mark: mark[0])
    mean = sum(worth * chance for worth, chance, _ in ordered)
    variance = sum(chance * (worth - mean) ** 2 for worth, chance, _ in ordered)
    endings: dict[str, float] = {}
    histogram = [0.0] * 10
    for worth, chance, ending in ordered:
        histogram[min(9, int(worth // 10))] += chance
        if ending is not None:
            endings[ending] = endings.get(ending, 0.0) + chance
    return Spread(
        mean=mean,
        sd=sqrt(variance),
        quantiles={percent: _quantile(ordered, percent / 100) for percent in QUANTILES},
        error=sqrt(variance / plays) if plays else 0.0,
        endings=endings,
        histogram=tuple(histogram),
    )


def _quantile(ordered: list[tuple[float, float, str | None]], share: float) -> float:
    """The lowest balance that a share (0..1) of plays does not exceed."""
    total = 0.0
    for worth, chance, _ in ordered:
        total += chance
        if total >= share - 1e-12:
            return worth
    return ordered[-1][0] if ordered else 0.0


def _ending(moves: Moves, at: str) -> str | None:
    return at if at in moves.program.scenario.endings else None
