"""What replay makes of a play, kept beside it: its figures, and every decision as it was judged."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from simulator.engine.session import Session
from simulator.engine.transcript import Entry, Said
from simulator.practice.decisions import COLUMNS, PastDecision
from simulator.scenario.edition import Edition
from simulator.scoring import SCORING_VERSION
from simulator.scoring.fit import Judged
from simulator.scoring.scorecard import Figures, figures_of, judged_play
from simulator.store.log import Committed, Kept, Logged
from simulator.store.record import Outcome, Record

LONGEST_THOUGHT = 180.0
"""Seconds that one choice takes at most: whoever is away for longer isn't practising."""


def outcome_of(edition: Edition, session: Session, entries: int, record: Record | None = None) -> Outcome:
    """Score the line of a play that remains, finished or not.

    `entries` is the length of the log that this speaks of. The record adds what the session
    doesn't know: when the play began, and what the player means to say this week.
    """
    play = judged_play(edition.scenario, session.decisions)
    figures = figures_of(play)
    body = {
        **_about(edition, session),
        **_figures(figures),
        "trust_final": session.state.trust,
        "seconds": _seconds(session, record),
        **_commitment(record.log if record else ()),
        "decisions": {"columns": COLUMNS, "rows": list(_rows(edition, session, play, record))},
    }
    return Outcome(
        entries=entries,
        scoring=SCORING_VERSION,
        ending=session.ending,
        balance=figures.balance,
        margin=figures.margin,
        body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
    )


def _about(edition: Edition, session: Session) -> dict[str, Any]:
    """What a list or a reminder says of a play without opening its scenario."""
    scenario, pack = edition.scenario, edition.pack
    names = pack.manifest.skills if pack else {}
    ending = scenario.endings[session.ending].title if session.ending else None
    return {
        "title": scenario.title,
        "pack": pack.id if pack else "",
        "counterpart": scenario.cast[scenario.counterpart].name,
        "ending_title": ending,
        "endings": len(scenario.endings),
        "skills": {skill: names.get(skill, skill) for skill in scenario.skills},
        "temperaments": {name: nature.label for name, nature in scenario.temperaments.items()},
    }


def _figures(figures: Figures) -> dict[str, Any]:
    hold, give = figures.sums.shares
    cap, style, firm = figures.harms.cap, figures.style, figures.firm
    return {"cap": cap, "hold": hold, "yield": give, "style": style, "firm": firm}


def _rows(
    edition: Edition, session: Session, play: Sequence[Judged], record: Record | None
) -> Iterator[PastDecision]:
    times = _taken(session.transcript.entries, record.glance.began if record else None)
    for decision, judged, seconds in zip(session.decisions, play, times, strict=True):
        made, target = decision.made, judged.target
        yield PastDecision(
            beat=made.beat,
            choice=made.choice,
            moment=str(edition.scenario.beats[made.beat].moment),
            because=target.because,
            written_low=target.band[0],
            written_high=target.band[1],
            low=judged.band[0],
            high=judged.band[1],
            floor=target.floor,
            weight=target.weight,
            assertiveness=judged.rating.assertiveness,
            partnership=judged.rating.partnership,
            fit=judged.fit,
            trust_before=made.trust_before,
            trust_after=made.trust_after,
            evidence=made.evidence,
            harm=judged.harm,
            repairs=judged.repairs,
            seconds=seconds,
        )


def _taken(entries: Sequence[Entry], began: float | None) -> list[float | None]:
    """The time that each choice of the line that remains took, in seconds."""
    line: list[float | None] = []
    for entry, seconds in zip(entries, _gaps(entries, began), strict=True):
        if isinstance(entry, Said):
            line.append(seconds)
        else:
            line.pop()
    return line


def _seconds(session: Session, record: Record | None) -> float | None:
    """The time spent with the whole play, what was taken back included."""
    gaps = _gaps(session.transcript.entries, record.glance.began if record else None)
    known = [gap for gap in gaps if gap is not None]
    return round(sum(known), 1) if known else None


def _gaps(entries: Sequence[Entry], began: float | None) -> Iterator[float | None]:
    """Seconds between one entry and the one before; a clock that went back took no time."""
    before = began
    for entry in entries:
        if before is None or entry.at is None:
            yield None
        else:
            yield round(min(LONGEST_THOUGHT, max(0.0, entry.at - before)), 1)
        before = before if entry.at is None else entry.at


def _commitment(log: Sequence[Logged]) -> dict[str, Any]:
    """The last commitment and whether it was kept; nothing where there is none or it was withdrawn."""
    made: list[Any] = []
    for line in log:
        if isinstance(line.what, Committed):
            made = [line.what.words, line.what.to, line.at, None]
        elif isinstance(line.what, Kept) and made:
            made[-1] = line.what.said
    return {"commitment": made} if made and made[0].strip() else {}
