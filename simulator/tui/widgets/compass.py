"""The compass on screen."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip

from simulator.report.compass import CELL, Compass, width
from simulator.tui.drawing import drawing
from simulator.tui.glyphs import RICH, Glyphs
from simulator.tui.ink import lay_out
from simulator.tui.widgets.lines import Lines

WIDEST = 9


class CompassView(Lines):
    """The path of a play on the grid of the two axes; columns grow with the room."""

    DEFAULT_CSS = "CompassView { height: 9; width: 30; }"

    compass: reactive[Compass] = reactive(Compass(()))

    def __init__(self, glyphs: Glyphs = RICH, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.glyphs = glyphs

    def watch_compass(self) -> None:
        self.relay()

    def lay(self, width_: int) -> list[Strip]:
        cell = CELL
        while cell < WIDEST and width(cell + 1) <= width_:
            cell += 1
        base = self.visual_style
        drawn = drawing(self.compass, self.glyphs, cell)
        return [line for paragraph in drawn for line in lay_out(paragraph, width_, self.role, base)]
