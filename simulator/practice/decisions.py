"""The judged decisions of a play as an outcome keeps them: a table whose columns are named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from simulator.scoring.fit import Judged, Rating
from simulator.scoring.target import Target


class PastDecision(NamedTuple):
    """One judged decision. Ratings, bands and floor are 0..4, trust 0..100, fit 0..1.

    `low` and `high` are the band that trust allowed, `written_low` and `written_high` the
    moment's own, from which the kind follows. `seconds` is the time taken, if it is known.
    """

    beat: str
    choice: str
    moment: str
    because: str
    written_low: int
    written_high: int
    low: int
    high: int
    floor: int
    weight: int
    assertiveness: int
    partnership: int
    fit: float
    trust_before: int
    trust_after: int
    evidence: bool
    harm: str | None
    repairs: bool
    seconds: float | None

    @property
    def is_hold(self) -> bool:
        """Whether pushing was due."""
        return self.written_low >= 2

    @property
    def is_yield(self) -> bool:
        """Whether giving way was due."""
        return self.written_high <= 2


COLUMNS = PastDecision._fields
WEIGHTS = (1, 2)

JUDGED = itemgetter(slice(COLUMNS.index("written_low"), COLUMNS.index("fit")))
"""Takes of a decision what its style depends on."""

_COUNTED = itemgetter(COLUMNS.index("weight"), COLUMNS.index("fit"))


def judged_in(rows: Mapping[tuple[int, ...], int]) -> dict[Judged, int]:
    """Decisions as the scoring package knows them, by what `JUDGED` takes of them, each with its count.

    What a style doesn't depend on, the reason and harm, is left out.
    """
    judged = {}
    for row, times in rows.items():
        written_low, written_high, low, high, floor, weight, assertiveness, partnership = row
        target = Target(band=(written_low, written_high), floor=floor, weight=weight, because="need")
        judged[Judged(target, (low, high), Rating(assertiveness, partnership))] = times
    return judged


_INT, _FLOAT, _BOOL, _TEXT, _NONE = int, float, bool, str, type(None)
_KINDS: tuple[frozenset[type], ...] = (
    *[frozenset({_TEXT})] * 4,
    *[frozenset({_INT})] * 8,
    frozenset({_FLOAT, _INT}),
    *[frozenset({_INT})] * 2,
    frozenset({_BOOL}),
    frozenset({_TEXT, _NONE}),
    frozenset({_BOOL}),
    frozenset({_FLOAT, _INT, _NONE}),
)
"""The types that each column may have, in the order of `COLUMNS`."""


def decisions_of(table: Mapping[str, Any]) -> tuple[PastDecision, ...]:
    """Rows of a table whose columns are named; columns of later versions are passed over."""
    columns, rows = table.get("columns"), table.get("rows")
    if not isinstance(columns, list) or not isinstance(rows, list):
        return ()
    if tuple(columns) != COLUMNS:
        rows = list(_rearranged(columns, rows))
    try:
        past = tuple(tuple.__new__(PastDecision, row) for row in rows)
    except TypeError:
        return ()
    if not all(_fits(types) for types in {tuple(map(type, row)) for row in past}):
        return ()
    return past if all(weight in WEIGHTS and 0 <= fit <= 1 for weight, fit in map(_COUNTED, past)) else ()


def _rearranged(columns: list[Any], rows: list[Any]) -> Iterable[list[Any]]:
    for row in rows:
        if isinstance(row, list):
            named = {name: value for name, value in zip(columns, row, strict=False) if isinstance(name, str)}
            yield [named.get(name) for name in COLUMNS]


@lru_cache(maxsize=256)
def _fits(types: tuple[type, ...]) -> bool:
    return len(types) == len(_KINDS) and all(map(frozenset.__contains__, _KINDS, types))
