"""German spoken over a pack of the tests' own that has a German translation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator import words
from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from tests.tui.conftest import PACKS, compare, terminal, utc

__all__ = ["compare", "terminal", "utc"]

GERMAN = Path(__file__).parent / "german"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """The pack with its translation."""
    folder = shutil.copytree(PACKS / "tables", tmp_path / "tables")
    for translation in GERMAN.glob("*.toml"):
        shutil.copy(translation, folder)
    return folder


@pytest.fixture
def app(tables: Path) -> SparringApp:
    """The app in German, over this pack."""
    words.use("de")
    return SparringApp(None, Options(glyphs="rich", seed=1, pack_folders=(tables,), language="de"))
