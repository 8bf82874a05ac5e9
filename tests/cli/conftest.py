"""A small pack of one scene, sound and short, that tests of the command line play and break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SCENES = Path(__file__).parents[1] / "scenes"


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """The path of the scene's file, in a copy of its pack."""
    shutil.copytree(SCENES / "small", tmp_path / "small")
    return tmp_path / "small" / "small-no.toml"
