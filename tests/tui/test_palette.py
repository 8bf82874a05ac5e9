from __future__ import annotations

import pytest

from simulator.tui.keymap import default_keys
from simulator.tui.presenters.commands import commands, matching
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.help import Help
from simulator.tui.screens.home import Home
from simulator.tui.screens.palette import CommandPalette
from simulator.tui.widgets.picker import Picker
from tests.tui.conftest import MakeApp, frame
from tests.tui.steps import act

KNOWN = commands("debrief", default_keys() | {"export": ("f5",)}, ("dark", "light"), "dark")


def test_a_screens_own_commands_come_first_each_with_the_key_that_holds() -> None:
    assert KNOWN[0].action == "screen.thoughts"
    assert next(command.key for command in KNOWN if command.action == "screen.export") == "f5"
    assert next(command.key for command in KNOWN if command.action == "screen.help") == "?"


def test_every_action_is_offered_but_the_palette_and_the_theme_of_now() -> None:
    actions = [command.action for command in KNOWN]
    assert len(actions) == len(set(actions))
    assert "app.palette" not in actions
    assert "app.use_theme('light')" in actions
    assert "app.use_theme('dark')" not in actions


@pytest.mark.parametrize(
    ("sought", "first"),
    [
        ("WHAT", "what if"),
        ("theme li", "theme: light"),
        ("quit", "quit"),
        ("marked nonsense", None),
        ("", "thoughts"),
    ],
)
def test_words_find_commands_by_name_and_meaning(sought: str, first: str | None) -> None:
    assert next((command.words for command in matching(KNOWN, sought)), None) == first


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_does_what_is_chosen(key: str, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await act(pilot, (key, *"this page"))
        assert isinstance(app.screen, CommandPalette)
        await act(pilot, ("enter",))
        assert isinstance(app.screen, Help)
        await act(pilot, (key, *"light", "enter"))
        assert app.theme == "light"
        await act(pilot, (key, "down", "up", "escape"))
        assert isinstance(app.screen, Help)
        await act(pilot, (key, *"back to the lib", "enter"))
        assert isinstance(app.screen, Home)


async def test_going_home_from_a_conversation_asks_first(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("enter", "wait", "enter", "say:ask", "n", "colon", *"home", "enter"))
        assert isinstance(app.screen, Ask)
        await act(pilot, ("escape", "colon", *"quit", "enter"))
        assert isinstance(app.screen, Ask)


async def test_what_nothing_is_called_is_said_and_enter_does_nothing(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("colon", *"zzz", "enter"))
        assert "Nothing here is called that." in frame(app)
        await act(pilot, ("escape",))
        assert isinstance(app.screen, Home)


async def test_a_command_can_be_clicked_and_a_click_beside_closes(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("colon", *"this page"))
        await pilot.click(Picker, offset=(5, 0))
        await pilot.click(Picker, offset=(5, 0))
        await pilot.pause()
        assert isinstance(app.screen, Help)
        await act(pilot, ("colon",))
        await pilot.click(offset=(1, 22))
        await pilot.pause()
        assert isinstance(app.screen, Help)
