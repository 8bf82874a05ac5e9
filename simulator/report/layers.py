"""A map laid out in columns, from the start to the endings.

A small layered drawing after Sugiyama, Tagawa and Toda (1981). Ways back are left out;
a way past a column passes it on a row of its own. Columns are ordered by the mean place of
their neighbours, a few times over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

Stop: TypeAlias = str | tuple[str, str, int]
"""A place, or where a long way passes a column: the way and the number of the column."""

SWEEPS = 4
HEIGHT, PASSING = 4, 2
"""Rows that a place and a passing way take up, the blank one below included."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each stop is: its column, and its middle row; the ways as the stops they lead through."""

    columns: tuple[tuple[Stop, ...], ...]
    rows: Mapping[Stop, int]
    ways: Mapping[tuple[str, str], tuple[Stop, ...]]
    back: frozenset[tuple[str, str]]


MOST_PASSING = 600
"""Ways past columns that are still drawn; more of them nobody could follow."""


def layout(places: Sequence[str], ways: Iterable[tuple[str, str]], start: str) -> Layout | None:
    """Lay places out by the ways between them; None where no one could read the drawing.

    What nothing leads to stands in the first column.
    """
    after: dict[str, list[str]] = {place: [] for place in places}
    for place, target in ways:
        after[place].append(target)
    order, back = _sorted(places, after, start)
    forward = [(place, target) for place in order for target in after[place] if (place, target) not in back]
    depth = _depths(order, forward)
    if sum(depth[target] - depth[place] - 1 for place, target in forward) > MOST_PASSING:
        return None
    through = {(place, target): _through(place, target, depth) for place, target in forward}
    columns = _columns(order, depth, through)
    links = _links(through)
    for _ in range(SWEEPS):
        for stops in (*columns, *reversed(columns)):
            known = {stop: at for column in columns for at, stop in enumerate(column)}
            stops.sort(key=lambda stop: _mean([known[other] for other in links.get(stop, ())], known[stop]))
    return Layout(tuple(map(tuple, columns)), _rows(columns, links), through, frozenset(back))


def _sorted(
    places: Sequence[str], after: Mapping[str, list[str]], start: str
) -> tuple[list[str], set[tuple[str, str]]]:
    """The places so that ways lead forward, and the ways that lead back all the same."""
    state: dict[str, int] = {}
    done: list[str] = []
    back: set[tuple[str, str]] = set()
    for root in (start, *places):
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(after[root]))]
        while stack:
            place, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                state[place] = 2
                done.append(place)
                stack.pop()
            elif target not in state:
                state[target] = 1
                stack.append((target, iter(after[target])))
            elif state[target] == 1:
                back.add((place, target))
    return done[::-1], back


def _depths(order: Sequence[str], forward: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The column of each place: as far as the longest way there."""
    depth = dict.fromkeys(order, 0)
    for place, target in forward:
        depth[target] = max(depth[target], depth[place] + 1)
    return depth


def _order(columns: Sequence[list[Stop]], links: Mapping[Stop, Sequence[Stop]]) -> None:
    """Order each column by the mean place of its neighbours, so that fewer ways cross."""
    known = {stop: at for stops in columns for at, stop in enumerate(stops)}
    for _ in range(SWEEPS):
        for stops in (*columns, *reversed(columns)):
            wanted = {
                stop: _mean([known[other] for other in links.get(stop, ())], known[stop]) for stop in stops
            }
            stops.sort(key=wanted.__getitem__)
            known |= {stop: at for at, stop in enumerate(stops)}


def _through(place: str, target: str, depth: Mapping[str, int]) -> tuple[Stop, ...]:
    passing = [(place, target, column) for column in range(depth[place] + 1, depth[target])]
    return (place, *passing, target)


def _columns(
    order: Sequence[str], depth: Mapping[str, int], through: Mapping[tuple[str, str], tuple[Stop, ...]]
) -> list[list[Stop]]:
    columns: list[list[Stop]] = [[] for _ in range(max(depth.values(), default=0) + 1)]
    for place in order:
        columns[depth[place]].append(place)
    for (place, _), stops in through.items():
        for at, stop in enumerate(stops[1:-1], depth[place] + 1):
            columns[at].append(stop)
    return columns


def _links(through: Mapping[tuple[str, str], tuple[Stop, ...]]) -> dict[Stop, list[Stop]]:
    links: dict[Stop, list[Stop]] = {}
    for stops in through.values():
        for one, other in pairwise(stops):
            links.setdefault(one, []).append(other)
            links.setdefault(other, []).append(one)
    return links


def _rows(columns: Sequence[Sequence[Stop]], links: Mapping[Stop, Sequence[Stop]]) -> dict[Stop, int]:
    """A middle row for each stop: beside what leads to it, as far as the others leave room."""
    rows: dict[Stop, int] = {}
    for stops in columns:
        wishes = [_mean([rows[other] for other in links.get(stop, ()) if other in rows], 0) for stop in stops]
        free = round(wishes[0]) - HEIGHT
        for stop, wish in zip(stops, wishes, strict=True):
            height, lead = (HEIGHT, 1) if isinstance(stop, str) else (PASSING, 0)
            rows[stop] = max(free + lead, round(wish))
            free = rows[stop] - lead + height
        too_low = round(_mean([rows[stop] for stop in stops], 0) - sum(wishes) / len(wishes))
        rows |= {stop: rows[stop] - too_low for stop in stops}
    top = min(rows.values(), default=0) - 1
    return {stop: row - top for stop, row in rows.items()}


def _mean(values: Sequence[int], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
