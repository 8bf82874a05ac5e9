"""Progress as one reads it: evidence and practice apart, no figure without its range, the weakest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

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
    trend_told,
    waiting_told,
)
from simulator.report.history import when
from simulator.report.phrases import STYLES, band_word, between, moment_words
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, Runs, heading, plain
from simulator.words import _, n_

BAR = 21
"""Columns of a bar from 0 to 100: one for every five points."""
METER = 10
NUMBER = 5
"""Columns that a figure takes before its bar."""
MOST_POINTS = 60
"""Evidence plays that are drawn; the earlier ones are counted."""
DAY = len("2026-11-22")


@dataclass(frozen=True, slots=True)
class Ink:
    """The signs to draw with, and whether there is little room."""

    glyphs: Glyphs
    is_narrow: bool = False


def figures(progress: Progress, ink: Ink) -> list[Paragraph]:
    """Everything that the plays come to, taken together."""
    waiting = [plain(waiting_told(len(progress.waiting)), "warn", before=1)] if progress.waiting else []
    return [
        *_evidence(progress, ink),
        *_practice(progress.practice, ink),
        *_endings(progress.endings),
        heading(_("How much this says")),
        *(plain(words, "quiet") for words in (evidence_is(), practice_is(), pauses(), only_practice())),
        *waiting,
    ]


def _evidence(progress: Progress, ink: Ink) -> list[Paragraph]:
    side = progress.evidence
    head = [heading(_("Evidence"), before=0), plain(sums_told(side))]
    if not side.plays:
        return head
    skills = _("By skill, of all decisions of the conversations that practise it")
    return [
        *head,
        heading(_("Balance over time")),
        *_points(progress.points, ink),
        heading(_("Hold and Yield")),
        *_shares(side, ink),
        *_parts(_("By moment, the weakest first"), _moments(side.moments), ink),
        *_parts(skills, side.skills, ink),
        heading(_("Habitual style and trend")),
        *_habit(progress),
    ]


def _points(points: Sequence[Point], ink: Ink) -> list[Paragraph]:
    """Each evidence play in the order played, under the one before it on the same scale."""
    earlier = len(points) - MOST_POINTS
    told = n_("{n} earlier first play is not drawn.", "{n} earlier first plays are not drawn.", earlier)
    return [
        *([plain(told.format(n=earlier), "quiet")] if earlier > 0 else []),
        *(line for point in points[-MOST_POINTS:] for line in _point(point, ink)),
        plain(
            _("Each bar goes from 0 to 100; what is thick in it is how far the figure may be off."), "quiet"
        ),
    ]


def _point(point: Point, ink: Ink) -> list[Paragraph]:
    date: Runs = ((when(point.began)[:DAY], "quiet"),)
    title = Paragraph(((point.title, "strong"),), right=() if ink.is_narrow else date, clip=True)
    if point.balance is None or point.margin is None:
        return [title, Paragraph(((no_balance(point.ending), "quiet"),), (ink.glyphs.dash, "quiet"), NUMBER)]
    band = band_word(point.balance, point.hold, point.yielded)
    told = f"{band} {ink.glyphs.dot} {between(point.balance, point.margin)}"
    return [title, _ranged(point.balance, point.margin, told, "accent", ink)]


def _ranged(value: float, margin: float, told: str, role: str, ink: Ink) -> Paragraph:
    """A figure of 0..100, its bar with the range, and its words."""
    runs = (*bar(value, margin, role, ink.glyphs), (f"  {told}", ""))
    return Paragraph(runs, (f"{value:3.0f}", "strong"), NUMBER)


def bar(value: float, margin: float, role: str, glyphs: Glyphs) -> tuple[Run, ...]:
    """A value of 0..100 as a point on a scale, its range as the thick part of it."""
    step = 100 / (BAR - 1)
    low, high = (round(max(0.0, min(100.0, end)) / step) for end in (value - margin, value + margin))
    at = max(low, min(high, round(value / step)))
    runs = (
        (glyphs.empty * low, "rule"),
        (glyphs.full * (at - low), role),
        (glyphs.map.met, "strong"),
        (glyphs.full * (high - at), role),
        (glyphs.empty * (BAR - 1 - high), "rule"),
    )
    return tuple(run for run in runs if run[0])


def _shares(side: Side, ink: Ink) -> list[Paragraph]:
    kinds = (
        (_("Hold"), _("firm when it was due"), side.hold, "hold"),
        (_("Yield"), _("gave way when it was due"), side.yielded, "yield"),
    )
    return [line for name, means, share, role in kinds for line in _share(name, means, share, role, ink)]


def _share(name: str, means: str, share: Share | None, role: str, ink: Ink) -> list[Paragraph]:
    head = Paragraph(((name, "strong"), (f"  {means}", "quiet")))
    if share is None:
        return [head, plain(_("no moment called for it"), "quiet", indent=NUMBER)]
    value, told = 100 * share.value, share_told(share.margin, share.decisions)
    if share.margin is None:
        return [head, Paragraph(((told, ""),), (f"{value:3.0f}", "strong"), NUMBER)]
    return [head, _ranged(value, share.margin, told, role, ink)]


def _moments(parts: Iterable[Part]) -> list[Part]:
    return [replace(part, name=moment_words(part.id)) for part in parts]


def _parts(head: str, parts: Sequence[Part], ink: Ink) -> list[Paragraph]:
    if not parts:
        return []
    counts = [decisions_told(part.decisions) for part in parts]
    width = max(map(cell_len, counts))
    weakest = sorted(zip(parts, counts, strict=True), key=lambda each: each[0].fit)
    return [heading(head), *(_part(part, count, width, ink) for part, count in weakest)]


def _part(part: Part, count: str, width: int, ink: Ink) -> Paragraph:
    """How well the decisions of one kind fitted, of 100."""
    full, empty = ink.glyphs.meter(100 * part.fit, METER)
    meter: tuple[Run, ...] = () if ink.is_narrow else ((f" {full}", "accent"), (empty, "rule"))
    pad = " " * (width - cell_len(count))
    return Paragraph(
        ((part.name, ""),),
        right=((f"{100 * part.fit:3.0f}", "strong"), *meter, (f"  {count}{pad}", "quiet")),
        clip=True,
    )


def _habit(progress: Progress) -> list[Paragraph]:
    if progress.habit is None:
        return [plain(still_missing(progress))]
    style = _("Habitual style: {told}").format(
        told=habit_told(progress.habit, _(STYLES[progress.habit.style]))
    )
    trend = _("Trend: {told}").format(told=trend_told(progress.trend)) if progress.trend else ""
    return [plain(style), *([plain(trend)] if trend else [])]


def _practice(side: Side, ink: Ink) -> list[Paragraph]:
    head = [heading(_("Practice")), plain(sums_told(side))]
    return [*head, *_shares(side, ink)] if side.plays else head


def _endings(endings: Iterable[Endings]) -> list[Paragraph]:
    lines = [
        Paragraph(((one.title, ""),), right=((endings_told(one), "strong"),), clip=True) for one in endings
    ]
    return [heading(_("Endings found")), *lines] if lines else []
