"""Progress as lines of text: each bar has its number and word beside it, in characters of any terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from textwrap import wrap

from simulator.practice.agenda import Thing
from simulator.practice.due import Due
from simulator.practice.parts import Part, Share, Side
from simulator.practice.progress import Endings, Point, Progress
from simulator.practice.telling import (
    decisions_told,
    endings_told,
    evidence_is,
    habit_told,
    no_balance,
    only_practice,
    pauses,
    practice_is,
    share_told,
    still_missing,
    sums_told,
    thing_told,
    trend_told,
    waiting_told,
)
from simulator.report.phrases import STYLES, band_word, between, moment_words
from simulator.words import _

WIDTH = 79
BAR = 21
"""Columns of a bar from 0 to 100: one for every five points."""
COLUMN = 30
"""Columns for the name of a moment or skill."""


def as_text(learner: str, progress: Progress, things: Sequence[Thing]) -> str:
    """Everything that progress tells, within 79 columns."""
    blocks = [
        [_("Progress of {name}").format(name=learner), *_wrapped(only_practice())],
        *_evidence(progress),
        _practice(progress.practice),
        _endings(progress.endings),
        _next(things),
    ]
    if progress.waiting:
        blocks.append(_wrapped(waiting_told(len(progress.waiting))))
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _evidence(progress: Progress) -> Iterator[list[str]]:
    side = progress.evidence
    yield [*_wrapped(evidence_is()), *_sums(side)]
    if not side.plays:
        return
    yield [_("Balance, in the order played"), *_points(progress.points), *_wrapped(_scale(), 2)]
    yield list(_shares(side))
    yield _parts(_("How well decisions fitted, of 100, by moment"), _moments(side.moments))
    yield _parts(_("The same by skill: all decisions of the conversations that practise it"), side.skills)
    yield list(_habit(progress))


def _scale() -> str:
    return _("Each bar goes from 0 to 100: # is the figure, - how far it may be off.")


def _practice(side: Side) -> list[str]:
    lines = [*_wrapped(practice_is()), *_sums(side)]
    return [*lines, *_shares(side)] if side.plays else lines


def _sums(side: Side) -> list[str]:
    line = "  " + sums_told(side)
    return [line, *_wrapped(pauses(), 2)] if side.seconds else [line]


def _points(points: Iterable[Point]) -> Iterator[str]:
    for point in points:
        yield from _wrapped(point.title, 2)
        if point.balance is None or point.margin is None:
            yield "      " + no_balance(point.ending)
            continue
        band = band_word(point.balance, point.hold, point.yielded)
        yield f"      {point.balance:3.0f} {bar(point.balance, point.margin)} {band}"
        yield from _wrapped(between(point.balance, point.margin), 10)


def _shares(side: Side) -> Iterator[str]:
    names = _("Hold"), _("Yield")
    width = max(map(len, names))
    for name, share in zip(names, (side.hold, side.yielded), strict=True):
        if share is not None:
            yield f"  {name:<{width}}  {_share(share)}"


def _share(share: Share) -> str:
    value = 100 * share.value
    told = share_told(share.margin, share.decisions)
    return f"{value:3.0f} {told if share.margin is None else f'{bar(value, share.margin)} {told}'}"


def _moments(parts: Iterable[Part]) -> list[Part]:
    """Moments by the words for them."""
    return [replace(part, name=moment_words(part.id)) for part in parts]


def _parts(heading: str, parts: Sequence[Part]) -> list[str]:
    return [heading, *(line for part in parts for line in _part(part))] if parts else []


def _part(part: Part) -> Iterator[str]:
    *above, name = _wrapped(part.name, 2, COLUMN) or [""]
    yield from above
    value = 100 * part.fit
    yield f"{name:<{COLUMN}} {value:3.0f} {bar(value)} {decisions_told(part.decisions)}"


def _habit(progress: Progress) -> Iterator[str]:
    if progress.habit is None:
        yield from _wrapped(still_missing(progress))
        return
    words = _(STYLES[progress.habit.style])
    yield from _wrapped(_("Habitual style: {told}").format(told=habit_told(progress.habit, words)))
    if progress.trend is not None:
        yield from _wrapped(_("Trend: {told}").format(told=trend_told(progress.trend)))


def _endings(endings: Iterable[Endings]) -> list[str]:
    lines = [line for one in endings for line in _wrapped(f"{endings_told(one)}  {one.title}", 2)]
    return [_("Endings found"), *lines] if lines else []


def moment_of(thing: Thing) -> str | None:
    """The words for the moment that something due is about."""
    return moment_words(thing.moment) if isinstance(thing, Due) and thing.moment else None


def _next(things: Iterable[Thing]) -> list[str]:
    lines: list[str] = []
    for number, thing in enumerate(things, 1):
        told = thing_told(thing, moment_of(thing))
        what, *more = _wrapped(told.what, 5)
        lines += [f"{number:3}{what[3:]}", *more, *_wrapped(told.why, 5)]
    return [_("What to do next"), *lines] if lines else []


def bar(value: float, margin: float = 0.0) -> str:
    """A value of 0..100 as `#` on a scale of dots, its range as `-`."""
    step = 100 / (BAR - 1)
    low, high = (round(max(0.0, min(100.0, end)) / step) for end in (value - margin, value + margin))
    at = round(value / step)
    marks = ["#" if here == at else "-" if low <= here <= high else "." for here in range(BAR)]
    return f"[{''.join(marks)}]"


def _wrapped(text: str, indent: int = 0, width: int = WIDTH) -> list[str]:
    blank = " " * indent
    return wrap(text, width, initial_indent=blank, subsequent_indent=blank)
