"""Take the README's pictures anew: `python -m tests.tui.pictures` from the repository."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Sequence
from pathlib import Path

from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from tests.tui.steps import act

REPOSITORY = Path(__file__).parents[2]
PICTURES = REPOSITORY / ".github" / "pictures"
FONTS = '"Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace'
CLIENTS = (REPOSITORY / "scenarios" / "clients",)
COLUMN = 12.2
"""Width of a character in the exported picture."""

BLANK = "&#160;"
TEXT = re.compile(r' x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>((?:&#160;)+)([^<]*)</text>')

BEGIN = ("enter", "wait", "enter")
TO_THE_TURN = ("say:ask", "say:mirror", "say:ask_winter")
WHOLE = ("say:vouch", "say:mirror", "say:use_it", "say:plain_fact", "say:stand_behind", "say:introduce")

SHOTS: dict[str, tuple[Sequence[str], tuple[int, int]]] = {
    "play": ((*BEGIN, *TO_THE_TURN, "down"), (100, 30)),
    "debrief": (
        (*BEGIN, *WHOLE, "say:refuse", "say:then_no", "enter", "2", "2", "3", "3", "down"),
        (100, 34),
    ),
}


def without_web_fonts(svg: str) -> str:
    """The picture in fonts of the viewer's machine; no text starts with a blank: some viewers drop it."""
    svg = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:\s*(?:Fira Code|arial)[^;]*;", f"font-family: {FONTS};", svg)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    return TEXT.sub(_unindented, svg)


def _unindented(found: re.Match[str]) -> str:
    x, y, length, more, blanks, words = found.groups()
    by = len(blanks) // len(BLANK) * COLUMN
    return f' x="{float(x) + by:g}" y="{y}" textLength="{float(length) - by:g}"{more}>{words}</text>'


async def take(name: str, steps: Sequence[str], size: tuple[int, int]) -> None:
    """One picture."""
    app = SparringApp(options=Options(glyphs="rich", seed=4, theme="dark", pack_folders=CLIENTS))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await act(pilot, steps)
        svg = without_web_fonts(app.export_screenshot(title="Sparring"))
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


def main() -> None:
    """Take them all."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    for name, (steps, size) in SHOTS.items():
        asyncio.run(take(name, steps, size))


if __name__ == "__main__":
    main()
