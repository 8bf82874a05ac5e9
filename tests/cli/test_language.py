"""In which language the program speaks: as asked for, else as configured, else as the locale says."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import run
from tests.conftest import Sparring
from tests.words.catalog import ROOT

GERMAN = ROOT / "tests" / "words" / "german"
TABLES = ROOT / "tests" / "tui" / "packs" / "tables"


def german(capsys: pytest.CaptureFixture[str], *arguments: str) -> bool:
    """Whether a command line is answered in German; `locate` says the same things to everybody."""
    run([*arguments])
    return "deine Einstellungen" in capsys.readouterr().out


def test_english_is_spoken_unless_somebody_wishes_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    assert not german(capsys, "locate")


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_locale_chooses_the_language(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "de_AT.UTF-8")
    assert german(capsys, "locate")


def test_the_config_goes_before_the_locale_and_the_option_before_both(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    config.write_text('language = "en"\n', encoding="utf-8")
    assert not german(capsys, "locate")
    assert german(capsys, "--language", "de", "locate")
    assert german(capsys, "locate", "--language", "de")

    config.write_text('language = "de"\n', encoding="utf-8")
    assert german(capsys, "locate")
    assert not german(capsys, "locate", "--language", "en")


def test_a_configured_language_that_is_not_spoken_is_told_and_not_fatal(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config.write_text('language = "xx"\n', encoding="utf-8")
    assert run(["locate"]) == 0
    shown = capsys.readouterr()
    assert "your settings" in shown.out
    assert 'does not speak "xx" (there is de, en)' in shown.err


def test_a_language_that_is_asked_for_and_not_spoken_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "dee", "locate"]) == 2
    assert 'there is no language "dee"; there is de, en' in capsys.readouterr().err


def test_what_authors_and_scripts_read_stays_english_unless_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    path = str(TABLES / "the-quiet-no.toml")
    run(["graph", path])
    assert "push back" in capsys.readouterr().out
    run(["play", path, "--choices", "ask"])
    assert "You are Sam" in capsys.readouterr().out


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    """A scenario with a German translation."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for file in (*TABLES.glob("*.toml"), *GERMAN.glob("*.toml")):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder / "the-quiet-no.toml"


def test_a_play_line_by_line_speaks_german_from_end_to_end(scenario: Path, sparring: Sparring) -> None:
    talk = "\n1\n1\n1\n1\n2\n3\n1\nt\nd\nq\n"
    done = sparring(
        "play", str(scenario), "--plain", "--language", "de", "--seed", "1", input=talk, stdin=None
    )
    assert done.returncode == 0, done.stderr
    for told in (
        "Du bist Sam",
        "Dein Ziel:",
        "Mit Enter geht es los.",
        "RÜCKBLICK",
        "Das Ende:",
        "Standhalten",
    ):
        assert told in done.stdout
    for english in ("You are", "Your goal", "DEBRIEF", "The end:", "Hold ", "help", "Trust"):
        assert english not in done.stdout


def test_a_scenario_is_shown_in_the_language_spoken_where_it_has_it(
    scenario: Path, sparring: Sparring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Das leise Nein" in sparring("play", str(scenario), "--plain").stdout

    (scenario.parent / "the-quiet-no.de.toml").unlink()
    shown = sparring("play", str(scenario), "--plain").stdout
    assert "The quiet no" in shown
    assert "Du bist Sam" in shown


def test_a_translation_that_is_asked_for_and_not_there_stays_misuse(
    scenario: Path, sparring: Sparring
) -> None:
    (scenario.parent / "the-quiet-no.de.toml").unlink()
    done = sparring("play", str(scenario), "--plain", "--language", "de")
    assert done.returncode == 2
    assert 'there is no translation "de"' in done.stderr

    assert "Du bist Sam" in sparring("--language", "de", "play", str(scenario), "--plain").stdout
