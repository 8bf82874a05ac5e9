"""Plays kept in PostgreSQL, by the whole program."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

import pytest

from simulator.cli.learner import versions
from simulator.cli.plain.run import Start, prompt
from simulator.cli.stage import Stage, compiled, open_edition
from simulator.packs.find import resolve
from simulator.practice.keeper import Keeper
from simulator.store.open import open_store
from tests.cli.prompts import Prompts, Typed
from tests.store.server import Server

pytestmark = pytest.mark.skipif(os.name == "nt", reason="servers of another kind")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def team(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    monkeypatch.setenv("SPARRING_STORE", server.url)
    return server


def test_a_team_plays_resumes_looks_back_and_forgets(team: Server, prompts: Prompts) -> None:
    assert "Playing as Sam" in prompts.play("1", "q")
    prompts.play("1", options=("--as", "Kim"))
    assert "after one answer" in prompts("resume", typed=("1",))
    shown = prompts("history")
    assert "left half-way" in shown
    assert "Kim" not in shown
    shown = prompts("forget", "--yes")
    assert "  2 answers said\n" in shown
    assert "secret" not in shown
    assert json.loads(prompts("history", "--json"))["plays"] == []
    assert len(json.loads(prompts("history", "--json", "--as", "Kim"))["plays"]) == 1


def test_a_server_restarted_in_mid_play_costs_no_word(team: Server, monkeypatch, capsys) -> None:
    edition = open_edition(resolve("overlooked-candidate"), None)
    stage = Stage(edition, compiled(edition, None), 50, 1, coach=False)
    store = open_store(team.url)
    keeper = Keeper(store, "Ada", versions())
    answers = ["", "1", (team.restart, "1"), "", "", "", "1", "q", "q"]
    monkeypatch.setattr(sys, "stdin", Typed(*answers))
    prompt(stage, Start(keeper=keeper), as_json=False)
    told = capsys.readouterr().out.count("You:")
    (play,) = keeper.glances()
    assert play.said == told == 3
    store.close()


def test_without_the_server_one_plays_all_the_same(prompts: Prompts, monkeypatch) -> None:
    monkeypatch.setenv("SPARRING_STORE", "postgresql://sam:secret@127.0.0.1:1/plays")
    shown = " ".join(prompts.best("", "", "q").split())
    assert "This play will not be kept" in shown
    assert "secret" not in shown
    assert "Balance 100" in shown
