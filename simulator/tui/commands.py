"""What can be done from every screen: the palette, settings, copying, pictures of a screen, suspending."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from simulator.packs import writing
from simulator.packs.places import at_home, places
from simulator.tui import themes
from simulator.tui.ink import spelled
from simulator.tui.screens.page import Page
from simulator.words import _

if TYPE_CHECKING:
    from simulator.tui.glyphs import Glyphs
    from simulator.tui.keymap import Keys
    from simulator.tui.launch import Options


class Commands(App[int], inherit_bindings=False):
    """The actions of the registry that belong to no screen; pages have the keys for them."""

    glyphs: Glyphs
    keys: Keys
    options: Options
    exported: Path | None = None

    def tell(self, words: str, title: str = "") -> None:
        """Say something for a while, in a corner of the screen; never parsed."""
        self.notify(spelled(words), title=spelled(title), markup=False, timeout=10)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let the cursor of a line that is typed in blink only where things may move."""
        if isinstance(event.widget, Input):
            event.widget.cursor_blink = self.options.motion

    def action_palette(self) -> None:
        """Everything that can be done here."""
        from simulator.tui.presenters.commands import commands  # noqa: PLC0415 - opened on demand
        from simulator.tui.screens.palette import CommandPalette  # noqa: PLC0415

        page = self.screen
        if isinstance(page, Page):
            others = themes.replacing(self.theme, self.options.themes)
            known = commands(page.HELP_TOPIC, self.keys, others, self.theme)
            self.push_screen(CommandPalette(known, self.glyphs), partial(self._run_command, page))

    def action_settings(self) -> None:
        """Open the settings."""
        from simulator.tui.screens.settings import Settings  # noqa: PLC0415 - opened on demand

        if not isinstance(self.screen, Settings):
            self.push_screen(Settings())

    def take_over(self, key: str, value: Any) -> None:
        """Let a setting hold from now on."""
        self.options = replace(self.options, **{key: value})
        self.animation_level = "full" if self.options.motion else "none"

    def action_use_theme(self, name: str) -> None:
        """Change the colours until the end of the program; the settings keep them for good."""
        if name in themes.replacing(self.theme, self.options.themes):
            self.theme = name

    def action_export_screen(self, kind: str) -> None:
        """Write what the screen shows to a new file and say where."""
        from simulator.errors import Refused  # noqa: PLC0415 - opened on demand
        from simulator.report.keep import keep  # noqa: PLC0415
        from simulator.tui.export import folder  # noqa: PLC0415
        from simulator.tui.picture import picture  # noqa: PLC0415

        topic = self.screen.HELP_TOPIC if isinstance(self.screen, Page) else "question"
        try:
            path = keep(picture(self, kind), f"screen-{topic}", folder(), kind)
        except Refused as refusal:
            self.tell(_("Not written: {reason}").format(reason=refusal.message))
            return
        self.exported = path
        self.tell(_("Written to {path}").format(path=at_home(path)))

    def action_copy(self) -> None:
        """Copy what is marked, or else what is read here."""
        text = self.screen.to_copy() if isinstance(self.screen, Page) else ""
        self._copy(text)

    def action_copy_path(self) -> None:
        """Copy the path of the file that was written last."""
        self._copy(str(self.exported or ""))

    def _copy(self, text: str) -> None:
        if text:
            self.run_worker(partial(self._copied, text), thread=True, group="copy")
        else:
            self.tell(_("There is nothing to copy here."))

    def _copied(self, text: str) -> None:
        from simulator.tui.clipboard import by_tool  # noqa: PLC0415 - needed on demand

        tool = by_tool(text, os.environ)
        self.call_from_thread(self._tell_copied, text, tool)

    def _tell_copied(self, text: str, tool: str | None) -> None:
        """Say what happened to a copy: what a tool confirmed, or that nobody can."""
        if tool is not None:
            self.tell(_("Copied, by {tool}.").format(tool=tool))
            return
        from simulator.tui.clipboard import escape  # noqa: PLC0415 - needed on demand

        asked = escape(text, os.environ)
        if asked is not None and self._driver is not None:
            self._driver.write(asked)
        file = _put_aside(text)
        self.tell(_what_became(sent=asked is not None, file=file))

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


def _put_aside(text: str) -> Path | None:
    """Keep a copy in a file, for terminals that don't take it; None where that can't be done."""
    path = places().state / "clipboard.txt"
    try:
        writing.replace(path, text)
    except OSError:
        return None
    return path


def _what_became(*, sent: bool, file: Path | None) -> str:
    told = (
        _("Sent to the terminal's clipboard.")
        if sent
        else _("This is too long for the terminal's clipboard.")
    )
    if file is None:
        return told
    if sent:
        more = _("If pasting gives nothing, your terminal does not allow it: the text is also in {path}")
    else:
        more = _("The text is in {path}")
    return f"{told} {more.format(path=at_home(file))}"


def _asks(screen: Screen[Any]) -> bool:
    return isinstance(screen, Page) and screen.ASKS
