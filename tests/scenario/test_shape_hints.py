from __future__ import annotations

from typing import Any

import pytest

from simulator.scenario.diagnostic import Location
from simulator.scenario.shape_hints import form_meant


@pytest.mark.parametrize(
    ("wanted", "at", "value", "hint"),
    [
        ("tuple_type", ("beats", "a", "variants"), {"when": "x"}, "write [[beats.a.variants]]"),
        ("tuple_type", ("beats", "a", "to"), {"to": "b"}, "put [ and ] around it"),
        ("tuple_type", ("x", "uses"), "fact", 'write ["fact"]'),
        ("dataclass_type", ("x", "to", 0), "b", 'write { to = "b" }'),
        ("dataclass_type", ("x", "reply", 1), "Hm.", 'write { script = "Hm." }'),
        ("dataclass_type", ("beats", "a", "choices", "b"), [{}], "write [beats.a.choices.b]"),
        ("dict_type", ("x", "adds"), "patience - 1", "adds = { patience = -1 }"),
        ("int_type", ("x", "assertiveness"), "3", "write 3, without quotes"),
        ("string_type", ("version",), 0.1, "put quotes around it"),
        ("tuple_type", ("x", "uses"), "a" * 99, None),
        ("int_type", ("x", "assertiveness"), "much", None),
        ("dataclass_type", (), 3, None),
    ],
)
def test_a_wrong_type_is_answered_with_the_form_that_was_meant(
    wanted: str, at: Location, value: Any, hint: str | None
) -> None:
    found = form_meant(wanted, at, value)

    assert (found is None) == (hint is None)
    assert (found or "").startswith(hint or "") or (hint or "") in (found or "")
