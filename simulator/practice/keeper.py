"""Keeping the plays of one learner: each word is written down before anything more is shown.

Imports nothing of scenarios until a play is brought back, so that Home opens fast.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from secrets import token_hex
from typing import TYPE_CHECKING

from simulator.errors import Refused
from simulator.practice.versions import Versions, setting_of
from simulator.scoring import SCORING_VERSION
from simulator.store.log import Closed, Moved, What
from simulator.store.record import Beginning, Glance, Mode, Purpose, Record
from simulator.store.store import Store, StoreFailed
from simulator.words import _

if TYPE_CHECKING:
    from simulator.engine.session import Session
    from simulator.practice.bringing_back import Bringing, BroughtBack
    from simulator.scenario.edition import Edition

Clock = Callable[[], float]


class Keeping:
    """One play that is being kept; `key` names it in the store.

    Every method may be called again after StoreFailed: what was written already is not written twice.
    """

    def __init__(self, store: Store, key: str, clock: Clock, *, lines: int = 0, entries: int = 0) -> None:
        self.key = key
        self._store = store
        self._clock = clock
        self._lines = lines
        self._entries = entries
        self._finished: tuple[Edition, Session] | None = None

    def keep(self, session: Session) -> None:
        """Write all of the play that the log lacks, normally the choice just said.

        Raises StoreFailed, or Elsewhere where the play has gone on in another window.
        """
        new = session.transcript.entries[self._entries :]
        if new:
            self._append(*new)
            self._entries += len(new)

    def remark(self, *what: What) -> None:
        """Write what the player put beside the play: a rating, a note, a commitment.

        Raises StoreFailed and Elsewhere.
        """
        self._append(*what)
        if self._finished is not None:
            self.finish(*self._finished)

    def finish(self, edition: Edition, session: Session) -> None:
        """Keep at hand what the play came to; where that fails, it is worked out when it is asked for."""
        from simulator.practice.outcome import outcome_of  # noqa: PLC0415 - judges, and so reads a scenario

        self._finished = edition, session
        with suppress(StoreFailed):
            record = self._store.record(self.key)
            self._store.derive(self.key, outcome_of(edition, session, self._lines, record))

    def as_kept(self, session: Session) -> Session:
        """The play as far as it is kept: what to go back to where the last choice couldn't be."""
        from simulator.engine.session import replay  # noqa: PLC0415 - as above

        transcript = session.transcript
        return replay(session.program, replace(transcript, entries=transcript.entries[: self._entries]))

    def _append(self, *what: What) -> None:
        self._store.append(self.key, self._lines + 1, *what, at=self._clock())
        self._lines += len(what)


