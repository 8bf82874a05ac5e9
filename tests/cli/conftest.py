"""A small pack of one scene, sound and short, that tests of the command line play and break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.prompts import Prompts

SCENES = Path(__file__).parents[1] / "scenes"


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """The path of the scene's file, in a copy of its pack."""
    shutil.copytree(SCENES / "small", tmp_path / "small")
    return tmp_path / "small" / "small-no.toml"


@pytest.fixture
def prompts(
    scene: Path, config: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Prompts:
    """Commands with answers typed to them; the scene's pack is in the library, the learner is Sam."""
    config.write_text(f'pack_folders = ["{scene.parent.as_posix()}"]\nlearner = "Sam"\n')
    return Prompts(scene, monkeypatch, capsys)
