from __future__ import annotations

import json
import os
from pathlib import Path


def test_scripts_get_every_path(sparring) -> None:
    paths = json.loads(sparring("locate", "--json").stdout)
    assert paths.keys() >= {"config", "data", "state", "cache", "store", "packs"}
    assert all(Path(path).is_absolute() for path in paths.values())


def test_people_get_the_same_paths_with_what_they_are_for(sparring) -> None:
    paths = json.loads(sparring("locate", "--json").stdout)
    shown = sparring("locate").stdout
    assert all(path in shown for path in paths.values())
    assert "your settings" in shown


def test_every_path_lies_in_the_users_folders(sparring, home: Path) -> None:
    paths = json.loads(sparring("locate", "--json").stdout)
    del paths["shipped"]
    assert all(Path(path).is_relative_to(home) for path in paths.values())
    assert list(home.iterdir()) == []


def test_the_place_of_plays_is_told_without_its_password(sparring, config: Path, home: Path) -> None:
    config.write_text('store = "mine.sqlite3"')
    mine = str(config.parent / "mine.sqlite3")
    assert json.loads(sparring("locate", "--json").stdout)["store"] == mine
    env = {**os.environ, "SPARRING_STORE": "postgresql://sam:secret@host/plays"}
    shown = sparring("locate", env=env).stdout
    assert "secret" not in shown
    assert "postgresql://sam:***@host/plays" in shown
