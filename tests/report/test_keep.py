from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.errors import Refused
from simulator.report.keep import keep


def test_each_file_gets_the_next_free_name(tmp_path: Path) -> None:
    names = [keep(f"{number}", "scene", tmp_path).name for number in range(3)]
    assert names == ["sparring-scene.txt", "sparring-scene-2.txt", "sparring-scene-3.txt"]
    assert (tmp_path / "sparring-scene.txt").read_text() == "0"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind no superuser")
def test_a_folder_that_cannot_be_written_to_is_refused_calmly(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Refused, match="can't be written"):
        keep("text", "scene", tmp_path)


def test_a_folder_that_is_gone_is_refused_calmly(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="can't be written"):
        keep("text", "scene", tmp_path / "gone")