class Keeper:
    """The plays of one learner, on their way into the store and back.

    Every method raises StoreFailed where the store can't be read or written.
    """

    def __init__(self, store: Store, learner: str, versions: Versions, clock: Clock = time.time) -> None:
        self.store = store
        self.learner = learner
        self._versions = versions
        self._clock = clock

    def as_learner(self, learner: str) -> Keeper:
        """What keeps another learner's plays in the same store."""
        return Keeper(self.store, learner, self._versions, self._clock)

    def begin(
        self,
        edition: Edition,
        session: Session,
        *,
        mode: Mode,
        purpose: Purpose = Purpose.PLAY,
        origin: str | None = None,
    ) -> Keeping:
        """Keep a play from here on, and its text; `origin` is the key of the play it went on from."""
        self._versions.keep(edition)
        key = token_hex(8)
        beginning = Beginning(setting=session.setting, mode=mode, purpose=purpose, origin=origin)
        self.store.begin(self.learner, key, beginning, self._clock())
        keeping = Keeping(self.store, key, self._clock)
        keeping.keep(session)
        return keeping

    def glances(self) -> list[Glance]:
        """All plays in the order they were begun."""
        return self.store.glances(self.learner)

    def records(self) -> list[Record]:
        """All plays with their logs, in the order they were begun."""
        return self.store.records(self.learner)

    def record(self, key: str) -> Record | None:
        """One play of this learner with its log; None where there is none, or it is another learner's."""
        record = self.store.record(key)
        return record if record and record.glance.learner == self.learner else None

    def bring_back(self, key: str) -> BroughtBack:
        """A play on its text, to read or to go on with; writes nothing.

        Raises Refused where this learner has no such play.
        """
        record = self.record(key)
        if record is None:
            raise Refused(_("this play is not there any more"))
        return self._bringing().back(record)

    def go_on(self, brought: BroughtBack) -> Keeping:
        """Go on keeping a play that was brought back; a move to another version is written down.

        Raises Refused where it can't be gone on with; that is written down too where it is final.
        """
        glance, session = brought.record.glance, brought.session
        if brought.edition is None or session is None:
            if brought.is_final and glance.closed is None:
                self.remark(glance, Closed(brought.told or ""))
            raise Refused(brought.told or "")
        if glance.closed is not None:
            raise Refused(glance.closed)
        said = len(session.transcript.entries)
        keeping = Keeping(self.store, glance.key, self._clock, lines=glance.entries, entries=said)
        self._versions.keep(brought.edition)
        if session.setting.digest != setting_of(brought.record).digest:
            keeping.remark(Moved(session.setting.digest, session.setting.version))
        return keeping

    def remark(self, glance: Glance, *what: What) -> None:
        """Write beside a play that isn't being played now, such as the answer to "did you say it?".

        Raises Elsewhere where the play has changed since the glance.
        """
        self.store.append(glance.key, glance.entries + 1, *what, at=self._clock())

    def refresh(self, glances: Iterable[Glance]) -> list[Glance]:
        """The same plays with their outcomes worked out anew where those are stale.

        One that can't be brought back on a text of its own keeps what it has.
        """
        known = list(glances)
        if all(map(_is_settled, known)):
            return known
        bringing = self._bringing()
        return [glance if _is_settled(glance) else self._refreshed(glance, bringing) for glance in known]

    def delete(self, key: str) -> bool:
        """Remove one play of this learner for good; false where there is none."""
        record = self.record(key)
        return record is not None and self.store.delete(key)

    def forget(self) -> dict[str, int]:
        """Remove this learner completely, and the copies of texts that only their plays need.

        Returns how much was removed, as the store tells it, and `copies`.
        """
        records = self.records()
        theirs = {setting_of(record).digest for record in records}
        theirs |= {record.glance.setting.digest for record in records}
        removed = self.store.forget(self.learner)
        for other in self.store.learners():
            theirs -= {glance.setting.digest for glance in self.store.glances(other)}
        return {**removed, "copies": self._versions.drop(theirs)}

    def _refreshed(self, glance: Glance, bringing: Bringing) -> Glance:
        from simulator.practice.bringing_back import Way  # noqa: PLC0415 - reads scenarios
        from simulator.practice.outcome import outcome_of  # noqa: PLC0415

        record = self.record(glance.key)
        brought = bringing.back(record) if record else None
        if brought is None or brought.way is Way.MOVED or not (brought.edition and brought.session):
            return glance
        fresh = brought.record.glance
        outcome = outcome_of(brought.edition, brought.session, fresh.entries, brought.record)
        with suppress(StoreFailed):
            self.store.derive(glance.key, outcome)
        return replace(fresh, outcome=outcome)

    def _bringing(self) -> Bringing:
        from simulator.practice.bringing_back import Bringing  # noqa: PLC0415 - reads scenarios

        return Bringing(self._versions)


def unfinished(glances: Iterable[Glance]) -> list[Glance]:
    """The plays that were left half-way and are the last of their scenario, the newest first.

    One without an outcome may have reached its end in its last moment: it comes back to its debrief.
    """
    last = {glance.setting.scenario: glance for glance in glances if glance.beginning.purpose is Purpose.PLAY}
    open_plays = [glance for glance in last.values() if is_unfinished(glance)]
    return sorted(open_plays, key=lambda glance: glance.serial, reverse=True)


def is_unfinished(glance: Glance) -> bool:
    """Whether a play was begun, and neither ended nor closed, as far as is known without replaying it."""
    return glance.closed is None and (glance.outcome is None or glance.outcome.ending is None)


def _is_settled(glance: Glance) -> bool:
    """Whether there is nothing to work out: the outcome speaks of the whole log in today's scoring."""
    outcome = glance.outcome
    is_current = glance.is_fresh and outcome is not None and outcome.scoring == SCORING_VERSION
    return is_current or glance.closed is not None
