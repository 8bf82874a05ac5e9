"""Help: the keys of the screen it was called from, and the two axes."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from simulator.tui import themes
from simulator.tui.keymap import bindings
from simulator.tui.presenters.help import page
from simulator.tui.screens.reading import Reading
from simulator.tui.widgets.bars import Hint
from simulator.words import _


class Help(Reading):
    """What has the focus (`focused` is its widget's id), the keys, what is scored, and the colours."""

    HELP_TOPIC = "help"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")

    def __init__(self, topic: str, focused: str | None = None) -> None:
        super().__init__(_("Help"), ())
        self.topic = topic
        self.focused_id = focused

    def on_mount(self) -> None:
        self._fill()

    def hints(self) -> list[Hint]:
        return [*super().hints(), self.hint("colours")]

    def action_help(self) -> None:
        """Help is here already."""
        self.action_back()

    def action_colours(self) -> None:
        """Take the next set of colours; terminals of few colours have one only."""
        self.app.theme = themes.following(self.app.theme, self.sparring.options.themes)
        self._fill()

    def _fill(self) -> None:
        self.page.show(page(self.topic, self.app.theme, self.glyphs, self.sparring.keys, self.focused_id))
