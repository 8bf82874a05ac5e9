from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.packs.config import Config, load
from simulator.tui.presenters.settings import rows, settings
from simulator.tui.screens.home import Home
from simulator.tui.screens.mistakes import Mistakes
from simulator.tui.screens.settings import Settings
from simulator.tui.settings_file import JUDGES
from tests.tui.conftest import Compare, MakeApp, frame
from tests.tui.steps import act


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_setting_says_what_it_is_and_goes_round() -> None:
    for setting in settings(Config()):
        if setting.values:
            assert setting.shown
            assert setting.after(len(setting.values)) == setting.now
            assert setting.after(1) != setting.now


def test_a_value_of_the_file_that_is_none_of_the_usual_ones_is_shown_as_it_is() -> None:
    known = {setting.key: setting for setting in settings(Config(language="fr", learner="Zoë"))}
    assert known["language"].shown == "fr"
    assert known["learner"].shown == "Zoë"


def test_mistakes_of_the_file_stand_first() -> None:
    assert rows(settings(Config()), 2)[0].id == "mistakes"


async def test_a_change_is_seen_at_once_and_kept_with_all_else_in_the_file(
    make_app: MakeApp, config: Path
) -> None:
    write(config, '# mine\nglyphs = "basic"\n[keys]\nfind = "z"\n')
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("comma", "right", "right"))
        assert app.theme == "light"
        assert "Kept in" in frame(app)
        await act(pilot, ("left", "down", "down", "down", "enter", "escape"))
        assert isinstance(app.screen, Home)
    assert app.options.mode == "rehearse"
    assert read(config) == (
        '# mine\nglyphs = "basic"\ntheme = "dark"\nmode = "rehearse"\n[keys]\nfind = "z"\n'
    )


async def test_a_name_is_asked_for_and_can_be_taken_out_again(make_app: MakeApp, config: Path) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("comma", "end", "enter", *"Sam", "enter"))
        assert tomllib.loads(read(config)) == {"learner": "Sam"}
        await act(pilot, ("enter", "x", "escape"))
        assert tomllib.loads(read(config)) == {"learner": "Sam"}
        await act(pilot, ("enter", "backspace", "backspace", "backspace", "enter"))
    assert tomllib.loads(read(config)) == {}


async def test_what_is_wrong_in_the_file_can_be_read_again(make_app: MakeApp, config: Path) -> None:
    write(config, 'them = "x"\n')
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("comma", "home", "enter"))
        assert isinstance(app.screen, Mistakes)
        assert 'did you mean "theme"?' in frame(app)
        await act(pilot, ("escape",))
        assert isinstance(app.screen, Settings)


@pytest.mark.parametrize("glyphs", ["rich", "basic"])
async def test_mistakes_look_as_they_did(
    glyphs: str, make_app: MakeApp, config: Path, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(config, '# mine\nthem = "dark"\n\n[keys]\nfind = "ctrl+shift+z"\n')
    mistakes = tuple(replace(mistake, file="config.toml") for mistake in load(config, JUDGES)[1])
    if glyphs == "basic":
        monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(mistakes=mistakes, glyphs=glyphs)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        if glyphs == "basic":
            compare(app, "mistakes-basic-no-colour-80x24")
            assert frame(app).isascii()
            return
        for width, height in ((80, 24), (120, 40), (40, 12)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            compare(app, f"mistakes-{width}x{height}")


async def test_mistakes_are_shown_before_what_the_app_was_to_open(make_app: MakeApp, config: Path) -> None:
    write(config, 'them = "x"\n')
    app = make_app(start="tables/the-quiet-no", mistakes=load(config, JUDGES)[1])
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, Mistakes)
        await act(pilot, ("escape", "wait"))
        assert app.screen.id is None
        assert "Judged by" in frame(app) or "You are" in frame(app)


async def test_a_place_that_takes_no_file_is_told_and_the_change_holds(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "file", "")
    monkeypatch.setenv("SPARRING_CONFIG", str(tmp_path / "file" / "config.toml"))
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("comma", "right", "right"))
        assert "not kept" in frame(app)
        assert app.theme == "light"


async def test_a_file_that_is_no_toml_is_told_and_left_alone(make_app: MakeApp, config: Path) -> None:
    write(config, "theme = ")
    app = make_app()
    async with app.run_test() as pilot:
        await act(pilot, ("comma", "down", "right"))
        assert "has mistakes that come first" in " ".join(frame(app).split())
    assert read(config) == "theme = "


def test_a_language_that_screens_do_not_speak_is_told_with_those_they_do(config: Path) -> None:
    write(config, 'language = "tlh"\n')
    settings, (mistake,) = load(config, JUDGES)
    assert settings.language == "tlh"
    assert "de, en" in str(mistake.hint)
