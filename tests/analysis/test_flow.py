from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis import flow as flows
from simulator.analysis.flow import Way, flow
from simulator.engine.program import Program, compile_program
from simulator.packs.find import resolve
from simulator.scenario.reader import read_scenario

SCENE = Path(__file__).parents[1] / "scenes" / "small" / "small-no.toml"


@pytest.fixture(scope="module")
def program() -> Program:
    return compile_program(read_scenario(SCENE).edition.scenario)


def test_visits_and_ways_follow_random_play(program: Program) -> None:
    found = flow(program)
    assert found.is_exact
    assert found.visits["opening"] == pytest.approx(1)
    assert found.ways[Way("opening", "ask", "second")] == pytest.approx(1 / 2)
    # After asking there are three ways to go on, after arguing only two: the evidence was not learned.
    assert found.ways[Way("second", "evidence", "third")] == pytest.approx(1 / 2 * 1 / 3)
    assert found.ways[Way("second", "fold", "third")] == pytest.approx(1 / 2 * 1 / 3 + 1 / 2 * 1 / 2)
    assert found.visits["hour"] + found.visits["nothing"] == pytest.approx(1)


@pytest.mark.parametrize("name", ["clients/overlooked-candidate", "candidates/felt-bullied"])
def test_what_flows_into_a_place_flows_out_of_it(name: str) -> None:
    program = compile_program(read_scenario(resolve(name).path).edition.scenario)
    found = flow(program)
    for beat in program.scenario.beats:
        arrived = found.visits.get(beat, 0.0)
        left = sum(chance for way, chance in found.ways.items() if way.beat == beat)
        came = sum(chance for way, chance in found.ways.items() if way.target == beat)
        assert left == pytest.approx(arrived)
        assert came + (beat == program.scenario.start) == pytest.approx(arrived)
    assert sum(found.visits[ending] for ending in program.scenario.endings) == pytest.approx(1)


def test_what_is_too_large_is_sampled_and_said_to_be(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = flow(program)
    monkeypatch.setattr(flows, "MOST_NODES", 3)
    rough = flow(program, seed=4)
    assert not rough.is_exact
    assert rough.visits["hour"] == pytest.approx(exact.visits["hour"], abs=0.05)
