"""From the name of a scenario to its briefing, or to what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from simulator.errors import SparringError
from simulator.tui.commands import Commands
from simulator.tui.history import Errand, History
from simulator.tui.ink import plain
from simulator.words import _

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.edition import Edition
    from simulator.tui.memory import Memory
    from simulator.tui.screens.home import Home

Problem = tuple[str, str | None]
"""What is wrong, and what to do about it."""


class Opening(Commands, inherit_bindings=False):
    """Reads scenarios and opens briefings.

    `history` is what is remembered of whoever plays, `memory` where one was in the app the last
    time; `finished` are the scenarios that were played to a debrief since the app was started;
    `errand` is what the last briefing was opened for.
    """

    home: Home
    packs: tuple[Path, ...] | None
    history: History
    memory: Memory
    finished: set[str]
    errand: Errand

    @work(thread=True, exclusive=True, group="open")
    def open_scenario(self, name: str, errand: Errand | None = None) -> None:
        """Read a scenario by id, `pack/id` or path, and open its briefing, or say what is wrong."""
        self.call_from_thread(self.home.show_opening, _("Opening the briefing"))
        from simulator.scenario.diagnostic import render  # noqa: PLC0415 - as below
        from simulator.tui.stage import open_edition  # noqa: PLC0415 - brings pydantic, which Home does without

        worker = get_current_worker()
        edition: Edition | None = None
        problems: list[Problem]
        try:
            reading = open_edition(name, self.options.language, self.packs)
            edition = reading.edition
            problems = [(render(diagnostic), None) for diagnostic in reading.errors]
        except SparringError as error:
            problems = [(error.message, error.hint)]
        if worker.is_cancelled:
            return
        if edition is None:
            self.call_from_thread(self.tell_problems, problems)
        else:
            self.call_from_thread(self.open_briefing, edition, errand)

    def open_briefing(self, edition: Edition, errand: Errand | None = None) -> None:
        """Open a briefing; what the command line asked for counts for the scenario it named."""
        from simulator.tui.screens.briefing import BriefingScreen  # noqa: PLC0415

        self.errand = errand or Errand(edition.name)
        wanted = self.errand.temperament or self.options.temperament
        standing = self.history.standings.get(edition.name)
        known = edition.name in self.finished or bool(standing and standing.is_known)
        fits_here = wanted if wanted in edition.scenario.temperaments else None
        coach = self.options.coach
        mode = self.options.mode or (self.memory.mode if known else None)
        if coach is None and mode is not None:
            coach = mode == "coach"
        self.push_screen(BriefingScreen(edition, coach=coach, temperament=fits_here, known=known))

    def tell_problems(self, problems: list[Problem]) -> None:
        """Show what is wrong with a scenario, on a page of its own."""
        from simulator.tui.screens.reading import Reading  # noqa: PLC0415

        means = _(
            "Its file has mistakes. Each is named below with its line; `sparring check` shows the same."
        )
        page = [plain(means, "quiet")]
        for message, hint in problems:
            page += [plain(message, before=1), *([plain(hint, "quiet", indent=2)] if hint else [])]
        self.push_screen(Reading(_("This scenario can't be played yet"), page))
