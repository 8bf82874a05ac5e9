"""What it takes to weigh a scenario: sampled plays of thirty beats, and exact figures of those that ship.

Run with `pytest tests/benchmarks/test_simulate.py -s`.
"""

from __future__ import annotations

import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from simulator.analysis.bots.fairness import fairness
from simulator.analysis.bots.moves import Moves
from simulator.analysis.bots.spread import sampled
from simulator.engine.program import Program, compile_program
from simulator.packs.find import resolve
from simulator.scenario.reader import read_scenario

PLAYS = 10_000
SHIPPED = ["clients/overlooked-candidate", "clients/the-unlawful-brief", "candidates/felt-bullied"]


def synthetic(folder: Path, beats: int) -> Program:
    spec = spec_from_file_location("synthetic", Path(__file__).with_name("synthetic.py"))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    path = folder / "synthetic.toml"
    path.write_text(module.scenario(beats), encoding="utf-8")
    return compile_program(read_scenario(path).edition.scenario)


def test_ten_thousand_plays_of_thirty_beats_take_less_than_half_a_second(tmp_path: Path) -> None:
    program = synthetic(tmp_path, 30)
    began = time.process_time()
    luck = sampled(Moves(program), PLAYS, 0)[0]
    taken = time.process_time() - began
    mean = f"{luck.mean:.1f} plus or minus {1.96 * luck.error:.1f}"
    print(f"\n{PLAYS} plays of 30 beats: {taken:.2f} s, mean {mean}")

    assert taken < 0.5


@pytest.mark.parametrize("name", SHIPPED)
def test_exact_figures(name: str) -> None:
    scenario = read_scenario(resolve(name).path).edition.scenario
    for temperament in scenario.temperaments:
        program = compile_program(scenario, temperament)
        began = time.process_time()
        found = fairness(program)
        print(f"\n{name}, {temperament}: {time.process_time() - began:.2f} s, {found.states} states")
        assert found.is_exact
