from __future__ import annotations

from pathlib import Path

import pytest

from simulator.errors import Misuse
from simulator.packs.find import all_packs, files_under, packs_in, resolve, scenarios_of, translations_of


def make(folder: Path, *files: str) -> Path:
    """A pack with these files beside its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("pack.toml", *files):
        (folder / name).write_text("format = 1\n")
    return folder


@pytest.fixture
def packs(tmp_path: Path) -> tuple[Path, ...]:
    """Two packs, of which both have a `welcome`."""
    make(
        tmp_path / "clients", "overlooked.toml", "welcome.toml", "overlooked.fr.toml", "overlooked.pt-BR.toml"
    )
    make(tmp_path / "partners", "welcome.toml", "pack.fr.toml", "Notes.toml", "readme.md")
    return packs_in([tmp_path])


def test_a_folder_is_a_pack_or_holds_packs(tmp_path: Path) -> None:
    one, two = make(tmp_path / "all" / "one"), make(tmp_path / "all" / "two")
    (tmp_path / "all" / "stray").mkdir()
    assert packs_in([tmp_path / "all"]) == (one, two)
    assert packs_in([two, tmp_path / "all"]) == (two, one)
    assert packs_in([tmp_path / "missing", tmp_path / "all" / "stray"]) == ()


def test_manifests_translations_and_other_files_are_no_scenarios(packs: tuple[Path, ...]) -> None:
    assert [scenario.name for pack in packs for scenario in scenarios_of(pack)] == [
        "clients/overlooked",
        "clients/welcome",
        "partners/welcome",
    ]


def test_translations_are_found_by_scenario(packs: tuple[Path, ...]) -> None:
    assert translations_of(packs[0]) == {"overlooked": ["fr", "pt-BR"]}


@pytest.mark.parametrize("wanted", ["overlooked", "clients/overlooked"])
def test_an_id_is_enough_where_it_is_the_only_one(packs: tuple[Path, ...], wanted: str) -> None:
    found = resolve(wanted, packs)
    assert (found.path, found.pack_folder, found.id) == (packs[0] / "overlooked.toml", packs[0], "overlooked")


def test_an_id_of_two_packs_is_misuse_that_names_both(packs: tuple[Path, ...]) -> None:
    with pytest.raises(Misuse, match=r"clients/welcome, partners/welcome"):
        resolve("welcome", packs)
    assert resolve("partners/welcome", packs).pack == "partners"


def test_the_same_name_in_two_places_is_misuse_that_names_the_files(tmp_path: Path) -> None:
    twins = packs_in([make(tmp_path / name / "clients", "welcome.toml") for name in ("a", "b")])
    with pytest.raises(Misuse) as misuse:
        resolve("clients/welcome", twins)
    assert all(str(pack / "welcome.toml") in misuse.value.message for pack in twins)


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("overloked", 'did you mean "overlooked"?'),
        ("client/overlooked", 'did you mean "clients/overlooked"?'),
        ("something-else-entirely", '"sparring list" shows what there is'),
    ],
)
def test_an_unknown_name_is_misuse_with_a_hint(packs: tuple[Path, ...], wanted: str, hint: str) -> None:
    with pytest.raises(Misuse) as misuse:
        resolve(wanted, packs)
    assert misuse.value.hint == hint


def test_a_pack_by_itself_is_misuse_that_names_its_scenarios(packs: tuple[Path, ...]) -> None:
    with pytest.raises(Misuse, match="is a pack") as misuse:
        resolve("clients", packs)
    assert "clients/overlooked" in str(misuse.value.hint)


def test_a_path_needs_no_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    found = resolve("mine.toml", [])
    assert (found.path, found.pack_folder, found.id) == (Path("mine.toml"), tmp_path, "mine")


def test_a_path_in_the_home_folder(home: Path) -> None:
    (home / "mine.toml").write_text("")
    assert resolve("~/mine.toml", []).path == home / "mine.toml"


def test_a_missing_file_is_misuse_that_names_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")
    with pytest.raises(Misuse) as misuse:
        resolve(str(tmp_path / "mien.toml"), [])
    assert misuse.value.hint == 'did you mean "mine.toml"?'


def test_a_folder_is_misuse_that_names_what_is_in_it(packs: tuple[Path, ...]) -> None:
    with pytest.raises(Misuse, match="is a folder") as misuse:
        resolve(str(packs[0]), [])
    assert str(packs[0] / "overlooked.toml") in str(misuse.value.hint)


def test_a_translation_is_misuse_that_says_how_to_play_it(packs: tuple[Path, ...]) -> None:
    with pytest.raises(Misuse, match="translation") as misuse:
        resolve(str(packs[0] / "overlooked.fr.toml"), [])
    assert str(misuse.value.hint).endswith("overlooked.toml --language fr")


@pytest.mark.parametrize(
    "wanted", ["", "/", "a\0b.toml", "x" * 10_000, "~nobody-here/x.toml", "../..", "\x1b[31m"]
)
def test_no_name_is_odd_enough_to_crash(wanted: str) -> None:
    with pytest.raises(Misuse):
        resolve(wanted, [])


def test_a_check_sees_manifests_scenarios_and_odd_files_but_no_translations(
    packs: tuple[Path, ...], tmp_path: Path
) -> None:
    (packs[1] / "lost.fr.toml").write_text("")
    names = [path.relative_to(tmp_path).as_posix() for path in files_under(tmp_path)]
    assert names == [
        "clients/overlooked.toml",
        "clients/pack.toml",
        "clients/welcome.toml",
        "partners/Notes.toml",
        "partners/lost.fr.toml",
        "partners/pack.toml",
        "partners/welcome.toml",
    ]
    assert files_under(packs[0]) == tuple(sorted(packs[0] / name.split("/")[1] for name in names[:3]))


def test_a_plain_folder_of_scenarios_can_be_checked(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("")
    assert files_under(tmp_path) == (tmp_path / "mine.toml",)


def test_a_folder_without_any_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="no scenario"):
        files_under(tmp_path)


def test_packs_come_from_the_program_the_config_and_the_data_folder(
    config: Path, home: Path, tmp_path: Path
) -> None:
    own = make(tmp_path / "own", "a.toml")
    installed = make(home / "data" / "sparring" / "packs" / "bought", "b.toml")
    config.write_text(f"pack_folders = ['{own}']")
    packs = all_packs()
    assert packs[-2:] == (own, installed)
    assert {"clients", "candidates"} <= {pack.name for pack in packs}
