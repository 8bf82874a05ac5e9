"""Keeping a play in plain mode: what is said is kept before its answer is told."""

from __future__ import annotations

from simulator.cli.learner import not_kept, reason
from simulator.cli.plain.console import Console
from simulator.cli.stage import Stage
from simulator.engine.session import Session
from simulator.errors import Refused
from simulator.practice.keeper import Keeper, Keeping
from simulator.report.remarks import Remarks
from simulator.report.text import paragraph
from simulator.store.log import What
from simulator.store.record import Mode, Purpose
from simulator.store.store import Elsewhere, StoreFailed
from simulator.words import _


class NotKept(Exception):
    """The last words could not be kept, and the player leaves rather than play on without."""


class Recording:
    """One play being kept, or not: for a guest, and from the moment that the player gave up keeping it."""

    def __init__(self, keeper: Keeper | None, console: Console, keeping: Keeping | None = None) -> None:
        self.remarks = Remarks()
        self._keeper = keeper
        self._console = console
        self._keeping = keeping

    @property
    def key(self) -> str | None:
        """The key of the play, if it is kept."""
        return self._keeping.key if self._keeping else None

    def begin(self, stage: Stage, session: Session, purpose: Purpose, origin: str | None = None) -> None:
        """Keep the play from here on; where that is impossible the player is told, and plays all the same."""
        if self._keeper is None:
            return
        mode = Mode.COACH if stage.coach else Mode.REHEARSE
        try:
            self._keeping = self._keeper.begin(
                stage.edition, session, mode=mode, purpose=purpose, origin=origin
            )
        except Refused as failure:
            self._tell(not_kept(failure))

    def keep(self, session: Session) -> None:
        """Keep what was just said or taken back.

        Raises NotKept where that is impossible and the player leaves, Elsewhere where the play has gone on
        in another window.
        """
        while self._keeping is not None:
            try:
                self._keeping.keep(session)
            except StoreFailed as failure:
                self._ask(failure)
            else:
                return

    def as_kept(self, session: Session) -> Session:
        """The play without what could not be kept."""
        return self._keeping.as_kept(session) if self._keeping else session

    def remark(self, *what: What) -> bool:
        """Put something beside the play; false where it could not be kept, which is told."""
        for one in what:
            self.remarks.add(one)
        try:
            if self._keeping is not None:
                self._keeping.remark(*what)
        except (StoreFailed, Elsewhere) as failure:
            told = _("This could not be kept: {why}.").format(why=reason(failure))
            self._tell(told)
            return False
        return self._keeping is not None

    def finish(self, stage: Stage, session: Session) -> None:
        """Keep at hand what the play came to."""
        if self._keeping is not None:
            self._keeping.finish(stage.edition, session)

    def next(self) -> Recording:
        """For the next play of the same player."""
        return Recording(self._keeper, self._console)

    def _ask(self, failure: StoreFailed) -> None:
        """What to do about words that were not kept: return to try again, or raise NotKept to leave."""
        told = _("What you said could not be kept: {why}.").format(why=reason(failure))
        self._tell(told)
        answer = self._console.ask(_("Enter tries again, g goes on without keeping, q leaves:")).lower()
        if answer == "g":
            self._keeping = None
        elif answer == "q":
            raise NotKept

    def _tell(self, told: str) -> None:
        self._console.tell("\n" + paragraph(told, self._console.width))
