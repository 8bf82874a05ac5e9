from __future__ import annotations

import json
from pathlib import Path

KEYS = {"id", "pack", "title", "level", "minutes", "skills", "languages", "path"}


def own_pack(config: Path, folder: Path, scenario: str) -> Path:
    """A pack of the user's own with one scenario, named by the config."""
    pack = folder / "ours"
    pack.mkdir()
    (pack / "pack.toml").write_text('title = "Our own"\nlanguage = "en"\n')
    (pack / "first.toml").write_text(scenario)
    config.write_text(f"pack_folders = ['{folder}']\n")
    return pack


def test_the_shipped_scenarios_are_listed_with_the_keys_that_scripts_rely_on(sparring) -> None:
    shown = sparring("list", "--json")
    assert (shown.returncode, shown.stderr) == (0, "")
    scenarios = {f"{each['pack']}/{each['id']}": each for each in json.loads(shown.stdout)["scenarios"]}
    assert {"clients/overlooked-candidate", "candidates/felt-bullied"} <= scenarios.keys()
    for each in scenarios.values():
        assert each.keys() >= KEYS
        assert Path(each["path"]).is_file()
        assert each["level"] in {"intro", "core", "stretch"}
        assert 1 <= each["minutes"] <= 240
        assert each["skills"]
        assert each["languages"][0] == "en"


def test_own_packs_are_listed_beside_them(sparring, config: Path, tmp_path: Path) -> None:
    pack = own_pack(config, tmp_path, 'title = "Ours"\nlevel = "intro"\nminutes = 3\n')
    own = [
        each for each in json.loads(sparring("list", "--json").stdout)["scenarios"] if each["pack"] == "ours"
    ]
    assert [each["path"] for each in own] == [str(pack / "first.toml")]


def test_people_see_packs_titles_levels_and_minutes(sparring, config: Path, tmp_path: Path) -> None:
    own_pack(config, tmp_path, 'title = "Ours [/b]"\nlevel = "intro"\nminutes = 3\n')
    shown = sparring("list").stdout
    assert "Our own (ours)\n  first  gentle, 3 min\n      Ours [/b]" in shown
    assert "  overlooked-candidate  " in shown


def test_a_broken_file_is_listed_with_what_is_wrong(sparring, config: Path, tmp_path: Path) -> None:
    own_pack(config, tmp_path, "title = \n")
    shown = sparring("list")
    assert shown.returncode == 0
    assert "can't be played: line 1" in shown.stdout


def test_a_broken_config_is_told_by_line_and_the_list_goes_on(sparring, config: Path) -> None:
    config.write_text('\nthem = "dawn"\n')
    shown = sparring("list")
    assert shown.returncode == 0
    assert f'{config}:2:1: error[unknown-key]: there is no setting "them"' in shown.stderr
    assert 'did you mean "theme"?' in shown.stderr
    assert "overlooked-candidate" in shown.stdout


def test_a_folder_without_packs_is_told(sparring, config: Path, tmp_path: Path) -> None:
    config.write_text(f"pack_folders = ['{tmp_path}']\n")
    assert f"{tmp_path}: no packs are here" in sparring("list").stderr


def test_arcs_are_listed_with_their_conversations(sparring, config: Path, tmp_path: Path) -> None:
    pack = own_pack(config, tmp_path, 'title = "Ours"\n')
    shipped = json.loads(sparring("list", "--json").stdout)["arcs"]
    assert {
        "name": "clients/dana",
        "title": "A spring with Dana",
        "scenarios": ["clients/the-wish-list", "clients/overlooked-candidate"],
    } in shipped
    with (pack / "pack.toml").open("a") as file:
        file.write('[arcs.year]\ntitle = "The first year"\nscenarios = ["first", "first"]\n')
    assert json.loads(sparring("list", "--json").stdout)["arcs"] == [
        *shipped,
        {"name": "ours/year", "title": "The first year", "scenarios": ["ours/first", "ours/first"]},
    ]
    assert "  ours/year\n      The first year: first, first" in sparring("list").stdout
