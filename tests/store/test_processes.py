"""Several programs on one file, and one that is killed in the middle."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from simulator.store.open import open_store
from tests.store import writer
from tests.store.faults import damage

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path() -> Iterator[Path]:
    """A file where syncing costs nothing, if there is such a place: what is asked here needs no disk."""
    memory = Path("/dev/shm")  # noqa: S108
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder) / "plays.sqlite3"


def started(path: Path, learner: str, plays: int, choices: int) -> subprocess.Popen[str]:
    command = [sys.executable, writer.__file__, str(path), learner, str(plays), str(choices)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_processes_write_a_thousand_plays_each_and_all_are_there(path: Path) -> None:
    both = [started(path, learner, 1000, 1) for learner in ("me", "you")]
    for process in both:
        acknowledged, _ = process.communicate(timeout=100)
        assert process.returncode == 0
        assert len(acknowledged.splitlines()) == 1000
    with closing(open_store(path)) as store:
        glances = [glance for learner in ("me", "you") for glance in store.glances(learner)]
    assert {glance.key for glance in glances} == {
        f"{name}-{n}" for name in ("me", "you") for n in range(1000)
    }
    assert {glance.said for glance in glances} == {1}
    assert sorted(glance.serial for glance in glances) == list(range(1, 2001))


def test_many_who_start_at_once_find_one_store(path: Path) -> None:
    all_ = [started(path, f"learner-{number}", 1, 1) for number in range(6)]
    assert [process.wait(60) for process in all_] == [0] * 6
    with closing(open_store(path)) as store:
        assert len(store.learners()) == 6
        assert store.notice is None
    assert [file.name for file in path.parent.iterdir()] == ["plays.sqlite3"]
    for process in all_:
        process.communicate()


@pytest.mark.parametrize("number", range(4))
def test_many_who_start_at_once_on_a_damaged_file_lose_nothing_of_their_own(path: Path, number: int) -> None:
    open_store(path).close()
    spoilt = damage(path, after=100)
    all_ = [started(path, f"learner-{number}", 1, 3) for number in range(6)]
    acknowledged = [process.communicate()[0].count("\n") for process in all_]
    with closing(open_store(path)) as store:
        kept = [len(store.records(f"learner-{number}")[0].log) for number in range(6)]
        assert [copy.read_bytes() for copy in store.copies()] == [spoilt]
    assert kept == acknowledged == [3] * 6


def test_a_process_that_is_killed_loses_nothing_it_had_acknowledged(path: Path) -> None:
    for number, lines in enumerate((1, 2, 37, 101, 250)):
        process = started(path, f"me-{number}", 1, 100_000)
        assert process.stdout is not None
        for _line in range(lines):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        rest, _ = process.communicate()
        acknowledged = lines + rest.count("\n")
        with closing(open_store(path)) as store:
            (record,) = store.records(f"me-{number}")
            assert store.notice is None
        assert acknowledged <= len(record.log) <= acknowledged + 1
        assert [line.number for line in record.log] == list(range(1, len(record.log) + 1))
