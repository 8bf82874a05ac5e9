"""Plays in one file on this machine: SQLite.

A commit has been synced to the disk when it returns (`synchronous=FULL`), in a log beside the
file (WAL) where the file system can do that. Several processes may use one file at once.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import monotonic, sleep
from weakref import finalize

from simulator.errors import Refused
from simulator.store import sqlite_broken
from simulator.store.plays import Answer, Job, Run, SqlStore, T
from simulator.store.schema import MIGRATIONS, Migrations, steps
from simulator.store.sqlite_errors import is_broken, is_busy, told
from simulator.store.sqlite_turn import taking_turns
from simulator.store.store import StoreFailed
from simulator.words import _

APPLICATION = 0x53706172
"""Marks the file as ours ("Spar"), so that another program's database is never written to."""
PATIENCE = 5.0
"""Seconds to wait for another program that is writing."""


class SqliteStore(SqlStore):
    """Plays in one SQLite file, which is made where there is none.

    What is there but can't be read is kept aside under another name, and `notice` says so.
    Raises Refused for a file of another program or of a newer Sparring, StoreFailed where
    nothing can be read or written.
    """

    def __init__(
        self, path: Path, *, patience: float = PATIENCE, migrations: Migrations = MIGRATIONS
    ) -> None:
        super().__init__()
        self.path = path
        self._patience = patience
        self._migrations = migrations
        self._lock = RLock()
        self._lost: list[sqlite3.Connection] = []
        with told(path), _room(path, patience):
            self.notice = sqlite_broken.set_aside(path, patience)
            self._open()

    def copies(self) -> list[Path]:
        """See `Store.copies`."""
        return sqlite_broken.copies(self.path)

    def close(self) -> None:
        """See `Store.close`."""
        with self._lock:
            self._link.close()

    def delete(self, key: str) -> bool:
        """See `Store.delete`."""
        was_there = super().delete(key)
        self._empty_log()
        return was_there

    def forget(self, learner: str) -> dict[str, int]:
        """See `Store.forget`."""
        removed = super().forget(learner)
        self._empty_log()
        return removed

    def backup(self, to: Path) -> None:
        """Copy everything into a new file, as it stands now. Raises StoreFailed."""
        with self._lock:
            _copy(self._here(), to)

    def _read(self, job: Job[T]) -> T:
        return self._transact("BEGIN", job)

    def _write(self, job: Job[T]) -> T:
        return self._transact("BEGIN IMMEDIATE", job)

    def _transact(self, begin: str, job: Job[T]) -> T:
        with self._lock, self._told(), _transaction(self._here(), begin) as run:
            return job(run)

    def _here(self) -> sqlite3.Connection:
        """The connection to the file that has the name now; what is deleted still takes writes.

        Raises StoreFailed where there is none any more.
        """
        try:
            is_here = os.path.samestat(self._opened, self.path.stat())
        except FileNotFoundError:
            raise StoreFailed(
                _("{path} was moved or deleted while Sparring was using it").format(path=self.path),
                _("put it back, then try again"),
            ) from None
        if not is_here:
            # To close the connection could remove the log of the file that is there now.
            self._lost.append(self._link)
            self._open()
        return self._link

    def _open(self) -> None:
        """Connect to the file, and bring it to today's schema."""
        self._opened = self.path.stat()
        link = _connect(self.path, self._patience)
        try:
            self._prepare(link)
        except BaseException:
            link.close()
            raise
        self._link = link
        # A store that nobody holds any more lets go of its file; the end of the program does so by itself.
        finalize(self, link.close).atexit = False

    def _empty_log(self) -> None:
        """Bring everything into the file itself: what was deleted is to be in neither."""
        with (
            self._lock,
            suppress(sqlite3.OperationalError),
        ):  # others who are reading may delay it until they close
            self._link.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """As `told`; damage that is met is remembered, so that the next start looks at the whole file."""
        try:
            with told(self.path):
                yield
        except Refused as error:
            if is_broken(error.__cause__):
                sqlite_broken.suspect(self.path)
            raise

    def _prepare(self, link: sqlite3.Connection) -> None:
        """Bring the file to today's schema and a connection to it to our ways."""
        found = _version(link)
        todo = steps(found, self._migrations)
        _set_up(link, self._patience)
        if not todo:
            return
        if found:
            _copy(link, sqlite_broken.free_name(self.path, f"{sqlite_broken.VERSION}{found}"))
        with _transaction(link, "BEGIN IMMEDIATE") as run:
            for statement in steps(_version(link), self._migrations):
                run(statement)
            run(f"PRAGMA application_id = {APPLICATION}")
            run(f"PRAGMA user_version = {len(self._migrations)}")


@contextmanager
def _room(path: Path, patience: float) -> Iterator[None]:
    """The folder and an empty file, both for their owner alone, and no other start meanwhile."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with taking_turns(path.parent, patience):
        with suppress(FileExistsError):
            _create(path)
        yield


def _create(path: Path) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _copy(link: sqlite3.Connection, to: Path) -> None:
    with told(to):
        _create(to)
        with closing(sqlite3.connect(to)) as copy:
            link.backup(copy)


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)


def _version(link: sqlite3.Connection) -> int:
    """The version of the file's schema; 0 for an empty one. Raises Refused for another program's file."""
    (version,) = link.execute("PRAGMA user_version").fetchone()
    (application,) = link.execute("PRAGMA application_id").fetchone()
    (tables,) = link.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise Refused(
            _("this database belongs to another program, and was left as it is"),
            _("name another file for what you play"),
        )
    return int(version)


def _set_up(link: sqlite3.Connection, patience: float) -> None:
    """Settings that hold for this connection, and the log beside the file, which stays."""
    link.execute("PRAGMA foreign_keys = ON")
    link.execute("PRAGMA secure_delete = ON")  # what a person had deleted is overwritten
    link.execute("PRAGMA fullfsync = ON")  # macOS: a sync that reaches the disk itself
    # Without WAL, a commit is the removal of a journal: EXTRA syncs that as well.
    is_wal = _journal(link, monotonic() + patience) == "wal"
    link.execute(f"PRAGMA synchronous = {'FULL' if is_wal else 'EXTRA'}")


def _journal(link: sqlite3.Connection, until: float) -> str:
    """Ask for WAL, and answer what it became. Two who ask at once aren't made to wait by SQLite itself."""
    while True:
        try:
            return str(link.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if not is_busy(error) or monotonic() > until:
                raise
            sleep(0.01)


@contextmanager
def _transaction(link: sqlite3.Connection, begin: str) -> Iterator[Run]:
    def run(text: str, *values: object) -> Answer:
        return link.execute(text, values)

    link.execute(begin)
    try:
        yield run
        link.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            link.execute("ROLLBACK")
        raise
