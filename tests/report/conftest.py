"""Plays of the small scene, to be told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario

SCENE = Path(__file__).parents[1] / "scenes" / "small" / "small-no.toml"


@pytest.fixture(scope="session")
def edition() -> Edition:
    reading = read_scenario(SCENE)
    assert reading.edition is not None, reading.diagnostics
    return reading.edition


@pytest.fixture(scope="session")
def play(edition: Edition) -> Callable[..., Session]:
    """Plays some choices, from a trust of 50 unless told otherwise."""

    def said(*choices: str, trust: int = 50) -> Session:
        program = compile_program(edition.scenario)
        session = Session(program, Setting(scenario=edition.name, digest=edition.digest, trust=trust))
        for choice in choices:
            session.say(choice)
        return session

    return said
