from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import Refused
from simulator.packs.config import Config, load, remember
from simulator.packs.config_edit import edited
from simulator.tui.settings_file import JUDGES


def test_without_a_file_there_are_defaults_and_no_complaint(config: Path) -> None:
    assert load(config) == (Config(), ())


def test_every_setting_is_read(config: Path) -> None:
    config.write_text(
        'pack_folders = ["/packs", "beside"]\n'
        'theme = "dawn"\nglyphs = "basic"\nlanguage = "fr"\nlearner = "Sam"\n'
    )
    settings, mistakes = load(config)
    assert mistakes == ()
    assert settings == Config((Path("/packs"), config.parent / "beside"), "dawn", "basic", "fr", "Sam")


def test_a_tilde_is_the_home_folder(config: Path, home: Path) -> None:
    config.write_text('pack_folders = ["~/packs"]')
    assert load(config)[0].pack_folders == (home / "packs",)


def test_plays_are_kept_in_a_file_beside_the_config_or_at_an_address(config: Path, home: Path) -> None:
    for written, meant in (
        ("plays.sqlite3", str(config.parent / "plays.sqlite3")),
        ("~/plays.sqlite3", str(home / "plays.sqlite3")),
        ("postgresql://host/plays", "postgresql://host/plays"),
    ):
        config.write_text(f'store = "{written}"')
        assert load(config) == (Config(store=meant), ())


def test_a_misspelt_setting_is_named_with_its_line_and_the_rest_holds(config: Path) -> None:
    config.write_text('# mine\nlanguage = "fr"\nthem = "dawn"\n')
    settings, (mistake,) = load(config)
    assert settings == Config(language="fr")
    assert (mistake.span.line, mistake.hint) == (3, 'did you mean "theme"?')
    assert mistake.excerpt == 'them = "dawn"'


@pytest.mark.parametrize(
    "line",
    [
        'pack_folders = "one"',
        "theme = 1",
        'theme = "a\\u001bb"',
        'glyphs = "emoji"',
        "glyphs = []",
        'language = "English"',
        "learner = true",
        'motion = "off"',
        "mouse = 1",
        'mode = "hard"',
        'learner = ""',
        'store = ""',
        "store = 1",
        'store = "mysql://host/plays"',
    ],
)
def test_a_value_that_makes_no_sense_is_told_and_its_default_stands(config: Path, line: str) -> None:
    config.write_text(line)
    settings, mistakes = load(config)
    assert settings == Config()
    assert [mistake.code for mistake in mistakes] == ["wrong-value"]


@pytest.mark.parametrize("data", [b"theme = ", b"\xff\xfe", b"a.b.c" + b".d" * 100_000 + b" = 1"])
def test_what_is_no_toml_is_told_and_defaults_stand(config: Path, data: bytes) -> None:
    config.write_bytes(data)
    settings, mistakes = load(config)
    assert settings == Config()
    assert mistakes


@pytest.mark.parametrize(
    "line",
    [
        'store = "mysql://me:secret@host/db"',
        'stor = "postgresql://me:secret@host/db"',
        'store = "postgresql://me:secret@host/db',
        'store = "postgresql://host/db?password=secret"x',
    ],
)
def test_a_mistake_in_the_address_of_a_store_does_not_show_its_password(config: Path, line: str) -> None:
    config.write_text(line)
    _, mistakes = load(config)
    assert mistakes
    assert "secret" not in str(mistakes)


def test_a_folder_in_its_place_is_told(config: Path) -> None:
    config.mkdir()
    assert len(load(config)[1]) == 1


def test_a_byte_order_mark_and_windows_line_ends_are_fine(config: Path) -> None:
    config.write_bytes(b'\xef\xbb\xbftheme = "dawn"\r\nglyphs = "basic"\r\n')
    assert load(config) == (Config(theme="dawn", glyphs="basic"), ())


