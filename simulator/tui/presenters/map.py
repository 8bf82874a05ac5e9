"""A scenario's map drawn in cells: places as boxes from left to right, the ways between them as lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from textual.geometry import Region

from simulator.report.layers import Layout, Stop, layout
from simulator.report.paths import Place, Plan
from simulator.scenario.model import Scenario
from simulator.tui.glyphs import Glyphs
from simulator.tui.widgets.canvas import Drawing

WIDTH, GAP = 19, 7
"""Columns of a box, and between two boxes."""

LEFT, RIGHT, UP, DOWN = 1, 2, 4, 8


def drawing(plan: Plan, scenario: Scenario, glyphs: Glyphs) -> Drawing | None:
    """The whole map, or None where it would be too dense to be read."""
    laid = layout(tuple(plan.places), plan.ways, plan.start)
    if laid is None:
        return None
    drawn = Drawing()
    _lines(drawn, laid, plan, glyphs)
    for column, stops in enumerate(laid.columns):
        for stop in stops:
            if isinstance(stop, str):
                _box(drawn, plan.places[stop], scenario, (column * (WIDTH + GAP), laid.rows[stop]), glyphs)
    return drawn


def name(place: Place, scenario: Scenario, glyphs: Glyphs) -> str:
    """What a place is called: nothing of one that was never met."""
    if not place.plays:
        return glyphs.map.unmet
    return scenario.endings[place.id].title if place.is_ending else place.id.replace("_", " ")


def sign(place: Place, glyphs: Glyphs) -> str:
    """Whether a place was met, and whether it is an ending."""
    if not place.plays:
        return glyphs.map.unmet
    return glyphs.map.found if place.is_ending else glyphs.map.met


def times(count: int, glyphs: Glyphs) -> str:
    """How many plays met something."""
    return f"{glyphs.map.times}{count}" if count else ""


def _box(drawn: Drawing, place: Place, scenario: Scenario, at: tuple[int, int], glyphs: Glyphs) -> None:
    x, middle = at
    ink = glyphs.map
    edges = ink.ending if place.is_ending else ink.beat
    role = "accent" if place.plays else "rule"
    inside = WIDTH - 2
    for row, left, right in ((middle - 1, RIGHT | DOWN, LEFT | DOWN), (middle + 1, RIGHT | UP, LEFT | UP)):
        side = ink.sign(edges, LEFT | RIGHT) * inside
        drawn.write(x, row, f"{ink.sign(edges, left)}{side}{ink.sign(edges, right)}", role)
    drawn.write(x, middle, f"{ink.sign(edges, UP | DOWN)}{' ' * inside}{ink.sign(edges, UP | DOWN)}", role)
    count = times(place.plays, glyphs)
    room = inside - 2 - len(count) - 1
    drawn.write(x + 1, middle, sign(place, glyphs), role)
    if place.plays:
        drawn.write(x + 3, middle, cut(name(place, scenario, glyphs), room), "strong")
        drawn.write(x + WIDTH - 1 - len(count), middle, count, "quiet")
    drawn.boxes[place.id] = Region(x, middle - 1, WIDTH, 3)


def cut(words: str, room: int) -> str:
    """Words in so many columns; two dots say that something was cut off."""
    return words if cell_len(words) <= room else set_cell_size(words, room - 2).rstrip() + ".."


def _lines(drawn: Drawing, laid: Layout, plan: Plan, glyphs: Glyphs) -> None:
    """The ways: out of a box, up or down on a track of the place they come from, into the next."""
    tracks = _tracks(laid)
    sides: Counter[tuple[int, int]] = Counter()
    taken: set[tuple[int, int]] = set()
    column = {stop: at for at, stops in enumerate(laid.columns) for stop in stops}
    for way, stops in laid.ways.items():
        for one, other in pairwise(stops):
            begin = column[one] * (WIDTH + GAP) + (WIDTH if isinstance(one, str) else 0)
            end = column[other] * (WIDTH + GAP)
            turn = column[one] * (WIDTH + GAP) + WIDTH + 1 + tracks[one]
            cells = _route((begin, laid.rows[one]), turn, (end, laid.rows[other]))
            for cell, joined in cells.items():
                sides[cell] |= joined
                if plan.ways[way]:
                    taken.add(cell)
    for cell, joined in sides.items():
        ink = glyphs.map
        is_taken = cell in taken
        letter = ink.sign(ink.thick if is_taken else ink.thin, joined)
        drawn.cells[cell] = (letter, "accent" if is_taken else "rule")
    for stops in laid.ways.values():
        at = (column[stops[-1]] * (WIDTH + GAP) - 1, laid.rows[stops[-1]])
        drawn.cells[at] = (glyphs.map.head, drawn.cells[at][1])


def _tracks(laid: Layout) -> dict[Stop, int]:
    """Where, between two columns, the ways out of each stop turn."""
    return {stop: at % (GAP - 3) for stops in laid.columns for at, stop in enumerate(stops)}


def _route(begin: tuple[int, int], turn: int, end: tuple[int, int]) -> Mapping[tuple[int, int], int]:
    """The cells of one line with the sides each of them joins."""
    cells: Counter[tuple[int, int]] = Counter()
    (x0, y0), (x1, y1) = begin, end
    for x in range(x0, x1):
        cells[x, y0 if x < turn else y1] |= LEFT | RIGHT
    if y0 != y1:
        first, last = (UP, DOWN) if y1 < y0 else (DOWN, UP)
        cells[turn, y0] = LEFT | first
        cells[turn, y1] = last | RIGHT
        for y in range(min(y0, y1) + 1, max(y0, y1)):
            cells[turn, y] |= UP | DOWN
    return cells
