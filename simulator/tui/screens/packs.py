"""Packs: those that there are, where they come from, and a way to add a folder of one's own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from simulator.errors import Refused
from simulator.packs.config import add_pack_folder
from simulator.packs.find import packs_in
from simulator.packs.inventory import PackTold, Source, inventory
from simulator.packs.places import places
from simulator.tui.ink import Runs, plain
from simulator.tui.keymap import bindings
from simulator.tui.presenters import packs as shown
from simulator.tui.screens.pack import PackScreen
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

TELL_EVERY = 0.1
"""Seconds between two words of progress."""


class PacksScreen(Page[None]):
    """The packs by where they come from; they are read beside the screen, which stays quick."""

    CSS_PATH = "packs.tcss"
    HELP_TOPIC = "packs"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = bindings("packs")

    def __init__(self) -> None:
        super().__init__()
        self.sources: tuple[Source, ...] | None = None
        self.list = Picker(id="packs")
        self.empty = Sheet(shown.empty(), id="empty")
        self.said = Sheet(id="said")
        self.is_asking = False
        self._progress = ""
        self._told = 0.0

    def heading(self) -> tuple[Runs, Runs]:
        left: Runs = ((_("Packs"), "strong"),)
        if self.sources is None:
            return left, ((self._progress or _("reading"), "accent"),)
        return left, ((str(sum(len(source.packs) for source in self.sources)), "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.list.glyphs = self.glyphs
        self.empty.display = self.said.display = False
        return (self.said, self.empty, self.list)

    def on_mount(self) -> None:
        self.read()

    def hints(self) -> Iterable[Hint]:
        if self.is_asking:
            return (Hint("enter", _("add"), "submit"), Hint("esc", _("leave it"), "back", stays=True))
        marked = [Hint("enter", _("open"), "open"), self.hint("doctor")] if self.list.items else []
        return (*marked, self.hint("add-folder"), Hint("esc", _("back"), "back"))

    @work(thread=True, exclusive=True, group="read")
    def read(self, marked: str | None = None) -> None:
        """Read what packs there are, and mark one of them."""
        worker = get_current_worker()

        def tell(done: int, count: int) -> None:
            if not worker.is_cancelled and monotonic() - self._told > TELL_EVERY:
                self._told = monotonic()
                self.app.call_from_thread(self._tell, shown.read_so_far(done, count))

        options = self.sparring.options
        sources = inventory(tell, options.pack_folders, options.language)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._fill, sources, marked)

    def _tell(self, progress: str) -> None:
        self._progress = progress
        self.title_bar.say(*self.heading())

    def _fill(self, sources: tuple[Source, ...], marked: str | None) -> None:
        self.sources = sources
        self.list.show(shown.rows(sources, self.glyphs), marked=marked or self.list.marked_id)
        self.empty.display = not self.list.items
        self.list.display = bool(self.list.items)
        self.retitle()

    def _pack(self, folder: str | None) -> PackTold | None:
        packs = [pack for source in self.sources or () for pack in source.packs]
        return next((pack for pack in packs if str(pack.folder) == folder), None)

    def action_open(self) -> None:
        """Open the marked pack."""
        self.list.action_choose()

    @on(Picker.Chosen, "#packs")
    def open_pack(self, event: Picker.Chosen) -> None:
        event.stop()
        pack = self._pack(event.id)
        if pack is not None:
            self.app.push_screen(PackScreen(pack))

    def action_doctor(self) -> None:
        """Check the marked pack."""
        if self.list.marked_id is not None:
            self.sparring.open_doctor(Path(self.list.marked_id))

    async def action_add_folder(self) -> None:
        """Ask for a folder."""
        found = self.query("#folder").results(Input)
        field = next(found, None)
        if field is None:
            prompt = _("the path of a folder, such as ~/our-packs")
            field = Input(placeholder=prompt, id="folder", compact=True)
            await self.mount(field, before=self.said)
        self.is_asking = True
        field.focus()
        self._say("")

    async def action_submit(self) -> None:
        """Take what was typed."""
        for field in self.query("#folder").results(Input):
            await field.action_submit()

    @on(Input.Submitted, "#folder")
    def add(self, event: Input.Submitted) -> None:
        """Add the folder to the settings, or say why not."""
        event.stop()
        typed = event.value.strip()
        if not typed:
            return
        folder = Path(os.path.abspath(os.path.expanduser(typed)))  # noqa: PTH100, PTH111 - neither fails on odd names
        known = [source.folder for source in self.sources or ()]
        packs = packs_in([folder])
        reason = shown.unfit(str(folder), known, packs)
        try:
            if not reason:
                add_pack_folder(places().config, typed if typed.startswith("~") else str(folder))
        except Refused as refused:
            reason = refused.message
        if reason:
            self._say(reason)
            return
        self._close_field()
        self.sparring.read_library()
        self.read(str(packs[0]))

    def action_back(self) -> None:
        """Leave the field, or go back."""
        if self.is_asking:
            self._close_field()
        else:
            super().action_back()

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and self.focused is not self.list:
            self.list.focus()

    def _close_field(self) -> None:
        for field in self.query("#folder").results(Input):
            field.remove()
        self.is_asking = False
        self.list.focus()
        self._say("")

    def _say(self, words: str) -> None:
        self.said.show([plain(words, "warn")])
        self.said.display = bool(words)
        self.key_bar.show(self.all_hints())
