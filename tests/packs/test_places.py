from __future__ import annotations

import sys
from pathlib import Path

import pytest

from simulator.packs.places import at_home, places, shipped


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="XDG variables are a custom of Linux")
def test_xdg_variables_are_respected(home: Path) -> None:
    here = places()
    assert here.config == home / "config" / "sparring" / "config.toml"
    assert here.data == home / "data" / "sparring"
    assert here.state == home / "state" / "sparring"
    assert here.cache == home / "cache" / "sparring"


def test_what_is_kept_lies_in_the_data_folder() -> None:
    here = places()
    assert here.store.parent == here.data
    assert here.packs == here.data / "packs"


def test_asking_for_places_makes_none(home: Path) -> None:
    places()
    assert list(home.iterdir()) == []


def test_a_variable_names_another_config_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPARRING_CONFIG", str(tmp_path / "mine.toml"))
    assert places().config == tmp_path / "mine.toml"


def test_the_shipped_packs_are_found_in_a_checkout() -> None:
    assert (shipped() / "clients" / "pack.toml").is_file()


def test_a_path_in_the_home_folder_is_shown_from_there(home: Path, tmp_path: Path) -> None:
    assert at_home(home / "x" / "y.toml") == str(Path("~/x/y.toml"))
    assert at_home(tmp_path) == str(tmp_path)
