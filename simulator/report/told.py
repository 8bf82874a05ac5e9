"""A play as it is told: every sentence and figure of a debrief, in the order of the telling."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.model import EndingKind
from simulator.scenario.screenplay import Line
from simulator.scoring.target import Band


@dataclass(frozen=True, slots=True)
class EndingTold:
    """How the play ended, what was said last, and what came of it later."""

    id: str
    title: str
    kind: EndingKind
    kind_words: str
    lines: tuple[Line, ...]
    later: str


@dataclass(frozen=True, slots=True)
class Best:
    """The best-fitting line on offer; `gain` is what it would have added to the balance, in points."""

    say: str
    assertiveness: int
    partnership: int
    gain: float | None


@dataclass(frozen=True, slots=True)
class DecisionTold:
    """One decision explained. Ratings, band and floor are 0..4, trust 0..100, fit 0..1.

    `band` is what trust allowed and `band_as_written` what the moment calls for;
    `principle` is an if-then rule, `trust_note` says where trust changed what was
    due. `thinks` is what the other person thought before, `thinks_after` after.
    """

    number: int
    beat: str
    choice: str
    moment: str
    because: str
    lines: tuple[Line, ...]
    say: str
    reply: tuple[Line, ...]
    thinks: str | None
    thinks_after: str | None
    assertiveness: int
    partnership: int
    band: Band
    band_as_written: Band
    floor: int
    kinds: tuple[str, ...]
    weight: int
    fit: float
    fit_word: str
    trust_before: int
    trust_after: int
    evidence: bool
    act: str | None
    repairs: bool
    why: str
    principle: str | None
    source: str | None
    trust_note: str | None
    best: Best | None

    @property
    def trust_moved(self) -> int:
        """Points of trust that the choice won or cost."""
        return self.trust_after - self.trust_before


@dataclass(frozen=True, slots=True)
class Figures:
    """The balance (0..100) with its range and band in words; Hold and Yield are 0..1."""

    balance: float | None
    margin: float | None
    range: str | None
    band: str | None
    hold: float | None
    yielded: float | None
    style: str | None
    missing: str | None
    """Why there is no balance, if there is none."""
    cap: int
    cap_note: str | None


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that is told after a play. `trust` starts with the trust the play began with.

    `try_at` is the number of the decision (from 1) that `try_next` speaks of, None where it speaks of none.
    """

    title: str
    counterpart: str
    wants: str
    ending: EndingTold | None
    headline: str
    try_next: str
    try_at: int | None
    figures: Figures
    trust: tuple[int, ...]
    trust_final: int
    trust_tier: str
    decisions: tuple[DecisionTold, ...]
    learned: tuple[str, ...]
    questions: tuple[str, ...]
    endings: int
