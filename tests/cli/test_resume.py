from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from simulator.packs.places import places
from tests.cli.prompts import Prompts, number_of


def plays(prompts: Prompts) -> list[dict]:
    return json.loads(prompts("history", "--json"))["plays"]


def test_a_play_that_was_left_goes_on_with_the_conversation_told_again(prompts: Prompts) -> None:
    first = prompts.numbers(words=("What did you hope",))[0]
    assert '"sparring resume" goes on with it' in prompts.play(first, "q")
    shown = prompts("resume")
    assert "you go on where you left, after one answer" in shown
    assert "You: What did you hope to see?\nDana (thoughtful): Somebody who stays." in shown
    number = number_of(shown, "After that winter")
    prompts("resume", typed=(number,))
    (play,) = plays(prompts)
    assert play["choices"] == ["ask", "evidence"]


def test_a_play_that_came_back_keeps_its_mode_and_its_order_of_choices(prompts: Prompts) -> None:
    begun = prompts.play(options=("--coach", "--temperament", "guarded", "--trust", "61"))
    shown = prompts("resume")
    assert "(trust 61)" in shown
    listed = [line for line in begun.splitlines() if line[1:2].isdigit()]
    assert [line for line in shown.splitlines() if line[1:2].isdigit()] == listed


def test_one_that_ended_in_its_last_moment_comes_back_to_its_debrief(prompts: Prompts) -> None:
    prompts.best()
    shown = prompts("resume", "1", typed=("2", "3", "q"))
    assert "How hard did you push?" in shown
    assert "Balance 100" in shown
    assert plays(prompts)[0]["push"] == "about right"
    assert "How hard" not in prompts("resume", "1", typed=("q",))


def test_beginning_anew_is_told_of_the_play_that_was_left_and_does_not_lose_it(prompts: Prompts) -> None:
    prompts.play("1", "q")
    shown = " ".join(prompts.best("", "", "q").split())
    assert '"sparring resume small/small-no" goes on with it. Enter begins anew.' in shown
    assert "no play to go on with" in prompts("resume", status=1)
    assert "after one answer" in prompts("resume", "small-no")
    assert "after one answer" in prompts("resume", "1")


def test_what_is_not_there_is_told(prompts: Prompts) -> None:
    assert "no play to go on with" in prompts("resume", status=1)
    assert "you have no play" in prompts("resume", "nonsense", status=2)


def test_a_play_goes_on_with_its_own_words_where_the_file_says_something_else(
    prompts: Prompts, scene: Path
) -> None:
    prompts.play("1", "q")
    scene.write_text(scene.read_text().replace("Two years.", "Three years."))
    assert "words were revised since" in prompts("resume")


def test_a_play_that_cannot_go_on_makes_way_for_the_one_before(prompts: Prompts, scene: Path) -> None:
    other = scene.with_name("other-no.toml")
    shutil.copy(scene, other)
    prompts("play", str(other), "--plain", typed=("", "1"))
    prompts.play("1")
    shutil.rmtree(places().data / "editions")
    scene.unlink()
    assert "after one answer" in prompts("resume")
    other.unlink()
    shutil.rmtree(places().data / "editions")
    assert "isn't in your library" in prompts("resume", status=1)


def test_a_play_whose_words_are_gone_is_closed_and_says_why(prompts: Prompts, scene: Path) -> None:
    first = prompts.numbers(words=("What did you hope",))[0]
    prompts.play(first, "q")
    shutil.rmtree(places().data / "editions")
    scene.write_text(
        scene.read_text().replace("[beats.opening.choices.ask]", "[beats.opening.choices.enquire]")
    )
    assert "can't be said there any more" in prompts("resume", status=1)
    assert "can't be said there any more" in plays(prompts)[0]["closed"]
    assert "closed" in prompts("history")
    assert "ask" in prompts("history", "1").splitlines()[-1]


def test_nobody_goes_on_with_another_persons_play(prompts: Prompts) -> None:
    prompts.play("1", options=("--as", "Kim"))
    assert "no play to go on with" in prompts("resume", status=1)
    assert "after one answer" in prompts("resume", "--as", "Kim")


def test_a_what_if_and_a_second_play_are_kept_as_what_they_are(prompts: Prompts) -> None:
    prompts.best("", "", "w 3", "1", "q")
    prompts.best("", "", "p", "1", "q")
    kinds = [(play["purpose"], play["evidence"]) for play in reversed(plays(prompts))]
    assert kinds == [("play", True), ("what-if", False), ("play", False), ("play", False)]


def test_what_another_program_wrote_into_the_store_reaches_no_terminal(prompts: Prompts) -> None:
    prompts.best("1", "1", "a 1", "mine", "q")
    with closing(sqlite3.connect(places().store)) as link, link:
        link.execute("UPDATE log SET body = replace(body, 'mine', '\\u001b]0;mine')")
        link.execute("UPDATE plays SET beginning = replace(beginning, 'Northline', '\\u001b]0;North')")
    assert "\x1b" not in prompts("resume", "1", typed=("d", "q"))
    assert "\x1b" not in prompts("history", "1") + prompts("history")
