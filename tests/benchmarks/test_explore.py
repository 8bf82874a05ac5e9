"""How fast the states of a scenario are explored. Run: pytest -s tests/benchmarks/test_explore.py

Each size runs in a process of its own. Reading and compiling the program is not in
the seconds, compiling its tables for sets is; memory is the peak of the whole
process, the scenario and its reader included. Limits are CPU seconds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
LIMITS = {30: 0.1, 1_000: 1.0, 10_000: 5.0}
MOST_MEMORY = 500
"""MiB."""

MEASURE = """
import json, resource, sys, time
from pathlib import Path
from simulator.analysis.explore import Budget, explore
from simulator.engine.program import compile_program
from simulator.scenario.reader import read_scenario

reading = read_scenario(Path(sys.argv[1]))
assert reading.edition, reading.diagnostics[:3]
program = compile_program(reading.edition.scenario)
seconds = float(sys.argv[2])
wall, cpu = time.perf_counter(), time.process_time()
found = explore(program, Budget(seconds=seconds or None))
print(json.dumps({
    "cpu": time.process_time() - cpu,
    "wall": time.perf_counter() - wall,
    "states": found.states,
    "exhaustive": found.exhaustive,
    "reason": found.reason,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""

BOMB = """
[beats.hub]
moment = "explore"
because = "need"
script = "Dana: And?"
"""


def measured(path: Path, seconds: float = 0) -> dict[str, Any]:
    command = [sys.executable, "-c", MEASURE, str(path), str(seconds)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=110)
    return dict(json.loads(done.stdout))


def synthetic() -> Any:
    spec = spec_from_file_location("synthetic", HERE / "synthetic.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def scenario(tmp_path: Path) -> Any:
    """A synthetic scenario file of any size, or any text."""

    def made(beats: int = 0, text: str | None = None) -> Path:
        path = tmp_path / "long-day.toml"
        path.write_text(text or synthetic().scenario(beats), encoding="utf-8")
        return path

    return made


@pytest.mark.parametrize(("beats", "limit"), LIMITS.items())
def test_every_state_is_explored_in_time(scenario: Any, beats: int, limit: float) -> None:
    found = measured(scenario(beats))
    print(told(beats, found))
    assert found["exhaustive"]
    assert found["cpu"] < limit
    assert found["memory"] < MOST_MEMORY


def test_cost_grows_with_beats_and_not_with_paths(scenario: Any) -> None:
    """The paths of 100 beats are more than 10**30; those of 3,200 have a thousand digits."""
    curve = {beats: measured(scenario(beats)) for beats in (100, 200, 400, 800, 1_600, 3_200, 6_400)}
    print()
    for beats, found in curve.items():
        print(told(beats, found))
    assert all(found["exhaustive"] for found in curve.values())
    assert curve[6_400]["cpu"] < 64 * 4 * max(0.05, curve[100]["cpu"])


def test_sixteen_gauges_and_a_hub_stay_within_the_budget(scenario: Any) -> None:
    module = synthetic()
    lines = [module.HEAD.replace('"beat_0"', '"hub"').split("[gauges.", maxsplit=1)[0]]
    lines += [f"[gauges.x{number}]\nstart = 50\n" for number in range(16)]
    lines.append(BOMB)
    for number in range(8):
        lines.append(
            f'[beats.hub.choices.c{number}]\nsay = "So."\nassertiveness = {number % 5}\n'
            f"partnership = {number % 4}\nadds = {{ x{2 * number} = 1, x{2 * number + 1} = -1 }}\n"
            f'when = "x{number} < 90"\nwhy = "W."\nto = "{"hub" if number else "over"}"\n'
        )
    lines.append('[endings.over]\ntitle = "T"\nkind = "break"\nscript = "[Over.]"\nlater = "L"\n')
    found = measured(scenario(text="\n".join(lines)), seconds=6)
    print(told(1, found), found["reason"])
    assert not found["exhaustive"]
    assert found["wall"] < 6.5
    assert found["memory"] < MOST_MEMORY


def told(beats: int, found: dict[str, Any]) -> str:
    each = found["cpu"] / beats * 1e6
    return (
        f"{beats:>6} beats {found['states']:>12,} states {found['cpu']:>7.3f} s CPU {found['wall']:>7.3f} s "
        f"{found['memory']:>5.0f} MiB {each:>6.0f} µs a beat"
    )
