"""What is known of a play once it has been judged, read back from its outcome.

It is read for a whole history at once: nothing here needs a scenario, and a body that
another version wrote, or that somebody changed, gives what can be made of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast

from simulator.practice.decisions import PastDecision, decisions_of
from simulator.scenario.plain import made_plain, one_line
from simulator.scoring import SCORING_VERSION
from simulator.store.record import Glance, Outcome


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
        decisions=decisions_of(_table(body.get("decisions"))),
    )


def title_of(glance: Glance, past: Past) -> str:
    """What a play is called in a list: the title of its scenario, else the name, made plain."""
    return past.title or one_line(glance.setting.scenario)


def decisions_in(outcome: Outcome | None) -> tuple[PastDecision, ...]:
    """The judged decisions that an outcome keeps, in order."""
    return decisions_of(_table(_table(_parsed(outcome)).get("decisions")))


def _parsed(outcome: Outcome | None) -> Any:
    try:
        return json.loads(outcome.body) if outcome else None
    except (ValueError, RecursionError):
        return None


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
