"""Looking back: the Progress screen, and the map of a scenario with all that was played of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from simulator.errors import Refused, SparringError
from simulator.tui.agenda import Agenda

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.engine.session import Session
    from simulator.report.paths import Paths
    from simulator.scenario.edition import Edition
    from simulator.store.record import Record

MOST_PLAYS = 300
"""Plays of one scenario that a map is drawn from, the newest."""


class Looking(Agenda, inherit_bindings=False):
    """What shows where one has been."""

    def action_progress(self) -> None:
        """Show how the plays went, taken together."""
        from simulator.tui.screens.progress import ProgressScreen  # noqa: PLC0415 - opened on demand

        if not isinstance(self.screen, ProgressScreen):
            self.push_screen(ProgressScreen())

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
        try:
            paths = self._paths(edition)
        except Refused as failure:
            self.call_from_thread(self.tell, " ".join(filter(None, (failure.message, failure.hint))))
            return
        if not worker.is_cancelled:
            self.call_from_thread(self._map, edition, paths)

    def _map(self, edition: Edition, paths: Paths) -> None:
        from simulator.tui.screens.map import MapScreen  # noqa: PLC0415 - opened on demand

        self.home.retitle()
        self.push_screen(MapScreen(edition, paths))

    def _paths(self, edition: Edition) -> Paths:
        """The ways taken in a scenario: what was kept, and what a guest has played since the start."""
        from simulator.practice.bringing_back import replayed_on  # noqa: PLC0415 - reads scenarios
        from simulator.report.paths import Paths, paths_of  # noqa: PLC0415

        left = self.unfinished.get(edition.name)
        sessions: list[Session] = [left.session] if left else []
        sessions += replayed_on(edition, self._records(edition.name))
        paths = paths_of(sessions)
        known = {*self.found.get(edition.name, {}), *self.history.endings_of(edition.name)}
        return Paths(paths.plays, paths.endings | known & edition.scenario.endings.keys())

    def _records(self, name: str) -> Iterable[Record]:
        keeper = self.keeper
        if keeper is None:
            return ()
        keys = [glance.key for glance in keeper.glances() if glance.setting.scenario == name]
        return [record for key in keys[-MOST_PLAYS:] if (record := keeper.record(key))]
