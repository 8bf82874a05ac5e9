"""The way of a play through the screens: begun, left, gone on with, debriefed; and kept all the while."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.screen import Screen

from simulator.errors import Refused
from simulator.tui.ink import plain
from simulator.tui.opening import Opening
from simulator.tui.screens.page import Page
from simulator.words import _

if TYPE_CHECKING:
    from simulator.practice.bringing_back import BroughtBack
    from simulator.practice.keeper import Keeper
    from simulator.scenario.edition import Edition
    from simulator.tui.screens.home import Home
    from simulator.tui.stage import Play


class Plays(Opening, inherit_bindings=False):
    """Plays of a learner are kept from their first line on; a guest's live as long as the app runs.

    `unfinished` are the plays, by scenario, that were left and are kept nowhere else; `found` are
    the ids of the endings reached since the app was started.
    """

    home: Home
    unfinished: dict[str, Play]
    found: dict[str, dict[str, None]]
    says_first: bool

    @property
    def keeper(self) -> Keeper | None:
        """What keeps the learner's plays; None for a guest."""
        return self.options.keeper

    def start_play(self, edition: Edition, *, coach: bool, says_first: bool, temperament: str | None) -> None:
        """Begin a play and leave its briefing behind."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415
        from simulator.tui.stage import Terms, begin  # noqa: PLC0415

        options, errand = self.options, self.errand
        trust = options.trust if errand.trust is None else errand.trust
        terms = Terms(temperament=temperament, trust=trust, seed=options.seed, arc=errand.arc)
        play = begin(edition, coach=coach, says_first=says_first, terms=terms)
        play.counts = self.keeper is not None and not coach and edition.name not in self.history.met
        self.says_first = says_first
        self.memory.mode = "coach" if coach else "rehearse"
        self._keep_from_here(play, lambda: self._put_on(edition.name, PlayScreen(play)))

    def _put_on(self, name: str, screen: Screen[None]) -> None:
        self.unfinished.pop(name, None)
        self.switch_screen(screen)

    def resume(self, name: str) -> None:
        """Go on with a guest's play that was left."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        self.push_screen(PlayScreen(self.unfinished.pop(name)))

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

    def leave_play(self, play: Play, screen: Screen[None]) -> None:
        """Keep a play to go on with, and go back to the debrief it came from, or Home."""
        if play.keeping is None and play.session.choices and play.session.ending is None:
            self.unfinished[play.edition.name] = play
        self._finish(play, lambda: self.leave(screen))

    def open_debrief(self, play: Play) -> None:
        """Close a play and look at how it went."""
        self.finished.add(play.edition.name)
        self.unfinished.pop(play.edition.name, None)
        self._finish(play, lambda: self._debrief(play, switch=True))

    def endings_found(self, play: Play) -> tuple[str, ...]:
        """The titles of the endings of a scenario that were reached, this play's among them."""
        endings = play.scenario.endings
        found = self.found.setdefault(play.edition.name, {})
        found |= dict.fromkeys(self.history.endings_of(play.edition.name))
        if play.session.ending is not None:
            found[play.session.ending] = None
        return tuple(endings[id_].title for id_ in found if id_ in endings)

    def play_on(self, play: Play) -> None:
        """Go on with a play that branched off; the debrief it came from stays below."""
        from simulator.tui.screens.play import PlayScreen  # noqa: PLC0415

        self._keep_from_here(play, lambda: self.push_screen(PlayScreen(play)))

    def play_again(self, edition: Edition) -> None:
        """Open the briefing again; the debrief it was asked for on stays below."""
        self.open_briefing(edition)

    def leave(self, screen: Screen[None]) -> None:
        """Close a screen and what lies below it, down to the next debrief or else to Home."""
        while screen in self.screen_stack or not (self.screen is self.home or _is_kept(self.screen)):
            self.pop_screen()
        if self.screen is self.home:
            self.home.show_unfinished(self.unfinished)
        self.remember()

    def leads_to_a_debrief(self, screen: Screen[Any]) -> bool:
        """Whether leaving this screen leads back to a debrief, rather than Home."""
        stack = self.screen_stack
        below = stack[: stack.index(screen)] if screen in stack else stack
        return any(map(_is_kept, below))

    def remember(self) -> Any:
        """Read the history anew, where something has changed in it."""
        raise NotImplementedError

    def _finish(self, play: Play, then: Callable[[], Any]) -> None:
        """Keep at hand what a play came to, and go on."""
        from simulator.tui.screens.waiting import attempt  # noqa: PLC0415 - after the first frame

        keeping = play.keeping
        if keeping is None:
            then()
        else:
            attempt(self, lambda: keeping.finish(play.edition, play.session), lambda _: then())

    def _keep_from_here(self, play: Play, then: Callable[[], Any]) -> None:
        """Write down that a play begins, then show it; where that fails the player decides."""
        from simulator.store.record import Mode, Purpose  # noqa: PLC0415 - after the first frame
        from simulator.tui.screens.keeping import kept  # noqa: PLC0415

        keeper = self.keeper
        if keeper is None:
            then()
            return

        def begin() -> None:
            play.keeping = keeper.begin(
                play.edition,
                play.session,
                mode=Mode.COACH if play.coach else Mode.REHEARSE,
                purpose=Purpose.WHAT_IF if play.is_what_if else Purpose.PLAY,
                origin=play.origin,
            )

        kept(cast("Screen[None]", self.screen), play, begin, then, lambda: None)

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
            self._debrief(play, switch=False)
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

    def _debrief(self, play: Play, *, switch: bool) -> None:
        from simulator.tui.screens.debrief import DebriefScreen  # noqa: PLC0415

        (self.switch_screen if switch else self.push_screen)(DebriefScreen(play))


def _is_kept(screen: Screen[Any]) -> bool:
    """Whether a screen is one that what was opened above it comes back to."""
    return isinstance(screen, Page) and screen.IS_KEPT
