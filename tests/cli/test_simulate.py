from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from simulator.cli.main import run

BOTS = {
    "first", "position_2", "position_3", "last", "longest", "shortest", "polite_high", "polite_low",
    "most_assertive", "least_assertive", "least_polite", "sum", "gear_0", "gear_1", "gear_2", "gear_3",
    "gear_4", "question", "trust", "hammer",
}  # fmt: skip


def simulated(scene: Path, capsys, *options: str) -> dict:
    assert run(["simulate", str(scene), "--format", "json", *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_each_temperament_has_all_figures_that_scripts_rely_on(scene: Path, capsys) -> None:
    shown = simulated(scene, capsys)
    assert shown["scenario"] == "small/small-no"
    assert shown["temperaments"].keys() == {"even", "guarded"}
    even = shown["temperaments"]["even"]
    assert even["exact"] is True
    assert even["paths"] == {"min_decisions": 4, "max_decisions": 4}
    assert even["random"].keys() >= {"mean", "sd", "quantiles", "error", "endings"}
    assert even["random"]["quantiles"].keys() == {"5", "25", "50", "75", "95"}
    assert even["best"] == {"balance": 100.0, "choices": ["ask", "evidence", "leave", "refuse"]}
    assert even["recovery"]["by_beat"].keys() == {"opening", "second", "third", "fourth"}
    assert even["bots"].keys() == BOTS
    assert even["bots"]["hammer"].keys() == {"balance", "choices", "ending"}


def test_the_best_line_can_be_played(scene: Path, capsys) -> None:
    guarded = simulated(scene, capsys, "--temperament", "guarded")["temperaments"]["guarded"]
    choices = ",".join(guarded["best"]["choices"])
    assert run(["play", str(scene), "--choices", choices, "--temperament", "guarded", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["score"]["balance"] == guarded["best"]["balance"]


def test_people_see_a_table_and_a_histogram(scene: Path, capsys) -> None:
    assert run(["simulate", str(scene), "--temperament", "even"]) == 0
    shown = capsys.readouterr().out
    assert "small/small-no, even: exact" in shown
    assert "best path          100.0  ask,evidence,leave,refuse" in shown
    assert "Balance under random play:" in shown
    assert shown.isascii()


def test_a_spreadsheet_gets_a_row_for_each_figure(scene: Path, capsys) -> None:
    assert run(["simulate", str(scene), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    figures = {row["figure"] for row in rows if row["temperament"] == "even"}
    assert figures == {"random mean", "best", "worst", "recovery"} | BOTS


def test_an_unknown_temperament_is_misuse(scene: Path, capsys) -> None:
    assert run(["simulate", str(scene), "--temperament", "evn"]) == 2
    assert 'did you mean "even"?' in capsys.readouterr().err
