"""What can happen to a server, and on the way to it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psycopg
import pytest

from simulator.engine.transcript import Said
from simulator.errors import Refused
from simulator.store.log import Typed
from simulator.store.open import open_store
from simulator.store.plays import Job, T
from simulator.store.postgres import PostgresStore
from simulator.store.store import Store, StoreFailed
from tests.store.conftest import POSTGRES
from tests.store.plays import PLAIN
from tests.store.server import Server

pytestmark = POSTGRES
AT = 1_700_000_000.0


@pytest.fixture
def url(empty_server: Server) -> str:
    return empty_server.url


@pytest.fixture
def store(url: str) -> Iterator[PostgresStore]:
    with closing(PostgresStore(url, patience=3)) as store:
        yield store


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
def test_a_play_goes_on_when_the_server_was_restarted(
    store: Store, server: Server, how: signal.Signals
) -> None:
    store.begin("me", "k", PLAIN, AT)
    for number in range(1, 4):
        store.append("k", number, Said(f"choice-{number}"), at=AT)
        server.restart(how)
    assert [line.number for line in store.records("me")[0].log] == [1, 2, 3]
    server.restart(how)
    assert store.delete("k")


def test_while_the_server_is_down_it_is_told_and_afterwards_it_goes_on(url: str, server: Server) -> None:
    with closing(PostgresStore(url, patience=0.2)) as store:
        store.begin("me", "k", PLAIN, AT)
        server.stop()
        try:
            with pytest.raises(StoreFailed, match="can't be reached") as failure:
                store.append("k", 1, Said("a"), at=AT)
            with pytest.raises(StoreFailed):
                open_store(url)
        finally:
            server.start()
        assert failure.value.hint
        assert "secret" not in failure.value.message
        assert store.append("k", 1, Said("a"), at=AT + 7)
        assert [line.what for line in store.records("me")[0].log] == [Said("a")]


def test_a_server_that_comes_back_while_we_wait_is_taken(store: Store, server: Server) -> None:
    store.begin("me", "k", PLAIN, AT)
    server.stop()
    soon = threading.Timer(0.3, server.start)
    soon.start()
    store.append("k", 1, Said("a"), at=AT)
    soon.join()
    assert len(store.records("me")[0].log) == 1


class Cut(PostgresStore):
    """Loses its connection once a commit has arrived, before anyone hears of it."""

    cuts = 0

    def _once(self, job: Job[T]) -> T:
        result = super()._once(job)
        if self.cuts:
            self.cuts -= 1
            self._link.close()
            raise psycopg.OperationalError("the connection is lost")
        return result


def test_what_had_arrived_is_not_written_twice(url: str) -> None:
    with closing(Cut(url)) as store:
        store.cuts = 1
        store.begin("me", "k", PLAIN, AT)
        store.cuts = 1
        lines = store.append("k", 1, Said("a"), Typed(1, "hm"), at=AT)
        assert store.records("me")[0].log == lines
        store.cuts = 1
        assert store.delete("k")
        store.begin("me", "k", PLAIN, AT)
        store.cuts = 1
        assert store.forget("me")["plays"] == 1


def test_what_was_told_as_failed_but_arrived_can_be_tried_again(url: str) -> None:
    with closing(Cut(url)) as store:
        store.begin("me", "k", PLAIN, AT)
        store.cuts = 2
        with pytest.raises(StoreFailed):
            store.append("k", 1, Said("a"), at=AT)
        (line,) = store.append("k", 1, Said("a"), at=AT + 60)
        assert store.records("me")[0].log == (line,)
        assert line.at == AT


def test_a_lock_that_is_held_too_long_is_told(url: str) -> None:
    with closing(PostgresStore(url, patience=0.2)) as store:
        store.begin("me", "k", PLAIN, AT)
        with psycopg.connect(url) as other:
            other.execute("UPDATE sparring.plays SET said = 0")
            with pytest.raises(StoreFailed, match="others are writing there"):
                store.append("k", 1, Said("a"), at=AT)
        store.append("k", 1, Said("a"), at=AT)


def test_fifty_players_at_once_lose_nothing(url: str) -> None:
    def play(player: int) -> None:
        with closing(open_store(url)) as store:
            store.begin(f"player {player}", f"k{player}", PLAIN, AT)
            for number in range(1, 6):
                store.append(f"k{player}", number, Said(f"choice-{number}"), at=AT)

    with ThreadPoolExecutor(50) as pool:
        list(pool.map(play, range(50)))
    with closing(open_store(url)) as store:
        glances = [glance for name in store.learners() for glance in store.glances(name)]
        assert [glance.said for glance in glances] == [5] * 50
        assert sorted(glance.serial for glance in glances) == list(range(1, 51))


def test_the_server_knows_who_is_connected(store: Store, url: str) -> None:
    with psycopg.connect(url) as link:
        assert ("sparring",) in link.execute("SELECT application_name FROM pg_stat_activity").fetchall()


def test_a_store_touches_nothing_outside_its_schema(store: Store, url: str) -> None:
    with psycopg.connect(url) as link:
        rows = link.execute(
            "SELECT DISTINCT schemaname FROM pg_tables WHERE schemaname !~ '^(pg_|information)'"
        )
        assert rows.fetchall() == [("sparring",)]


def test_who_may_not_write_is_told(empty_server: Server) -> None:
    empty_server.sql("DROP ROLE IF EXISTS reader")
    empty_server.sql("CREATE ROLE reader LOGIN")
    with pytest.raises(StoreFailed, match="may not write there"):
        open_store(empty_server.url.replace("sparring:secret", "reader:secret"))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:s3cret@127.0.0.1:1/db",
        "postgresql://me:s3cret@no-such-host.invalid/db",
        "postgresql://me:s3cret@127.0.0.1:port/db",
        "postgresql://me:s3cret@127.0.0.1/db?no_such_option=1",
        "postgresql://me@127.0.0.1:1/db?password=s3cret",
        "postgresql://me:%s3cret@127.0.0.1/db",
        "postgresql://me:a@s3cret@127.0.0.1/db",
        "postgresql://me:a/s3cret@127.0.0.1/db",
        "postgresql://me:a?s3cret@127.0.0.1/db",
        "postgresql://me:a#s3cret@127.0.0.1/db",
    ],
)
def test_what_is_told_about_an_address_never_shows_the_password(url: str) -> None:
    with pytest.raises(Refused) as refusal:
        open_store(url)
    assert refusal.value.hint
    assert "s3cret" not in refusal.value.message + refusal.value.hint
    assert refusal.value.__suppress_context__ or refusal.value.__context__ is None
