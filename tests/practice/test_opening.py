from __future__ import annotations

from pathlib import Path

import pytest

from simulator.engine.program import Program, compile_program
from simulator.engine.session import replay
from simulator.engine.step import NotOnOffer
from simulator.practice.opening import opened, played_on
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario

SCENE = Path(__file__).parents[1] / "scenes" / "small" / "small-no.toml"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_scenario(SCENE).edition


@pytest.fixture(scope="module")
def program(edition: Edition) -> Program:
    return compile_program(edition.scenario, "guarded")


def test_a_play_remembers_all_that_it_depends_on(edition: Edition, program: Program) -> None:
    setting = opened(edition, program, seed=7).setting
    assert (setting.scenario, setting.version) == ("small/small-no", "2.1.0")
    assert setting.digest == edition.digest
    assert (setting.temperament, setting.trust, setting.seed) == ("guarded", 30, 7)
    assert (setting.language, setting.terms, setting.scoring) == ("en", {"company": "Northline"}, 1)


def test_trust_can_be_given(edition: Edition, program: Program) -> None:
    assert opened(edition, program, trust=80).state.trust == 80


def test_playing_on_leaves_the_first_play_alone(edition: Edition, program: Program) -> None:
    first = opened(edition, program)
    for choice in ("ask", "evidence"):
        first.say(choice)
    other = played_on(first, first.choices[:1])
    other.say("fold")
    assert (first.choices, other.choices) == (("ask", "evidence"), ("ask", "fold"))
    assert replay(program, other.transcript).state == other.state


def test_what_is_not_on_offer_cannot_be_played_on(edition: Edition, program: Program) -> None:
    with pytest.raises(NotOnOffer):
        played_on(opened(edition, program), ["evidence"])
