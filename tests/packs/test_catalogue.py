from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from simulator.packs.catalogue import TUTORIAL, Entry, catalogue, read
from simulator.packs.find import packs_in, scenarios_of
from simulator.packs.glance import glance_at
from simulator.packs.places import shipped

SCENARIO = """
format = 1
title = "The welcome"
summary = "Somebody new."
level = "core"
minutes = 7
skills = ["evidence", "asking"]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one scenario and its French translation."""
    folder = tmp_path / "clients"
    folder.mkdir()
    (folder / "pack.toml").write_text(
        'title = "Clients of {company}"\nlanguage = "en"\n[terms]\ncompany = "Northline"\n'
    )
    (folder / "welcome.toml").write_text(SCENARIO)
    (folder / "welcome.fr.toml").write_text('title = "Bienvenue"\n')
    return folder


def only(pack: Path, cache: Path | None = None) -> Entry:
    """The one entry of a pack."""
    (entry,) = read([pack], cache)
    return entry


def test_an_entry_says_what_the_library_shows(pack: Path) -> None:
    assert only(pack) == Entry(
        id="welcome",
        pack="clients",
        pack_title="Clients of Northline",
        title="The welcome",
        summary="Somebody new.",
        level="core",
        minutes=7,
        skills=("evidence", "asking"),
        languages=("en", "fr"),
        path=pack / "welcome.toml",
    )


def test_titles_are_in_the_language_wished_for_where_they_are_translated(pack: Path, tmp_path: Path) -> None:
    (pack / "pack.fr.toml").write_text('title = "La clientèle de {company}"\n')
    for _ in range(2):
        (entry,) = read([pack], tmp_path / "catalogue.json", "fr-CA")
        assert (entry.title, entry.summary) == ("Bienvenue", "Somebody new.")
        assert entry.pack_title == "La clientèle de Northline"
        (entry,) = read([pack], tmp_path / "catalogue.json", "de")
        assert (entry.title, entry.pack_title) == ("The welcome", "Clients of Northline")


def test_a_broken_translation_leaves_the_original(pack: Path) -> None:
    (pack / "welcome.fr.toml").write_text("title = ")
    (entry,) = read([pack], language="fr")
    assert (entry.title, entry.error) == ("The welcome", None)


def test_easy_scenarios_come_first_and_broken_ones_last(pack: Path) -> None:
    (pack / "0.toml").write_text('title = "not an id"')
    (pack / "broken.toml").write_text("title = ")
    (pack / "a.toml").write_text('title = "A"\nlevel = "stretch"\n')
    (pack / "z.toml").write_text('title = "Z"\nlevel = "intro"\n')
    assert [entry.id for entry in read([pack])] == ["z", "welcome", "a", "broken"]


def test_minutes_are_computed_from_the_words_where_none_are_given(pack: Path) -> None:
    beat = f'[beats.one]\nscript = "{"word " * 1300}"\n'
    (pack / "welcome.toml").write_text(SCENARIO.replace("minutes = 7\n", "") + beat)
    assert only(pack).minutes == 5


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"title = \xff", "UTF-8"),
        (b"format = 1\ntitle = = 3", "line 2"),
        (b"", "title"),
        (b"title = 3\nlevel = []\nskills = {}\nminutes = true", "title"),
        (b"a" + b".a" * 50_000 + b" = 1", "line 1"),
        (b"a = " + b"[" * 100_000, "line 1"),
        (b"a = " + b"9" * 10_000, "line 1"),
    ],
)
def test_a_file_that_cannot_be_played_is_listed_with_what_is_wrong(
    pack: Path, data: bytes, said: str
) -> None:
    (pack / "welcome.toml").write_bytes(data)
    entry = only(pack)
    assert entry.title == "welcome"
    assert said in str(entry.error)


