from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given

from simulator.scenario.diagnostic import Location
from simulator.scenario.toml_outline import Outline
from simulator.scenario.toml_tree import Node
from tests.scenario.toml_documents import documents

NESTED = """\
a.b = 1
a.c.d = [1, { e = 2 }]
[a.c.f]
g = 3
[[h]]
i = 4
[[h]]
i = 5
"""


def found(outline: Outline, at: Location) -> Node | None:
    node: Node | None = outline.root
    for part in at:
        node = node and outline.child(node, part)
    return node


def locations(value: Any, at: Location = ()) -> list[Location]:
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(below for part, inner in parts for below in locations(inner, (*at, part)))]


def place(node: Node | None) -> tuple[int, int] | None:
    return None if node is None else (node.start, node.end)


@given(documents())
def test_all_that_is_in_a_text_is_found(text: str) -> None:
    outline = Outline(text)
    assert all(found(outline, at) for at in locations(tomllib.loads(text)))


@given(documents())
def test_every_first_name_is_found_however_long_its_section_is(text: str) -> None:
    outline = Outline(text, long=0)
    assert all(found(outline, (name,)) for name in tomllib.loads(text))


@pytest.mark.parametrize("at", [("a", "b"), ("a", "c", "f"), ("a", "c", "f", "g"), ("h", 0), ("h", 1, "i")])
def test_a_long_section_is_read_as_a_short_one(at: Location) -> None:
    # Only what stands on one short line is read in full.
    assert place(found(Outline(NESTED, long=12), at)) == place(found(Outline(NESTED), at)) is not None


def test_of_a_long_list_the_key_is_known_and_nothing_inside() -> None:
    outline = Outline(NESTED, long=12)
    assert place(found(outline, ("a", "c", "d"))) == (16, 30)
    assert found(outline, ("a", "c", "d", 0)) is None


def test_a_table_stands_where_its_name_stands_first() -> None:
    node = found(Outline(NESTED), ("a", "c"))
    assert node is not None
    assert NESTED[node.start : node.end] == "c"
    assert NESTED.index("c.d") == node.start


def test_what_stands_before_a_broken_statement_is_known() -> None:
    outline = Outline(f"{NESTED}= 1\n[z]\n")
    assert found(outline, ("h", 1, "i")) is not None
    assert found(outline, ("z",)) is None
