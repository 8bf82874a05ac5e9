"""Plays made up to look back on, in any number."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeAlias

from simulator.engine.transcript import Setting
from simulator.practice.decisions import COLUMNS
from simulator.store.record import Beginning, Glance, Mode, Outcome, Purpose

DAY = 86_400.0

Row: TypeAlias = dict[str, Any]

_serials = count(1)


def row(moment: str = "push-back", fit: float = 1.0, **other: Any) -> Row:
    """One judged decision as a body keeps it."""
    holds = moment in {"push-back", "stand-firm", "test"}
    band = {"written_low": 2, "written_high": 3} if holds else {"written_low": 0, "written_high": 1}
    return {
        "beat": "b",
        "choice": "c",
        "moment": moment,
        "because": "need",
        **band,
        "low": band["written_low"],
        "high": band["written_high"],
        "floor": 3,
        "weight": 1,
        "assertiveness": band["written_low"],
        "partnership": 3,
        "fit": fit,
        "trust_before": 50,
        "trust_after": 54,
        "evidence": False,
        "harm": None,
        "repairs": False,
        "seconds": 10.0,
        **other,
    }


def body(rows: list[Row], **other: Any) -> str:
    """What an outcome keeps, as JSON."""
    told = {"columns": COLUMNS, "rows": [[one[name] for name in COLUMNS] for one in rows]}
    return json.dumps({"title": "A talk", "endings": 3, "decisions": told, **other})


def glance(
    scenario: str = "small/small-no",
    *,
    at: float = 0.0,
    rows: list[Row] | None = None,
    ending: str | None = "hour",
    **other: Any,
) -> Glance:
    """A play as a list knows it, each begun after the one before; `other` are its fields."""
    serial = other.pop("serial", None) or next(_serials)
    judged = rows if rows is not None else [row(), row("let-go")] * 4
    outcome = Outcome(
        entries=len(judged),
        scoring=other.pop("scoring", 1),
        ending=ending,
        balance=other.pop("balance", 80.0),
        margin=other.pop("margin", 20.0),
        body=body(judged, **other.pop("told", {})),
    )
    setting = Setting(
        scenario=scenario,
        digest="sha256:d",
        trust=50,
        temperament=other.pop("temperament", "even"),
        arc=other.pop("arc", None),
    )
    beginning = Beginning(
        setting=setting,
        mode=other.pop("mode", Mode.REHEARSE),
        purpose=other.pop("purpose", Purpose.PLAY),
    )
    fields: dict[str, Any] = {
        "key": f"k{serial}",
        "learner": "sam",
        "began": at,
        "last": at + 60,
        "entries": len(judged),
        "said": len(judged),
        "has_take_back": False,
        "closed": None,
        "outcome": outcome,
    }
    return Glance(serial=serial, beginning=beginning, **{**fields, **other})


@dataclass(frozen=True)
class Shown:
    """A scenario of a library made up."""

    name: str
    skills: tuple[str, ...] = ("asking",)

    @property
    def pack(self) -> str:
        return self.name.partition("/")[0]

    @property
    def title(self) -> str:
        return self.name.partition("/")[2].title()
