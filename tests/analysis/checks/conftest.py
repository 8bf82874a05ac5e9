"""A scenario without a single finding, made of plain tables, for tests to spoil in one place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import tomli_w

from simulator.analysis.checks.examine import Examined, Limits, examine, examine_manifest, examine_pack
from simulator.analysis.checks.selection import Selection
from simulator.scenario.diagnostic import Diagnostic

Table: TypeAlias = dict[str, Any]
Changes: TypeAlias = Mapping[str, Any]
"""What a test changes: values by their keys with dots between them.

None takes a key out, and a function makes the new value from the old one.
"""

RATINGS = {
    "stand-firm": {"right": (3, 4), "warm": (0, 4), "wrong": (4, 1)},
    "take-the-order": {"right": (0, 4), "warm": (3, 4), "wrong": (2, 2)},
}
"""What each moment's three options do; `warm` is the tempting mistake."""
BEATS = 8


def fair() -> Table:
    """Eight beats in a row, holds and yields in turn, with options no trick can tell apart."""
    return {
        "format": 1,
        "title": "The fair one",
        "summary": "Nothing is wrong with it.",
        "level": "core",
        "start": "b0",
        "you": {"name": "Sam", "role": "Consultant"},
        "cast": {"dana": {"name": "Dana", "role": "Client", "wants": "To be asked."}},
        "briefing": {"situation": "A room.", "history": "None.", "goal": "An hour.", "stakes": "A fee."},
        "beats": {f"b{number}": beat(number) for number in range(BEATS)},
        "endings": {"good": ending("agreement"), "other": ending("let-go")},
    }


def beat(number: int) -> Table:
    moment = "take-the-order" if number % 2 else "stand-firm"
    roles = list(RATINGS[moment])
    turned = [roles[(place - number) % 3] for place in range(3)]
    return {
        "script": "Dana: And now?",
        "moment": moment,
        "because": "need",
        "choices": {role: choice(number, place, moment, role) for place, role in enumerate(turned)},
    }


def choice(number: int, place: int, moment: str, role: str) -> Table:
    assertiveness, partnership = RATINGS[moment][role]
    after = f"b{number + 1}" if number + 1 < BEATS else ("good" if role == "right" else "other")
    return {
        "say": f"What is said at {number} as line {place}.",
        "assertiveness": assertiveness,
        "partnership": partnership,
        "why": "Because.",
        "to": after,
    }


def ending(kind: str) -> Table:
    return {"title": "Over", "kind": kind, "script": "[It is over.]", "later": "Weeks went by."}


MANIFEST: Table = {
    "format": 1,
    "title": "Pack",
    "version": "1.0.0",
    "summary": "S",
    "authors": ["A"],
    "license": "CC-BY-4.0",
}


def changed(tables: Table, changes: Changes) -> Table:
    for keys, value in changes.items():
        *outer, last = keys.split(".")
        here = tables
        for key in outer:
            here = here.setdefault(key, {})
        if value is None:
            del here[last]
        else:
            here[last] = value(here[last]) if callable(value) else value
    return tables


class Author:
    """Writes files into a pack and has them examined."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "fair.toml"
        self.limits = Limits()
        self.selection = Selection()

    def write(self, tables: Table, name: str = "fair.toml") -> Path:
        path = self.folder / name
        path.write_text(tomli_w.dumps(tables), encoding="utf-8")
        return path

    def examined(self, changes: Changes) -> Examined:
        """What comes of the fair scenario once it has been changed."""
        return examine(self.write(changed(fair(), changes)), self.limits, self.selection)

    def found(self, changes: Changes, code: str | None = None) -> tuple[Diagnostic, ...]:
        """The findings in it, or those with one code."""
        return tuple(one for one in self.examined(changes).diagnostics if code in (None, one.code))

    def line_of(self, text: str) -> int:
        """The number of the first line of the scenario that holds a text."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def found_in_pack(self, *packed: Changes, is_whole: bool = True) -> tuple[Diagnostic, ...]:
        """What the checks of packs find in fair scenarios that have been changed."""
        path = self.write(MANIFEST, "pack.toml")
        subjects = []
        for number, changes in enumerate(packed):
            scenario = self.write(changed(fair(), changes), f"fair-{number}.toml")
            subject = examine(scenario, self.limits, self.selection).subject
            assert subject is not None
            subjects.append(subject)
        return examine_pack(path, subjects, self.selection, is_whole=is_whole)

    def found_in_translation(self, translation: Table) -> tuple[Diagnostic, ...]:
        """What is found in the fair scenario with this French translation beside it."""
        self.write(translation, "fair.fr.toml")
        return self.found({})

    def found_in_manifest(self, *ignore: str) -> tuple[Diagnostic, ...]:
        """What is found in a pack's manifest that accepts these codes."""
        path = self.write({**MANIFEST, "check": {"ignore": list(ignore)}}, "pack.toml")
        return examine_manifest(path, Selection(accepted=ignore)).diagnostics


@pytest.fixture
def author(tmp_path: Path) -> Author:
    folder = tmp_path / "pack"
    folder.mkdir()
    return Author(folder)
