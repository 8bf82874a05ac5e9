from __future__ import annotations

import json
from pathlib import Path

from simulator.cli.main import run

KEYS = {
    "code", "severity", "message", "hint", "file", "line", "column", "end_line", "end_column", "path",
    "temperament",
}  # fmt: skip


def broken(scene: Path) -> Path:
    text = scene.read_text(encoding="utf-8")
    scene.write_text(text.replace('to = "hour"', 'to = "hours"'), encoding="utf-8")
    return scene


def test_a_sound_scenario_has_nothing_to_report(scene: Path, capsys) -> None:
    assert run(["check", str(scene)]) == 0
    assert capsys.readouterr().out == "0 errors, 0 warnings\n"


def test_a_finding_shows_its_line_and_a_hint(scene: Path, capsys) -> None:
    assert run(["check", str(broken(scene))]) == 1
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
    assert run(["check", str(broken(scene)), "--format", "json"]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert (shown["errors"], shown["warnings"]) == (1, 0)
    (finding,) = shown["findings"]
    assert finding.keys() == KEYS
    assert (finding["code"], finding["severity"], finding["column"]) == ("unknown-target", "error", 6)


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
    text = scene.read_text(encoding="utf-8").replace('skills = ["listening"]', 'skills = ["listenin"]')
    scene.write_text(text, encoding="utf-8")
    assert run(["check", str(scene)]) == 0
    assert run(["check", str(scene), "--strict"]) == 1
    assert 'did you mean "listening"?' in capsys.readouterr().out


def test_a_manifest_is_checked_too(scene: Path, capsys) -> None:
    manifest = scene.with_name("pack.toml")
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("version", "verson"), encoding="utf-8")
    assert run(["check", str(scene.parent)]) == 1
    shown = capsys.readouterr().out
    assert 'did you mean "version"?' in shown
    assert shown.count("unknown-key") == 1


def test_a_missing_path_is_misuse(tmp_path: Path) -> None:
    assert run(["check", str(tmp_path / "nothing")]) == 2


def test_the_shipped_packs_are_sound() -> None:
    root = Path(__file__).resolve().parents[2]
    assert run(["check", str(root / "scenarios"), "--strict"]) == 0
