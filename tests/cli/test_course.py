from __future__ import annotations

import json
from pathlib import Path

import pytest

PACKS = Path(__file__).parents[1] / "practice" / "packs"
ARC = "week/with_dana"


@pytest.fixture(autouse=True)
def library(config: Path) -> None:
    config.write_text(f"pack_folders = ['{PACKS}']\n")


def typed(*words: str) -> str:
    return "\n".join(words) + "\n"


def to_the_end(sparring, *options: str) -> str:
    """Play the arc's next conversation line by line: always the first choice, then leave the debrief."""
    answers = typed("", *["1"] * 4, "", "", "q")
    shown = sparring("play", ARC, "--plain", "--as", "Sam", *options, stdin=None, input=answers)
    assert shown.returncode == 0, shown.stderr
    return shown.stdout


def plays(sparring) -> list[dict[str, object]]:
    return json.loads(sparring("progress", "--as", "Sam", "--json").stdout)["balance"]


def next_of(sparring) -> dict[str, object]:
    things = json.loads(sparring("progress", "--as", "Sam", "--json").stdout)["next"]
    return next((thing for thing in things if thing["kind"] == "arc"), {})


def test_an_arc_is_played_conversation_by_conversation_with_its_trust(sparring) -> None:
    assert "A week with Dana. Conversation 1 of 2." in to_the_end(sparring)
    step = next_of(sparring)
    assert (step["scenario"], step["number"], step["of"]) == ("week/friday", 2, 2)
    shown = to_the_end(sparring)
    assert f"A week with Dana. Conversation 2 of 2. Trust is carried over: {step['trust']}." in shown
    assert [play["scenario"] for play in plays(sparring)] == ["week/monday", "week/friday"]
    assert next_of(sparring) == {}
    assert "to its end; it begins anew" in to_the_end(sparring)


def test_a_conversation_left_half_way_is_gone_on_with(sparring) -> None:
    to_the_end(sparring)
    sparring("play", ARC, "--plain", "--as", "Sam", stdin=None, input=typed("", "1"))
    shown = sparring("resume", "--plain", "--as", "Sam", stdin=None, input=typed("1", "1", "1", "", "", "q"))
    assert "Friday" in shown.stdout
    assert [play["scenario"] for play in plays(sparring)] == ["week/monday", "week/friday"]
    assert next_of(sparring) == {}


def test_a_guest_begins_at_the_first_conversation(sparring) -> None:
    to_the_end(sparring)
    shown = sparring("play", ARC, "--plain", "--guest", stdin=None, input=typed(""))
    assert "Conversation 1 of 2" in shown.stdout


def test_a_script_plays_the_first_conversation(sparring) -> None:
    told = json.loads(sparring("play", ARC, "--choices", "ask", "--json").stdout)
    assert (told["scenario"], told["trust"][0]) == ("week/monday", 50)


def test_what_is_neither_scenario_nor_arc_is_misuse(sparring) -> None:
    shown = sparring("play", "week/with_danna")
    assert shown.returncode == 2
