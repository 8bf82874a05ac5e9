"""Coming back to a play that was kept: going on with it, its debrief again, or why neither can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import work

from simulator.errors import Refused
from simulator.tui.ink import plain
from simulator.tui.plays import Plays
from simulator.words import _

if TYPE_CHECKING:
    from simulator.practice.bringing_back import BroughtBack
    from simulator.tui.stage import Play


class Returning(Plays, inherit_bindings=False):
    """Brings plays back from the store, each on the text that it was played on where that is there."""

    @work(thread=True, exclusive=True, group="open")
    def bring_back(self, key: str) -> None:
        """Go on with a play that was kept; one that has ended is debriefed again."""
        if self.keeper is None:
            return
        self.call_from_thread(self.home.show_opening, _("Opening the play"))
        try:
            brought = self.keeper.bring_back(key)
        except Refused as failure:
            self.call_from_thread(self._cannot_go_on, " ".join(filter(None, (failure.message, failure.hint))))
        else:
            self.call_from_thread(self._brought_back, brought)

    def _brought_back(self, brought: BroughtBack) -> None:
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415
        from simulator.tui.stage import play_of  # noqa: PLC0415

        play = play_of(brought)
        if play is None or self.keeper is None:
            self._close(brought)
            return
        if play.is_over or brought.record.glance.closed is not None:
            self._debrief_again(play, brought)
            return

        def then(failure: Refused | None) -> None:
            if failure is not None:
                self._cannot_go_on(failure.message)
                return
            self.push_screen(PlayScreen(play))
            if brought.told:
                self.tell(brought.told)

        self._go_on(brought, play, then)

    def _go_on(self, brought: BroughtBack, play: Play | None, then: Callable[[Refused | None], Any]) -> None:
        """Go on keeping a play that was brought back; one that can't be gone on with is closed."""
        from simulator.tui.screens.waiting import attempt  # noqa: PLC0415 - after the first frame

        keeper = self.keeper
        if keeper is None:
            then(None)
            return

        def go_on() -> None:
            keeping = keeper.go_on(brought)
            if play is not None:
                play.keeping = keeping

        attempt(self, go_on, then)

    def _debrief_again(self, play: Play, brought: BroughtBack) -> None:
        """Show the debrief of a play that was kept; what is noted now is kept too, unless its text moved."""
        from simulator.practice.bringing_back import Way  # noqa: PLC0415

        moved = brought.way is Way.MOVED

        def then(failure: Refused | None) -> None:
            self.show_debrief(play, switch=False)
            if failure is not None:
                self.tell(failure.message)
            elif moved:
                self.tell(_("The scenario was changed since: this is told on its text of today."))
            elif brought.way is Way.KEPT:
                self.tell(_("This is told on the version that was played; a copy of it was kept."))

        if moved or brought.record.glance.closed is not None:
            then(None)
        else:
            self._go_on(brought, play, then)

    def _close(self, brought: BroughtBack) -> None:
        """Say why a play can't be gone on with; where that is final, it is written down."""
        from simulator.practice.keeper import is_unfinished  # noqa: PLC0415 - after the first frame

        told = brought.record.glance.closed or brought.told or ""

        def then(failure: Refused | None) -> None:
            self._cannot_go_on(failure.message if failure else told, brought)

        if is_unfinished(brought.record.glance):
            self._go_on(brought, None, then)
        else:
            then(None)

    def _cannot_go_on(self, why: str, brought: BroughtBack | None = None) -> None:
        """Say why, and what is left of the play."""
        from simulator.report.left import said_by_id, written_beside  # noqa: PLC0415
        from simulator.tui.screens.reading import Reading  # noqa: PLC0415

        page = [plain(why)]
        if brought is not None:
            left = [said_by_id(brought.record), *written_beside(brought.record, ())]
            page += [plain(words, before=1) for words in left]
        outcome = brought.record.glance.outcome if brought else None
        is_over = outcome is not None and outcome.ending is not None
        title = _("The text of this play is gone") if is_over else _("This play can't be gone on with")
        self.push_screen(Reading(title, page))
        self.remember()
