from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from simulator.tui.app import SparringApp
from tests.tui.conftest import Compare, frame
from tests.tui.steps import act
from tests.words.catalog import extracted

OPEN = ("enter", "wait")
BEGIN = (*OPEN, "enter", "wait")
WHOLE = ("say:ask", "say:evidence", "say:leave", "say:refuse")
DEBRIEF = (*BEGIN, *WHOLE, "enter", "wait", "2", "2", "3", "3", "wait")
NORMAL, NARROW = (80, 24), (40, 12)

SCREENS: dict[str, tuple[Sequence[str], tuple[int, int]]] = {
    "home-80x24": ((), NORMAL),
    "home-40x12": ((), NARROW),
    "briefing-80x24": (OPEN, NORMAL),
    "play-80x24": ((*BEGIN, "say:ask", "down"), NORMAL),
    "play-40x12": ((*BEGIN, "say:ask"), NARROW),
    "rate-80x24": (DEBRIEF[:-5], NORMAL),
    "debrief-80x24": (DEBRIEF, NORMAL),
    "debrief-40x12": (DEBRIEF, NARROW),
    "decision-80x24": ((*DEBRIEF, "down", "enter"), NORMAL),
    "help-80x24": (("question_mark",), NORMAL),
}

ALIKE = {"Balance", "Briefing", "COACH", "Coach", "Enter", "Export", "export", "neutral", "Start"}
"""What both languages say with the same letters, or what German words begin with."""


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_speaks_german(name: str, app: SparringApp, compare: Compare) -> None:
    steps, size = SCREENS[name]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await act(pilot, steps)
        compare(app, f"de/{name}")
