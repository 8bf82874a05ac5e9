"""A scene that is really played, to look back on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.practice.opening import opened
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario

SCENE = Path(__file__).parents[1] / "scenes" / "small" / "small-no.toml"


@pytest.fixture(scope="session")
def edition() -> Edition:
    reading = read_scenario(SCENE)
    assert reading.edition is not None, reading.diagnostics
    return reading.edition


@pytest.fixture(scope="session")
def said(edition: Edition) -> Callable[..., Session]:
    """A play of the small scene in which these choices were said, ten seconds apart."""

    def play(*choices: str, temperament: str | None = None) -> Session:
        session = opened(edition, compile_program(edition.scenario, temperament))
        for number, choice in enumerate(choices, 1):
            session.say(choice, 1000.0 + 10 * number)
        return session

    return play
