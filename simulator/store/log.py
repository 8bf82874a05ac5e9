"""What the log of a play holds: the words said, and what the player put beside them.

Times are seconds since 1970 (UTC) throughout; a back end writes them as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.engine.transcript import Said, TakenBack


@dataclass(frozen=True, slots=True)
class Typed:
    """What the player would have said, typed before the options appeared; never scored.

    `decision` counts from 1.
    """

    decision: int
    text: str


@dataclass(frozen=True, slots=True)
class Rated:
    """How the player saw their own play before the score was shown; None where a question was skipped.

    `push` is "too little", "about right" or "too much"; `respect` is "hardly", "mostly" or "throughout".
    """

    push: str | None
    respect: str | None


@dataclass(frozen=True, slots=True)
class Noted:
    """What the player wrote to a debrief question (`question` counts from 1), or freely (0).

    The last note of a question stands; an empty text withdraws it.
    """

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class Committed:
    """What the player will say this week, and to whom."""

    words: str
    to: str


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer to "did you say it?": `said` is False where the moment never came or was missed."""

    said: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The play goes on under another version of its scenario: the ids it used still stand there."""

    digest: str
    version: str | None


@dataclass(frozen=True, slots=True)
class Closed:
    """The play can't be gone on with, or the player began anew; `why` is told to the player."""

    why: str


What: TypeAlias = Said | TakenBack | Typed | Rated | Noted | Committed | Kept | Moved | Closed


@dataclass(frozen=True, slots=True)
class Logged:
    """One line of a play's log; `number` counts from 1 without a gap."""

    number: int
    at: float
    what: What