def test_a_folder_named_like_a_scenario_is_listed_with_what_is_wrong(pack: Path) -> None:
    (pack / "welcome.toml").unlink()
    (pack / "welcome.toml").mkdir()
    assert "folder" in str(only(pack).error)


def test_a_huge_file_is_not_read(pack: Path) -> None:
    with (pack / "welcome.toml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "16 MiB" in str(only(pack).error)


def test_a_broken_manifest_is_told_at_its_scenarios(pack: Path) -> None:
    (pack / "pack.toml").write_text("title = ")
    entry = only(pack)
    assert entry.pack_title == "clients"
    assert str(entry.error).startswith("pack.toml, line 1")


def test_texts_are_plain_and_on_one_line(pack: Path) -> None:
    (pack / "welcome.toml").write_text('title = "a\\u001b[31m\\u202eb\\n\\tc\\u200b [/b]"')
    title = only(pack).title
    assert title.isprintable()
    assert title.endswith("c [/b]")


def test_a_second_look_reads_no_file(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "catalogue.json"
    first = read([pack], cache)
    path = pack / "welcome.toml"
    before = path.stat()
    path.write_text("x" * before.st_size)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read([pack], cache) == first


def test_a_changed_file_is_read_again(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "catalogue.json"
    read([pack], cache)
    (pack / "welcome.toml").write_text(SCENARIO.replace("The welcome", "The welcom"))
    assert only(pack, cache).title == "The welcom"


def test_a_deleted_file_leaves_the_cache(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "catalogue.json"
    read([pack], cache)
    (pack / "welcome.toml").unlink()
    assert read([pack], cache) == ()
    assert "welcome" not in cache.read_text()


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", "null", '{"program": 1}', "[" * 100_000, "\udcff", "stamp", "types"],
)
def test_a_corrupt_cache_is_done_without(pack: Path, tmp_path: Path, damage: str) -> None:
    cache = tmp_path / "catalogue.json"
    expected = read([pack], cache)
    kept = json.loads(cache.read_text())
    if damage == "stamp":
        kept["files"] = dict.fromkeys(kept["files"], 7)
        damage = json.dumps(kept)
    elif damage == "types":
        for _, _, facts in kept["files"].values():
            facts.update(title=["\x1b"], minutes="7", skills=3, terms=[1])
        damage = json.dumps(kept)
    cache.write_text(damage, errors="surrogateescape")
    assert read([pack], cache) == expected


def test_a_cache_that_was_tampered_with_still_yields_plain_text(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "catalogue.json"
    read([pack], cache)
    cache.write_text(cache.read_text().replace("The welcome", "\\u001b[2J"))
    assert only(pack, cache).title == "The welcome"


def test_a_cache_folder_that_takes_no_file_is_done_without(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert only(pack, tmp_path / "file" / "catalogue.json").id == "welcome"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a file that its owner can't read")
def test_an_unreadable_file_is_listed_and_tried_again(pack: Path, tmp_path: Path) -> None:
    cache = tmp_path / "catalogue.json"
    (pack / "welcome.toml").chmod(0)
    assert "read" in str(only(pack, cache).error)
    (pack / "welcome.toml").chmod(0o600)
    assert only(pack, cache).error is None


def test_the_shipped_scenarios_can_be_listed_without_a_complaint(home: Path) -> None:
    entries = {entry.name: entry for entry in catalogue()}
    assert next(iter(entries)) == TUTORIAL
    assert {"clients/overlooked-candidate", "candidates/felt-bullied"} <= entries.keys()
    assert [entry.error for entry in entries.values()] == [None] * len(entries)
    assert (home / "cache" / "sparring" / "catalogue.json").is_file()


def test_a_glance_at_the_head_of_every_shipped_scenario_tells_what_the_whole_file_does() -> None:
    files = [found.path for folder in packs_in([shipped()]) for found in scenarios_of(folder)]

    assert files
    for file in files:
        assert glance_at(file, is_scenario=True, whole=False) == glance_at(file, is_scenario=True)
