from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import run


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("text", "The small no"), ("mermaid", "flowchart TD"), ("dot", "digraph scenario {")],
)
def test_the_map_comes_in_three_forms(scene: Path, capsys, form: str, beginning: str) -> None:
    assert run(["graph", str(scene), "--format", form]) == 0
    assert capsys.readouterr().out.startswith(beginning)


def test_another_temperament_has_other_chances(scene: Path, capsys) -> None:
    assert run(["graph", str(scene), "--temperament", "guarded"]) == 0
    assert "second" in capsys.readouterr().out
