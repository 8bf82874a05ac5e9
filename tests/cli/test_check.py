from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from simulator.cli.main import run

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
KEYS = {
    "code", "severity", "message", "hint", "file", "line", "column", "end_line", "end_column", "path",
    "temperament",
}  # fmt: skip
COVERED = {"file", "temperament", "states", "exhaustive", "seconds", "fairness"}
QUIET = ("--select", "unknown-target,stuck,never-open,unread-flag")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    """A scenario in which there is nothing to find, in a copy of its pack."""
    shutil.copytree(SCENARIOS / "clients", tmp_path / "clients")
    return tmp_path / "clients" / "the-unlawful-brief.toml"


def edit(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def broken(scene: Path) -> Path:
    return edit(scene, 'to = "hour"', 'to = "hours"')


def shown(capsys, *arguments: str) -> dict[str, Any]:
    """What `check --format json` prints."""
    run(["check", *arguments, "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_a_sound_and_fair_scenario_has_nothing_to_report(brief: Path, capsys) -> None:
    assert run(["check", str(brief), "--strict"]) == 0
    covered, counted = capsys.readouterr().out.splitlines()
    assert covered.endswith("states of 1 scenario looked at, every one there is")
    assert counted == "0 errors, 0 warnings"


def test_a_finding_shows_its_line_and_a_hint(scene: Path, capsys) -> None:
    assert run(["check", str(broken(scene)), *QUIET]) == 1
    line = scene.read_text(encoding="utf-8").splitlines().index('to = "hours"') + 1
    assert capsys.readouterr().out == (
        f'{scene}:{line}:6: error[unknown-target]: choice "refuse" leads to "hours", '
        "and there is no such beat or ending\n"
        f'{line:5} | to = "hours"\n'
        '      |      ^^^^^^^ did you mean "hour"?\n'
        "\n"
        "1 error, 0 warnings\n"
    )


def test_the_same_as_data(scene: Path, capsys) -> None:
    found = shown(capsys, str(broken(scene)), *QUIET)
    assert (found["errors"], found["warnings"]) == (1, 0)
    (finding,) = found["findings"]
    assert finding.keys() == KEYS
    assert (finding["code"], finding["severity"], finding["column"]) == ("unknown-target", "error", 6)


def test_what_was_covered_is_told_by_file_and_temperament(scene: Path, capsys) -> None:
    covered = shown(capsys, str(scene))["coverage"]
    assert [one["temperament"] for one in covered] == ["even", "guarded"]
    assert all(one.keys() == COVERED and one["file"] == str(scene) for one in covered)
    assert all((one["exhaustive"], one["fairness"]) == (True, "exact") for one in covered)
    assert all(one["states"] > 10 and one["seconds"] >= 0 for one in covered)


def test_a_way_to_a_finding_can_be_pasted(scene: Path, capsys) -> None:
    edit(scene, "[beats.third.choices.leave]", '[beats.third.choices.leave]\nwhen = "trust > 99"')
    edit(scene, "[beats.third.choices.press]", '[beats.third.choices.press]\nwhen = "trust > 99"')
    assert run(["check", str(scene), "--select", "stuck"]) == 1
    lines = capsys.readouterr().out.splitlines()
    (pasted,) = (line.split() for line in lines if line.startswith("      sparring play"))
    assert pasted[1:4] == ["play", str(scene), "--temperament"]
    assert run([*pasted[1:], "--json"]) == 0
    played = json.loads(capsys.readouterr().out)
    assert (played["choices"], played["ending"]) == (pasted[-1].split(","), None)


def test_a_folder_of_good_and_bad_files_reports_all(scene: Path, capsys) -> None:
    (scene.parent / "other.toml").write_text("title = \n")
    (scene.parent / "third.toml").write_bytes(b"\xff\xfe")
    assert run(["check", str(broken(scene).parent.parent), "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {Path(finding["file"]).name for finding in findings} == {
        "small-no.toml",
        "other.toml",
        "third.toml",
    }


def test_warnings_count_as_errors_when_strict(scene: Path, capsys) -> None:
    edit(scene, 'skills = ["listening"]', 'skills = ["listenin"]')
    assert run(["check", str(scene), "--select", "unknown-skill"]) == 0
    assert run(["check", str(scene), "--select", "unknown-skill", "--strict"]) == 1
    assert 'did you mean "listening"?' in capsys.readouterr().out


def test_a_manifest_is_checked_too(scene: Path, capsys) -> None:
    edit(scene.with_name("pack.toml"), "version", "verson")
    assert run(["check", str(scene.parent)]) == 1
    told = capsys.readouterr().out
    assert 'did you mean "version"?' in told
    assert told.count("unknown-key") == 1


def test_codes_are_selected_and_ignored_by_their_beginning(scene: Path, capsys) -> None:
    def codes(*options: str) -> set[str]:
        return {finding["code"] for finding in shown(capsys, str(scene), *options)["findings"]}

    every = codes()
    bots = {code for code in every if code.startswith("bot-")}
    assert bots
    assert codes("--select", "bot-") == bots
    assert codes("--ignore", "bot-") == every - bots
    assert codes("--select", "bot-, few-", "--ignore", "few-holds") == bots | {"few-yields"}


def test_what_can_not_be_read_is_told_whatever_is_selected(scene: Path, capsys) -> None:
    assert run(["check", str(broken(scene)), "--select", "bot-", "--ignore", "unknown-target"]) == 1
    assert "unknown-target" in capsys.readouterr().out


def test_a_pack_accepts_warnings_and_no_errors(scene: Path, capsys) -> None:
    edit(scene.with_name("pack.toml"), "[skills]", '[check]\nignore = ["few-", "stuck"]\n[skills]')
    edit(scene, "[beats.third.choices.leave]", '[beats.third.choices.leave]\nwhen = "trust > 99"')
    edit(scene, "[beats.third.choices.press]", '[beats.third.choices.press]\nwhen = "trust > 99"')
    codes = {finding["code"] for finding in shown(capsys, str(scene))["findings"]}
    assert "stuck" in codes
    assert not codes & {"few-holds", "few-yields"}


@pytest.mark.parametrize("option", ["--select", "--ignore", "--explain"])
def test_an_unknown_code_is_misuse_with_a_hint(scene: Path, option: str, capsys) -> None:
    assert run(["check", str(scene), option, "never-opn"]) == 2
    assert 'did you mean "never-open"?' in capsys.readouterr().err


def test_a_code_is_explained_without_a_path(capsys) -> None:
    assert run(["check", "--explain", "never-open"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("never-open\n\nA choice is never on offer.\n")
    assert "To mend it:" in told


def test_the_readers_codes_are_explained_too(capsys) -> None:
    assert run(["check", "--explain", "dead-end"]) == 0
    assert "would strand the player" in capsys.readouterr().out


def test_nothing_to_check_is_misuse(capsys) -> None:
    assert run(["check"]) == 2
    assert "Name a file or a folder" in capsys.readouterr().err


def test_a_missing_path_is_misuse(tmp_path: Path) -> None:
    assert run(["check", str(tmp_path / "nothing")]) == 2


def test_limits_are_kept_and_said(brief: Path, capsys) -> None:
    found = shown(capsys, str(brief), "--max-states", "10")
    assert [one["exhaustive"] for one in found["coverage"]] == [False, False]
    assert {one["code"] for one in found["findings"]} >= {"not-exhaustive"}
    assert run(["check", str(brief), "--max-states", "10"]) == 0
    assert "looked at, not all there is" in capsys.readouterr().out


def test_in_the_shipped_packs_nothing_is_found(capsys) -> None:
    found = shown(capsys, str(SCENARIOS), "--max-seconds", "60")
    assert found["findings"] == []
    assert all(one["exhaustive"] and one["fairness"] == "exact" for one in found["coverage"])
