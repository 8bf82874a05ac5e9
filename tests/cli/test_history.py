from __future__ import annotations

import csv
import json
import os
import shutil
from pathlib import Path

import pytest

from simulator.packs.places import places
from tests.cli.prompts import Prompts


def plays(prompts: Prompts, *options: str) -> list[dict]:
    return json.loads(prompts("history", "--json", *options))["plays"]


def test_a_play_is_in_the_history_with_what_was_said_and_how_it_ended(prompts: Prompts) -> None:
    prompts.best("2", "3", "q")
    (play,) = plays(prompts)
    assert (play["scenario"], play["learner"]) == ("small/small-no", "Sam")
    assert play["choices"] == ["ask", "evidence", "leave", "refuse"]
    assert (play["ending"], play["balance"], play["evidence"]) == ("hour", 100.0, True)
    assert (play["push"], play["respect"]) == ("about right", "throughout")


def test_the_newest_comes_first_and_numbers_stay(prompts: Prompts) -> None:
    prompts.best("", "", "q")
    prompts.play("q", options=("--coach",))
    assert [(play["number"], play["mode"]) for play in plays(prompts)] == [(2, "coach"), (1, "rehearse")]
    rows = prompts("history").splitlines()
    assert rows[1].split() == ["2", rows[1].split()[1], "small-no", "left", "half-way", "-", "coached"]
    assert rows[2].endswith("The hour       100 (92-100)  first run")
    assert max(map(len, rows)) <= 79


def test_the_table_fits_where_a_name_is_long(prompts: Prompts, scene: Path) -> None:
    longer = scene.with_name("a-very-long-name-of-a-scene-that-somebody-gave-it.toml")
    scene.rename(longer)
    prompts("play", str(longer), "--plain", typed=("", "q"))
    assert "~" in prompts("history")
    assert max(map(len, prompts("history").splitlines())) <= 79


@pytest.mark.parametrize("options", [("--guest",), ("--choices", "ask")])
def test_guests_and_scripts_leave_nothing(prompts: Prompts, options: tuple[str, ...]) -> None:
    prompts.play("1", options=options)
    assert plays(prompts) == []
    assert "Sam has not played yet" in prompts("history")


@pytest.mark.parametrize("command", ["history", "progress", "resume"])
def test_a_guest_is_not_shown_the_plays_of_whoever_is_logged_in(prompts: Prompts, command: str) -> None:
    prompts.play("1")
    assert "a guest has no history" in prompts("--guest", command, status=2)


def test_each_learner_has_a_history_of_their_own(prompts: Prompts) -> None:
    prompts.play("1", options=("--as", "Kim"))
    assert plays(prompts) == []
    assert len(plays(prompts, "--as", "Kim")) == 1
    assert len(json.loads(prompts("--as", "Kim", "history", "--json"))["plays"]) == 1
    assert "Kim" not in prompts("history")


def test_a_guest_has_no_name_and_a_name_has_some_length(prompts: Prompts) -> None:
    assert "not both" in prompts("play", "small-no", "--as", "Kim", "--guest", status=2)
    assert "1 to 60" in prompts("history", "--as", "  ", status=2)
    assert "1 to 60" in prompts("history", "--as", "x" * 61, status=2)


def test_a_play_is_shown_word_by_word_with_its_debrief_and_what_was_written(prompts: Prompts) -> None:
    numbers = prompts.numbers()
    said = [text for pair in zip(["My own words", "", "", ""], numbers, strict=True) for text in pair]
    typed = (*said, "1", "2", "a 1", "The winter \x1b[31m", "c", "I see it otherwise", "Dana", "1", "d", "q")
    shown = prompts.play(*typed, options=("--say-first",))
    assert 'you wrote: "My own words"' in shown
    again = prompts("history", "1")
    assert "You: What did you hope to see?\nDana (thoughtful): Somebody who stays." in again
    assert again.index("Somebody who stays.") < again.index("DEBRIEF") < again.index("Balance 100")
    assert "How you saw it: pushed too little, mostly respectful" in again
    assert "Before answer 1 you wrote: My own words" in again
    assert "What did you notice first?\nThe winter" in again
    assert "\x1b" not in again
    assert "This week you will say: I see it otherwise (Dana)" in again


