"""Scenarios to score: from the tables that a test speaks of, and a small file that has everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.scenario.model import Scenario
from simulator.scenario.reader import read_scenario
from simulator.scenario.rules import findings_of
from simulator.scenario.rules.draft import draft_of
from simulator.scenario.shape import SCENARIO

AROUND: dict[str, Any] = {
    "format": 1,
    "title": "T",
    "summary": "S",
    "level": "core",
    "you": {"name": "Sam", "role": "R"},
    "cast": {"dana": {"name": "Dana", "role": "R", "wants": "W"}},
    "briefing": {"situation": "S", "history": "H", "goal": "G", "stakes": "S"},
    "endings": {"over": {"title": "T", "kind": "agreement", "script": "[Over.]", "later": "L"}},
}


@pytest.fixture(scope="session")
def sound() -> Callable[..., Scenario]:
    """Makes a scenario that the reader would let pass from its beats and whatever other tables it needs."""

    def made(**tables: Any) -> Scenario:
        scenario, findings = SCENARIO.check({**AROUND, "start": next(iter(tables["beats"])), **tables})
        assert scenario is not None, findings
        assert [one for one in findings_of(draft_of(scenario, None)) if one.severity == "error"] == []
        return scenario

    return made


@pytest.fixture(scope="session")
def brief() -> Scenario:
    """The scenario that the engine's tests are about."""
    reading = read_scenario(Path(__file__).parents[1] / "engine" / "late-brief.toml")
    assert reading.edition is not None, reading.diagnostics
    return reading.edition.scenario
