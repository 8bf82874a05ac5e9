"""Stores to test: each back end's contract is the same, and so are its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.store.open import open_store
from simulator.store.store import Store
from tests.store.server import Server

POSTGRES = pytest.mark.xdist_group("postgres")
"""Tests that share the one server."""


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@pytest.fixture
def empty_server(server: Server) -> Server:
    """The server without a store in it."""
    server.sql("DROP SCHEMA IF EXISTS sparring CASCADE")
    return server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=POSTGRES)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """A place of each kind with nothing in it yet."""
    if request.param == "sqlite":
        return tmp_path / "new" / "plays.sqlite3"
    server: Server = request.getfixturevalue("empty_server")
    return server.url


@pytest.fixture
def opened(where: Path | str) -> Iterator[Callable[[], Store]]:
    """Opens the store, once more at each call; all are closed at the end."""
    stores: list[Store] = []

    def opened() -> Store:
        stores.append(open_store(where))
        return stores[-1]

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    return opened()
