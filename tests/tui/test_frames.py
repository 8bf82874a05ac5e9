"""Pictures of the screens, in characters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from simulator.tui.screens.debrief import DebriefScreen
from tests.tui.conftest import BEST, FRAMES, Compare, MakeApp, MakePlay
from tests.tui.steps import act

OPEN = ("enter", "wait")
BEGIN = (*OPEN, "enter")
ASKED = ("2", "2")
WHOLE = ("say:ask", "say:evidence", "say:leave", "say:refuse")
DEBRIEF = ("debrief", "2", "2", "3", "3")

NORMAL, WIDE, NARROW = (80, 24), (120, 40), (40, 12)

SCREENS: dict[str, tuple[Sequence[str], tuple[int, int]]] = {
    "home-80x24": ((), NORMAL),
    "home-find-80x24": (("slash", "z"), NORMAL),
    "home-40x12": ((), NARROW),
    "briefing-80x24": (OPEN, NORMAL),
    "briefing-40x12": (OPEN, NARROW),
    "play-80x24": ((*BEGIN, "say:ask", "down"), NORMAL),
    "play-120x40": ((*BEGIN, "say:ask"), WIDE),
    "play-40x12": ((*BEGIN, "say:ask"), NARROW),
    "play-ended-80x24": ((*BEGIN, *WHOLE), NORMAL),
    "coach-120x40": ((*OPEN, "2", "2", "say:ask"), WIDE),
    "take-back-80x24": ((*BEGIN, "say:ask", "u"), NORMAL),
    "notebook-40x12": ((*BEGIN, "say:ask", "n"), NARROW),
    "rate-80x24": ((*BEGIN, *WHOLE, "enter"), NORMAL),
    "debrief-80x24": (DEBRIEF, NORMAL),
    "debrief-120x40": (DEBRIEF, WIDE),
    "debrief-40x12": (DEBRIEF, NARROW),
    "decision-80x24": ((*DEBRIEF, "down", "enter"), NORMAL),
    "thoughts-80x24": ((*DEBRIEF, "t"), NORMAL),
    "settings-80x24": (("comma", "down"), NORMAL),
    "settings-120x40": (("comma", "down"), WIDE),
    "settings-40x12": (("comma", "down"), NARROW),
    "palette-80x24": (("colon",), NORMAL),
    "palette-40x12": (("colon", "t"), NARROW),
    "help-80x24": (("question_mark",), NORMAL),
}


async def drive(pilot: Pilot[int], steps: Sequence[str], make_play: MakePlay) -> None:
    """Press keys; a first step `debrief` opens the debrief of the best play."""
    if steps[:1] == ("debrief",):
        await pilot.app.push_screen(DebriefScreen(make_play(*BEST)))
        steps = steps[1:]
    await act(pilot, steps)


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_looks_as_it_did(
    name: str, make_app: MakeApp, make_play: MakePlay, compare: Compare
) -> None:
    steps, size = SCREENS[name]
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await drive(pilot, steps, make_play)
        compare(app, name)


@pytest.mark.parametrize(("name", "steps"), [("play", (*BEGIN, "say:ask", "down")), ("debrief", DEBRIEF)])
async def test_the_basic_set_without_colour_is_ascii_but_for_the_words(
    name: str,
    steps: Sequence[str],
    make_app: MakeApp,
    make_play: MakePlay,
    compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(glyphs="basic")
    async with app.run_test(size=NORMAL) as pilot:
        await pilot.pause()
        await drive(pilot, steps, make_play)
        compare(app, f"{name}-basic-no-colour-80x24")
        assert (FRAMES / f"{name}-basic-no-colour-80x24.txt").read_text(encoding="utf-8").isascii()


async def test_a_window_too_small_says_what_it_has_and_needs(make_app: MakeApp, compare: Compare) -> None:
    app = make_app()
    async with app.run_test(size=(39, 11)) as pilot:
        await pilot.pause()
        await pilot.press("enter", "x")
        await pilot.pause()
        compare(app, "too-small-39x11")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        compare(app, "home-80x24")
