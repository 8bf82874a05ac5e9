from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import Misuse
from simulator.packs import arcs

PACK = """\
title = "Difficult clients"
[terms]
who = "Dana"
[arcs.first_year]
title = "Your first year with {who}"
scenarios = ["week-one", "the-no"]
[arcs.broken]
title = "Names what is not there"
scenarios = ["week-one", "gone"]
[arcs.untitled]
scenarios = ["the-no"]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "clients"
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK)
    for name in ("week-one", "the-no"):
        (folder / f"{name}.toml").write_text('title = "T"\n')
    return folder


def test_arcs_are_listed_with_their_conversations_in_order(pack: Path) -> None:
    first, untitled = arcs.read([pack])
    assert (first.name, first.title) == ("clients/first_year", "Your first year with Dana")
    assert first.scenarios == ("clients/week-one", "clients/the-no")
    assert first.paths == (pack / "week-one.toml", pack / "the-no.toml")
    assert untitled.title == "untitled"


def test_they_are_the_same_from_the_cache(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "arcs.json"
    fresh = arcs.read([pack], cache)
    assert arcs.read([pack], cache) == fresh
    assert cache.is_file()


@pytest.mark.parametrize("wanted", ["clients/first_year", "first_year"])
def test_an_arc_is_found_by_its_name(pack: Path, wanted: str) -> None:
    found = arcs.named(wanted, arcs.read([pack]))
    assert found is not None
    assert found.id == "first_year"


def test_what_is_no_arc_is_none(pack: Path) -> None:
    assert arcs.named("clients/the-no", arcs.read([pack])) is None


def test_an_id_that_two_packs_have_is_misuse(pack: Path) -> None:
    twice = arcs.read([pack]) * 2
    with pytest.raises(Misuse, match="could be any of these: clients/first_year"):
        arcs.named("first_year", twice)


@pytest.mark.parametrize("table", ["arcs = 3", "[arcs]\nx = 1", "[arcs.x]\nscenarios = 3", "[arcs.x]"])
def test_odd_tables_are_no_arcs(pack: Path, table: str) -> None:
    (pack / "pack.toml").write_text(f'title = "T"\n{table}\n')
    assert arcs.read([pack]) == ()


def test_titles_are_told_in_the_language_wished_for(pack: Path) -> None:
    (pack / "pack.de.toml").write_text('[arcs.first_year]\ntitle = "Das erste Jahr mit {who}"\n')
    first, untitled = arcs.read([pack], language="de")
    assert (first.title, untitled.title) == ("Das erste Jahr mit Dana", "untitled")
    assert arcs.read([pack])[0].title == "Your first year with Dana"
