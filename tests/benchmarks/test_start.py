"""How long commands that draw nothing take to start, beside what they can't do without.

Run with `pytest tests/benchmarks/test_start.py -s`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

ROUNDS = 9


def seconds(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def test_help_takes_hardly_longer_than_loading_click() -> None:
    pairs = [(seconds("-m", "simulator", "--help"), seconds("-c", "import click")) for _ in range(ROUNDS)]
    ratio = median(ours for ours, _ in pairs) / median(bare for _, bare in pairs)
    print(f"\n--help: {ratio:.2f} times a Python that only loads click")

    assert ratio < 2
