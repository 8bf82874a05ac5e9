"""A drawing wider and higher than the screen, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from simulator.scenario.plain import made_plain
from simulator.tui.widgets.lines import Lines

Cell: TypeAlias = tuple[str, str]
"""A letter and its role; the letter is empty in the second column of a wide one."""

BLANK: Cell = (" ", "")
SIGN_AT = 2
"""Columns from the left edge of a box to the sign that marks it."""


@dataclass
class Drawing:
    """Cells by column and row, and the boxes that can be marked, by id."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    boxes: dict[str, Region] = field(default_factory=dict)

    def write(self, x: int, y: int, words: str, role: str) -> int:
        """Write words from a cell on; returns the column after them."""
        for letter in made_plain(words).replace("\n", " ").replace("\t", " "):
            width = cell_len(letter)
            if width == 0:
                continue
            self.cells[x, y] = (letter, role)
            if width > 1:
                self.cells[x + 1, y] = ("", role)
            x += width
        return x

    @property
    def size(self) -> Size:
        """Columns and rows from the corner at 0, 0."""
        return Size(
            max((x for x, _ in self.cells), default=0) + 2, max((y for _, y in self.cells), default=0) + 1
        )


class Canvas(Lines, can_focus=True):
    """Shows the part of a drawing that fits, with one box marked: by colour, and by `sign` inside it."""

    DEFAULT_CSS = "Canvas { overflow-x: auto; scrollbar-size-horizontal: 1; }"
    COMPONENT_CLASSES = {"canvas--marked"}  # noqa: RUF012 - as Textual declares it

    @dataclass
    class Pointed(Message):
        """A box was clicked."""

        id: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.drawing = Drawing()
        self.marked: str | None = None
        self.sign = ">"

    def draw(self, drawing: Drawing, marked: str | None) -> None:
        """Show a drawing."""
        self.drawing = drawing
        self.virtual_size = drawing.size
        self.mark(marked)

    def mark(self, marked: str | None) -> None:
        """Mark a box and bring it into view, with some of what is around it."""
        self.marked = marked
        self.virtual_size = self.drawing.size
        box = self.drawing.boxes.get(marked or "")
        if box is not None and self.size.width:
            self.scroll_to_region(box.grow((1, 7, 1, 7)), animate=False, force=True)
        self.refresh()

    def _settle(self) -> None:
        self.mark(self.marked)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        spot = at + self.scroll_offset
        for name, box in self.drawing.boxes.items():
            if box.contains_point(spot):
                event.stop()
                self.post_message(self.Pointed(name))
                return

    def render_line(self, y: int) -> Strip:
        row, left = y + self.scroll_offset.y, self.scroll_offset.x
        box = self.drawing.boxes.get(self.marked or "")
        cells = [
            (*self._cell(x, row, box), box is not None and box.contains(x, row))
            for x in range(left, left + self.size.width)
        ]
        segments = []
        for (role, is_marked), run in groupby(cells, key=lambda cell: cell[1:]):
            base = self.get_visual_style("canvas--marked") if is_marked else self.visual_style
            style = (base + self.role(role)).rich_style if role else base.rich_style
            segments.append(Segment("".join(letter for letter, *_ in run), style))
        return Strip(segments).crop_extend(0, self.size.width, self.visual_style.rich_style)

    def _cell(self, x: int, row: int, marked: Region | None) -> Cell:
        if marked is not None and (x, row) == (marked.x + SIGN_AT, marked.y + marked.height // 2):
            return self.sign, "key"
        return self.drawing.cells.get((x, row), BLANK)
