from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli.main import run
from simulator.packs.catalogue import TUTORIAL
from simulator.packs.find import resolve
from simulator.scenario.reader import read_scenario

BEST = "ask,evidence,leave,refuse"
RESULT_KEYS = {
    "scenario", "version", "digest", "scoring", "temperament", "seed", "choices", "beats", "trust",
    "trust_final", "facts", "ending", "decisions", "score",
}  # fmt: skip
DECISION_KEYS = {
    "beat", "choice", "assertiveness", "partnership", "band", "floor", "kind", "weight", "because", "fit",
    "trust_before", "trust_after", "evidence", "harm", "repairs", "best_gain",
}  # fmt: skip


def played(capsys, *arguments: str) -> dict:
    assert run(["play", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_scripted_play_gives_the_whole_result(scene: Path, capsys) -> None:
    result = played(capsys, str(scene), "--choices", BEST)
    assert result.keys() >= RESULT_KEYS
    assert (result["scenario"], result["version"], result["scoring"]) == ("small/small-no", "2.1.0", 1)
    assert (result["temperament"], result["seed"], result["ending"]) == ("even", 0, "hour")
    assert result["beats"] == ["opening", "second", "third", "fourth"]
    assert result["trust"] == [50, 54, 66, 70, 74]
    assert result["trust_final"] == 74
    assert result["facts"] == ["winter"]
    assert result["score"] == {
        "hold": 1.0, "yield": 1.0, "cap": 100, "balance": 100.0, "margin": 8.0,
        "style": "partner", "firm": True,
    }  # fmt: skip


def test_each_decision_says_what_was_due_and_what_it_was_worth(scene: Path, capsys) -> None:
    second = played(capsys, str(scene), "--choices", "ask,deadline,leave,refuse")["decisions"][1]
    assert second.keys() == DECISION_KEYS
    assert second | {"best_gain": 0} == {
        "beat": "second", "choice": "deadline", "assertiveness": 3, "partnership": 2, "band": [2, 3],
        "floor": 3, "kind": ["hold"], "weight": 1, "because": "evidence", "fit": 0.5, "trust_before": 54,
        "trust_after": 29, "evidence": False, "harm": "pressure", "repairs": False, "best_gain": 0,
    }  # fmt: skip


def test_harm_holds_the_balance_down_and_the_rating_alone_does_not_lift_it(scene: Path, capsys) -> None:
    result = played(capsys, str(scene), "--choices", "ask,deadline,leave,refuse")
    assert (result["score"]["cap"], result["score"]["balance"]) == (69, 69)
    assert result["decisions"][1]["best_gain"] == 0


def test_stopping_early_is_fine_and_ends_nowhere(scene: Path, capsys) -> None:
    result = played(capsys, str(scene), "--choices", "ask")
    assert (result["ending"], result["choices"]) == (None, ["ask"])
    assert result["score"]["balance"] is None
    assert result["decisions"][0]["best_gain"] is None


def test_no_choice_at_all_is_a_play_of_nothing(scene: Path, capsys) -> None:
    result = played(capsys, str(scene), "--choices", "")
    assert (result["choices"], result["trust"], result["decisions"]) == ([], [50], [])


@pytest.mark.parametrize(
    ("choices", "offered"),
    [
        ("zzz", "on offer: ask, argue"),
        ("argue,evidence", "on offer: deadline, fold"),
        (BEST + ",ask", "nothing"),
    ],
)
def test_a_choice_that_is_not_on_offer_is_misuse_and_names_those_that_are(
    scene: Path, capsys, choices: str, offered: str
) -> None:
    assert run(["play", str(scene), "--choices", choices, "--json"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.rstrip().endswith(offered)
    assert run(["play", str(scene), "--choices", choices]) == 2
    assert capsys.readouterr().err.rstrip().endswith(offered)


def test_temperament_and_trust_change_where_the_play_starts(scene: Path, capsys) -> None:
    guarded = played(capsys, str(scene), "--choices", "argue", "--temperament", "guarded")
    assert (guarded["temperament"], guarded["trust"]) == ("guarded", [30, 0])
    trusted = played(capsys, str(scene), "--choices", "argue", "--trust", "80")
    assert trusted["trust"] == [80, 76]


def test_an_unknown_temperament_is_misuse_with_the_nearest(scene: Path, capsys) -> None:
    assert run(["play", str(scene), "--choices", "ask", "--temperament", "garded"]) == 2
    assert 'did you mean "guarded"?' in capsys.readouterr().err


def test_an_unknown_language_is_misuse(scene: Path, capsys) -> None:
    assert run(["play", str(scene), "--choices", "ask", "--language", "fr"]) == 2
    assert 'there is no translation "fr"' in capsys.readouterr().err


def test_a_translation_is_played_in_its_language_with_the_same_digest(scene: Path, capsys) -> None:
    translated = '[beats.opening]\nscript = "Dana (flat) : Non pour Amir."\n'
    scene.with_name("small-no.fr.toml").write_text(translated, encoding="utf-8")
    result = played(capsys, str(scene), "--choices", BEST, "--language", "fr")
    assert result["language"] == "fr"
    assert result["digest"] == played(capsys, str(scene), "--choices", BEST)["digest"]
    assert run(["play", str(scene), "--choices", "ask", "--language", "fr"]) == 0
    assert "Non pour Amir." in capsys.readouterr().out


def test_told_as_text_a_play_shows_each_word_plainly_and_then_the_debrief(scene: Path, capsys) -> None:
    assert run(["play", str(scene), "--choices", BEST]) == 0
    shown = capsys.readouterr().out
    for words in (
        "You are Sam, Recruiter at Northline.",
        "Dana (flat): No to Amir [/b].",
        "You: What did you hope to see?",
        "[noted: Last winter was hard.]",
        "The end: The hour (an agreement).",
        "Later: He stayed.",
        "Balance 100  strong; somewhere between 92 and 100",
    ):
        assert words in shown
    assert shown.isascii()


def test_a_scenario_with_errors_is_refused_with_every_finding(scene: Path, capsys) -> None:
    text = scene.read_text(encoding="utf-8")
    scene.write_text(
        text.replace('to = "second"', 'to = "secnd"').replace('level = "intro"', 'level = "easy"')
    )
    assert run(["play", str(scene), "--choices", "ask"]) == 1
    shown = capsys.readouterr().err
    assert f'{scene}:4:9: error[not-allowed]: `level` must be "intro", "core" or "stretch"' in shown
    assert shown.count('did you mean "second"?') == 2
    assert "can't be played: 3 errors" in shown


def test_a_missing_file_is_misuse(tmp_path: Path, capsys) -> None:
    assert run(["play", str(tmp_path / "nothing.toml"), "--plain"]) == 2
    assert "there is no file" in capsys.readouterr().err


def test_each_ending_of_the_shipped_scenarios_can_be_reached(capsys) -> None:
    """The walks of a scenario are its author's own tests; each is walked here as a script would."""
    for name in (TUTORIAL, "clients/overlooked-candidate", "candidates/felt-bullied"):
        scenario = read_scenario(resolve(name).path).edition.scenario
        reached = set()
        for walk_id, walk in scenario.walks.items():
            nature = ["--temperament", walk.temperament] if walk.temperament else []
            result = played(capsys, name, "--choices", ",".join(walk.choices), *nature)
            assert walk.ends in {None, result["ending"]}, (name, walk_id)
            if walk.balance:
                low, high = walk.balance
                assert low <= result["score"]["balance"] <= high, (name, walk_id)
            reached.add(result["ending"])
        assert reached >= scenario.endings.keys()
