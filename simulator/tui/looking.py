"""Looking back: the Progress screen, and the map of a scenario with all that was played of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from simulator.errors import Refused, SparringError
from simulator.tui.agenda import Agenda
from simulator.tui.history import History

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.session import Session
    from simulator.report.paths import Paths
    from simulator.scenario.edition import Edition
    from simulator.store.record import Record
    from simulator.tui.stage import Play

MOST_PLAYS = 300
"""Plays of one scenario that a map is drawn from, the newest."""


class Looking(Agenda, inherit_bindings=False):
    """What shows where one has been."""

    def action_progress(self) -> None:
        """Show how the plays went, taken together."""
        from simulator.tui.screens.progress import ProgressScreen  # noqa: PLC0415 - opened on demand

        if not isinstance(self.screen, ProgressScreen):
            self.push_screen(ProgressScreen())

    def play_as(self, learner: str) -> None:
        """Keep what is begun from now on under another name, and show what is remembered of that one."""
        if self.keeper is None or learner == self.keeper.learner:
            return
        self.take_over("keeper", self.keeper.as_learner(learner))
        self.finished.clear()
        self.found.clear()
        self.history = History()
        self.home.show_history(self.history)
        self.home.retitle()
        self.remember()

    @work(thread=True, exclusive=True, group="open")
    def show_map(self, name: str) -> None:
        """Show where one has been in a scenario, by id, `pack/id` or path, in all plays of it."""
        from simulator.scenario.diagnostic import render  # noqa: PLC0415 - after the first frame
        from simulator.tui.stage import open_edition  # noqa: PLC0415 - brings pydantic, which Home does without

        worker = get_current_worker()
        try:
            reading = open_edition(name, self.options.language, self.packs)
        except SparringError as error:
            self.call_from_thread(self.tell_problems, [(error.message, error.hint)])
            return
        edition = reading.edition
        if edition is None:
            problems = [(render(diagnostic), None) for diagnostic in reading.errors]
            self.call_from_thread(self.tell_problems, problems)
            return
        if not worker.is_cancelled:
            self._draw_map(edition)

    @work(thread=True, exclusive=True, group="open")
    def show_map_of(self, play: Play) -> None:
        """Show where one has been in the scenario of a play, to play on from anywhere in this one."""
        self._draw_map(play.edition, play)

    def _draw_map(self, edition: Edition, play: Play | None = None) -> None:
        """Open the map, from a worker: all plays of a scenario are read for it."""
        try:
            paths = self._paths(edition, play)
        except Refused as failure:
            self.call_from_thread(self.home.retitle)
            self.call_from_thread(self.tell, " ".join(filter(None, (failure.message, failure.hint))))
        else:
            self.call_from_thread(self.open_map, edition, paths, play)

    def open_map(self, edition: Edition, paths: Paths, play: Play | None = None) -> None:
        """Show where somebody has been in a scenario; with one of the plays they can play on from it."""
        from simulator.tui.screens.map import MapScreen  # noqa: PLC0415 - opened on demand

        self.home.retitle()
        self.push_screen(MapScreen(edition, paths, play))

    def _paths(self, edition: Edition, play: Play | None) -> Paths:
        """The ways taken in a scenario: in a play at hand, in what was kept, and in what a guest has left."""
        from simulator.practice.bringing_back import replayed_on  # noqa: PLC0415 - reads scenarios
        from simulator.report.paths import Paths, paths_of  # noqa: PLC0415

        left = play or self.unfinished.get(edition.name)
        sessions: list[Session] = [left.session] if left else []
        own = left.keeping.key if left and left.keeping else None
        sessions += replayed_on(edition, self._records(edition.name, own))
        paths = paths_of(sessions)
        known = {*self.found.get(edition.name, {}), *self.history.endings_of(edition.name)}
        return Paths(paths.plays, paths.endings | known & edition.scenario.endings.keys())

    def _records(self, name: str, but: str | None) -> Iterable[Record]:
        """What was kept of a scenario, but for one play, by its key."""
        keeper = self.keeper
        if keeper is None:
            return ()
        keys = [one.key for one in keeper.glances() if one.setting.scenario == name and one.key != but]
        return [record for key in keys[-MOST_PLAYS:] if (record := keeper.record(key))]
