"""A file that can't be read: kept aside, never overwritten, and the person is told."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from simulator.engine.transcript import Said
from simulator.store.open import open_store
from simulator.store.sqlite import SqliteStore
from tests.store.faults import damage, files
from tests.store.plays import PLAIN

AT = 1_700_000_000.0
NAME = "plays.sqlite3"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed file with one long play."""
    path = tmp_path / "data" / NAME
    with closing(SqliteStore(path)) as store:
        store.begin("me", "k", PLAIN, AT)
        store.append("k", 1, *(Said(f"choice-{turn}") for turn in range(500)), at=AT)
    return path


def cut(path: Path) -> bytes:
    content = path.read_bytes()[:10_000]
    path.write_bytes(content)
    return content


def replaced(path: Path) -> bytes:
    path.write_bytes(b"Dear diary,\n" * 100)
    return path.read_bytes()


def one_byte(path: Path) -> bytes:
    path.write_bytes(b"x")
    return b"x"


@pytest.mark.parametrize("harm", [damage, lambda path: damage(path, after=100), cut, replaced, one_byte])
def test_a_file_that_cannot_be_read_is_kept_aside_and_told(path: Path, harm: object) -> None:
    spoilt = harm(path)
    with closing(open_store(path)) as store:
        assert store.notice is not None
        assert "plays.sqlite3.broken-1" in store.notice
        assert store.glances("me") == []
        store.begin("me", "k", PLAIN, AT)
    assert files(path)["plays.sqlite3.broken-1"] == spoilt
    with closing(open_store(path)) as store:
        assert store.notice is None
        assert len(store.glances("me")) == 1


def test_what_was_kept_aside_before_is_not_overwritten(path: Path) -> None:
    spoilt = []
    for number in (1, 2, 3):
        path.write_bytes(b"broken in another way" * number)
        spoilt.append(path.read_bytes())
        open_store(path).close()
    assert [files(path)[f"{NAME}.broken-{number}"] for number in (1, 2, 3)] == spoilt


def test_what_was_kept_aside_is_listed(path: Path) -> None:
    path.write_bytes(b"broken")
    path.with_name(f"{NAME}.broken-1-notes.txt").write_text("not ours")
    with closing(open_store(path)) as store:
        assert store.copies() == [path.with_name(f"{NAME}.broken-1")]


def test_a_log_whose_file_is_empty_or_gone_is_kept_aside(path: Path) -> None:
    log = path.with_name(f"{NAME}-wal")
    for number, gone in ((1, False), (2, True)):
        log.write_bytes(b"what the log still held")
        path.unlink() if gone else path.write_bytes(b"")
        with closing(open_store(path)) as store:
            assert store.notice is not None
        assert files(path)[f"{NAME}.broken-{number}-wal"] == b"what the log still held"


def left_open(path: Path, to: Path) -> Path:
    """The file and its log as a power cut would leave them: forty lines, each acknowledged."""
    with closing(SqliteStore(path)) as store:
        for turn in range(500, 540):
            store.append("k", turn + 1, Said(f"choice-{turn}"), at=AT)
        shutil.copytree(path.parent, to)
    return to / NAME


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.33, 0.5, 0.77, 0.999])
@pytest.mark.parametrize("is_cut", [True, False])
def test_of_a_torn_log_everything_before_the_tear_is_there(
    path: Path, tmp_path: Path, share: float, is_cut: bool
) -> None:
    torn = left_open(path, tmp_path / "torn")
    log = torn.with_name(f"{NAME}-wal")
    whole = log.read_bytes()
    at = int(len(whole) * share)
    log.write_bytes(whole[:at] if is_cut else whole[:at] + b"\0" * (len(whole) - at))
    with closing(SqliteStore(torn)) as store:
        assert store.notice is None
        (record,) = store.records("me")
        said = record.transcript.choices
        assert said == tuple(f"choice-{turn}" for turn in range(len(said)))
        assert 500 + int(40 * share) - 3 <= len(said) <= 540
        store.append("k", len(said) + 1, Said("goes on"), at=AT)


def test_an_intact_log_is_taken_over_whole(path: Path, tmp_path: Path) -> None:
    with closing(SqliteStore(left_open(path, tmp_path / "left"))) as store:
        assert store.glances("me")[0].said == 540
