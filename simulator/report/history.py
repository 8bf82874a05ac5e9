"""Plays that were kept: as a table, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simulator.report.remarks import Remarks, remarks_of
from simulator.scenario.plain import one_line
from simulator.store.bodies import as_body, as_time
from simulator.store.record import Glance, Mode, Purpose, Record
from simulator.words import _

WIDTH = 80
SCENARIO = 2
"""The column that gives way where there is little room,"""
NARROWEST = 12
"""and the characters that it keeps."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would work out instead of show."""


@dataclass(frozen=True, slots=True)
class Past:
    """A play with its place in the history (1 is the first one ever) and whether it is evidence.

    `ending_title` is what the ending reached is called, None where nobody knows.
    """

    number: int
    glance: Glance
    is_evidence: bool
    ending_title: str | None = None


def table(plays: Sequence[Past], width: int = WIDTH) -> str:
    """One line a play: its number, when, which, how it ended, its balance, and what sets it apart."""
    head = ("#", _("begun"), _("scenario"), _("ending"), _("balance"), "")
    rows = [head, *map(_cells, plays)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    spare = width - sum(widths) - 2 * (len(head) - 1)
    widths[SCENARIO] = max(NARROWEST, widths[SCENARIO] + min(0, spare))
    return "\n".join(_line_of(row, widths) for row in rows)


def when(at: float) -> str:
    """A time on the clock of this machine, to the minute; the day alone where the clock can't say."""
    try:
        return datetime.fromtimestamp(at, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, OSError, ValueError):
        return as_time(at)[:10]


def ending_of(play: Past) -> str:
    """The ending reached, or why there is none."""
    glance = play.glance
    if glance.outcome and glance.outcome.ending:
        return play.ending_title or glance.outcome.ending
    return _("closed") if glance.closed is not None else _("left half-way")


def kind_of(play: Past) -> str:
    """What a play is: a first run, or what makes it practice."""
    begun = play.glance.beginning
    if play.is_evidence:
        return _("first run")
    if begun.purpose is not Purpose.PLAY:
        words = {
            Purpose.WHAT_IF: _("what if"),
            Purpose.HOSTED: _("hosted"),
            Purpose.PREVIEW: _("preview"),
        }
        return words[begun.purpose]
    if begun.mode is Mode.COACH:
        return _("coached")
    return _("taken back") if play.glance.has_take_back else _("again")


def as_json(play: Past, record: Record, *, log: bool = False) -> dict[str, Any]:
    """A play as data, with the keys that scripts rely on; with its whole log for an export.

    Times are in UTC; `balance` and `margin` are points of 100, not rounded; what there is not is None.
    """
    glance, setting, begun = play.glance, play.glance.setting, play.glance.beginning
    outcome = glance.outcome
    remarks = remarks_of(line.what for line in record.log)
    whole: dict[str, Any] = {
        "number": play.number,
        "key": glance.key,
        "learner": glance.learner,
        "scenario": setting.scenario,
        "version": setting.version,
        "digest": setting.digest,
        "began": as_time(glance.began),
        "last": as_time(glance.last),
        "mode": str(begun.mode),
        "purpose": str(begun.purpose),
        "origin": begun.origin,
        "evidence": play.is_evidence,
        "taken_back": glance.has_take_back,
        "closed": glance.closed,
        "temperament": setting.temperament,
        "arc": setting.arc,
        "trust": setting.trust,
        "seed": setting.seed,
        "language": setting.language,
        "terms": dict(setting.terms),
        "scoring": outcome.scoring if outcome else setting.scoring,
        "choices": list(record.transcript.choices),
        "ending": outcome.ending if outcome else None,
        "balance": outcome.balance if outcome else None,
        "margin": outcome.margin if outcome else None,
        "push": remarks.rated.push if remarks.rated else None,
        "respect": remarks.rated.respect if remarks.rated else None,
        "notes": {str(number): text for number, text in remarks.notes.items() if text},
        "commitment": _commitment(remarks),
    }
    if log:
        whole["log"] = [_line(line.number, line.at, *as_body(line.what)) for line in record.log]
    return whole


def whole(plays: Iterable[dict[str, Any]]) -> str:
    """The plays as one JSON object in ASCII, a line each: an indented one takes three times as long."""
    lines = ",\n    ".join(map(json.dumps, plays))
    return f'{{\n  "plays": [\n    {lines}\n  ]\n}}' if lines else '{"plays": []}'


def as_csv(plays: Sequence[dict[str, Any]]) -> str:
    """The same plays as a table for spreadsheets, a row each; no cell of it is a formula."""
    written = io.StringIO()
    names = list(plays[0]) if plays else ["number", "key", "scenario"]
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(names)
    for play in plays:
        writer.writerow([_cell(play[name]) for name in names])
    return written.getvalue()


def _cells(play: Past) -> tuple[str, ...]:
    glance, outcome = play.glance, play.glance.outcome
    cells = (
        str(play.number),
        when(glance.began)[: len("2026-11-22")],
        glance.setting.scenario.rpartition("/")[2],
        ending_of(play),
        _balance(outcome.balance, outcome.margin) if outcome else "-",
        kind_of(play),
    )
    return tuple(map(one_line, cells))


def _line_of(cells: tuple[str, ...], widths: Sequence[int]) -> str:
    """Numbers to the right, all else to the left; what is too long for its column ends in "~"."""
    fitted = [
        cell if len(cell) <= room else cell[: room - 1] + "~"
        for cell, room in zip(cells, widths, strict=True)
    ]
    number, *rest = [cell.ljust(room) for cell, room in zip(fitted, widths, strict=True)]
    return "  ".join([number.strip().rjust(widths[0]), *rest]).rstrip()


def _balance(balance: float | None, margin: float | None) -> str:
    """Never without its range."""
    if balance is None or margin is None:
        return "-"
    return f"{balance:.0f} ({max(0, balance - margin):.0f}-{min(100, balance + margin):.0f})"


def _commitment(remarks: Remarks) -> dict[str, str] | None:
    given = remarks.promise
    return {"words": given.words, "to": given.to} if given else None


def _line(number: int, at: float, kind: str, body: str) -> dict[str, Any]:
    return {**json.loads(body), "number": number, "at": as_time(at), "kind": kind}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = " ".join(value)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"'{text}" if text.startswith(FORMULA) and not isinstance(value, int | float) else text
