"""How a learner's plays went, taken together: evidence and practice, each by itself.

Works on what was derived from each play, and reads no scenario: whoever asks has the
stale ones derived first (`past.stale`, `Keeper.refresh`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.practice.evidence import evidence
from simulator.practice.habit import Habit, Trend, trend_of
from simulator.practice.parts import Side, Sum
from simulator.practice.past import Past, is_current, past_of, title_of
from simulator.store.record import Glance, Outcome, Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One evidence play. `began` is seconds since 1970, balance and margin are points of 100.

    `hold` and `yielded` are 0..1. A play without its ending has no balance; what was played counts
    everywhere else.
    """

    key: str
    scenario: str
    title: str
    began: float
    ending: str | None
    ending_title: str | None
    balance: float | None
    margin: float | None
    hold: float | None
    yielded: float | None


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of a scenario that were found, by id, and how many it has (None if unknown)."""

    scenario: str
    title: str
    found: tuple[str, ...]
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A learner's plays taken together.

    `points` are the evidence plays in the order begun, `scenarios` how many of them have a
    decision. `habit` and `trend` are None until the evidence suffices. `endings` are of all plays
    but an author's previews. `waiting` are the keys of plays that tell nothing yet, because their
    outcome is stale.
    """

    points: tuple[Point, ...]
    evidence: Side
    practice: Side
    scenarios: int
    habit: Habit | None
    trend: Trend | None
    endings: tuple[Endings, ...]
    waiting: tuple[str, ...]


def progress(glances: Iterable[Glance]) -> Progress:
    """What one learner's plays come to."""
    plays = sorted(glances, key=lambda glance: glance.serial)
    proofs = evidence(plays)
    points: list[Point] = []
    sums = {True: Sum(), False: Sum()}
    found: dict[str, Endings] = {}
    # a play's decisions are let go of once they are counted: a hundred thousand at once would be slow
    for glance in filter(is_current, plays):
        past, is_proof = past_of(glance.outcome), glance.key in proofs
        sums[is_proof].add(past, is_over=_ending(glance) is not None)
        if is_proof:
            points.append(_point(glance, past))
        if glance.beginning.purpose is not Purpose.PREVIEW:
            found[glance.setting.scenario] = _found(glance, past, found.get(glance.setting.scenario))
    habit = sums[True].habit()
    return Progress(
        points=tuple(points),
        evidence=sums[True].side(),
        practice=sums[False].side(),
        scenarios=sums[True].played,
        habit=habit,
        trend=_trend(points) if habit else None,
        endings=tuple(found.values()),
        waiting=tuple(glance.key for glance in plays if not is_current(glance)),
    )


def _ending(glance: Glance) -> str | None:
    return glance.outcome.ending if glance.outcome else None


def _point(glance: Glance, past: Past) -> Point:
    outcome: Outcome | None = glance.outcome
    ended = outcome is not None and outcome.ending is not None
    return Point(
        key=glance.key,
        scenario=glance.setting.scenario,
        title=title_of(glance, past),
        began=glance.began,
        ending=_ending(glance),
        ending_title=past.ending_title,
        balance=outcome.balance if outcome and ended else None,
        margin=outcome.margin if outcome and ended else None,
        hold=past.hold,
        yielded=past.yielded,
    )


def _trend(points: Sequence[Point]) -> Trend | None:
    known = [(one.balance, one.margin) for one in points]
    return trend_of([(balance, margin) for balance, margin in known if balance is not None and margin])


def _found(glance: Glance, past: Past, known: Endings | None) -> Endings:
    """What is known of a scenario's endings once this play is counted."""
    ending, before = _ending(glance), known.found if known else ()
    ids = before if ending is None or ending in before else (*before, ending)
    total = past.endings if past.endings is not None or known is None else known.total
    return Endings(glance.setting.scenario, title_of(glance, past), ids, total)
