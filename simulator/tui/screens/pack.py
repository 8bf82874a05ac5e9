"""One pack: what it says of itself, and its scenarios."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from simulator.packs.inventory import PackTold
from simulator.tui.ink import Runs
from simulator.tui.keymap import bindings
from simulator.tui.presenters import packs as shown
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark


class PackScreen(Page[None]):
    """The scenarios of one pack; Enter opens a briefing."""

    CSS_PATH = "packs.tcss"
    HELP_TOPIC = "pack"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = bindings("pack")

    def __init__(self, pack: PackTold) -> None:
        super().__init__()
        self.pack = pack
        self.list = Picker(id="scenarios")

    def heading(self) -> tuple[Runs, Runs]:
        languages = " ".join(self.pack.languages)
        left: Runs = ((f"{_('Pack')} {self.glyphs.dot} ", "quiet"), (self.pack.title, "strong"))
        return left, ((languages, "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.list.glyphs = self.glyphs
        self.list.show(shown.scenarios(self.pack, self.glyphs))
        return (Sheet(shown.about(self.pack, self.glyphs), id="about"), self.list)

    def hints(self) -> Iterable[Hint]:
        marked = [Hint("enter", _("open"), "open")] if self.pack.entries else []
        return (*marked, self.hint("doctor"), Hint("esc", _("back"), "back"))

    def action_open(self) -> None:
        """Open the marked scenario at its briefing."""
        self.list.action_choose()

    @on(Picker.Chosen, "#scenarios")
    def open_scenario(self, event: Picker.Chosen) -> None:
        event.stop()
        self.sparring.open_scenario(event.id)

    def action_doctor(self) -> None:
        """Check this pack."""
        self.sparring.open_doctor(self.pack.folder)

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()
