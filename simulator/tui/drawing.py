"""The compass as paragraphs, and what the box in it stands for."""

from __future__ import annotations

from simulator.report.compass import CELL, Compass, draw
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph
from simulator.words import _


def drawing(compass: Compass, glyphs: Glyphs, cell: int = CELL) -> list[Paragraph]:
    """The compass with columns of `cell`, and a legend where a target is drawn."""
    rows = draw(compass, glyphs.ink, cell=cell, labels=(_("assertiveness"), _("partnership")))
    drawn = [Paragraph(tuple(row), clip=True) for row in rows]
    if compass.target is None or compass.focus is None:
        return drawn
    told = " " + _("called for at {number}").format(number=glyphs.numeral(compass.focus))
    legend = Paragraph((("  ", ""), (glyphs.ink.fill * 3, "target"), (told, "quiet")), clip=True)
    return [*drawn, legend]
