"""Take the README's pictures anew: `python -m tests.tui.pictures` from the repository."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from simulator.tui.picture import picture
from tests.tui.steps import act

REPOSITORY = Path(__file__).parents[2]
PICTURES = REPOSITORY / ".github" / "pictures"
CLIENTS = (REPOSITORY / "scenarios" / "clients",)
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


async def take(name: str, steps: Sequence[str], size: tuple[int, int]) -> None:
    """One picture."""
    app = SparringApp(options=Options(glyphs="rich", seed=4, theme="dark", pack_folders=CLIENTS))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await act(pilot, steps)
        svg = picture(app, "svg")
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