def test_a_play_without_its_scenario_is_still_told_by_what_is_kept(prompts: Prompts, scene: Path) -> None:
    prompts.play("1", "2")
    shutil.rmtree(scene.parent)
    assert "the copy kept at its start" in " ".join(prompts("history", "1").split())
    shutil.rmtree(places().data / "editions")
    shown = prompts("history", "1")
    assert "isn't in your library" in shown
    assert shown.splitlines()[-1].split()[-1] in {"evidence", "deadline", "fold"}


def test_a_play_is_named_by_its_number_or_the_start_of_its_key(prompts: Prompts) -> None:
    prompts.play("1")
    key = plays(prompts)[0]["key"]
    assert prompts("history", key[:6]) == prompts("history", "1")
    for wrong in ("2", "0", key[:2] + "z", "", "9" * 5000):
        assert "you have no play" in prompts("history", wrong, status=2)


def test_a_play_is_deleted_for_good_only_once_somebody_agreed(prompts: Prompts) -> None:
    prompts.play("1")
    assert "--yes" in prompts("history", "1", "--delete", status=2)
    assert "name the play" in prompts("history", "--delete", status=2)
    assert "Deleted." in prompts("history", "1", "--delete", "--yes")
    assert plays(prompts) == []


def test_everything_is_taken_along_as_json(prompts: Prompts, tmp_path: Path) -> None:
    prompts.best("1", "1", "a 1", "Naïve, I was", "w 2", "1", "q")
    file = tmp_path / "plays.json"
    assert "2 plays written" in prompts("history", "--export", str(file))
    exported = json.loads(file.read_text(encoding="utf-8"))["plays"]
    assert exported[0]["purpose"] == "what-if"
    assert exported[0]["origin"] == exported[1]["key"]
    assert exported[0]["choices"][:1] == ["ask"]
    assert exported[1]["notes"] == {"1": "Naïve, I was"}
    assert [line["kind"] for line in exported[1]["log"]] == ["said"] * 4 + ["rated", "noted"]


def test_a_spreadsheet_gets_no_formula_from_what_somebody_typed(prompts: Prompts, tmp_path: Path) -> None:
    prompts.best("", "", "c", "=HYPERLINK(1)", "@Dana", "q", options=("--as", "=1+1"))
    file = tmp_path / "plays.csv"
    prompts("history", "--export", str(file), "--as", "=1+1")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["learner"] == "'=1+1"
    assert row["choices"] == "ask evidence leave refuse"
    assert row["balance"] == "100.0"
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_an_export_never_overwrites_a_file(prompts: Prompts, tmp_path: Path) -> None:
    file = tmp_path / "plays.json"
    file.write_text("mine")
    assert "is there already" in prompts("history", "--export", str(file), status=1)
    assert file.read_text() == "mine"
    assert ".csv" in prompts("history", "--export", "plays.xls", status=2)
    assert "can't be written" in prompts("history", "--export", str(tmp_path / "no" / "plays.csv"), status=1)


def test_an_empty_history_is_exported_as_well(prompts: Prompts, tmp_path: Path) -> None:
    prompts("history", "--export", str(tmp_path / "plays.csv"))
    assert (tmp_path / "plays.csv").read_text(encoding="utf-8-sig").startswith("number,key")


def test_a_store_that_cannot_be_opened_is_told(prompts: Prompts, monkeypatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SPARRING_STORE", str(tmp_path / "file" / "plays.sqlite3"))
    assert "can't be" in prompts("history", status=1)


@pytest.mark.parametrize("words", ["sparring history --as ", "sparring resume ", "sparring forget --as K"])
def test_the_shell_completes_nobodys_name_and_no_play(prompts: Prompts, sparring, words: str) -> None:
    prompts.play("1", options=("--as", "Kim"))
    asked = {"_SPARRING_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    shown = sparring(env={**os.environ, **asked}).stdout
    assert "Kim" not in shown
    assert "small" not in shown
