"""What the player put beside a play: words of their own, notes, and what they mean to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.store.log import Committed, Noted, Rated, Typed, What


@dataclass(slots=True)
class Remarks:
    """The player's own words by decision (from 1), notes by question (from 1; 0 is a free one), and the rest.

    A decision whose words were skipped stands as an empty text.
    """

    typed: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    rated: Rated | None = None
    committed: Committed | None = None

    def add(self, what: What) -> None:
        """Take in one more remark; the last one of its kind stands, anything else is passed over."""
        match what:
            case Typed(decision, text):
                self.typed[decision] = text
            case Noted(question, text):
                self.notes[question] = text
            case Rated():
                self.rated = what
            case Committed():
                self.committed = what

    def said_first(self, decision: int) -> str | None:
        """What the player would have said at a decision, if they wrote anything."""
        return self.typed.get(decision) or None

    @property
    def promise(self) -> Committed | None:
        """What the player means to say, if they wrote anything."""
        given = self.committed
        return given if given is not None and (given.words or given.to) else None


def remarks_of(log: Iterable[What]) -> Remarks:
    """The remarks that the log of a play leaves standing."""
    remarks = Remarks()
    for what in log:
        remarks.add(what)
    return remarks
