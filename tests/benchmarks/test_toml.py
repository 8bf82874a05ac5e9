"""How much is spent on reading TOML, fine and hostile. Run: pytest tests/benchmarks/test_toml.py --dist=no -s

Processor time and memory of each text are taken in a process of its own: one leaves nothing to the next.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from simulator.scenario import guard
from tests.benchmarks.synthetic import scenario
from tests.scenario.toml_hostile import LARGE

BEATS = 10_000
MOST_SHARE = 0.03
"""Part of a reader's time that may be spent on looking whether it may run."""
MOST_SECONDS = 6.0
MOST_MIB = 400
MOST_SECONDS_FOR_PLACES = 5.0
MOST_MIB_FOR_PLACES = 300

MEASURE = """\
import json, resource, sys
from pathlib import Path
from time import process_time
from simulator.scenario.positions import Positions
from simulator.scenario.toml_errors import parse

def mib():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

text = Path(sys.argv[2]).read_bytes().decode()
start = process_time()
if sys.argv[1] == "parse":
    codes = [problem.code for problem in parse(text)[1]]
    print(json.dumps([process_time() - start, mib(), codes]))
else:
    before = mib()
    places = Positions(text)
    for at in (("b", "b"), ("x", 7), ("beats", "beat_9", "choices", "ask", "to"), ("none",)):
        places.value(at)
    print(json.dumps([process_time() - start, mib() - before, []]))
"""

FAULTS = {
    "a quote in a text": 'say = "He said "no" to me"\n',
    "a text without an end": 'script = """\n',
    "a list without an end": "x = [\n",
    "dialogue": "Dana: hi\n",
    "a table again": "[briefing]\n",
    "a text without quotes": "to = reason\n",
    "an escape": 'x = "\\q"\n',
    "a control character": 'x = "\x01"\n',
}


def seconds_of(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start


def test_the_guard_costs_little_beside_the_reader() -> None:
    text = scenario(BEATS)
    pairs = [(seconds_of(guard.refuse, text), seconds_of(tomllib.loads, text)) for _ in range(7)]
    share = median(own for own, _ in pairs) / median(reader for _, reader in pairs)
    print(f"\nguard: {share:.1%} of tomllib's time on {BEATS:,} beats, {len(text):,} characters")
    assert share < MOST_SHARE


@pytest.mark.parametrize("title", LARGE)
def test_any_text_is_read_or_refused_in_bounds(title: str, tmp_path: Path) -> None:
    in_bounds(LARGE[title](), tmp_path)


@pytest.mark.parametrize("where", [0.02, 0.5, 0.98])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_large_scenario_is_explained_in_bounds(fault: str, where: float, tmp_path: Path) -> None:
    text = scenario(BEATS)
    at = text.index("\n\n", int(len(text) * where)) + 2
    codes = in_bounds(text[:at] + FAULTS[fault] + text[at:], tmp_path)
    assert codes
    assert codes != ["not-toml"]


def in_bounds(text: str, folder: Path) -> list[str]:
    """The codes of a text's problems, once time and memory are seen to be in bounds."""
    seconds, mib, codes = measured("parse", text, folder)
    print(f"\n{seconds:.1f} s, {mib:.0f} MiB: {', '.join(codes) or 'fine'}", end="")
    assert seconds < MOST_SECONDS
    assert mib < MOST_MIB
    if not any(code.startswith("too-") for code in codes):
        seconds, mib, _ = measured("places", text, folder)
        print(f"; places {seconds:.1f} s, {mib:.0f} MiB more")
        assert seconds < MOST_SECONDS_FOR_PLACES
        assert mib < MOST_MIB_FOR_PLACES
    return codes


def measured(what: str, text: str, folder: Path) -> tuple[float, float, list[str]]:
    file = folder / "text.toml"
    file.write_bytes(text.encode())
    command = [sys.executable, "-c", MEASURE, what, str(file)]
    # A shell between keeps the peak of this large process from being counted as the child's.
    shell = ["sh", "-c", '"$@"; exit "$?"', "sh", *command]
    done = subprocess.run(shell, check=True, capture_output=True, text=True)
    seconds, mib, codes = json.loads(done.stdout)
    return seconds, mib, codes
