from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli.main import run

Talk = Callable[..., str]


@pytest.fixture
def talk(scene: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Plays the scene by prompts: the answers, one a line, then closed input; returns what was printed."""

    def play(*answers: str, options: tuple[str, ...] = (), status: int = 0) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        assert run(["play", str(scene), "--plain", "--seed", "1", *options]) == status
        return capsys.readouterr().out

    return play


def number_of(shown: str, words: str) -> str:
    """The number beside a choice in the last list of choices that has it."""
    return next(
        line.split()[0] for line in reversed(shown.splitlines()) if words in line and line[1:2].isdigit()
    )


def to_the_end(talk: Talk, *answers: str, options: tuple[str, ...] = ()) -> str:
    """The best play to its ending, then the given answers."""
    said: list[str] = [""]
    for words in ("What did you hope", "After that winter", "It is yours", "No. I can't"):
        said.append(number_of(talk(*said, options=options), words))
    return talk(*said, *answers, options=options)


def test_the_briefing_comes_first_and_enter_begins(talk: Talk) -> None:
    shown = talk()
    assert (
        shown.index("The small no")
        < shown.index("Your goal: An hour for Amir.")
        < shown.index("Enter begins.")
    )
    assert "- Amir asked about the team." in shown
    assert "No to Amir" not in shown


def test_the_choices_are_numbered(talk: Talk) -> None:
    shown = talk("")
    assert " 1  " in shown
    assert " 2  " in shown
    assert "1-2, ? help, u take back, q leave:" in shown


def test_an_empty_line_asks_again_and_a_question_mark_explains(talk: Talk) -> None:
    assert talk("", "").count("1-2, ? help") == 2
    assert "take back the last words" in talk("", "?")


def test_what_is_said_is_heard_and_noted(talk: Talk) -> None:
    shown = talk("", number_of(talk(""), "What did you hope"))
    assert "You: What did you hope to see?\nDana (thoughtful): Somebody who stays." in shown
    assert "[noted: Last winter was hard.]" in shown


def test_rehearsing_tells_trust_in_words_only_and_coaching_explains_each_choice(talk: Talk) -> None:
    first = number_of(talk(""), "What did you hope")
    assert "An open question keeps the door open." not in talk("", first).split("left here")[0]
    coached = talk("", first, options=("--coach",))
    assert "Why: An open question keeps the door open." in coached
    assert "(trust 54)" in coached


def test_taking_back_asks_first_and_then_tells_the_moment_again(talk: Talk) -> None:
    first = number_of(talk(""), "You are wrong")
    assert talk("", first, "u", "n").count("No to Amir") == 1
    shown = talk("", first, "u", "y")
    assert "practice" in shown
    assert shown.count("Dana (flat): No to Amir [/b].") == 2


def test_nothing_said_is_nothing_to_take_back(talk: Talk) -> None:
    assert "Nothing has been said yet." in talk("", "u")


def test_leaving_tells_what_was_played(talk: Talk) -> None:
    shown = talk("", number_of(talk(""), "What did you hope"), "q")
    assert "You left before the end." in shown
    assert "You stopped after one decision" in shown


def test_closed_input_ends_with_what_was_played(talk: Talk) -> None:
    shown = talk("", number_of(talk(""), "What did you hope"))
    assert "The play was left here." in shown
    assert "You stopped after one decision" in shown


def test_the_debrief_asks_for_your_own_view_before_it_shows_a_figure(talk: Talk) -> None:
    shown = to_the_end(talk, "2", "3")
    assert shown.index("How hard did you push?") < shown.index(
        "You said: pushed about right, respectful throughout."
    )
    assert shown.index("You said:") < shown.index("DEBRIEF") < shown.index("Balance 100")
    assert "random answers score" in shown
    assert "not for hiring, ranking or appraisal" in shown


def test_a_number_explains_a_decision(talk: Talk) -> None:
    shown = to_the_end(talk, "", "", "2").split("DEBRIEF")[1]
    assert "Why: Her own words carry the point." in shown
    assert "Trust 54 > 66 (+12); you used what they had told you." in shown


def test_thoughts_questions_and_the_first_page_again(talk: Talk) -> None:
    shown = to_the_end(talk, "", "", "t", "d", "r")
    assert "(Dana thinks: Nobody asks.)" in shown
    assert "What Dana Whitlock wanted: To be asked." in shown
    assert "1. What did you notice first?" in shown
    assert shown.count("Balance 100") == 2


def test_what_if_plays_on_from_a_decision_as_practice(talk: Talk) -> None:
    shown = to_the_end(talk, "", "", "w 3").split("You play on")[1]
    assert shown.index("Dana: I decide tomorrow.") < shown.index("1-2, ? help")


def test_a_debrief_is_kept_in_a_file_and_none_is_overwritten(talk: Talk, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    to_the_end(talk, "", "", "x", "x")
    first, second = tmp_path / "sparring-small-no.txt", tmp_path / "sparring-small-no-2.txt"
    assert "THEIR THOUGHTS" in first.read_text(encoding="utf-8")
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")


def test_with_json_the_talk_goes_aside_and_stdout_is_the_result(scene: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n1\n"))
    assert run(["play", str(scene), "--plain", "--seed", "1", "--json"]) == 0
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)["choices"]) == 1
    assert "Enter begins." in shown.err


@pytest.mark.skipif(os.name == "nt", reason="signals of another kind")
def test_interrupted_it_tells_what_was_played_and_leaves_with_130(scene: Path) -> None:
    command = [sys.executable, "-m", "simulator", "play", str(scene), "--plain", "--seed", "1"]
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, bufsize=1, **streams) as process:
        process.stdin.write("\n1\n")
        process.stdin.flush()
        shown = ""
        while "You:" not in shown or shown.count("help") < 2:
            shown += process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "The play was left here." in rest
    assert "Traceback" not in complaints


@pytest.mark.skipif(os.name == "nt", reason="pipes of another kind")
def test_once_nobody_reads_any_more_the_play_ends(scene: Path) -> None:
    command = f"yes 1 | {sys.executable} -m simulator play {scene} --plain | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)  # noqa: S602
    assert done.returncode == 0
    assert done.stdout == "The small no\n"
    assert "Traceback" not in done.stderr
