"""The app: colours, signs, and the way from screen to screen."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.worker import get_current_worker

from simulator.errors import SparringError
from simulator.packs.catalogue import catalogue, catalogue_at_once, read
from simulator.packs.find import packs_in
from simulator.packs.places import places
from simulator.scenario.diagnostic import render
from simulator.tui import glyphs, memory, themes
from simulator.tui.commands import Commands
from simulator.tui.ink import plain
from simulator.tui.keymap import Keys, default_keys, for_textual
from simulator.tui.launch import Options
from simulator.tui.screens.home import Home
from simulator.tui.screens.page import Page
from simulator.tui.screens.too_small import TooSmall, fits
from simulator.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from textual.screen import Screen

    from simulator.packs.catalogue import Entry
    from simulator.report.paths import Paths
    from simulator.scenario.diagnostic import Diagnostic
    from simulator.scenario.edition import Edition
    from simulator.tui.stage import Play

FALLBACKS = {"you": "#8cc8ea", "marked": "#2b2e3a", "rule": "#4a4e5e", "target": "#4a4e5e"}
"""What a theme that is not one of ours lacks."""

ENDING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""What ends the program from outside, by name: not every platform has all of them."""


class SparringApp(Commands, inherit_bindings=False):
    """Sparring on screens; opens at Home, or with `start` at the briefing of a scenario.

    `unfinished` and `finished` remember, for as long as the app runs, the plays
    that were left and the scenarios that were played to a debrief. Textual's own keys are
    not inherited: its Ctrl+Q would quit before any screen could ask.
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
        self.unfinished: dict[str, Play] = {}
        self.finished: set[str] = set()
        self.found: dict[str, dict[str, None]] = {}
        self.says_first = False
        self.memory = memory.recall(places().state / memory.FILE)
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
        wish = self.options.language
        entries = catalogue_at_once(wish) if self.packs is None else self._library()
        self.home = Home(entries)
        self.home.recall(self.memory)
        self.push_screen(self.home)
        if entries is None:
            self.read_library()
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

    def show_mistakes(self, mistakes: tuple[Diagnostic, ...]) -> None:
        """Say what is wrong in the settings file, and then go on to where the app was to open."""
        from simulator.tui.screens.mistakes import Mistakes  # noqa: PLC0415 - most people make none

        self.push_screen(Mistakes(mistakes), lambda _: self._open_start())

    def _open_start(self) -> None:
        start, self.start = self.start, None
        if start is not None:
            self.open_scenario(start)

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

    @work(thread=True, exclusive=True, group="open")
    def open_scenario(self, name: str) -> None:
        """Read a scenario by id, `pack/id` or path, and open its briefing, or say what is wrong."""
        from simulator.tui.stage import open_edition  # noqa: PLC0415 - brings pydantic, which Home does without

        worker = get_current_worker()
        edition: Edition | None = None
        problems: list[tuple[str, str | None]]
        try:
            reading = open_edition(name, self.options.language, self.packs)
            edition = reading.edition
            problems = [(render(diagnostic), None) for diagnostic in reading.errors]
        except SparringError as error:
            problems = [(error.message, error.hint)]
        if not worker.is_cancelled:
            self.call_from_thread(self._opened, edition, problems)

    def start_play(self, edition: Edition, *, coach: bool, says_first: bool, temperament: str | None) -> None:
        """Begin a play and leave its briefing behind."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415
        from simulator.tui.stage import begin  # noqa: PLC0415

        options = self.options
        play = begin(
            edition,
            coach=coach,
            says_first=says_first,
            temperament=temperament,
            trust=options.trust,
            seed=options.seed,
        )
        self.says_first = says_first
        self.memory.mode = "coach" if coach else "rehearse"
        self.unfinished.pop(edition.name, None)
        self.switch_screen(PlayScreen(play))

    def resume(self, name: str) -> None:
        """Go on with a play that was left."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        self.push_screen(PlayScreen(self.unfinished.pop(name)))

    def leave_play(self, play: Play, screen: Screen[None]) -> None:
        """Keep a play to go on with, and go back to the debrief it came from, or Home."""
        if play.session.choices and play.session.ending is None:
            self.unfinished[play.edition.name] = play
        self.leave(screen)

    def open_debrief(self, play: Play) -> None:
        """Close a play and look at how it went."""
        from simulator.tui.screens.debrief import DebriefScreen  # noqa: PLC0415

        self.finished.add(play.edition.name)
        self.unfinished.pop(play.edition.name, None)
        self.switch_screen(DebriefScreen(play))

    def endings_found(self, play: Play) -> tuple[str, ...]:
        """The titles of the endings of a scenario that were reached, this play's among them."""
        endings = play.scenario.endings
        found = self.found.setdefault(play.edition.name, {})
        if play.session.ending is not None:
            found[play.session.ending] = None
        return tuple(endings[id_].title for id_ in found if id_ in endings)

    def play_on(self, play: Play) -> None:
        """Go on with a play that branched off; the debrief it came from stays below."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        self.push_screen(PlayScreen(play))

    def play_again(self, edition: Edition) -> None:
        """Open the briefing again; the debrief it was asked for on stays below."""
        self.open_briefing(edition)

    def open_help(self, topic: str) -> None:
        """Explain the keys of one screen and what is scored."""
        from simulator.tui.screens.help import Help  # noqa: PLC0415

        self.push_screen(Help(topic))

    def open_map(self, edition: Edition, paths: Paths, play: Play | None = None) -> None:
        """Show where somebody has been in a scenario; with one of the plays they can play on from it."""
        from simulator.tui.screens.map import MapScreen  # noqa: PLC0415

        self.push_screen(MapScreen(edition, paths, play))

    def open_packs(self) -> None:
        """Show the packs there are, where they lie and what is wrong with them."""
        from simulator.tui.screens.packs import PacksScreen  # noqa: PLC0415

        self.push_screen(PacksScreen())

    def open_doctor(self, path: Path) -> None:
        """Check a scenario, a pack or a folder of packs, again whenever a file of it is saved."""
        from simulator.tui.screens.doctor import DoctorScreen  # noqa: PLC0415

        self.push_screen(DoctorScreen(path))

    def leave(self, screen: Screen[None]) -> None:
        """Close a screen and what lies below it, down to the next debrief or else to Home."""
        while screen in self.screen_stack or not (self.screen is self.home or _is_kept(self.screen)):
            self.pop_screen()
        if self.screen is self.home:
            self.home.show_unfinished(self.unfinished)

    def leads_to_a_debrief(self, screen: Screen[Any]) -> bool:
        """Whether leaving this screen leads back to a debrief, rather than Home."""
        stack = self.screen_stack
        below = stack[: stack.index(screen)] if screen in stack else stack
        return any(map(_is_kept, below))

    def open_briefing(self, edition: Edition) -> None:
        """Open a briefing; what the command line asked for counts for the scenario it named."""
        from simulator.tui.screens.briefing import BriefingScreen  # noqa: PLC0415

        wanted = self.options.temperament
        known = edition.name in self.finished
        fits_here = wanted if wanted in edition.scenario.temperaments else None
        coach = self.options.coach
        mode = self.options.mode or (self.memory.mode if known else None)
        if coach is None and mode is not None:
            coach = mode == "coach"
        self.push_screen(BriefingScreen(edition, coach=coach, temperament=fits_here, known=known))

    def exit(self, *how: Any, **else_: Any) -> None:
        """End the app; where one was is kept for the next time."""
        if hasattr(self, "home"):
            self.memory.sought, self.memory.marked = self.home.sought, self.home.shelf.marked_id
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

    def _opened(self, edition: Edition | None, problems: list[tuple[str, str | None]]) -> None:
        from simulator.tui.screens.reading import Reading  # noqa: PLC0415

        if edition is not None:
            self.open_briefing(edition)
            return
        page = [
            plain(
                _(
                    "Its file has mistakes. Each is named below with its line;"
                    " `sparring check` shows the same."
                ),
                "quiet",
            )
        ]
        for message, hint in problems:
            page += [plain(message, before=1), *([plain(hint, "quiet", indent=2)] if hint else [])]
        self.push_screen(Reading(_("This scenario can't be played yet"), page))


def _is_kept(screen: Screen[Any]) -> bool:
    """Whether a screen is one that what was opened above it comes back to."""
    return isinstance(screen, Page) and screen.IS_KEPT


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
