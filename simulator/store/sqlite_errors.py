"""What SQLite and the file system complain of, in words that help."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.store.store import StoreFailed
from simulator.words import _, mark

BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}

_FULL = (
    mark("there is no room left on the disk, or no more may be written"),
    mark("make room, then try again"),
)
_FORBIDDEN = (
    mark("it may not be written"),
    mark("allow writing there, or keep what you play in another place"),
)
_BUSY = mark("another program is using it"), mark("close the other program, or wait, then try again")
_BROKEN = mark("it is damaged"), mark("start again: what can't be read is kept aside, and a new one is begun")
_NO_PLACE = (
    mark("it can't be opened or made there"),
    mark("see that the folder exists, or keep what you play in another place"),
)
_A_FOLDER = (
    mark("a folder is in its place"),
    mark("move the folder away, or keep what you play in another place"),
)
_A_FILE = mark("there is a file already"), mark("choose another name")
_OTHER = mark("it can't be used"), mark("see that the disk works, then try again")

_BY_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR_WRITE: _FULL,
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: _NO_PLACE,
    **dict.fromkeys(BUSY, _BUSY),
    **dict.fromkeys(BROKEN, _BROKEN),
}
_BY_ERRNO = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _FORBIDDEN),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), _NO_PLACE),
    errno.EISDIR: _A_FOLDER,
    errno.EEXIST: _A_FILE,
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Whatever goes wrong with a file is raised as StoreFailed, in words."""
    try:
        yield
    except sqlite3.Error as error:
        raise _failure(path, error, _by_code(error)) from error
    except OSError as error:
        raise _failure(path, error, _BY_ERRNO.get(error.errno or 0, _OTHER)) from error


def is_busy(error: BaseException | None) -> bool:
    """Whether another program keeps the file from being used."""
    return _code(error) in BUSY


def is_broken(error: BaseException | None) -> bool:
    """Whether the file itself is damaged, or no database."""
    return _code(error) in BROKEN


def _failure(path: Path, error: Exception, words: tuple[str, str]) -> StoreFailed:
    message, hint = _A_FOLDER if path.is_dir() else words
    text = _("{path} can't be used: {reason}").format(path=path, reason=_(message))
    return StoreFailed(f"{text} ({error})" if words is _OTHER else text, _(hint))


def _by_code(error: sqlite3.Error) -> tuple[str, str]:
    whole = getattr(error, "sqlite_errorcode", 0)
    return _BY_CODE.get(whole) or _BY_CODE.get(whole & 0xFF, _OTHER)


def _code(error: BaseException | None) -> int:
    """SQLite's primary result code."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
