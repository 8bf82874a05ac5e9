"""How a finding looks on a terminal; the whole of it, because that is what an author reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.scenario.diagnostic import render
from tests.scenario.faults import ONE_FAULT
from tests.scenario.files import reading_of, spoilt

GOLDEN = Path(__file__).parent / "golden"
SHOWN = [
    "a level that is none",
    "a misspelt target",
    "a misspelt target of a rule",
    "a stranger in a script",
    "a mood that is none",
    "a condition with one sign",
    "a term that nobody declared",
    "the start under a later header",
    "a misspelt choice header",
    "a choice beside the choices",
    "a key that is missing",
    "an id with capitals",
    "a control character",
    "an unquoted target",
    "curly quotes",
    "a loop without choices",
]


@pytest.mark.parametrize("name", SHOWN)
def test_a_finding_looks_as_it_did(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set SPARRING_GOLDEN=1 to write the pictures anew."""
    monkeypatch.chdir(tmp_path)
    (found,) = reading_of(spoilt(ONE_FAULT[name][0]), Path()).diagnostics
    path = GOLDEN / f"{name.replace(' ', '-')}.txt"
    if os.environ.get("SPARRING_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(render(found) + "\n", encoding="utf-8")
    assert render(found) + "\n" == path.read_text(encoding="utf-8")
