"""Plays of a team on one server: PostgreSQL, by psycopg 3 (the extra `sparring[postgres]`).

The tables stand in a schema of their own, `sparring`. A connection that was lost is made anew
and the work done once more: what had arrived after all is found, and not written twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from threading import RLock
from time import monotonic, sleep
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from psycopg.errors import ForeignKeyViolation, TransactionRollback

from simulator.store.plays import Answer, Job, SqlStore, T
from simulator.store.postgres_errors import parts_of, told
from simulator.store.schema import MIGRATIONS, Migrations, steps
from simulator.store.store import StoreFailed
from simulator.words import _

PATIENCE = 5.0
"""Seconds to wait for a server that is starting again, and for others' locks."""
STATEMENT = 10.0
"""Seconds that one statement may take."""
_LOCK = 0x53706172
"""Names the lock that whoever changes the schema holds ("Spar")."""
_DEFAULTS: Mapping[str, str | int] = {
    "connect_timeout": 5,
    # A network that swallows everything is noticed within seconds, too.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
_OURS = {"application_name": "sparring", "client_encoding": "utf8"}
_SETTINGS = """
    SET search_path TO sparring;
    SET statement_timeout TO {statement:.0f};
    SET lock_timeout TO {lock:.0f};
    SET idle_in_transaction_session_timeout TO 60000;
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
"""
"""What holds for a connection; times in milliseconds."""


class PostgresStore(SqlStore):
    """Plays in a PostgreSQL database; its tables are made where there are none.

    Raises Refused for a store of a newer Sparring, StoreFailed where the server can't be used.
    """

    def __init__(self, url: str, *, patience: float = PATIENCE, migrations: Migrations = MIGRATIONS) -> None:
        super().__init__()
        self._url = url
        self._address = make_conninfo(**{**_DEFAULTS, **parts_of(url), **_OURS})
        self._patience = patience
        self._lock = RLock()
        self._is_open = True
        with told(url):
            self._link = self._connect()
            try:
                self._prepare(migrations)
            except BaseException:
                self._link.close()
                raise

    def close(self) -> None:
        """See `Store.close`."""
        with self._lock:
            self._is_open = False
            self._link.close()

    def _read(self, job: Job[T]) -> T:
        return self._write(job)

    def _write(self, job: Job[T]) -> T:
        with self._lock, told(self._url):
            if not self._is_open:
                raise StoreFailed(_("the store was closed"))
            try:
                return self._once(job)
            except (TransactionRollback, ForeignKeyViolation):
                pass  # another was quicker: what it did can be seen now
            except psycopg.OperationalError:
                if not self._link.closed:
                    raise
                self._link = self._connect_again()
            return self._once(job)

    def _once(self, job: Job[T]) -> T:
        """Run a job as one transaction."""
        try:
            result = job(self._run)
            self._link.commit()
        except BaseException:
            with suppress(psycopg.Error):
                self._link.rollback()
            raise
        return result

    def _run(self, text: str, *values: Any) -> Answer:
        return self._link.execute(_as_psycopg(text), values)

    def _connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        link = psycopg.connect(self._address, prepare_threshold=None)  # poolers know no prepared statements
        link.execute(_SETTINGS.format(statement=STATEMENT * 1000, lock=self._patience * 1000))
        link.commit()
        return link

    def _connect_again(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A new connection, as soon as the server takes one. Raises psycopg's errors after a while."""
        until = monotonic() + self._patience
        while True:
            try:
                return self._connect()
            except psycopg.OperationalError:
                if monotonic() > until:
                    raise
                sleep(0.1)

    def _prepare(self, migrations: Migrations) -> None:
        """Bring the tables to today's schema, one program at a time."""
        if not steps(self._version(), migrations):
            self._link.rollback()
            return
        self._link.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
        for statement in steps(self._make_version(), migrations):
            self._link.execute(_as_psycopg(statement))
        self._link.execute("UPDATE version SET number = %s", (len(migrations),))
        self._link.commit()

    def _version(self) -> int:
        """The version of the tables; 0 where there are none."""
        if not self._finds("SELECT 1 FROM pg_tables WHERE schemaname = 'sparring' AND tablename = 'version'"):
            return 0
        (version,) = self._link.execute("SELECT number FROM version").fetchone() or (0,)
        return int(version)

    def _make_version(self) -> int:
        """As `_version`, in tables that are there from now on."""
        if not self._finds("SELECT 1 FROM pg_namespace WHERE nspname = 'sparring'"):
            self._link.execute("CREATE SCHEMA sparring")
        self._link.execute("CREATE TABLE IF NOT EXISTS version (number INTEGER NOT NULL)")
        if not self._finds("SELECT 1 FROM version"):
            self._link.execute("INSERT INTO version (number) VALUES (0)")
        return self._version()

    def _finds(self, text: str) -> bool:
        return self._link.execute(_as_psycopg(text)).fetchone() is not None


@cache
def _as_psycopg(text: str) -> Any:
    """The same text with psycopg's sign for a value."""
    return text.replace("?", "%s")
