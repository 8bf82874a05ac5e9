"""Trust over time as columns: four rows, one for each step of what trust affords."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.report.phrases import TIERS
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, plain
from simulator.words import _, p_

COLUMN = 4
STEP = 25
LABEL = 4


def trust_chart(trust: Sequence[int], glyphs: Glyphs) -> list[Paragraph]:
    """Columns for trust (0..100) at the start and after each decision."""
    rows = [_row(bottom, trust, glyphs) for bottom in (75, 50, 25, 0)]
    numbers = "".join(f"{glyphs.numeral(at):<{COLUMN}}" for at in range(1, len(trust)))
    values = "".join(f"{value:<{COLUMN}}" for value in trust)
    return [
        *rows,
        Paragraph(
            ((f"{p_('start of the axis', 'at'):<{COLUMN}}{numbers}", "axis"),), ("", "axis"), LABEL, clip=True
        ),
        Paragraph(((values, ""),), ("", "axis"), LABEL, clip=True),
    ]


def tiers(glyphs: Glyphs) -> list[Paragraph]:
    """What the heights of the chart afford: the only steps of trust that change what is due."""
    steps = ((_("from {n}").format(n=points), _(TIERS[tier])) for points, tier in ((50, 1), (75, 2)))
    return [plain(f" {glyphs.dot} ".join(f"{points}: {means}" for points, means in steps), "quiet")]


def _row(bottom: int, trust: Sequence[int], glyphs: Glyphs) -> Paragraph:
    bars = "".join(f"{_bar(value, bottom, glyphs) * (COLUMN - 1)} " for value in trust)
    return Paragraph(((bars, "accent"),), (f"{bottom:>3}", "axis"), LABEL, clip=True)


def _bar(value: int, bottom: int, glyphs: Glyphs) -> str:
    """The sign for the part of a column that lies in one row; what is there shows, however little."""
    part = (value - bottom) / STEP
    if part <= 0:
        return " "
    last = len(glyphs.levels) - 1
    return glyphs.levels[min(last, max(0, round(part * (last + 1)) - 1))]
