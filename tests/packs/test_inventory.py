from __future__ import annotations

from pathlib import Path

from simulator.packs.catalogue import catalogue_at_once, read
from simulator.packs.config import add_pack_folder
from simulator.packs.index import MOST_WHOLE
from simulator.packs.inventory import Origin, Source, inventory

MANIFEST = 'title = "Ours at {firm}"\nversion = "1.2.0"\nauthors = ["A", "B"]\nlicense = "CC0-1.0"\n'


def pack(folder: Path, scenarios: int = 1, manifest: str = MANIFEST) -> Path:
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(manifest + '[terms]\nfirm = "Northline"\n')
    for number in range(scenarios):
        text = f'title = "Talk {number}"\nlevel = "core"\n[beats.a]\nscript = """{"word " * 520}"""\n'
        (folder / f"talk-{number}.toml").write_text(text)
    return folder


def source(origin: Origin, sources: tuple[Source, ...]) -> Source:
    return next(one for one in sources if one.origin is origin)


def test_packs_come_from_where_they_come_from(config: Path, tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours" / "sales", 2)
    config.write_text(f'pack_folders = ["{ours.parent.as_posix()}", "nowhere"]\n')
    found = inventory()

    assert [one.origin for one in found] == [Origin.SHIPPED, Origin.OWN, Origin.OWN, Origin.INSTALLED]
    assert "clients" in [one.id for one in found[0].packs]
    assert found[2].packs == found[3].packs == ()
    (told,) = found[1].packs
    assert (told.title, told.facts.version, told.facts.license) == ("Ours at Northline", "1.2.0", "CC0-1.0")
    assert told.facts.authors == ("A", "B")
    assert [entry.title for entry in told.entries] == ["Talk 0", "Talk 1"]
    assert told.languages == ("en",)


def test_what_was_told_is_remembered_as_it_was(config: Path, tmp_path: Path) -> None:
    config.write_text(f'pack_folders = ["{pack(tmp_path / "ours").as_posix()}"]\n')

    assert inventory() == inventory()


def test_two_packs_of_one_name_are_twins(tmp_path: Path) -> None:
    one, other = pack(tmp_path / "a" / "sales"), pack(tmp_path / "b" / "sales")
    twins = [told.is_twin for source in inventory(None, [one, other]) for told in source.packs]

    assert twins == [True, True]


def test_the_same_pack_named_twice_is_one(tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours")

    assert [len(source.packs) for source in inventory(None, [ours, ours])] == [1, 0]


def test_what_cannot_be_read_is_told_and_counted(tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours", 2)
    (ours / "talk-0.toml").write_text("title = ")
    (told,) = inventory(None, [ours])[0].packs
    assert (told.error, told.broken) == (None, 1)
    (ours / "pack.toml").write_text("title = ")
    (told,) = inventory(None, [ours])[0].packs
    assert "line 1" in str(told.error)
    assert told.broken == 0


def test_progress_counts_packs(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pack(tmp_path / name)
    heard: list[tuple[int, int]] = []
    inventory(lambda done, count: heard.append((done, count)), [tmp_path])

    assert heard == [(1, 2), (2, 2)]


def test_of_a_large_library_heads_are_read_and_tell_the_same(tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours", MOST_WHOLE + 1)
    entries = read([ours])

    assert {(entry.minutes, entry.level, entry.error) for entry in entries} == {(2, "core", None)}
    last = ours / f"talk-{MOST_WHOLE}.toml"
    last.write_text('title = "Talk"\n[briefing]\ngoal = """\n[beats]\n"""\n[beats.a]\nscript = "Hm."\n')
    assert last.stem in [entry.id for entry in read([ours]) if entry.title == "Talk"]


def test_a_large_library_is_not_waited_for(config: Path, tmp_path: Path) -> None:
    assert catalogue_at_once() is not None
    config.write_text(f'pack_folders = ["{pack(tmp_path / "ours", 80).as_posix()}"]\n')

    assert catalogue_at_once() is None
    inventory()
    assert len(catalogue_at_once() or ()) >= 80


def test_folders_are_added_beside_the_others_once(config: Path) -> None:
    config.write_text('# mine\ntheme = "dark"\npack_folders = ["~/a"] # the first\n')
    for _ in range(2):
        add_pack_folder(config, "/b")

    text = config.read_text("utf-8")
    assert text.startswith('# mine\ntheme = "dark"\npack_folders = [')
    assert "# the first" in text
    assert text.count('"/b"') == 1
