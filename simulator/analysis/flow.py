"""Where random play goes: how often each beat is met and each way taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from time import monotonic

from simulator.analysis.bots import MOST_DECISIONS
from simulator.analysis.bots.moves import Moves
from simulator.analysis.bots.tree import TooLarge, Tree, grow
from simulator.engine.events import BeatReached, EndingReached, Event
from simulator.engine.program import Program
from simulator.engine.state import State
from simulator.engine.step import start, step

MOST_NODES = 100_000
SECONDS = 4.0
PLAYS = 5_000


@dataclass(frozen=True, slots=True)
class Way:
    """From a beat to the next beat or ending, by a choice or (None) because the beat leads on."""

    beat: str
    choice: str | None
    target: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Mean visits in one random play, by beat or ending and by way; `is_exact` is false where sampled."""

    visits: dict[str, float]
    ways: dict[Way, float]
    is_exact: bool


def flow(program: Program, *, seed: int = 0) -> Flow:
    """Follow random play through a scenario: all plays where that is feasible, else a seeded sample."""
    moves = Moves(program)
    try:
        steps = _all(grow(moves, MOST_NODES, monotonic() + SECONDS))
        return _flow(program, steps, is_exact=True)
    except TooLarge:
        return _flow(program, _some(moves, Random(seed)), is_exact=False)  # noqa: S311


def _all(tree: Tree) -> Iterator[tuple[State, str, float]]:
    """Each decision of the tree with the chance that random play makes it."""
    for layer in tree.layers:
        for node in layer.following:
            offered = tree.moves(node[0])
            for move in offered:
                yield node[0], move.offer.id, layer.chances[node] / len(offered)


def _some(moves: Moves, luck: Random) -> Iterator[tuple[State, str, float]]:
    for _ in range(PLAYS):
        state = moves.opening
        for _ in range(MOST_DECISIONS):
            offered = moves(state)
            if not offered:
                break
            move = luck.choice(offered)
            yield state, move.offer.id, 1 / PLAYS
            state = move.after


def _flow(program: Program, steps: Iterable[tuple[State, str, float]], *, is_exact: bool) -> Flow:
    taken: Counter[tuple[State, str]] = Counter()
    for state, choice, chance in steps:
        taken[state, choice] += chance  # type: ignore[assignment]  # a Counter adds floats as well
    visits: dict[str, float] = {}
    ways: dict[Way, float] = {}
    _enter(visits, ways, [*_places(start(program)[1])], None, 1.0)
    for (state, choice), chance in taken.items():
        _enter(visits, ways, [state.at, *_places(step(program, state, choice)[1])], choice, float(chance))
    return Flow(visits, ways, is_exact)


def _enter(
    visits: dict[str, float], ways: dict[Way, float], places: list[str], choice: str | None, chance: float
) -> None:
    """Count the places reached, the first of them only where no choice led on from it."""
    for place in places[choice is not None :]:
        visits[place] = visits.get(place, 0.0) + chance
    for beat, target in pairwise(places):
        way = Way(beat, choice, target)
        ways[way] = ways.get(way, 0.0) + chance
        choice = None


def _places(events: Iterable[Event]) -> Iterator[str]:
    for event in events:
        match event:
            case BeatReached(beat, _):
                yield beat
            case EndingReached(ending):
                yield ending
