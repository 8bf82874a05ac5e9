"""What can be done from every screen: the palette, settings, copying, pictures of a screen, suspending."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from simulator.scenario.plain import made_plain
from simulator.tui import themes
from simulator.tui.screens.page import Page

if TYPE_CHECKING:
    from simulator.tui.glyphs import Glyphs
    from simulator.tui.keymap import Keys
    from simulator.tui.launch import Options


class Commands(App[int], inherit_bindings=False):
    """The actions of the registry that belong to no screen; pages have the keys for them."""

    glyphs: Glyphs
    keys: Keys
    options: Options

    def tell(self, words: str, title: str = "") -> None:
        """Say something for a while, in a corner of the screen; never parsed."""
        self.notify(made_plain(words), title=made_plain(title), markup=False, timeout=10)

    def action_palette(self) -> None:
        """Everything that can be done here."""
        from simulator.tui.presenters.commands import commands  # noqa: PLC0415 - opened on demand
        from simulator.tui.screens.palette import CommandPalette  # noqa: PLC0415

        page = self.screen
        if isinstance(page, Page):
            others = themes.replacing(self.theme, self.options.themes)
            known = commands(page.HELP_TOPIC, self.keys, others, self.theme)
            self.push_screen(CommandPalette(known, self.glyphs), partial(self._run_command, page))

    def action_use_theme(self, name: str) -> None:
        """Change the colours until the end of the program; the settings keep them for good."""
        if name in themes.replacing(self.theme, self.options.themes):
            self.theme = name

    def action_suspend(self) -> None:
        """Go behind the shell's prompt, where the system has such a thing."""
        self.action_suspend_process()

    def action_go_home(self) -> None:
        """Go Home; a conversation that is going on asks first."""
        while len(self.screen_stack) > 2 and not _asks(self.screen):
            self.pop_screen()
        if _asks(self.screen) and isinstance(self.screen, Page):
            self.screen.action_leave()

    def action_close(self) -> None:
        """Close the program; what could be lost is asked about first."""
        self.action_go_home()
        if isinstance(self.screen, Page) and not _asks(self.screen):
            self.screen.action_leave()

    async def _run_command(self, page: Screen[Any], action: str | None) -> None:
        if action is not None:
            await self.run_action(action, page)


def _asks(screen: Screen[Any]) -> bool:
    return isinstance(screen, Page) and screen.ASKS
