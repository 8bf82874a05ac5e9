"""A file that can't be read is kept aside under a new name; nothing of it is lost or changed.

The whole file is looked through only where there is cause: it is small, its last user didn't
close it, or damage was met in use. What lies beyond is met when it is read, and leads here
at the next start.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from simulator.store.sqlite_errors import is_broken, is_busy
from simulator.store.store import StoreFailed
from simulator.words import _

SMALL = 4_000_000
"""Bytes that are looked through in a few milliseconds."""
SMALLEST = 512
"""Bytes of the smallest database."""
BROKEN, VERSION = "broken", "version-"
"""How names of files go on that are kept aside, and of those that are copied before a migration."""
BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file."""


def set_aside(path: Path, patience: float) -> str | None:
    """Move a file that is damaged or no database out of the way, and say so.

    Only one start at a time may do this. `patience` is how many seconds to wait for another
    program. Raises StoreFailed where one has it open: moving it would harm what that one writes.
    """
    before = path.stat()
    is_fragment = _is_fragment(path)
    if not is_fragment and not _is_broken(path, patience):
        return None
    if not is_fragment and not _is_alone(path):
        raise StoreFailed(
            _("{path} is damaged, and another program has it open").format(path=path),
            _("close all windows of Sparring, then start again"),
        )
    if not os.path.samestat(before, path.stat()):
        return None  # another start was quicker
    return _("{path} could not be read; it was kept as {aside}, and a new, empty one was begun").format(
        path=path, aside=_move(path).name
    )


def copies(path: Path) -> list[Path]:
    """What was kept aside and what was copied before a migration, by name."""
    names = re.compile(rf"{re.escape(path.name)}\.({BROKEN}|{VERSION}\d+)-\d+")
    try:
        return sorted(each for each in path.parent.iterdir() if names.fullmatch(each.name))
    except OSError:
        return []


def suspect(path: Path) -> None:
    """Remember that damage was met, for the next start."""
    with suppress(OSError):
        _marker(path).touch(mode=0o600)


def free_name(path: Path, ending: str) -> Path:
    """A name beside the file that nothing has yet: `NAME.ENDING-1`, or the next number."""
    names = (path.with_name(f"{path.name}.{ending}-{number}") for number in count(1))
    return next(name for name in names if not any(map(os.path.lexists, _all(name))))


def _is_fragment(path: Path) -> bool:
    """Whether SQLite would take what is there for nothing, and begin anew in its place."""
    has_log = _size(path, "-wal") > 0  # first: who is making the file right now begins with the file itself
    size = path.stat().st_size
    if _size(path, "-journal"):
        return False
    return 0 < size < SMALLEST or (size == 0 and has_log)


def _is_broken(path: Path, patience: float) -> bool:
    size = path.stat().st_size
    was_left_open, is_suspect = _size(path, "-wal") > 0, _marker(path).exists()
    try:
        with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as link:
            link.execute("PRAGMA schema_version").fetchone()
            if not (is_suspect or was_left_open or size < SMALL):
                return False
            check = "integrity_check" if is_suspect else "quick_check"
            (first,) = link.execute(f"PRAGMA {check}(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if not is_broken(error):
            raise
        return True
    _marker(path).unlink(missing_ok=True)
    return bool(first != "ok")


def _is_alone(path: Path) -> bool:
    """Whether no other program has the file open."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as link:
            link.execute("PRAGMA locking_mode = EXCLUSIVE")
            link.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        return not is_busy(error)
    return True


def _move(path: Path) -> Path:
    aside = free_name(path, BROKEN)
    for source, target in zip(_all(path), _all(aside), strict=True):
        with suppress(FileNotFoundError):
            source.rename(target)
    _marker(path).unlink(missing_ok=True)
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    return aside


def _all(path: Path) -> tuple[Path, ...]:
    return path, *(_beside(path, ending) for ending in BESIDE)


def _size(path: Path, ending: str) -> int:
    """Bytes of what lies beside a file; 0 where nothing does."""
    try:
        return _beside(path, ending).stat().st_size
    except FileNotFoundError:
        return 0


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _marker(path: Path) -> Path:
    return _beside(path, "-suspect")
