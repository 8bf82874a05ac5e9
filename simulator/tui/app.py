"""The app: colours, signs, and the way from screen to screen."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from time import time
from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.worker import get_current_worker

from simulator.packs.catalogue import catalogue, catalogue_at_once, read
from simulator.packs.find import packs_in
from simulator.packs.places import places
from simulator.tui import glyphs, ink, memory, themes
from simulator.tui.history import Errand, History, look
from simulator.tui.keymap import Keys, default_keys, for_textual
from simulator.tui.launch import Options
from simulator.tui.looking import Looking
from simulator.tui.screens.home import Home
from simulator.tui.screens.too_small import TooSmall, fits

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.packs.catalogue import Entry
    from simulator.scenario.diagnostic import Diagnostic
    from simulator.tui.stage import Play

FALLBACKS = {"you": "#8cc8ea", "marked": "#2b2e3a", "rule": "#4a4e5e", "target": "#4a4e5e"}
"""What a theme that is not one of ours lacks."""

ENDING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""What ends the program from outside, by name: not every platform has all of them."""


class SparringApp(Looking, inherit_bindings=False):
    """Sparring on screens; opens at Home, or with `start` at the briefing of a scenario.

    Textual's own keys are not inherited: its Ctrl+Q would quit before any screen could ask.
    """

    CSS_PATH = "app.tcss"
    TITLE = "Sparring"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-normal"), (110, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (34, "-tall")]  # noqa: RUF012

    def __init__(self, start: str | None = None, options: Options | None = None) -> None:
        self.options = options or Options()
        theme = themes.choose(self.options.theme, os.environ, self.options.themes)
        super().__init__(ansi_color=theme.ansi or None)
        self.start = start
        self.packs = packs_in(self.options.pack_folders) if self.options.pack_folders else None
        self.glyphs = glyphs.choose(self.options.glyphs, os.environ, sys.stdout.encoding)
        ink.use(glyphs.spelling(self.glyphs, os.environ, sys.stdout.encoding))
        self.unfinished: dict[str, Play] = {}
        self.finished: set[str] = set()
        self.found: dict[str, dict[str, None]] = {}
        self.says_first = False
        self.memory = memory.recall(places().state / memory.FILE)
        self.history = History()
        self.errand = Errand("")
        own = [themes.painted(name, palette) for name, palette in self.options.themes.items()]
        for known in (*themes.THEMES.values(), *own):
            self.register_theme(known)
        self.theme = theme.name
        if not self.options.motion:
            self.animation_level = "none"
        self.keys: Keys = default_keys() | dict(self.options.keys)
        self.set_keymap(for_textual(self.options.keys))

    @property
    def failure(self) -> Exception | None:
        """What ended the app, where it was no key of the user's."""
        return self._exception

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return FALLBACKS

    def on_mount(self) -> None:
        self._heed_signals()
        self.call_after_refresh(gc.enable)
        wish = self.options.language
        entries = catalogue_at_once(wish) if self.packs is None else self._library()
        self.home = Home(entries)
        self.home.recall(self.memory)
        self.push_screen(self.home)
        if entries is None:
            self.read_library()
        else:
            self.call_after_refresh(self.remember)
        if self.options.mistakes:
            self.show_mistakes(self.options.mistakes)
        else:
            self._open_start()
        self._heed_size(*self.size)

    def _library(self) -> tuple[Entry, ...]:
        wish = self.options.language
        return catalogue(wish) if self.packs is None else read(self.packs, language=wish)

    @work(thread=True, exclusive=True, group="library")
    def read_library(self) -> None:
        """Read anew what there is to play, and show it at Home."""
        worker = get_current_worker()
        entries = self._library()
        if not worker.is_cancelled:
            self.call_from_thread(self.home.show_library, entries)
            self.call_from_thread(self.remember)

    def show_mistakes(self, mistakes: tuple[Diagnostic, ...]) -> None:
        """Say what is wrong in the settings file, and then go on to where the app was to open."""
        from simulator.tui.screens.mistakes import Mistakes  # noqa: PLC0415 - most people make none

        self.push_screen(Mistakes(mistakes), lambda _: self._open_start())

    def _open_start(self) -> None:
        start, self.start = self.start, None
        if self.options.resume is not None:
            self.bring_back(self.options.resume)
        elif start is not None:
            options = self.options
            errand = Errand("", arc=options.arc, trust=options.carried) if options.arc else None
            self.open_scenario(start, errand)

    @work(thread=True, exclusive=True, group="memory")
    def remember(self) -> None:
        """Read the history, where there is one, and show Home what follows from it."""
        worker = get_current_worker()
        history = look(self.keeper, self.home.entries, self.packs, time(), self.options.language)
        if not worker.is_cancelled:
            self.call_from_thread(self._remembered, history)

    def _remembered(self, history: History) -> None:
        self.history = history
        self.home.show_history(history)

    def on_resize(self, event: events.Resize) -> None:
        """Put up, or take away, the screen that says there is too little room."""
        if len(self.screen_stack) > 1:
            self._heed_size(*event.size)

    def _heed_size(self, width: int, height: int) -> None:
        if not fits(width, height):
            if not isinstance(self.screen, TooSmall):
                self.push_screen(TooSmall())
            return
        while isinstance(self.screen, TooSmall):
            self.pop_screen()

    def open_help(self, topic: str, focused: str | None = None) -> None:
        """Explain what has the focus, the keys of its screen and what is scored."""
        from simulator.tui.screens.help import Help  # noqa: PLC0415

        self.push_screen(Help(topic, focused))

    def action_packs(self) -> None:
        """Show the packs."""
        self.open_packs()

    def open_packs(self) -> None:
        """Show the packs there are, where they lie and what is wrong with them."""
        from simulator.tui.screens.packs import PacksScreen  # noqa: PLC0415

        self.push_screen(PacksScreen())

    def open_doctor(self, path: Path) -> None:
        """Check a scenario, a pack or a folder of packs, again whenever a file of it is saved."""
        from simulator.tui.screens.doctor import DoctorScreen  # noqa: PLC0415

        self.push_screen(DoctorScreen(path))

    def exit(self, *how: Any, **else_: Any) -> None:
        """End the app; where one was is kept for the next time."""
        if hasattr(self, "home"):
            # What was sought is done with once something was opened: it would hide what to go on with.
            self.memory.sought = self.home.sought if self.screen is self.home else ""
            self.memory.marked = self.home.shelf.marked_id
            memory.keep(places().state / memory.FILE, self.memory)
        super().exit(*how, **else_)

    def _heed_signals(self) -> None:
        """Leave in good order when told to end, so that the terminal becomes its old self again."""
        loop = asyncio.get_running_loop()
        for name in ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):  # no such thing here
                    loop.add_signal_handler(number, self.exit, 128 + number)

    def _fatal_error(self) -> None:
        """End without Textual's page of source code: `run_app` raises the failure, and its caller tells."""
        self._close_messages_no_wait()


def run_app(start: str | None = None, *, options: Options | None = None) -> int:
    """Run the app until it is left; returns the exit status.

    Both ends of the process must be a terminal; see `simulator.cli.main.can_draw`.
    Raises what went wrong inside, once the terminal is its old self again.
    """
    app = SparringApp(start, options)
    status = app.run(mouse=app.options.mouse)
    if app.failure is not None:
        raise app.failure
    return status or 0
