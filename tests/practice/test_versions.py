from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from simulator.practice.versions import Versions
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario

SCENE = Path(__file__).parents[1] / "scenes" / "small"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return shutil.copytree(SCENE, tmp_path / "small")


@pytest.fixture
def versions(tmp_path: Path, pack: Path) -> Versions:
    """Copies beside a library of this one pack."""

    def find(name: str) -> Path | None:
        path = tmp_path / f"{name}.toml"
        return path if path.is_file() else None

    return Versions(tmp_path / "editions", find)


def edition_of(pack: Path, language: str | None = None) -> Edition:
    edition = read_scenario(pack / "small-no.toml", language).edition
    assert edition is not None
    return edition


def test_a_copy_reads_as_the_same_edition_once_the_pack_is_gone(versions: Versions, pack: Path) -> None:
    (pack / "small-no.fr.toml").write_text('title = "Le petit non"\n', encoding="utf-8")
    (pack / "pack.fr.toml").write_text('title = "Petites conversations"\n', encoding="utf-8")
    (pack / "other.toml").write_text("format = 1\n")
    with (pack / "pack.toml").open("a") as manifest:
        manifest.write('[arcs.week]\ntitle = "A week"\nscenarios = ["small-no", "other"]\n')
    edition = edition_of(pack, "fr")
    assert versions.keep(edition)
    shutil.rmtree(pack)
    path = versions.kept("small/small-no", edition.digest)
    assert path is not None
    again = read_scenario(path, "fr").edition
    assert again is not None
    assert (again.name, again.digest, again.rules) == (edition.name, edition.digest, edition.rules)
    assert (again.version, again.terms, again.scenario.title) == ("2.1.0", edition.terms, "Le petit non")


def test_a_copy_is_never_written_over(versions: Versions, pack: Path) -> None:
    edition = edition_of(pack)
    versions.keep(edition)
    path = versions.kept(edition.name, edition.digest)
    assert path is not None
    before = path.read_bytes(), path.stat().st_mtime_ns
    (pack / "pack.toml").write_text((pack / "pack.toml").read_text().replace("Northline", "Other"))
    assert versions.keep(edition_of(pack))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_text_that_was_changed_after_it_was_read_is_not_kept_under_its_digest(
    versions: Versions, pack: Path, tmp_path: Path
) -> None:
    edition = edition_of(pack)
    edition.path.write_text(edition.path.read_text().replace("small no", "large no"))
    assert not versions.keep(edition)
    assert list((tmp_path / "editions").rglob("*.*")) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_folder_that_takes_nothing_keeps_nobody_from_playing(
    versions: Versions, pack: Path, tmp_path: Path
) -> None:
    (tmp_path / "editions").mkdir(mode=0o500)
    assert not versions.keep(edition_of(pack))


def test_a_file_in_the_place_of_the_folder_keeps_nobody_from_playing(
    versions: Versions, pack: Path, tmp_path: Path
) -> None:
    (tmp_path / "editions").write_text("")
    assert not versions.keep(edition_of(pack))


def test_the_library_comes_first_and_then_the_place_where_the_copy_was_taken(
    versions: Versions, pack: Path, tmp_path: Path
) -> None:
    edition = edition_of(pack)
    versions.keep(edition)
    assert versions.today("small/small-no", edition.digest) == pack / "small-no.toml"
    elsewhere = Versions(tmp_path / "editions", lambda _: None)
    assert elsewhere.today("small/small-no", edition.digest) == pack / "small-no.toml"
    shutil.rmtree(pack)
    assert elsewhere.today("small/small-no", edition.digest) is None


@pytest.mark.parametrize("digest", ["", "sha256:", "sha256:../../etc", "/etc", "sha256:" + "0" * 64])
def test_what_is_no_digest_of_a_copy_leads_nowhere(versions: Versions, digest: str) -> None:
    assert versions.kept("small/small-no", digest) is None
    assert versions.drop([digest]) == 0


def test_copies_that_nobody_needs_are_dropped(versions: Versions, pack: Path, tmp_path: Path) -> None:
    edition = edition_of(pack)
    versions.keep(edition)
    assert versions.drop([edition.digest, edition.digest]) == 1
    assert list((tmp_path / "editions").iterdir()) == []


def test_two_scenarios_of_one_text_have_a_copy_each(versions: Versions, pack: Path, tmp_path: Path) -> None:
    shutil.copy(pack / "small-no.toml", pack / "twin.toml")
    elsewhere = shutil.copytree(pack, tmp_path / "other")
    for path in (pack / "small-no.toml", pack / "twin.toml", elsewhere / "twin.toml"):
        edition = read_scenario(path).edition
        assert edition is not None
        assert versions.keep(edition)
        kept = versions.kept(edition.name, edition.digest)
        assert kept is not None
        again = read_scenario(kept).edition
        assert again is not None
        assert again.name == edition.name
