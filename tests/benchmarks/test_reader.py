"""Reading a scenario of 10,000 beats beside parsing the same text.

Run: pytest -s tests/benchmarks/test_reader.py --dist=no
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from simulator.scenario.reader import Reading, read_scenario
from tests.benchmarks.synthetic import scenario

BEATS = 10_000
ROUNDS = 5
MOST_TIMES_TOMLLIB = 3.0
MOST_MEBIBYTES = 200

READ_AND_TELL = """
import sys
from pathlib import Path
from simulator.scenario.reader import read_scenario
assert read_scenario(Path(sys.argv[1])).edition is not None
# unlike getrusage, this does not count the process that started this one
print(*(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.toml"
    path.write_text(scenario(BEATS), encoding="utf-8")
    return path


def test_reading_takes_at_most_three_times_as_long_as_parsing(
    large: Path, benchmark: BenchmarkFixture
) -> None:
    text = large.read_text(encoding="utf-8")
    reading: Reading = benchmark.pedantic(read_scenario, (large,))
    assert reading.edition is not None
    assert reading.diagnostics == ()
    del reading
    rounds = [(taken(tomllib.loads, text), taken(read_scenario, large)) for _ in range(ROUNDS)]
    parsing, whole = map(min, zip(*rounds, strict=True))
    told(f"{BEATS:,} beats: {whole:.2f} s, {whole / parsing:.2f} times as long as tomllib ({parsing:.2f} s)")
    assert whole / parsing <= MOST_TIMES_TOMLLIB


def taken(action: Callable[[Any], object], subject: object) -> float:
    """Seconds of processor time; what else runs on the machine counts little."""
    start = process_time()
    action(subject)
    return process_time() - start


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system tells no peak of memory")
def test_reading_takes_at_most_200_mebibytes(large: Path) -> None:
    command = [sys.executable, "-c", READ_AND_TELL, str(large)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    mebibytes = int(done.stdout) / 1024
    told(f"{BEATS:,} beats: {mebibytes:.0f} MiB at most")
    assert mebibytes <= MOST_MEBIBYTES


def test_many_faults_cost_no_more_than_a_few_times_the_parsing(
    large: Path, benchmark: BenchmarkFixture
) -> None:
    path = large.with_name("faults.toml")
    path.write_text(large.read_text(encoding="utf-8").replace('to = "beat_', 'to = "baet_'), encoding="utf-8")
    reading: Reading = benchmark.pedantic(read_scenario, (path,), rounds=2)
    assert len(reading.diagnostics) == 1001


def told(figure: str) -> None:
    sys.stderr.write(f"\n{figure}\n")
