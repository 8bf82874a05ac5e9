"""A page to read and go back from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from simulator.tui.ink import Paragraph, Runs
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark


class Reading(Page[None]):
    """Paragraphs under a title; Esc and `q` go back."""

    CSS_PATH = "reading.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_line(-1)", show=False),
        Binding("down", "scroll_line(1)", show=False),
        Binding("home", "scroll_edge(0)", show=False),
        Binding("end", "scroll_edge(1)", show=False),
    ]
    LEAVE_WORDS: ClassVar[str] = mark("back")

    def __init__(self, title: str, page: Iterable[Paragraph]) -> None:
        super().__init__()
        self.head = title
        self.page = Sheet(page, id="page", classes="reads")
        self.ledge = Ledge(self.page)

    def heading(self) -> tuple[Runs, Runs]:
        return ((self.head, "strong"),), ()

    def body(self) -> Iterable[Widget]:
        self.ledge.glyphs = self.glyphs
        return (self.page, self.ledge)

    def hints(self) -> Iterable[Hint]:
        return (Hint(self.glyphs.arrows, _("scroll")), Hint("esc", _("back"), "back"))

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()

    def action_back(self) -> None:
        """Go back to where one came from."""
        self.dismiss()

    def action_scroll_line(self, by: int) -> None:
        """Scroll by one line."""
        self.page.scroll_relative(y=by, animate=False)

    def action_scroll_edge(self, end: int) -> None:
        """Scroll to the start (0) or the end (1)."""
        self.page.scroll_to(y=end * self.page.max_scroll_y, animate=False)
