"""What can happen to a file."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from simulator.engine.transcript import Said
from simulator.errors import Refused
from simulator.store.log import Logged, Typed
from simulator.store.open import open_store
from simulator.store.sqlite import SqliteStore
from simulator.store.store import Elsewhere, StoreFailed
from tests.store.faults import damage, files, room_for, someone_elses_folder
from tests.store.plays import PLAIN, outcome

AT = 1_700_000_000.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sparring" / "plays.sqlite3"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(path, patience=0.2)
    yield store
    store.close()


@pytest.fixture
def filled(path: Path) -> Path:
    """A file with twenty plays of some length, closed."""
    with closing(SqliteStore(path)) as store:
        for number in range(20):
            store.begin("me", f"k{number}", PLAIN, AT)
            store.append(f"k{number}", 1, *(Said(f"choice-{number}-{turn}") for turn in range(30)), at=AT)
            store.derive(f"k{number}", outcome(body="[" + "1," * 500 + "1]"))
    return path


def test_file_and_folder_are_their_owners_alone(store: SqliteStore, path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_a_commit_is_synced_in_a_log_beside_the_file(store: SqliteStore, path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    assert path.with_name("plays.sqlite3-wal").stat().st_size > 0
    with closing(sqlite3.connect(path)) as link:
        assert link.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_closed_store_is_one_file(filled: Path) -> None:
    assert list(files(filled)) == ["plays.sqlite3"]


def test_a_lock_that_is_held_too_long_is_told(store: SqliteStore, path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreFailed, match="another program is using it"):
            store.append("k", 1, Said("a"), at=AT)
        assert len(store.glances("me")) == 1
    store.append("k", 1, Said("a"), at=AT)


def test_a_file_that_is_locked_at_the_start_is_told(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreFailed, match="another program is using it") as failure:
            SqliteStore(filled, patience=0.1)
        assert failure.value.hint
    with closing(SqliteStore(filled)) as store:
        assert len(store.glances("me")) == 20


def write_on(store: SqliteStore, acknowledged: list[Logged]) -> None:
    while True:
        acknowledged += store.append("k", len(acknowledged) + 1, Typed(1, "word " * 100), at=AT)


def test_a_full_disk_takes_nothing_that_was_acknowledged(store: SqliteStore, path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    size = path.with_name("plays.sqlite3-wal").stat().st_size
    acknowledged: list[Logged] = []
    with room_for(size + 40_000):
        with pytest.raises(StoreFailed, match="no room left"):
            write_on(store, acknowledged)
        assert acknowledged
        assert store.records("me")[0].log == tuple(acknowledged)
    acknowledged += store.append("k", len(acknowledged) + 1, Typed(1, "goes on"), at=AT + 5)
    assert store.records("me")[0].log == tuple(acknowledged)
    with closing(SqliteStore(path)) as again:
        assert again.records("me") == store.records("me")


def test_a_disk_that_is_full_from_the_start_is_told(path: Path) -> None:
    with room_for(100), pytest.raises(StoreFailed, match="no room left"):
        SqliteStore(path)
    with closing(SqliteStore(path)) as store:
        store.begin("me", "k", PLAIN, AT)


def test_a_folder_that_may_not_be_written_is_told() -> None:
    with someone_elses_folder() as folder:
        for where in (folder / "plays.sqlite3", folder / "new" / "plays.sqlite3"):
            with pytest.raises(StoreFailed, match="may not be written") as failure:
                open_store(where)
            assert failure.value.hint


def test_a_file_that_may_not_be_written_is_told(filled: Path) -> None:
    before = files(filled)
    with someone_elses_folder(filled) as folder:
        with pytest.raises(StoreFailed) as failure:
            open_store(folder / filled.name)
        assert failure.value.hint
        assert files(folder / filled.name) == before


@pytest.mark.parametrize("name", ["file/plays.sqlite3", "file/new/plays.sqlite3", "/proc/plays.sqlite3"])
def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreFailed) as failure:
        open_store(tmp_path / name)
    assert failure.value.hint
    assert (tmp_path / "file").read_text() == "in the way"


def test_what_is_written_to_a_deleted_file_is_not_taken_for_kept(store: SqliteStore, path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    aside = path.with_name("aside.sqlite3")
    path.rename(aside)
    with pytest.raises(StoreFailed, match="moved or deleted"):
        store.append("k", 1, Said("a"), at=AT)
    with pytest.raises(StoreFailed, match="moved or deleted"):
        store.glances("me")

    aside.rename(path)
    store.append("k", 1, Said("a"), at=AT)
    assert len(store.glances("me")) == 1


def test_a_file_that_another_was_put_in_the_place_of_is_left_for_it(store: SqliteStore, path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    path.unlink()
    with closing(SqliteStore(path)) as other:
        other.begin("me", "other", PLAIN, AT)
        with pytest.raises(Elsewhere, match="deleted"):
            store.append("k", 1, Said("a"), at=AT)
        store.append("other", 1, Said("a"), at=AT)
    with closing(SqliteStore(path)) as again:
        (glance,) = again.glances("me")
    assert (glance.key, glance.entries) == ("other", 1)


def test_the_root_of_everything_is_a_folder_too() -> None:
    with pytest.raises(StoreFailed, match="a folder is in its place"):
        open_store("/")


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreFailed, match="a folder is in its place"):
        open_store(path)
    assert list(path.iterdir()) == []


def test_a_backup_holds_everything_and_overwrites_nothing(store: SqliteStore, tmp_path: Path) -> None:
    store.begin("me", "k", PLAIN, AT)
    store.append("k", 1, Said("a"), at=AT)
    copy = tmp_path / "copy.sqlite3"
    store.backup(copy)
    before = copy.read_bytes()
    with pytest.raises(StoreFailed, match="there is a file already"):
        store.backup(copy)
    assert copy.read_bytes() == before
    with closing(SqliteStore(copy)) as again:
        assert again.records("me") == store.records("me")


def test_nothing_of_a_forgotten_person_stays_in_the_files(store: SqliteStore, path: Path) -> None:
    for learner, words in (("Rumpelstiltskin", "my-secret-words"), ("you", "other-words")):
        store.begin(learner, learner, PLAIN, AT)
        store.append(learner, 1, Typed(1, words), at=AT)
    assert b"my-secret-words" in b"".join(files(path).values())
    store.forget("Rumpelstiltskin")
    for content in files(path).values():
        assert b"my-secret-words" not in content
        assert b"Rumpelstiltskin" not in content
    store.delete("you")
    assert b"other-words" not in b"".join(files(path).values())


def test_another_programs_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE bookmarks (url TEXT)")
        link.commit()
    before = files(path)
    with pytest.raises(Refused, match="another program"):
        SqliteStore(path)
    assert files(path) == before


def test_a_line_that_nobody_understands_is_told(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as link:
        link.execute("UPDATE log SET kind = 'sung' WHERE number = 7")
        link.commit()
    with closing(SqliteStore(filled)) as store:
        with pytest.raises(StoreFailed, match="can't read"):
            store.records("me")
        assert len(store.glances("me")) == 20


def test_damage_is_found_where_a_file_is_large_too(filled: Path) -> None:
    """Its pages are damaged once the start has looked at them, as those of a large file would be."""
    with closing(SqliteStore(filled)) as store:
        spoilt = damage(filled, after=8192)
        with pytest.raises(StoreFailed, match="damaged") as failure:
            store.records("me")
        assert "start again" in (failure.value.hint or "")
        with pytest.raises(StoreFailed, match="another program has it open"):
            SqliteStore(filled)
    with closing(SqliteStore(filled)) as store:
        assert store.notice is not None
        assert files(filled)["plays.sqlite3.broken-1"] == spoilt
        assert store.glances("me") == []
