"""The way of a play through the screens: begun, left, gone on with, debriefed; and kept all the while."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from simulator.tui.opening import Opening
from simulator.tui.screens.page import Page

if TYPE_CHECKING:
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

    def leave_play(self, play: Play, screen: Screen[None]) -> None:
        """Keep a play to go on with, and go back to the debrief it came from, or Home."""
        if play.keeping is None and play.session.choices and play.session.ending is None:
            self.unfinished[play.edition.name] = play
        self._finish(play, lambda: self.leave(screen))

    def open_debrief(self, play: Play) -> None:
        """Close a play and look at how it went."""
        self.finished.add(play.edition.name)
        self.unfinished.pop(play.edition.name, None)
        self._finish(play, lambda: self.show_debrief(play, switch=True))

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

    def show_debrief(self, play: Play, *, switch: bool) -> None:
        """Open a debrief, in place of the screen that is shown or above it."""
        from simulator.tui.screens.debrief import DebriefScreen  # noqa: PLC0415

        (self.switch_screen if switch else self.push_screen)(DebriefScreen(play))


def _is_kept(screen: Screen[Any]) -> bool:
    """Whether a screen is one that what was opened above it comes back to."""
    return isinstance(screen, Page) and screen.IS_KEPT
