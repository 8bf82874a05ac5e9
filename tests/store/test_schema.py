"""Stores of other versions, older and newer, and what the SQL texts may not do."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from simulator.engine.transcript import Said, TakenBack
from simulator.errors import Refused
from simulator.store import texts
from simulator.store.log import Closed, Committed, Kept, Moved, Noted, Rated, Typed
from simulator.store.open import open_store
from simulator.store.postgres import PostgresStore
from simulator.store.schema import MIGRATIONS
from simulator.store.sqlite import SqliteStore
from simulator.store.store import StoreFailed
from tests.store.conftest import POSTGRES
from tests.store.faults import files
from tests.store.plays import PLAIN, WHAT_IF, outcome
from tests.store.server import Server

GOLDEN = Path(__file__).parent / "golden"
PACKAGE = Path(texts.__file__).parent
NEXT = (*MIGRATIONS, ["ALTER TABLE plays ADD COLUMN mood TEXT", "UPDATE plays SET mood = 'calm'"])
"""Today's schema and one step more."""
BROKEN = (*MIGRATIONS, ["ALTER TABLE plays ADD COLUMN mood TEXT", "UPDATE no_such_table SET mood = 'calm'"])
AT = 1_700_000_000.0


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plays.sqlite3"


def test_a_store_of_version_1_is_taken_over_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as link:
        link.executescript((GOLDEN / "version-1.sql").read_text(encoding="utf-8"))
    with closing(open_store(path)) as store:
        assert store.notice is None
        assert store.learners() == ["Zoë"]
        (record,) = store.records("Zoë")
        glance = record.glance
        assert (glance.key, glance.serial, glance.beginning) == ("k1", 4, WHAT_IF)
        assert (glance.began, glance.last) == (1_700_000_000.123456, 1_700_000_060.0)
        assert (glance.entries, glance.said, glance.has_take_back) == (10, 1, True)
        assert (glance.closed, glance.outcome) == ("It has changed.", outcome(entries=9, scoring=3))
        assert [line.what for line in record.log] == [
            Said("ask", 1_700_000_010.5),
            Said("hold"),
            TakenBack(1_700_000_012.0),
            Typed(1, "Warum…?\n"),
            Rated("too much", None),
            Noted(3, "hm"),
            Committed("I'd like to understand first.", "Dana"),
            Kept(said=True, text="Easier than I thought."),
            Moved("1" * 64, None),
            Closed("It has changed."),
        ]
        store.begin("Zoë", "k2", PLAIN, AT)
        assert store.glances("Zoë")[1].serial == 8


def test_version_1_is_today_what_it_was_when_it_was_released(path: Path) -> None:
    golden, fresh = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    with closing(golden), closing(fresh):
        golden.executescript((GOLDEN / "version-1.sql").read_text(encoding="utf-8"))
        for statement in MIGRATIONS[0]:
            fresh.execute(statement)
        assert tables(fresh) == tables(golden)


def tables(link: sqlite3.Connection) -> list[tuple[str, str]]:
    rows = link.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
    return [(name, re.sub(r"\s+", "", sql)) for name, sql in rows]


def test_a_file_is_copied_before_it_is_migrated(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.begin("me", "k", PLAIN, AT)
        store.append("k", 1, Said("a"), at=AT)
        before = store.records("me")
    for _ in range(2):
        with closing(SqliteStore(path, migrations=NEXT)) as store:
            assert store.records("me") == before
            assert store.copies() == [path.with_name("plays.sqlite3.version-1-1")]
    assert sorted(files(path)) == ["plays.sqlite3", "plays.sqlite3.version-1-1"]
    with closing(SqliteStore(path.with_name("plays.sqlite3.version-1-1"))) as store:
        assert store.records("me") == before


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.begin("me", "k", PLAIN, AT)
        before = store.records("me")
    with pytest.raises(StoreFailed):
        SqliteStore(path, migrations=BROKEN)
    with closing(SqliteStore(path)) as store:
        assert store.records("me") == before


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    SqliteStore(path, migrations=NEXT).close()
    before = files(path)
    with pytest.raises(Refused, match="newer Sparring") as refusal:
        open_store(path)
    assert "update" in (refusal.value.hint or "")
    assert files(path) == before


@POSTGRES
def test_a_server_is_migrated_as_a_file_is(empty_server: Server) -> None:
    with closing(PostgresStore(empty_server.url)) as store:
        store.begin("me", "k", PLAIN, AT)
        before = store.records("me")
        with pytest.raises(StoreFailed):
            PostgresStore(empty_server.url, migrations=BROKEN)
        assert store.records("me") == before
        with closing(PostgresStore(empty_server.url, migrations=NEXT)) as later:
            assert later.records("me") == before
    with pytest.raises(Refused, match="newer Sparring"):
        open_store(empty_server.url)


def test_no_sql_text_changes_a_line_of_a_log() -> None:
    everything = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py"))
    verbs = r"UPDATE|DELETE\s+FROM|REPLACE\s+INTO|ALTER\s+TABLE|DROP\s+TABLE|TRUNCATE(?:\s+TABLE)?"
    assert re.findall(rf"\b({verbs})\s+log\b", everything, re.IGNORECASE) == []
    assert re.findall(rf"\b({verbs})\s+plays\b", everything) == ["UPDATE", "DELETE FROM"]


def test_every_text_is_plain_enough_for_all_back_ends() -> None:
    for name, text in vars(texts).items():
        if name.isupper():
            assert "%" not in text, name
            assert "'" not in text, name
