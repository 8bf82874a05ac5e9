"""Plays to keep."""

from __future__ import annotations

from typing import Any

from simulator.engine.transcript import Setting
from simulator.store.record import Beginning, Mode, Outcome, Purpose

SETTING = Setting(
    scenario="clients/overlooked-candidate",
    digest="0" * 64,
    trust=50,
    temperament="rushed",
    version="1.2",
    arc="clients/first-year",
    seed=2**63 + 5,
    language="de",
    terms={"client": "Kundin", "größe": "✓"},
    scoring=3,
)
WHAT_IF = Beginning(setting=SETTING, mode=Mode.COACH, purpose=Purpose.WHAT_IF, origin="k0")
PLAIN = Beginning(setting=Setting(scenario="p/s", digest="d", trust=40))


def outcome(**changes: Any) -> Outcome:
    given = {
        "entries": 2,
        "scoring": 1,
        "ending": "agreed",
        "balance": 86.125,
        "margin": 9.5,
        "body": '{"ü":1}',
    }
    return Outcome(**{**given, **changes})
