"""Progress as data; keys may be added, never renamed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from simulator.practice.agenda import Ask, Begin, GoOn, Resume, Thing
from simulator.practice.due import Due
from simulator.practice.habit import ENOUGH_DECISIONS, ENOUGH_SCENARIOS
from simulator.practice.parts import Part, Share, Side
from simulator.scoring import SCORING_VERSION

if TYPE_CHECKING:
    from simulator.practice.habit import Trend
    from simulator.practice.progress import Point, Progress

KINDS: Mapping[type[Any], str] = {Resume: "resume", Ask: "ask", Due: "due", GoOn: "arc", Begin: "begin"}


def as_json(progress: Progress) -> dict[str, Any]:
    """Everything that progress tells; shares and fits are 0..1, balances and margins points of 100."""
    return {
        "scoring": SCORING_VERSION,
        "balance": [_point(point) for point in progress.points],
        "evidence": _side(progress.evidence),
        "practice": _side(progress.practice),
        "style": asdict(progress.habit) if progress.habit else None,
        "trend": _trend(progress.trend),
        "needed": {"decisions": ENOUGH_DECISIONS, "scenarios": ENOUGH_SCENARIOS},
        "there": {"decisions": progress.evidence.decisions, "scenarios": progress.scenarios},
        "endings": [{**asdict(one), "found": list(one.found)} for one in progress.endings],
        "waiting": list(progress.waiting),
    }


def moment_in_time(seconds: float) -> str | None:
    """Seconds since 1970 as ISO 8601 in UTC; None for what no calendar holds."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def _point(point: Point) -> dict[str, Any]:
    return {
        "key": point.key,
        "scenario": point.scenario,
        "title": point.title,
        "began": moment_in_time(point.began),
        "ending": point.ending,
        "balance": point.balance,
        "margin": point.margin,
        "hold": point.hold,
        "yield": point.yielded,
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "plays": side.plays,
        "ended": side.ended,
        "decisions": side.decisions,
        "seconds": side.seconds,
        "hold": _share(side.hold),
        "yield": _share(side.yielded),
        "moments": [_part(part, "moment") for part in side.moments],
        "skills": [{**_part(part, "skill"), "name": part.name} for part in side.skills],
    }


def _share(share: Share | None) -> dict[str, Any] | None:
    return asdict(share) if share else None


def _part(part: Part, kind: str) -> dict[str, Any]:
    return {kind: part.id, "fit": part.fit, "decisions": part.decisions}


def _trend(trend: Trend | None) -> dict[str, Any] | None:
    return {**asdict(trend), "direction": trend.direction} if trend else None


def thing_as_json(thing: Thing) -> dict[str, Any]:
    """One thing to do next; `kind` says which other keys there are."""
    told = {name: value for name, value in asdict(thing).items() if name != "last"}
    return {"kind": KINDS[type(thing)], **told}
