from __future__ import annotations

import json
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
