"""How long keeping takes, beside what a disk can't do faster. Run: pytest tests/benchmarks/test_store.py -s

A choice is acknowledged once it is on the disk, so it is compared with a file that grows by
as many bytes and is synced: turn by turn, on the same disk, checkpoints included.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import fmean, median, quantiles

import pytest

from simulator.engine.transcript import Said, Setting
from simulator.store.log import Logged
from simulator.store.open import open_store
from simulator.store.record import Beginning, Outcome
from simulator.store.sqlite import SqliteStore
from simulator.store.store import Store
from tests.store.server import Server

BEGINNING = Beginning(setting=Setting(scenario="clients/overlooked-candidate", digest="0" * 64, trust=50))
CHOICES = 2000
PLAYS, TURNS = 10_000, 10
PLAYERS = 50
AT = 1_700_000_000.0


def seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def test_a_choice_is_kept_in_at_most_three_times_what_a_write_and_a_sync_take(tmp_path: Path) -> None:
    kept, raw = [], []
    body = b'{"choice":"choice-1234","at":1700000000.0}\n'
    with closing(open_store(tmp_path / "plays.sqlite3")) as store, (tmp_path / "raw").open("ab", 0) as file:

        def write() -> None:
            file.write(body)
            os.fsync(file.fileno())

        for number in range(CHOICES):
            if number % 20 == 0:
                key = f"k{number}"
                store.begin("me", key, BEGINNING, AT)
            raw.append(seconds(write))
            keep = partial(store.append, key, number % 20 + 1, Said("choice-1234", AT), at=AT)
            kept.append(seconds(keep))
    ratio = fmean(kept) / fmean(raw)
    print(
        f"\n{CHOICES} choices: {fmean(kept) * 1000:.2f} ms each (median {median(kept) * 1000:.2f}), "
        f"a write and a sync {fmean(raw) * 1000:.2f} ms (median {median(raw) * 1000:.2f}): {ratio:.2f} times"
    )

    assert ratio < 3


@pytest.fixture(scope="module")
def long_history() -> Iterator[Path]:
    """Ten thousand plays of ten choices, each with its outcome, made where syncing costs nothing."""
    memory = Path("/dev/shm")  # noqa: S108
    path = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None)) / "plays.sqlite3"
    decision = {
        "moment": "push-back",
        "beat": "verdict",
        "choice": "ask",
        "fit": 0.75,
        "skills": ["ask-first"],
    }
    outcome = Outcome(
        entries=TURNS,
        scoring=1,
        ending="agreed",
        balance=86.125,
        margin=9.5,
        body=json.dumps([decision] * TURNS),
    )
    with closing(SqliteStore(path)) as store:
        for play in range(PLAYS):
            store.begin("me", f"k{play}", BEGINNING, AT + play)
            store.append(f"k{play}", 1, *(Said(f"choice-{turn}", AT) for turn in range(TURNS)), at=AT + play)
            store.derive(f"k{play}", outcome)
    yield path
    shutil.rmtree(path.parent)


def test_ten_thousand_plays_are_listed_in_half_a_second(long_history: Path) -> None:
    def opened_and_listed() -> None:
        with closing(open_store(long_history)) as store:
            assert len(store.glances("me")) == PLAYS

    best = min(seconds(opened_and_listed) for _ in range(5))
    print(f"\n{PLAYS} plays opened and listed in {best:.3f} s")

    assert best < 0.5


def test_what_else_a_long_history_costs(long_history: Path, tmp_path: Path) -> None:
    with closing(open_store(long_history)) as store:
        read = seconds(lambda: store.records("me"))
        store.append("k0", TURNS + 1, Said("one more"), at=AT)
        shutil.copytree(long_history.parent, tmp_path / "left")
    left = tmp_path / "left" / long_history.name
    checked = seconds(lambda: open_store(left).close())
    fine = min(seconds(lambda: open_store(long_history).close()) for _ in range(5))
    size = long_history.stat().st_size / 1e6
    print(f"\n{size:.0f} MB: opened in {fine * 1000:.1f} ms, after a crash in {checked:.2f} s")
    print(f"all {PLAYS * TURNS} lines of the logs read in {read:.2f} s")

    assert fine < checked


def test_fifty_players_on_one_server_lose_nothing() -> None:
    server = Server(fsync="on", full_page_writes="on")
    waits: list[float] = []

    def play(player: int, store: Store) -> list[Logged]:
        lines: list[Logged] = []
        store.begin(f"player {player}", f"k{player}", BEGINNING, AT)
        for number in range(1, 21):
            start = time.perf_counter()
            lines += store.append(f"k{player}", number, Said(f"c{number}"), at=AT)
            waits.append(time.perf_counter() - start)
        store.close()
        return lines

    try:
        stores = [open_store(server.url) for _ in range(PLAYERS)]
        start = time.perf_counter()
        with ThreadPoolExecutor(PLAYERS) as pool:
            acknowledged = list(pool.map(play, range(PLAYERS), stores))
        whole = time.perf_counter() - start
        with closing(open_store(server.url)) as store:
            kept = [store.record(f"k{player}") for player in range(PLAYERS)]
    finally:
        server.close()
    print(
        f"\n{PLAYERS} players, 20 choices each, on PostgreSQL: {PLAYERS * 20 / whole:.0f} choices a second, "
        f"median {median(waits) * 1000:.1f} ms, 95 % under {quantiles(waits, n=20)[-1] * 1000:.1f} ms"
    )

    assert [record and list(record.log) for record in kept] == acknowledged
    assert sum(map(len, acknowledged)) == PLAYERS * 20
