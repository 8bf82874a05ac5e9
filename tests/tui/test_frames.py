"""Pictures, in characters, of the screens that need no files of their own, in each form of window."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from simulator.store.log import Committed, Noted, Rated, Typed
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.waiting import Waiting
from tests.tui.conftest import BEST, FRAMES, Compare, MakeApp, MakePlay
from tests.tui.steps import act

OPEN = ("enter", "wait")
BEGIN = (*OPEN, "enter")
FIRST = (*OPEN, "3", "3", "1", "1")

STEPS: dict[str, Sequence[str]] = {
    "home": (),
    "home-find": ("slash", "z"),
    "palette": ("colon",),
    "palette-find": ("colon", "t"),
    "settings": ("comma", "down"),
    "name": ("comma", "end", "enter", "Z", "o"),
    "help": ("question_mark",),
    "briefing": OPEN,
    "play": (*BEGIN, "say:ask", "down"),
    "play-mark-first": (*BEGIN, "enter"),
    "play-ended": (*BEGIN, *(f"say:{choice}" for choice in BEST)),
    "play-writing": (*FIRST, "W", "h", "y", "question_mark"),
    "play-own-words": (*FIRST, "W", "h", "y", "question_mark", "enter"),
    "coach": (*OPEN, "2", "2", "say:ask"),
    "take-back": (*BEGIN, "say:ask", "u"),
    "leave": (*BEGIN, "say:ask", "q"),
    "notebook": (*BEGIN, "say:ask", "n"),
    "rate": (*BEGIN, *(f"say:{choice}" for choice in BEST), "enter", "enter"),
    "debrief": ("debrief",),
    "debrief-decisions": ("debrief", "down"),
    "debrief-rest": ("debrief", "end"),
    "decision": ("debrief", "down", "enter"),
    "thoughts": ("debrief", "t"),
    "notes": ("debrief", "n"),
    "what-if": ("debrief", "down", "w"),
    "waiting": ("waiting",),
    "help-play": (*BEGIN, "question_mark"),
}

FORMS = {"40x12": (40, 12), "80x24": (80, 24), "120x40": (120, 40)}
REMARKS = (
    Rated("too little", "mostly"),
    Typed(2, "But you have not met him."),
    Noted(1, "That I went quiet."),
    Committed("What did you hope to see?", "Ines"),
)


async def drive(pilot: Pilot[int], steps: Sequence[str], make_play: MakePlay) -> None:
    """Go to a screen; `debrief` opens one with words, notes and a promise of the player's own."""
    if steps[:1] == ("waiting",):
        await pilot.app.push_screen(Waiting())
        await pilot.pause()
        steps = steps[1:]
    if steps[:1] == ("debrief",):
        play = make_play("ask", "fold", "leave", "refuse")
        for what in REMARKS:
            play.remark(what)
        await pilot.app.push_screen(DebriefScreen(play))
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        steps = steps[1:]
    await act(pilot, steps)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", STEPS)
async def test_a_screen_looks_as_it_did_in_each_form(
    name: str, form: str, make_app: MakeApp, make_play: MakePlay, compare: Compare
) -> None:
    app = make_app()
    async with app.run_test(size=FORMS[form]) as pilot:
        await pilot.pause()
        await drive(pilot, STEPS[name], make_play)
        compare(app, f"{name}-{form}")


@pytest.mark.parametrize("name", STEPS)
async def test_the_basic_set_without_colour_is_ascii_on_every_screen(
    name: str,
    make_app: MakeApp,
    make_play: MakePlay,
    compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(glyphs="basic")
    async with app.run_test(size=FORMS["80x24"]) as pilot:
        await pilot.pause()
        await drive(pilot, STEPS[name], make_play)
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


async def test_a_window_too_small_without_colour_is_ascii(
    make_app: MakeApp, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(glyphs="basic")
    async with app.run_test(size=(39, 11)) as pilot:
        await pilot.pause()
        compare(app, "too-small-basic-no-colour-39x11")
