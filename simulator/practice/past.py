"""What is known of a play once it has been judged, read back from its outcome.

It is read for a whole history at once: nothing here needs a scenario, and a body that
another version wrote, or that somebody changed, gives what can be made of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, cast

from simulator.scenario.plain import made_plain, one_line
from simulator.scoring import SCORING_VERSION
from simulator.scoring.fit import Judged, Rating
from simulator.scoring.target import Target
from simulator.store.record import Glance, Outcome


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


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the player will say this week, and to whom; `said` is None until it was asked about."""

    words: str
    to: str
    at: float
    said: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A play as its outcome tells it; every field is empty where an older body didn't say.

    `skills` and `temperaments` are ids with their names, `endings` is how many the scenario
    has. `seconds` is the time spent with the play, pauses cut short, or None.
    """

    title: str = ""
    pack: str = ""
    counterpart: str = ""
    ending_title: str | None = None
    endings: int | None = None
    skills: Mapping[str, str] = field(default_factory=dict)
    temperaments: Mapping[str, str] = field(default_factory=dict)
    cap: int | None = None
    hold: float | None = None
    yielded: float | None = None
    style: str | None = None
    firm: bool | None = None
    trust_final: int | None = None
    seconds: float | None = None
    commitment: Commitment | None = None
    decisions: tuple[PastDecision, ...] = ()


EMPTY = Past()


def is_current(glance: Glance) -> bool:
    """Whether the outcome can be relied on: it speaks of the whole log, in today's scoring version.

    A closed play is never derived again; what was judged before it closed stands.
    """
    outcome = glance.outcome
    if outcome is None or outcome.scoring != SCORING_VERSION:
        return False
    return outcome.entries == glance.entries or glance.closed is not None


def stale(glances: Iterable[Glance]) -> tuple[Glance, ...]:
    """The plays whose outcome has to be derived before anything is made of them, in the order given."""
    return tuple(glance for glance in glances if not is_current(glance) and glance.closed is None)


def past_of(outcome: Outcome | None) -> Past:
    """What an outcome tells; the empty past where it tells nothing that can be read."""
    body = _table(_parsed(outcome))
    if not body:
        return EMPTY
    return Past(
        title=_text(body.get("title")),
        pack=_text(body.get("pack")),
        counterpart=_text(body.get("counterpart")),
        ending_title=_text(body.get("ending_title")) or None,
        endings=_of(int, body.get("endings")),
        skills=_names(body.get("skills")),
        temperaments=_names(body.get("temperaments")),
        cap=_of(int, body.get("cap")),
        hold=_number(body.get("hold")),
        yielded=_number(body.get("yield")),
        style=_of(str, body.get("style")),
        firm=_of(bool, body.get("firm")),
        trust_final=_of(int, body.get("trust_final")),
        seconds=_number(body.get("seconds")),
        commitment=_commitment(body.get("commitment")),
        decisions=_decisions(_table(body.get("decisions"))),
    )


def title_of(glance: Glance, past: Past) -> str:
    """What a play is called in a list: the title of its scenario, else the name, made plain."""
    return past.title or one_line(glance.setting.scenario)


def decisions_in(outcome: Outcome | None) -> tuple[PastDecision, ...]:
    """The judged decisions that an outcome keeps, in order."""
    return _decisions(_table(_table(_parsed(outcome)).get("decisions")))


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


def _parsed(outcome: Outcome | None) -> Any:
    try:
        return json.loads(outcome.body) if outcome else None
    except (ValueError, RecursionError):
        return None


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


def _decisions(table: Mapping[str, Any]) -> tuple[PastDecision, ...]:
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


def _commitment(value: Any) -> Commitment | None:
    match value:
        case [str(words), str(to), int() | float() as at, bool() | None as said]:
            return Commitment(made_plain(words), made_plain(to), float(at), said)
    return None


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _names(value: Any) -> Mapping[str, str]:
    return {key: _text(name) for key, name in _table(value).items()}


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return made_plain(text)


def _text(value: Any) -> str:
    return _plain(value) if isinstance(value, str) else ""


def _number(value: Any) -> float | None:
    return float(value) if type(value) in {int, float} else None


def _of(kind: type[Any], value: Any) -> Any:
    return cast(Any, value) if type(value) is kind else None
