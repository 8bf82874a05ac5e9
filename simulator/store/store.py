"""What every back end does; the one contract test class runs on all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from simulator.errors import Refused
from simulator.store.log import Logged, What
from simulator.store.record import Beginning, Glance, Outcome, Record


class StoreFailed(Refused):
    """Nothing could be read or written: a full disk, a lock held too long, a server that is gone.

    What had been acknowledged before is still there.
    """


class Elsewhere(Refused):
    """The play has gone on in another window, or was deleted: the line wasn't written."""


class Store(Protocol):
    """Plays by learner. A method that returns has written to disk what it was given.

    All raise StoreFailed where that is impossible; nothing is half written. What was tried in
    vain may be tried again with the same words: lines that had been written after all are not
    written twice. A store may be used from any thread, by one call at a time or many.

    `notice` is what the person is to be told once, when the store is opened: that what was
    there could not be read, where it was kept, and that a new store was begun.
    """

    notice: str | None

    def begin(self, learner: str, key: str, beginning: Beginning, at: float) -> None:
        """Keep a new play; `key` is unique, and the learner is made known if they aren't yet.

        Raises Elsewhere where another play has that key; beginning the same play once more does nothing.
        """

    def append(self, key: str, first: int, *what: What, at: float) -> tuple[Logged, ...]:
        """Add lines to a play's log in one go, the first of them as number `first`.

        Returns them as they are kept, their time to the microsecond. Raises Elsewhere where that
        number is taken already (unless by these very lines, at this very time), would leave a gap,
        or the play is gone.
        """

    def derive(self, key: str, outcome: Outcome) -> None:
        """Keep what was derived from a play, in place of what was before; nothing where the play is gone."""

    def learners(self) -> list[str]:
        """Everyone who ever began a play here and was not forgotten, by name."""

    def glances(self, learner: str) -> list[Glance]:
        """The plays of one learner in the order they were begun."""

    def record(self, key: str) -> Record | None:
        """One play with its log."""

    def records(self, learner: str) -> list[Record]:
        """The plays of one learner with their logs, in the order they were begun."""

    def delete(self, key: str) -> bool:
        """Remove one play and its log; false where there is none."""

    def forget(self, learner: str) -> dict[str, int]:
        """Remove a learner completely, and tell how much of what was removed.

        The keys are "plays" and the kinds of lines in `bodies.KINDS` ("said", "noted" …), all of them.
        """

    def copies(self) -> list[Path]:
        """Files of ours beside the store that hold what it held once: forgetting doesn't reach into them."""

    def close(self) -> None:
        """Let go of files and connections."""
