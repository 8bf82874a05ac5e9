"""How soon plain mode asks its first question, against a bare Textual app's first frame, in one run.

Run with `pytest tests/benchmarks/test_plain.py -s` on Linux or macOS.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

import pexpect

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 9
BARE = """
from textual.app import App
from textual.widgets import Footer, Header

class Bare(App):
    def compose(self):
        yield Header()
        yield Footer()

    def on_mount(self):
        self.call_after_refresh(self.call_after_refresh, self.exit)

Bare().run()
"""
PLAIN = ["-m", "simulator", "play", "clients/overlooked-candidate", "--plain"]


def seconds(arguments: list[str], until: object) -> float:
    """From the start of a program in a pty to a text, or to its end."""
    before = time.perf_counter()
    env = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(REPOSITORY)}
    child = pexpect.spawn(sys.executable, arguments, dimensions=(24, 80), env=env, cwd=str(REPOSITORY))
    child.expect(until, timeout=30)
    taken = time.perf_counter() - before
    child.close(force=True)
    return taken


def test_the_first_prompt_comes_before_a_bare_app_has_drawn_itself(tmp_path: Path) -> None:
    bare = tmp_path / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    seconds(PLAIN, "Enter begins")
    pairs = [(seconds([str(bare)], pexpect.EOF), seconds(PLAIN, "Enter begins")) for _ in range(ROUNDS)]
    ratio = median(plain for _, plain in pairs) / median(drawn for drawn, _ in pairs)
    print(f"\nfirst prompt of plain mode: {ratio:.2f} times the first frame of a bare app")

    assert ratio < 1
