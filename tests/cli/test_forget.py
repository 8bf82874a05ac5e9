from __future__ import annotations

import json

from simulator.packs.places import places
from tests.cli.prompts import Prompts


def test_one_person_is_removed_and_what_was_removed_is_told(prompts: Prompts) -> None:
    prompts.best("1", "1", "a 1", "mine", "c", "soon", "Dana", "q")
    prompts.play("1", "u", "y", options=("--as", "Kim"))
    shown = prompts("forget", "--yes").split("Removed:")[1]
    for line in ("1 play", "4 answers said", "1 view of your own play", "1 note", "1 commitment"):
        assert f"  {line}\n" in shown
    assert "copy" not in shown
    assert "The config still names the learner" in shown
    assert json.loads(prompts("history", "--json"))["plays"] == []
    assert len(json.loads(prompts("history", "--json", "--as", "Kim"))["plays"]) == 1
    assert "  1 copy of a scenario\n" in prompts("forget", "--as", "Kim", "--yes")
    assert list((places().data / "editions").iterdir()) == []


def test_nothing_is_removed_before_somebody_agreed(prompts: Prompts) -> None:
    prompts.play("1")
    assert "--yes" in prompts("forget", status=2)
    assert len(json.loads(prompts("history", "--json"))["plays"]) == 1


def test_of_somebody_who_never_played_there_is_nothing(prompts: Prompts) -> None:
    assert "Nothing is kept of Kim" in prompts("forget", "--as", "Kim")


def test_nobody_is_told_of_others(prompts: Prompts) -> None:
    prompts.play("1", options=("--as", "Kim"))
    for command, status in (("history", 0), ("resume", 1), ("forget", 0), ("locate", 0), ("list", 0)):
        assert "Kim" not in prompts(command, status=status)


def test_copies_that_may_still_hold_plays_are_named(prompts: Prompts) -> None:
    store = places().store
    store.parent.mkdir(parents=True)
    store.write_text("this is no database")
    prompts.play("1")
    assert f"\n  {store}.broken-1\n" in prompts("forget", "--yes")
