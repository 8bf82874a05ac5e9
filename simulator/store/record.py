"""A play as it is kept: how it was begun, what its log says, what was derived from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from simulator.engine.transcript import Said, Setting, TakenBack, Transcript
from simulator.store.log import Logged


class Mode(StrEnum):
    """How a play is played: with the coach's word after each choice, or without."""

    REHEARSE = "rehearse"
    COACH = "coach"


class Purpose(StrEnum):
    """Why a play was begun; all but PLAY are practice from their first line on."""

    PLAY = "play"
    WHAT_IF = "what-if"
    HOSTED = "hosted"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """How a play was begun; `origin` is the key of the play that a what-if went on from."""

    setting: Setting
    mode: Mode = Mode.REHEARSE
    purpose: Purpose = Purpose.PLAY
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What replay made of a play, kept so that a list of thousands opens at once.

    It holds for the first `entries` lines of the log and one scoring version; where either
    differs it is stale, and is derived anew. `balance` and `margin` are points of 100, or None.
    `body` is JSON: the judged decisions and what else progress is worked out from.
    """

    entries: int
    scoring: int
    ending: str | None
    balance: float | None
    margin: float | None
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A play without its log, for lists.

    `serial` orders plays as they were begun, whatever the clock said; `began` and `last`
    are seconds since 1970. `entries` counts the lines of the log, `said` the choices that
    remain. `closed` says why it can't be gone on with.
    """

    key: str
    serial: int
    learner: str
    beginning: Beginning
    began: float
    last: float
    entries: int
    said: int
    has_take_back: bool
    closed: str | None
    outcome: Outcome | None

    @property
    def setting(self) -> Setting:
        """What the play depends on besides its choices."""
        return self.beginning.setting

    @property
    def is_fresh(self) -> bool:
        """Whether the outcome speaks of the whole log; whoever reads it compares the scoring version too."""
        return self.outcome is not None and self.outcome.entries == self.entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A play with its whole log, oldest line first."""

    glance: Glance
    log: tuple[Logged, ...]

    @property
    def transcript(self) -> Transcript:
        """The play as the engine can bring it back, under the digest it was begun with."""
        entries = tuple(line.what for line in self.log if isinstance(line.what, Said | TakenBack))
        return Transcript(self.glance.setting, entries)
