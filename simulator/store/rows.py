"""From rows to what they say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from simulator.store.bodies import from_beginning, from_body, from_time
from simulator.store.log import Logged
from simulator.store.record import Glance, Outcome
from simulator.store.store import StoreFailed
from simulator.words import _


def glance_of(row: Sequence[Any]) -> Glance:
    """A row of GLANCES. Raises StoreFailed."""
    key, serial, learner, beginning, began, last, entries, said, take_backs, closed = row[:10]
    try:
        return Glance(
            key=key,
            serial=serial,
            learner=learner,
            beginning=from_beginning(beginning),
            began=from_time(began),
            last=from_time(last),
            entries=entries,
            said=said,
            has_take_back=take_backs > 0,
            closed=None if closed is None else json.loads(closed),
            outcome=_outcome(row[10:]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable(key) from error


def line_of(row: Sequence[Any]) -> Logged:
    """The last four of a row of LOG or LOGS. Raises StoreFailed."""
    number, at, kind, body = row[-4:]
    try:
        return Logged(number, from_time(at), from_body(kind, body))
    except (ValueError, KeyError, TypeError) as error:
        raise _unreadable(f"{kind} {number}") from error


def lines_by_play(rows: Iterable[Sequence[Any]]) -> dict[int, list[Logged]]:
    """Rows of LOGS, by the serial of their play."""
    logs: dict[int, list[Logged]] = {}
    for row in rows:
        logs.setdefault(row[0], []).append(line_of(row))
    return logs


def _outcome(row: Sequence[Any]) -> Outcome | None:
    entries, scoring, ending, balance, margin, body = row
    if entries is None:
        return None
    return Outcome(entries=entries, scoring=scoring, ending=ending, balance=balance, margin=margin, body=body)


def _unreadable(where: str) -> StoreFailed:
    return StoreFailed(
        _("the store holds something that this program can't read ({where})").format(where=where),
        _("it was changed by another program, or is damaged; nothing of it was touched"),
    )
