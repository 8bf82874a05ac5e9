"""Briefing: who you are, what you want, and how you want to practise it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.widget import Widget

from simulator.scenario.edition import Edition
from simulator.tui import words
from simulator.tui.ink import Runs
from simulator.tui.presenters.briefing import page
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

REHEARSE, COACH, FIRST, NATURE = "rehearse", "coach", "first", "nature"


class BriefingScreen(Page[None]):
    """The briefing; Enter begins. Who the other person is today can be chosen after a first run."""

    CSS_PATH = "briefing.tcss"
    HELP_TOPIC = "briefing"
    LEAVE_WORDS: ClassVar[str] = mark("home")

    def __init__(self, edition: Edition, *, coach: bool | None, temperament: str | None, known: bool) -> None:
        super().__init__()
        self.edition = edition
        self.coach = coach
        self.natures: list[str | None] = self._natures(temperament, known)
        self.page = Sheet(id="page", classes="reads")
        self.begin = Picker(numbers=True, id="begin")
        self.ledge = Ledge(self.page, self.begin)
        self.says_first = False

    def heading(self) -> tuple[Runs, Runs]:
        scenario = self.edition.scenario
        level = words.level(scenario.level)
        facts = f"{level} {self.glyphs.dot} {words.minutes(self.edition.minutes)}"
        return ((scenario.title, "strong"),), ((facts, "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.begin.glyphs = self.ledge.glyphs = self.glyphs
        self.ledge.goes_on_words = _("more ways")
        self.says_first = self.sparring.says_first
        self.page.show(page(self.edition, self.glyphs))
        self.begin.show(self._ways(), marked=COACH if self.coach else REHEARSE)
        return (self.page, self.ledge, self.begin)

    def hints(self) -> Iterable[Hint]:
        return (
            Hint("enter", _("begin"), "begin"),
            Hint(self.glyphs.arrows, _("how")),
            Hint("esc", _("back"), "back"),
        )

    def action_begin(self) -> None:
        """Begin in the marked mode."""
        self.begin.action_choose()

    def action_leave(self) -> None:
        """Go back to the debrief the briefing was opened on, or Home."""
        self.sparring.leave(self)

    @on(Picker.Chosen, "#begin")
    def choose(self, event: Picker.Chosen) -> None:
        event.stop()
        if event.id in (FIRST, NATURE):
            self._change(event.id)
            return
        self.sparring.start_play(
            self.edition,
            coach=event.id == COACH,
            says_first=self.says_first,
            temperament=self._drawn(),
        )

    def _change(self, what: str) -> None:
        """Switch *Say it first*, or take the next of the ways the other person may come."""
        if what == FIRST:
            self.says_first = not self.says_first
        else:
            self.natures.append(self.natures.pop(0))
        self.begin.show(self._ways(), marked=what)

    def _ways(self) -> list[Item]:
        modes = (
            (REHEARSE, _("Begin"), _("reactions only; the score comes at the end")),
            (COACH, _("Begin with the coach"), _("the effect and the reason after each choice")),
        )
        rows = [(id_, ((name, "strong"), (f"  {means}", "quiet"))) for id_, name, means in modes]
        first = _("Say it first: on") if self.says_first else _("Say it first: off")
        means = _("type your own reply before the answers appear")
        rows.append((FIRST, ((first, "strong"), (f"  {means}", "quiet"))))
        if len(self.natures) > 1:
            rows.append((NATURE, ((_("Today:"), "strong"), (f"  {self._nature_label()}", ""))))
        return [Item(id_, runs, lead=(str(at), "key")) for at, (id_, runs) in enumerate(rows, 1)]

    def _natures(self, wanted: str | None, known: bool) -> list[str | None]:
        """The temperaments on offer, the one to begin with first; None draws one."""
        natures: list[str | None] = list(self.edition.scenario.temperaments)
        if wanted is not None:
            return [wanted]
        return [*natures, None] if known and len(natures) > 1 else natures[:1] or [None]

    def _nature_label(self) -> str:
        nature = self.natures[0]
        return (
            _("drawn by chance (Enter changes it)")
            if nature is None
            else self.edition.scenario.temperaments[nature].label
        )

    def _drawn(self) -> str | None:
        natures = list(self.edition.scenario.temperaments)
        if self.natures[0] is None and natures:
            return secrets.choice(natures)
        return self.natures[0]
