"""The compass on screen."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip

from simulator.report.compass import CELL, Compass, draw, width
from simulator.tui import words
from simulator.tui.glyphs import RICH, Glyphs
from simulator.tui.ink import Paragraph, Runs, lay_out
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
        rows = draw(self.compass, self.glyphs.ink, cell=cell, labels=(words.ASSERTIVENESS, words.PARTNERSHIP))
        paragraphs = [Paragraph(tuple(row), clip=True) for row in rows]
        if self.compass.target is not None and self.compass.focus is not None:
            paragraphs.append(Paragraph(self._legend(self.compass.focus), clip=True))
        base = self.visual_style
        return [line for paragraph in paragraphs for line in lay_out(paragraph, width_, self.role, base)]

    def _legend(self, focus: int) -> Runs:
        """What the box stands for."""
        told = f" {words.CALLED_FOR} {self.glyphs.numeral(focus)}"
        return (("  ", ""), (self.glyphs.ink.fill * 3, "target"), (told, "quiet"))
