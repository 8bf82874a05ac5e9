"""Eleven faults that must be found, each with its line, and a path where it speaks of states."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

BEAT = {"script": "Dana: No.", "moment": "explore", "because": "need"}
SAID = {"say": "Again.", "assertiveness": 1, "partnership": 3, "why": "W."}
B1 = "beats.b1.choices"


class Planted(NamedTuple):
    """A fault: what plants it, its code, the text of its line, and whether it has a path."""

    changes: dict[str, Any]
    code: str
    line: str
    has_path: bool = False


FAULTS = {
    "unknown target": Planted({f"{B1}.right.to": "bb2"}, "unknown-target", 'to = "bb2"'),
    "never-open choice": Planted(
        {"flags": {"moved": {}}, f"{B1}.right.when": "moved"}, "never-open", 'when = "moved"', True
    ),
    "stuck beat": Planted(
        {"flags": {"moved": {}}, **{f"{B1}.{role}.when": "moved" for role in ("right", "warm", "wrong")}},
        "stuck",
        "[beats.b1]",
        True,
    ),
    "choiceless loop": Planted(
        {
            f"{B1}.wrong.to": "left",
            "beats.left": {"script": "Dana: So.", "to": "back"},
            "beats.back": {"script": "Dana: Well.", "to": "left"},
        },
        "choiceless-loop",
        'to = "back"',
    ),
    "loop with choices and no way out": Planted(
        {f"{B1}.wrong.to": "trap", "beats.trap": {**BEAT, "choices": {"again": {**SAID, "to": "trap"}}}},
        "endless-loop",
        'to = "trap"',
        True,
    ),
    "unreachable beat": Planted(
        {"beats.aside": {"script": "Dana: By the way.", "to": "b1"}}, "unreachable-beat", "[beats.aside]"
    ),
    "unsettable flag": Planted(
        {"flags": {"moved": {}}, f"{B1}.right.when": "not moved"}, "unset-flag", "[flags.moved]"
    ),
    "unread gauge": Planted(
        {"gauges": {"patience": {"start": 3}}, f"{B1}.right.adds": {"patience": -1}},
        "unread-gauge",
        "[gauges.patience]",
    ),
    "type mismatch in a condition": Planted(
        {"facts.winter.text": "Hard.", "beats.b0.reveals": ["winter"], f"{B1}.right.when": "winter > 2"},
        "not-a-gauge",
        'when = "winter > 2"',
    ),
    "unreachable ending": Planted(
        {"endings.third": {"title": "T", "kind": "break", "script": "[No.]", "later": "L."}},
        "unreachable-ending",
        "[endings.third]",
    ),
    "dead end": Planted(
        {f"{B1}.wrong.to": "wall", "beats.wall": {"script": "Dana: So."}}, "dead-end", "[beats.wall]"
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_it_is_found(author, name: str) -> None:
    planted = FAULTS[name]
    (found,) = author.found(planted.changes, planted.code)
    lines = author.path.read_text(encoding="utf-8").splitlines()
    assert planted.line in (lines[found.span.line - 1], lines[found.span.line - 2])
    assert (found.path is not None) == planted.has_path


PLACES = {"stuck beat": "b7", "unknown target": "b0", "dead end": "b0", "choiceless loop": "b2"} | {
    "loop with choices and no way out": "b3",
    "unsettable flag": "b4",
    "unread gauge": "b5",
    "type mismatch in a condition": "b6",
}


def test_no_fault_hides_another(author) -> None:
    together: dict[str, Any] = {}
    for name, planted in FAULTS.items():
        for keys, value in planted.changes.items():
            key = keys.replace(B1, f"beats.{PLACES.get(name, 'b1')}.choices")
            together[key] = {**together.get(key, {}), **value} if isinstance(value, dict) else value
    found = author.found(together)
    codes = [one.code for one in found]
    assert {planted.code for planted in FAULTS.values()} <= set(codes)
    # what follows from them: nobody leaves the trap, or gets past the stuck beat; flags never move
    others = set(codes) - {planted.code for planted in FAULTS.values()}
    assert others <= {"no-ending", "always-holds"}
    assert not any("out_of_the_patch" in one.message for one in found)


def test_nothing_is_told_about_what_had_to_be_patched(author) -> None:
    misspelt = {f"{B1}.{role}.to": "b2_" for role in ("right", "warm", "wrong")}
    assert {one.code for one in author.found(misspelt)} == {"unknown-target"}


def test_too_little_of_a_file_is_left_as_it_is(author) -> None:
    found = author.found(
        {"beats.b0.choices.right.say": None, "beats.aside": {"script": "Dana: So.", "to": "b1"}}
    )
    assert [one.code for one in found] == ["missing-key"]
