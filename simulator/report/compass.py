"""The compass: where a play went on assertiveness by partnership.

A pure model and its drawing in characters. Each decision is a numbered point on
the 5 x 5 grid of ratings; what a moment called for is a box. The same model
feeds other renderers: nothing here knows a terminal, a colour or a font.

Laws: every row of a drawing is equally wide; points that share a place stay
countable; the basic set is pure ASCII.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Part: TypeAlias = Literal["frame", "axis", "target", "point", "focus", "blank"]
"""What a run of characters stands for, so that a renderer can give it a colour."""

Row: TypeAlias = tuple[tuple[str, Part], ...]

STEPS = range(5)
"""Both ratings run from 0 to 4."""


@dataclass(frozen=True, slots=True)
class Point:
    """One decision: its number in the play (from 1) and its two ratings, each 0..4."""

    number: int
    assertiveness: int
    partnership: int


@dataclass(frozen=True, slots=True)
class Target:
    """What a moment called for: assertiveness within [low, high], partnership at or above the floor."""

    low: int
    high: int
    floor: int

    def holds(self, assertiveness: int, partnership: int) -> bool:
        """Whether a decision with these ratings lies in it."""
        return self.low <= assertiveness <= self.high and partnership >= self.floor


@dataclass(frozen=True, slots=True)
class Compass:
    """The path of a play, and the one decision (by number) whose target is drawn, if any."""

    points: tuple[Point, ...]
    targets: tuple[Target, ...] = ()
    focus: int | None = None

    def at(self, assertiveness: int, partnership: int) -> tuple[Point, ...]:
        """The points that share one place, in the order they were made."""
        return tuple(
            p for p in self.points if (p.assertiveness, p.partnership) == (assertiveness, partnership)
        )

    @property
    def target(self) -> Target | None:
        """The target of the decision in focus."""
        if self.focus is None or not 1 <= self.focus <= len(self.targets):
            return None
        return self.targets[self.focus - 1]


@dataclass(frozen=True, slots=True)
class Ink:
    """The characters a compass is drawn with; `numerals` begins with the sign for 1."""

    corners: tuple[str, str, str, str]
    across: str
    down: str
    fill: str
    numerals: Sequence[str]
    up: str
    right: str

    def numeral(self, number: int) -> str:
        """The sign for a decision's number; digits where the set has no sign left."""
        return self.numerals[number - 1] if 1 <= number <= len(self.numerals) else str(number)


RICH = Ink(("╭", "╮", "╰", "╯"), "─", "│", "░", tuple(map(chr, range(0x2460, 0x2474))), "↑", "→")
BASIC = Ink(("+", "+", "+", "+"), "-", "|", ":", (), "^", ">")

CELL = 5
"""Narrowest column of the grid: four circled numbers, or two of two digits with a comma, and a gap."""

MARGIN = 3
"""Columns before the grid: a blank, the row's number, a blank."""


def draw(compass: Compass, ink: Ink, *, cell: int = CELL, labels: tuple[str, str]) -> tuple[Row, ...]:
    """The compass as eight equally wide rows: a frame with the axes' names, partnership 4 to 0, the scale.

    `labels` name the horizontal and the vertical axis; `cell` is the width of a
    column, at least `CELL`. The drawing is `width(cell)` columns wide.
    """
    inner = MARGIN + len(STEPS) * cell
    body = [_row(compass, ink, partnership, cell) for partnership in reversed(STEPS)]
    return (_head(ink, labels[1], inner), *body, _scale(ink, cell, inner), _foot(ink, labels[0], inner))


def text(rows: Iterable[Row]) -> list[str]:
    """The rows as lines, without what the parts stand for."""
    return ["".join(run for run, _ in row) for row in rows]


def width(cell: int = CELL) -> int:
    """How wide a drawing is, in columns."""
    return 2 + MARGIN + len(STEPS) * cell


def _head(ink: Ink, label: str, inner: int) -> Row:
    named = f" {label} {ink.up} "[: inner - 1]
    line = ink.across * (inner - 1 - len(named))
    return ((ink.corners[0] + ink.across, "frame"), (named, "axis"), (line + ink.corners[1], "frame"))


def _scale(ink: Ink, cell: int, inner: int) -> Row:
    numbers = " " * (MARGIN + 1) + "".join(f"{step}{' ' * (cell - 1)}" for step in STEPS)
    return ((ink.down, "frame"), (numbers[:inner].ljust(inner), "axis"), (ink.down, "frame"))


def _foot(ink: Ink, label: str, inner: int) -> Row:
    named = f" {label} {ink.right} "[: inner - 1]
    line = ink.across * (inner - 1 - len(named))
    return ((ink.corners[2] + line, "frame"), (named, "axis"), (ink.across + ink.corners[3], "frame"))


def _row(compass: Compass, ink: Ink, partnership: int, cell: int) -> Row:
    runs: list[tuple[str, Part]] = [(ink.down, "frame"), (f" {partnership} ", "axis")]
    for assertiveness in STEPS:
        runs += _cell(compass, ink, assertiveness, partnership, cell)
    runs.append((ink.down, "frame"))
    return tuple(run for run in runs if run[0])


def _cell(
    compass: Compass, ink: Ink, assertiveness: int, partnership: int, cell: int
) -> list[tuple[str, Part]]:
    """One place of the grid: its points on a ground that shows whether the target covers it."""
    target = compass.target
    inside = target is not None and target.holds(assertiveness, partnership)
    joined = inside and target is not None and target.holds(assertiveness + 1, partnership)
    marks = _marks(compass.at(assertiveness, partnership), compass.focus, ink, cell - 1)
    taken = sum(len(sign) for sign, _ in marks)
    lead = 1 if taken < cell - 1 else 0
    ground: Part = "target" if inside else "blank"
    pad = ink.fill if inside else " "
    gap = ink.fill if joined else " "
    return [(pad * lead, ground), *marks, (pad * (cell - 1 - lead - taken) + gap, ground)]


def _marks(points: Sequence[Point], focus: int | None, ink: Ink, room: int) -> list[tuple[str, Part]]:
    """The points of one place within `room` columns; what does not fit is counted: `+3`."""
    for shown in range(len(points), 0, -1):
        left = len(points) - shown
        signs: list[tuple[str, Part]] = []
        for point in _kept(points, focus, shown):
            if signs and ink.numeral(1) == "1":
                signs.append((",", "point"))
            signs.append((ink.numeral(point.number), "focus" if point.number == focus else "point"))
        if left:
            signs.append((f"+{left}", "point"))
        if sum(len(sign) for sign, _ in signs) <= room:
            return signs
    return [(f"x{len(points)}"[:room], "point")] if points else []


def _kept(points: Sequence[Point], focus: int | None, shown: int) -> list[Point]:
    """The first `shown` points, the one in focus always among them."""
    kept = list(points[:shown])
    in_focus = [p for p in points if p.number == focus]
    if in_focus and in_focus[0] not in kept:
        kept[-1] = in_focus[0]
    return kept
