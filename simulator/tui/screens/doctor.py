"""Doctor: what the checks find in a scenario or a pack, again whenever a file of it is saved."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from simulator.analysis.checks.saved import Stamp, around
from simulator.scenario.diagnostic import Severity
from simulator.tui.examination import Examination, Examined
from simulator.tui.ink import Runs, plain
from simulator.tui.keymap import bindings
from simulator.tui.presenters import doctor as shown
from simulator.tui.screens.finding import FindingScreen
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

LOOK_EVERY = 0.7
"""Seconds between two looks at the files."""
SETTLING = 0.05
"""Seconds that files must stay as they are before they are read: a save takes more than one step."""
SHARE = 100
"""A look may take no more than this part of the time between two of them."""
LONGEST_PAUSE = 5.0
"""Seconds after which the files are looked at again however long that took the last time."""

FILTERS = (None, Severity.ERROR, Severity.WARNING)


class DoctorScreen(Page[None]):
    """The findings of one scenario, pack or folder of packs; the work is done by another process."""

    CSS_PATH = "doctor.tcss"
    HELP_TOPIC = "doctor"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = bindings("doctor")

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.only: Severity | None = None
        self.examined: Examined | None = None
        self.verdict = Sheet([plain(_("The check has begun."), "quiet")], id="verdict")
        self.list = Picker(id="findings")
        self._examination = Examination(path, self._tell)
        self._progress = ""
        self._wished = self._busy = False

    def heading(self) -> tuple[Runs, Runs]:
        left: Runs = ((f"{_('Doctor')} {self.glyphs.dot} ", "quiet"), (self.path.name, "strong"))
        if self._busy:
            return left, ((self._progress or _("checking"), "accent"),)
        return left, ((shown.counted(self.examined.findings), "quiet"),) if self.examined else ()

    def body(self) -> Iterable[Widget]:
        self.list.glyphs = self.glyphs
        return (self.verdict, self.list)

    def on_mount(self) -> None:
        self._attend()

    async def on_unmount(self) -> None:
        await self._examination.close()

    def hints(self) -> Iterable[Hint]:
        now = self.hint("stop") if self._busy else self.hint("check-again")
        explain = [Hint("enter", _("explain"), "explain")] if self.list.items else []
        return (*explain, now, self.hint("severity"), Hint("esc", _("back"), "back"))

    def action_explain(self) -> None:
        """Open the marked finding."""
        self.list.action_choose()

    def action_check_again(self) -> None:
        """Check once more now."""
        self._wish()

    def action_stop(self) -> None:
        """End the check at work, and show what it found."""
        self._examination.stop()

    def action_severity(self) -> None:
        """Show errors alone, then warnings alone, then all."""
        self.only = FILTERS[(FILTERS.index(self.only) + 1) % len(FILTERS)]
        self._fill()

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()

    @on(Picker.Chosen, "#findings")
    def explain(self, event: Picker.Chosen) -> None:
        event.stop()
        if self.examined is not None:
            found = shown.shown(self.examined.findings, self.only)
            at = shown.keys_of(found).index(event.id)
            self.app.push_screen(FindingScreen(found, self.examined.explained, at), self._come_back)

    def _come_back(self, at: int | None) -> None:
        """Mark the finding that was looked at last, if it is still there."""
        keys = [item.id for item in self.list.items if item.id is not None]
        if at is not None and at < len(keys):
            self.list.show(self.list.items, marked=keys[at])

    @work(exclusive=True, group="attend")
    async def _attend(self) -> None:
        """Look at the files now and then, and examine them anew once they have changed."""
        seen: Stamp | None = None
        while True:
            begun = monotonic()
            stamp = await asyncio.to_thread(around, (self.path,))
            pause = min(LONGEST_PAUSE, max(LOOK_EVERY, SHARE * (monotonic() - begun)))
            if stamp != seen:
                await asyncio.sleep(SETTLING if seen is not None else 0)
                if stamp == await asyncio.to_thread(around, (self.path,)):
                    seen = stamp
                    self._wish()
                else:
                    pause = SETTLING
            await asyncio.sleep(pause)

    def _wish(self) -> None:
        """Examine, after what is at work now, which is cut short."""
        self._wished = True
        if self._busy:
            self._examination.stop()
        else:
            self._busy = True
            self.run_worker(self._examine(), group="examine")

    async def _examine(self) -> None:
        self.retitle()
        examined: Examined | None = None
        while self._wished:
            self._wished = False
            examined = await self._examination.run()
        self._busy = False
        if examined is not None:
            self.examined = examined
            self._fill()

    def _tell(self, file: str, states: int) -> None:
        self._progress = shown.at_work(file, states)
        self.title_bar.say(*self.heading())

    def _fill(self) -> None:
        if self.examined is None:
            return
        found = shown.shown(self.examined.findings, self.only)
        told = shown.verdict(self.examined.findings, self.only)
        self.verdict.show([plain(self.examined.refused)] if self.examined.refused else told)
        items = shown.rows(found, self.path, self.glyphs)
        self.list.show(items, marked=self._kept([item.id for item in items if item.id is not None]))
        self.retitle()

    def _kept(self, keys: list[str]) -> str | None:
        """The finding that was marked; where it is mended, the one that takes its place."""
        marked = self.list.marked_id
        if marked is None or marked in keys or not keys:
            return marked
        before = [item.id for item in self.list.items if item.id is not None]
        return keys[min(before.index(marked), len(keys) - 1)]
