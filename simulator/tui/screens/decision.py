"""One decision, explained; left and right go to its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from simulator.report.told import Debrief
from simulator.tui.ink import Runs
from simulator.tui.keymap import bindings
from simulator.tui.presenters.debrief import compass
from simulator.tui.presenters.decision import page
from simulator.tui.screens.page import Page
from simulator.tui.stage import Play, what_if
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.compass import CompassView
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark


class DecisionScreen(Page[int]):
    """Everything there is to say about one decision; gives back the number of the last one looked at."""

    CSS_PATH = "decision.tcss"
    AUTO_FOCUS = ""
    HELP_TOPIC = "decision"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,enter", "turn(1)", show=False),
        Binding("up", "scroll_line(-1)", show=False),
        Binding("down", "scroll_line(1)", show=False),
        Binding("home", "scroll_edge(0)", show=False),
        Binding("end", "scroll_edge(1)", show=False),
        *bindings("decision"),
    ]

    def __init__(self, play: Play, told: Debrief, number: int) -> None:
        super().__init__()
        self.play = play
        self.told = told
        self.number = number
        self.page = Sheet(id="page", classes="reads")
        self.ledge = Ledge(self.page)
        self.compass = CompassView(id="compass")

    def heading(self) -> tuple[Runs, Runs]:
        where = f"{_('Decision')} {self.glyphs.numeral(self.number)}"
        of = _("{n} of {all}").format(n=self.number, all=len(self.told.decisions))
        return ((where, "strong"),), ((of, "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.compass.glyphs = self.ledge.glyphs = self.glyphs
        yield Horizontal(self.page, Vertical(self.compass, id="beside"), id="both")
        yield self.ledge

    def on_mount(self) -> None:
        self._fill()

    def hints(self) -> Iterable[Hint]:
        sides = f"{self.glyphs.back}{self.glyphs.arrow}" if self.glyphs.name == "rich" else "left/right"
        return (
            Hint(sides, _("previous, next"), "turn(1)"),
            self.hint("what-if"),
            Hint("esc", _("back"), "back"),
        )

    def action_turn(self, by: int) -> None:
        """Go to the previous or the next decision."""
        if 1 <= self.number + by <= len(self.told.decisions):
            self.number += by
            self._fill()
        else:
            self.app.bell()

    def action_what_if(self) -> None:
        """Play on from here, as practice."""
        self.sparring.play_on(what_if(self.play, self.number - 1))

    def action_scroll_line(self, by: int) -> None:
        """Scroll by one line."""
        self.page.scroll_relative(y=by, animate=False)

    def action_scroll_edge(self, end: int) -> None:
        """Scroll to the start (0) or the end (1)."""
        self.page.scroll_to(y=end * self.page.max_scroll_y, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()

    def action_back(self) -> None:
        """Go back to the debrief, at this decision."""
        self.dismiss(self.number)

    def _fill(self) -> None:
        decision = self.told.decisions[self.number - 1]
        self.page.show(
            page(self.play.scenario, decision, self.glyphs, self.play.remarks.said_first(self.number))
        )
        self.page.scroll_home(animate=False)
        self.compass.compass = compass(self.told.decisions, self.number)
        self.retitle()
