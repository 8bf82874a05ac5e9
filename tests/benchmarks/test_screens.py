"""What the screens cost, against a bare Textual app with header and footer, in one run.

Run with `pytest tests/benchmarks/test_screens.py -s` on Linux or macOS.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

import pexpect

REPOSITORY = Path(__file__).parents[2]
ROUNDS = 9
KEYS = 80
ENTRIES = 300

BARE = """
from textual.app import App
from textual.widgets import Footer, Header

class Bare(App):
    def compose(self):
        yield Header()
        yield Footer()

    def on_mount(self):
        LEAVE

Bare().run()
"""
HOME = """
from simulator.tui.app import SparringApp

class Home(SparringApp):
    CSS_PATH = None
    CSS = open("simulator/tui/app.tcss").read()

Home().run()
"""


class Program:
    """A script in a pty of 80 by 24."""

    def __init__(self, *arguments: str) -> None:
        env = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(REPOSITORY),
        }
        self.child = pexpect.spawn(
            sys.executable, list(arguments), dimensions=(24, 80), env=env, cwd=str(REPOSITORY)
        )
        self.child.delaybeforesend = None

    def settle(self, quiet: float = 0.5) -> None:
        """Wait until nothing more is drawn."""
        while True:
            try:
                self.child.read_nonblocking(65536, timeout=quiet)
            except pexpect.TIMEOUT:
                return

    def paint(self, key: str) -> float:
        """Seconds from a key to the first bytes of what it changed."""
        before = time.perf_counter()
        self.child.send(key)
        self.child.read_nonblocking(65536, timeout=5)
        return time.perf_counter() - before

    @property
    def resident(self) -> int:
        """Resident memory in KiB."""
        status = Path(f"/proc/{self.child.pid}/status").read_text(encoding="ascii")
        return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

    @property
    def seconds(self) -> float:
        """Processor time used so far."""
        fields = Path(f"/proc/{self.child.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        self.child.close(force=True)


def script(folder: Path, name: str, text: str) -> str:
    path = folder / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    return str(path)


def to_the_frame(path: str, shown: str) -> float:
    """Seconds from the start of a program until a text of its first frame is drawn."""
    before = time.perf_counter()
    program = Program(path)
    program.child.expect_exact(shown, timeout=30)
    taken = time.perf_counter() - before
    program.close()
    return taken


def test_the_first_frame_of_home_takes_less_than_one_and_a_half_bare_apps(tmp_path: Path) -> None:
    bare = script(tmp_path, "bare", BARE.replace("LEAVE", "pass"))
    home = script(tmp_path, "home", HOME)
    to_the_frame(home, "help")
    pairs = [(to_the_frame(bare, "Bare"), to_the_frame(home, "help")) for _ in range(ROUNDS)]
    ratio = median(pair[1] for pair in pairs) / median(pair[0] for pair in pairs)
    print(f"\nfirst frame of Home: {ratio:.2f} times a bare app")

    assert ratio < 1.5


@pytest.fixture(scope="module")
def long_talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scenario that opens with a conversation of 300 lines."""
    source = (REPOSITORY / "tests/tui/packs/tables/the-quiet-no.toml").read_text(encoding="utf-8")
    said = "\n".join(f"Dana: Line {at}, and some more words so that it wraps here." for at in range(ENTRIES))
    opening = source.index('script = """') + len('script = """')
    path = tmp_path_factory.mktemp("talks") / "the-long-talk.toml"
    cut = source[:opening] + "\n" + said + source[opening:]
    path.write_text(
        cut.replace(" at {company}", "")
        .replace('principle = "ask_first"\n', "")
        .replace('skills = ["listening"]\n', ""),
        encoding="utf-8",
    )
    return path


@pytest.fixture
def talk(long_talk: Path) -> Iterator[Program]:
    program = Program("-m", "simulator", "play", str(long_talk))
    program.settle(2)
    program.child.send("\r")
    program.settle(1)
    yield program
    program.close()


def test_a_key_is_painted_within_fifty_milliseconds(talk: Program) -> None:
    times = []
    for at in range(KEYS):
        times.append(talk.paint("12"[at % 2]))
        talk.settle(0.05)
    p95 = sorted(times)[int(len(times) * 0.95)]
    print(
        f"\nkey to paint with {ENTRIES} entries: p50 {median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms"
    )

    assert p95 < 0.05


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_stays_under_twice_a_bare_app_and_idling_costs_nothing(talk: Program, tmp_path: Path) -> None:
    bare = Program(script(tmp_path, "bare", BARE.replace("LEAVE", "pass")))
    bare.settle(1)
    ratio = talk.resident / bare.resident
    bare.close()
    before = talk.seconds
    time.sleep(5)
    idle = (talk.seconds - before) / 5
    print(f"\nmemory in a play: {ratio:.2f} times a bare app; idle: {idle:.2%} of a processor")

    assert ratio < 2
    assert idle < 0.01
