"""What a history costs on screens: the first frame of Home, idling, Progress over ten thousand plays.

Run with `pytest tests/benchmarks/test_history_screens.py -s` on Linux or macOS.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from simulator.engine.transcript import Setting
from simulator.store.open import open_store
from simulator.store.record import Beginning, Outcome
from tests.benchmarks.test_screens import BARE, ROUNDS, Program, script, to_the_frame
from tests.practice.plays import body, row

FEW, MANY, SCENARIOS, DECISIONS = 300, 10_000, 120, 8
CHANCE = Random(0)  # noqa: S311 - chance, no secret

KEPT = """
from pathlib import Path
from simulator.practice.keeper import Keeper
from simulator.practice.versions import Versions
from simulator.store.open import open_store
from simulator.tui.app import SparringApp
from simulator.tui.launch import Options

class Home(SparringApp):
    CSS_PATH = None
    CSS = open("simulator/tui/app.tcss").read()

STORE = Path("{store}")
keeper = Keeper(open_store(STORE), "me", Versions(STORE.parent / "editions", lambda name: None))
Home(options=Options(keeper=keeper)).run()
"""

MakeStore = Callable[[int], Path]


@pytest.fixture(scope="module")
def store_of() -> Iterator[MakeStore]:
    """Makes stores of plays with their outcomes, where syncing costs nothing."""
    memory = Path("/dev/shm")  # noqa: S108
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
    moments = ("take-the-order", "let-go", "repair", "explore", "push-back", "stand-firm")

    def store(plays: int) -> Path:
        path = folder / f"{plays}" / "plays.sqlite3"
        began = time.time() - 300 * 86_400
        with closing(open_store(path)) as kept:
            for number in range(plays):
                rows = [row(CHANCE.choice(moments), CHANCE.choice((0.0, 0.5, 1.0))) for _ in range(DECISIONS)]
                setting = Setting(scenario=f"pack/scenario-{number % SCENARIOS}", digest="sha256:d", trust=50)
                kept.begin("me", f"k{number}", Beginning(setting=setting), began + number * 600)
                told = body(rows, title="A talk about something", skills={"asking": "Asking first"})
                kept.derive(
                    f"k{number}",
                    Outcome(entries=0, scoring=1, ending="hour", balance=70.0, margin=20.0, body=told),
                )
        return path

    yield store
    shutil.rmtree(folder)


def test_home_of_somebody_with_300_plays_opens_as_fast_as_any(store_of: MakeStore, tmp_path: Path) -> None:
    bare = script(tmp_path, "bare", BARE.replace("LEAVE", "pass"))
    home = script(tmp_path, "home", KEPT.format(store=store_of(FEW)))
    to_the_frame(home, "help")
    pairs = [(to_the_frame(bare, "Bare"), to_the_frame(home, "help")) for _ in range(ROUNDS)]
    ratio = median(pair[1] for pair in pairs) / median(pair[0] for pair in pairs)
    print(f"\nfirst frame of Home with {FEW} plays: {ratio:.2f} times a bare app")

    assert ratio < 1.5


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_progress_of_ten_thousand_plays_leaves_the_screen_quick(store_of: MakeStore, tmp_path: Path) -> None:
    program = Program(script(tmp_path, "home", KEPT.format(store=store_of(MANY))))
    program.settle(3)
    start = time.perf_counter()
    program.child.send("p")
    program.child.expect_exact("reading", timeout=5)
    opened = time.perf_counter() - start
    program.child.expect_exact("10,000 plays", timeout=30)
    read = time.perf_counter() - start
    program.settle(1)
    times = [_paint(program, "\x1b[B" if at % 2 else "\x1b[A") for at in range(1, 40)]
    p95 = sorted(times)[int(len(times) * 0.95)]
    before = program.seconds
    time.sleep(5)
    idle = (program.seconds - before) / 5
    program.close()
    print(
        f"\nProgress of {MANY:,} plays: there in {opened * 1000:.0f} ms, read in {read:.2f} s; "
        f"then key to paint p95 {p95 * 1000:.1f} ms, idle {idle:.2%} of a processor"
    )

    assert opened < read
    assert p95 < 0.05
    assert idle < 0.01


def _paint(program: Program, key: str) -> float:
    taken = program.paint(key)
    program.settle(0.05)
    return taken