def test_a_thousand_mistakes_are_cut_short(config: Path) -> None:
    config.write_text("\n".join(f"key{number} = 1" for number in range(1000)))
    assert len(load(config)[1]) == 20


def test_a_setting_is_remembered_beside_the_others(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    remember(path, {"theme": "dawn"})
    remember(path, {"learner": "Zoë"})
    assert tomllib.loads(path.read_text("utf-8")) == {"theme": "dawn", "learner": "Zoë"}
    assert [file.name for file in path.parent.iterdir()] == ["config.toml"]


def test_comments_and_all_else_stay_as_they_were(config: Path) -> None:
    text = '# mine\ntheme = "dawn" # nice\n\n[keys]\nfind = "z"  # far\n'
    config.write_text(text)
    remember(config, {"theme": "light", "motion": False})
    assert config.read_text() == (
        '# mine\ntheme = "light" # nice\nmotion = false\n\n[keys]\nfind = "z"  # far\n'
    )
    remember(config, {"motion": None, "theme": "dawn"})
    assert config.read_text() == text


def test_a_setting_can_be_added_above_tables_and_to_a_file_without_a_last_line_end(config: Path) -> None:
    config.write_text('[keys]\nfind = "z"')
    remember(config, {"theme": "light"})
    config.write_text('glyphs = "basic"')
    remember(config, {"theme": "light"})
    assert config.read_text() == 'glyphs = "basic"\ntheme = "light"\n'


def test_mistakes_elsewhere_in_the_file_are_no_hindrance(config: Path) -> None:
    config.write_text('them = "dawn"\n')
    remember(config, {"theme": "light"})
    assert tomllib.loads(config.read_text()) == {"them": "dawn", "theme": "light"}


VALUES = st.one_of(
    st.booleans(),
    st.text(max_size=8),
    st.lists(st.text(max_size=5), max_size=3),
    st.dictionaries(st.text(), st.integers(0, 9)),
)


@given(
    st.dictionaries(st.one_of(st.sampled_from(["theme", "mode", "keys"]), st.text()), VALUES),
    st.sampled_from(["theme", "mode"]),
    st.one_of(st.none(), st.booleans(), st.text(max_size=9)),
)
def test_no_setting_is_ever_lost_by_changing_another(known: dict[str, Any], key: str, value: Any) -> None:
    new, _ = edited(tomli_w.dumps(known), {key: value})
    assert tomllib.loads(new) == {k: v for k, v in {**known, key: value}.items() if v is not None}


def test_one_wrong_folder_leaves_the_others(config: Path) -> None:
    config.write_text('pack_folders = [\n  "/packs",\n  5,\n  "",\n]\n')
    settings, mistakes = load(config)
    assert settings.pack_folders == (Path("/packs"),)
    assert [mistake.span.line for mistake in mistakes] == [3, 4]


def test_what_only_screens_know_is_judged_by_them(config: Path) -> None:
    config.write_text('theme = "neon"\n[keys]\nfind = "z"\nfnid = "y"\n[themes.mine]\naccent = "gold"\n')
    assert load(config) == (
        Config(theme="neon", keys={"find": "z", "fnid": "y"}, themes={"mine": {"accent": "gold"}}),
        (),
    )
    settings, (theme, key) = load(config, JUDGES)
    assert settings.keys == {"find": ("z",)}
    assert settings.themes["mine"].accent == "#ffd700"
    assert (theme.span.line, theme.code) == (1, "no-such-theme")
    assert "mine" in theme.message
    assert (key.span.line, key.hint) == (4, 'did you mean "find"?')


def test_a_file_with_mistakes_is_never_written_over(config: Path) -> None:
    config.write_text("theme = ")
    with pytest.raises(Refused):
        remember(config, {"theme": "dawn"})
    assert config.read_text() == "theme = "


def test_a_place_that_takes_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused):
        remember(tmp_path / "file" / "config.toml", {"theme": "dawn"})
