"""One finding of the Doctor, explained; left and right go to its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from simulator.scenario.diagnostic import Diagnostic
from simulator.tui.ink import Runs
from simulator.tui.presenters.doctor import page
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark


class FindingScreen(Page[int]):
    """Everything there is to say about one finding; gives back the position of the last one looked at."""

    CSS_PATH = "finding.tcss"
    AUTO_FOCUS = ""
    HELP_TOPIC = "finding"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,enter", "turn(1)", show=False),
        Binding("up", "scroll_line(-1)", show=False),
        Binding("down", "scroll_line(1)", show=False),
    ]

    def __init__(self, found: Sequence[Diagnostic], explained: Mapping[str, str], at: int) -> None:
        super().__init__()
        self.found = found
        self.explained = explained
        self.at = at
        self.page = Sheet(id="page", classes="reads")

    def heading(self) -> tuple[Runs, Runs]:
        one = self.found[self.at]
        severity = _("error") if one.is_error else _("warning")
        left: Runs = ((f"{severity} ", "warn" if one.is_error else "label"), (one.code, "strong"))
        return left, ((_("{n} of {all}").format(n=self.at + 1, all=len(self.found)), "quiet"),)

    def body(self) -> Iterable[Widget]:
        return (self.page,)

    def hints(self) -> Iterable[Hint]:
        sides = f"{self.glyphs.back}{self.glyphs.arrow}" if self.glyphs.name == "rich" else _("left/right")
        return (
            Hint(sides, _("previous, next"), "turn(1)"),
            Hint("esc", _("back"), "back"),
        )

    def on_resize(self) -> None:
        self._fill()

    def action_turn(self, by: int) -> None:
        """Go to the previous or the next finding."""
        if 0 <= self.at + by < len(self.found):
            self.at += by
            self._fill()
            self.page.scroll_home(animate=False)
            self.retitle()
        else:
            self.app.bell()

    def action_scroll_line(self, by: int) -> None:
        """Scroll by one line."""
        self.page.scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()

    def action_back(self) -> None:
        """Go back to the list, at this finding."""
        self.dismiss(self.at)

    def _fill(self) -> None:
        one = self.found[self.at]
        width = self.page.scrollable_content_region.width or self.size.width
        self.page.show(page(one, self.explained.get(one.code, ""), width, self.glyphs))
