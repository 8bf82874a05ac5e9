"""From a place to a store."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from simulator.errors import Refused
from simulator.store.open import open_store, without_password
from simulator.store.sqlite import SqliteStore


def test_a_path_is_a_file_as_text_too(tmp_path: Path, home: Path) -> None:
    for where in (tmp_path / "a.db", str(tmp_path / "b.db"), "~/c.db"):
        with closing(open_store(where)) as store:
            assert isinstance(store, SqliteStore)
    assert {file.name for file in [*tmp_path.iterdir(), *home.iterdir()]} >= {"a.db", "b.db", "c.db"}


@pytest.mark.parametrize("url", ["mysql://me:secret@host/db", "https://host", "postgresql+psycopg://host"])
def test_a_scheme_that_nobody_knows_is_refused(url: str) -> None:
    with pytest.raises(Refused, match="no place where plays can be kept") as refusal:
        open_store(url)
    assert "postgresql://" in (refusal.value.hint or "")
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:secret@host:5432/db", "postgresql://me:***@host:5432/db"),
        ("postgres://me:se@cr/et@host", "postgres://me:***@host"),
        ("postgresql://me@host/db", "postgresql://me@host/db"),
        ("postgresql:///db?host=/tmp", "postgresql:///db?host=/tmp"),
        ("postgresql://host/db?user=me&password=secret&x=1", "postgresql://host/db?user=me&password=***&x=1"),
        ("postgresql://host/db?sslPassword=secret", "postgresql://host/db?sslPassword=***"),
        ("/home/me/plays.sqlite3", "/home/me/plays.sqlite3"),
        ("C:\\plays@home.sqlite3", "C:\\plays@home.sqlite3"),
    ],
)
def test_a_password_is_not_shown(url: str, shown: str) -> None:
    assert without_password(url) == shown


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_without_psycopg_the_extra_is_named() -> None:
    told = run(
        "import sys; sys.modules['psycopg'] = None\n"
        "from simulator.store.open import open_store\n"
        "try: open_store('postgresql://me:secret@host/db')\n"
        "except Exception as error: print(type(error).__name__, error.hint, error)"
    )
    assert told.startswith('Refused install the extra "sparring[postgres]"')
    assert "secret" not in told


def test_a_file_needs_no_psycopg(tmp_path: Path) -> None:
    loaded = run(
        "import sys; from simulator.store.open import open_store\n"
        f"open_store({str(tmp_path / 'a')!r}).close()\n"
        "print([name for name in sys.modules if name.startswith(('psycopg', 'pydantic'))])"
    )
    assert loaded.strip() == "[]"
