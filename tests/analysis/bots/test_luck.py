"""The mark of random play, beside the exact mean over every play there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis.bots import MOST_DECISIONS
from simulator.analysis.bots import luck as lucks
from simulator.analysis.bots.luck import luck
from simulator.engine.program import Program, compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario.model import Scenario
from simulator.scenario.reader import read_scenario
from simulator.scoring.scorecard import score

BRIEF = Path(__file__).parents[2] / "engine" / "late-brief.toml"

LOOP = """
format = 1
title = "T"
summary = "S"
level = "core"
start = "loop"
you = { name = "Sam", role = "R" }
cast.dana = { name = "Dana", role = "R", wants = "W" }
briefing = { situation = "S", history = "H", goal = "G", stakes = "S" }
[beats.loop]
moment = "test"
because = "need"
script = "[Again.]"
choices.again = { say = "A", assertiveness = 2, partnership = 3, why = "W", to = "loop" }
[endings.over]
title = "T"
kind = "agreement"
script = "[Over.]"
later = "L"
"""


def scenario(path: Path) -> Scenario:
    reading = read_scenario(path)
    assert reading.edition is not None, reading.diagnostics
    return reading.edition.scenario


def exact(program: Program, said: tuple[str, ...] = ()) -> float:
    """The mean balance over every way on, each offer as likely as the others."""
    session = Session(program, Setting(scenario="s", digest="d", trust=program.trust))
    for choice in said:
        session.say(choice)
    if session.ending:
        return score(program.scenario, session.decisions).balance or 0.0
    return sum(exact(program, (*said, offer.id)) for offer in session.offers) / len(session.offers)


@pytest.mark.parametrize("temperament", ["even", "guarded"])
def test_the_mark_is_the_mean_over_every_play(temperament: str) -> None:
    program = compile_program(scenario(BRIEF), temperament)
    found = luck(program)
    assert found.mean == pytest.approx(exact(program))
    assert found.error == 0


def test_where_there_is_too_much_to_weigh_it_is_sampled_with_its_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = compile_program(scenario(BRIEF))
    monkeypatch.setattr(lucks, "MOST_NODES", 3)
    found = luck(program)
    assert 0 < found.error < 2
    assert found.mean == pytest.approx(exact(program), abs=4 * found.error)
    assert luck(program) == found


def test_a_play_that_never_ends_is_worth_nothing(tmp_path: Path) -> None:
    path = tmp_path / "loop.toml"
    path.write_text(LOOP, "utf-8")
    program = compile_program(scenario(path))
    assert luck(program).mean == 0
    session = Session(program, Setting(scenario="s", digest="d", trust=50))
    for _ in range(MOST_DECISIONS):
        session.say("again")
    assert score(program.scenario, session.decisions).balance == 100
