from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from simulator import words
from simulator.scenario.reader import read_scenario
from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.stage import Play, Terms, begin
from tests.tui.conftest import BEST, Compare, frame
from tests.tui.keeping import Desk
from tests.tui.steps import act
from tests.words.catalog import extracted

OPEN = ("enter", "wait")
BEGIN = (*OPEN, "enter", "wait")
WHOLE = ("say:ask", "say:evidence", "say:leave", "say:refuse")
DEBRIEF = ("debrief", "2", "2", "3", "3", "wait")
NORMAL, NARROW = (80, 24), (40, 12)

SCREENS: dict[str, tuple[Sequence[str], tuple[int, int]]] = {
    "home-80x24": ((), NORMAL),
    "home-40x12": ((), NARROW),
    "briefing-80x24": (OPEN, NORMAL),
    "briefing-40x12": (OPEN, NARROW),
    "play-80x24": ((*BEGIN, "say:ask", "down"), NORMAL),
    "play-40x12": ((*BEGIN, "say:ask"), NARROW),
    "coach-120x40": ((*OPEN, "2", "2", "wait", "say:ask"), (120, 40)),
    "leave-80x24": ((*BEGIN, "say:ask", "q"), NORMAL),
    "rate-80x24": (("debrief",), NORMAL),
    "debrief-80x24": (DEBRIEF, NORMAL),
    "debrief-120x60": (DEBRIEF, (120, 60)),
    "debrief-40x12": (DEBRIEF, NARROW),
    "decision-80x24": ((*DEBRIEF, "down", "enter"), NORMAL),
    "help-80x24": (("question_mark",), NORMAL),
}

SHORTEST = 3
"""Letters that an English text has at least to be looked for: "at" may stand in any language."""


@pytest.fixture
def play(tables: Path) -> Play:
    """A whole play of the German quiet no."""
    edition = read_scenario(tables / "the-quiet-no.toml", "de").edition
    assert edition is not None
    play = begin(edition, terms=Terms(seed=1))
    for choice in BEST:
        play.session.say(choice)
    return play


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_speaks_german(name: str, app: SparringApp, play: Play, compare: Compare) -> None:
    steps, size = SCREENS[name]
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if steps[:1] == ("debrief",):
            await app.push_screen(DebriefScreen(play))
            await pilot.pause()
            steps = steps[1:]
        await act(pilot, steps)
        compare(app, f"de/{name}")
        assert english_in(frame(app)) == []


@pytest.mark.usefixtures("utc")
@pytest.mark.parametrize("size", [NORMAL, (120, 40)])
async def test_progress_speaks_german(size: tuple[int, int], compare: Compare, tmp_path: Path) -> None:
    words.use("de")
    desk = Desk(tmp_path / "desk")
    desk.play(BEST)
    desk.play(BEST[:2])
    options = Options(glyphs="rich", pack_folders=(desk.pack,), keeper=desk.keeper, language="de")
    app = SparringApp(None, options)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await act(pilot, ("wait", "p", "wait"))
        compare(app, f"de/progress-{size[0]}x{size[1]}")
        assert english_in(frame(app)) == []


def english_in(shown: str) -> list[str]:
    """The English texts that can be read there, but for those that German has too."""
    return [
        text
        for text in english()
        if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", shown) and text not in words._(text)
    ]


@cache
def english() -> tuple[str, ...]:
    """The texts of the catalog that fill a line or less, without what is filled in."""
    texts = (message.id for message in extracted() if message.context is None)
    return tuple(
        text
        for text in texts
        if isinstance(text, str) and len(text) >= SHORTEST and "{" not in text and "\n" not in text
    )
