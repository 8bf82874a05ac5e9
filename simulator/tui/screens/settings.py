"""Settings: each with what it is, changed on the spot and kept in the file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from simulator.errors import Refused
from simulator.packs.config import load, remember
from simulator.packs.places import at_home, places
from simulator.scenario.plain import one_line
from simulator.tui import themes
from simulator.tui.ink import Runs, plain
from simulator.tui.presenters import settings as shown
from simulator.tui.presenters.settings import MISTAKES, Setting, Value
from simulator.tui.screens.line import AskLine
from simulator.tui.screens.page import Page
from simulator.tui.settings_file import JUDGES
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

LONGEST = 60
"""Characters of a learner's name."""


class Settings(Page[None]):
    """The settings of the file; what can be seen at once is."""

    CSS_PATH = "settings.tcss"
    HELP_TOPIC = "settings"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right", "change(1)", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.path = places().config
        self.config, self.mistakes = load(self.path, JUDGES)
        self.list = Picker(id="settings")
        self.preview = Sheet(id="preview")
        self.status = Sheet(shown.where(at_home(self.path)), id="status")

    def heading(self) -> tuple[Runs, Runs]:
        return ((_("Settings"), "strong"),), ()

    def body(self) -> Iterable[Widget]:
        self.list.glyphs = self.glyphs
        self._fill()
        return (self.list, self.preview, self.status)

    def hints(self) -> Iterable[Hint]:
        sides = f"{self.glyphs.back}{self.glyphs.arrow}" if self.glyphs.name == "rich" else "left/right"
        return (
            Hint(self.glyphs.arrows, _("choose")),
            Hint(sides, _("change"), "change(1)"),
            Hint("esc", _("back"), "back"),
        )

    @on(Picker.Chosen, "#settings")
    def take(self, event: Picker.Chosen) -> None:
        event.stop()
        self.action_change(1)

    def action_change(self, by: int) -> None:
        """Give the marked setting its next value, or ask for one."""
        name = self.list.marked_id
        if name == MISTAKES:
            self.sparring.show_mistakes(self.mistakes)
            return
        setting = next(known for known in shown.settings(self.config) if known.key == name)
        if setting.values:
            self._keep(setting, setting.after(by))
        else:
            question = AskLine(setting.words, str(setting.now or ""), self.glyphs, longest=LONGEST)
            self.app.push_screen(question, partial(self._named, setting))

    def action_leave(self) -> None:
        """Go back; everything is kept already."""
        self.action_back()

    def _named(self, setting: Setting, line: str | None) -> None:
        if line is not None:
            self._keep(setting, one_line(line) or None)

    def _keep(self, setting: Setting, value: Value) -> None:
        """Write a setting into the file, take it over and say which of the two worked."""
        told = self._use(setting.key, value)
        default = value == "auto" or (value is True and setting.key in {"motion", "mouse"})
        try:
            remember(self.path, {setting.key: None if default else value})
        except Refused as refusal:
            held: Any = {setting.key: value}
            self.config = replace(self.config, **held)
            self.status.show([plain(refusal.message, "warn")])
        else:
            self.config, self.mistakes = load(self.path, JUDGES)
            kept = _("Kept in {path}").format(path=at_home(self.path))
            self.status.show([plain(f"{kept} {told}".rstrip(), "quiet")])
        self._fill()

    def _use(self, key: str, value: Value) -> str:
        """Take over what needs no new start; returns what there is to say of it."""
        if key == "theme" and isinstance(value, str):
            wanted = themes.choose(value, os.environ, self.config.themes).name
            self.sparring.action_use_theme(wanted)
            return "" if self.app.theme == wanted else _("It shows from the next start.")
        if key in {"motion", "mode"}:
            self.sparring.take_over(key, value)
        if key == "learner":
            return self._play_as(value)
        return ""

    def _play_as(self, name: Value) -> str:
        """Play under another name from now on; without one, who that is only the next start can tell."""
        if self.sparring.keeper is None:
            return ""
        if not isinstance(name, str):
            return _("It shows from the next start.")
        self.sparring.play_as(name)
        return ""

    def _fill(self) -> None:
        known = shown.settings(self.config)
        self.list.show(shown.rows(known, len(self.mistakes)), marked=self.list.marked_id)
        self.preview.show(shown.preview(self.glyphs))
