from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.engine.program import compile_program
from simulator.packs.places import places
from simulator.practice.keeper import Keeper
from simulator.practice.opening import opened
from simulator.practice.versions import Versions
from simulator.scenario.reader import read_scenario
from simulator.store.open import open_store
from simulator.store.record import Mode

LINE = ("ask", "evidence", "leave", "refuse")


@pytest.fixture
def played(home: Path, scene: Path) -> None:
    """Sam has played the small scene once, in Rehearse mode, to its end."""
    edition = read_scenario(scene).edition
    store = open_store(places().store)
    keeper = Keeper(store, "Sam", Versions(places().data / "editions", lambda _: scene))
    session = opened(edition, compile_program(edition.scenario))
    keeping = keeper.begin(edition, session, mode=Mode.REHEARSE)
    for choice in LINE:
        session.say(choice, 1_000.0)
        keeping.keep(session)
    store.close()


def test_a_beginner_is_told_what_to_begin_with(sparring) -> None:
    shown = sparring("progress")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "None so far." in shown.stdout
    assert '  1  Begin "The banana call"' in shown.stdout


@pytest.mark.usefixtures("played")
def test_what_was_played_is_worked_out_and_told(sparring) -> None:
    shown = sparring("progress", "--as", "Sam")
    assert shown.stdout.startswith("Progress of Sam\n")
    assert "  The small no\n      100 [" in shown.stdout
    assert "1 of 2  The small no" in shown.stdout


@pytest.mark.usefixtures("played")
def test_as_data_it_has_the_keys_that_scripts_rely_on(sparring) -> None:
    told = json.loads(sparring("progress", "--as", "Sam", "--json").stdout)
    assert told["learner"] == "Sam"
    assert [point["balance"] for point in told["balance"]] == [100.0]
    assert told["evidence"]["decisions"] == 4
    assert told["practice"]["plays"] == 0
    assert told["next"][0] == {
        "kind": "begin",
        "scenario": "clients/overlooked-candidate",
        "title": "The profile that doesn't stand out",
        "is_tutorial": False,
    }


@pytest.mark.usefixtures("played")
def test_others_see_nothing_of_it(sparring) -> None:
    assert json.loads(sparring("progress", "--as", "Kim", "--json").stdout)["evidence"]["plays"] == 0


def test_a_name_that_is_none_is_misuse(sparring) -> None:
    shown = sparring("progress", "--as", " ")
    assert shown.returncode == 2
    assert "1 to 60 characters" in shown.stderr


def test_it_speaks_the_language_asked_for(sparring) -> None:
    shown = sparring("progress", "--language", "de")
    assert shown.returncode == 0
    assert "Progress of" not in shown.stdout


def test_it_loads_no_screens() -> None:
    script = "import sys, simulator.cli.progress; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
