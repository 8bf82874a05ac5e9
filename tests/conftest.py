"""What every test shares: homes of its own, so that no test reads or writes the user's files."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("quick", deadline=None, max_examples=50)
settings.load_profile("quick")

XDG = ("CONFIG", "DATA", "STATE", "CACHE")
_numbers = count()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder; every folder that the program uses lies within it."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_numbers)}"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for kind in XDG:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    for name in ("NO_COLOR", "SPARRING_DEBUG", "SPARRING_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return folder
