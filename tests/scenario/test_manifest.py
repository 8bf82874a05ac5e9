from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.reader import read_pack, read_scenario
from tests.scenario.files import MANIFEST, SOUND, reading_of, spoilt


def read(folder: Path, manifest: str, text: str = SOUND) -> list[str]:
    (folder / "pack.toml").write_text(manifest)
    return [f"{Path(one.file).name}:{one.code}" for one in reading_of(text, folder).diagnostics]


def test_terms_are_filled_in_everywhere(tmp_path: Path) -> None:
    text = spoilt(
        ('"Late on a Tuesday."', '"At {company}, {{x}."'),
        ('"Dana Whitlock"', '"{company} Whitlock"'),
        ('script = "Dana: Fine."', 'script = "{company}: Fine."'),
        ("Dana (flat): It's", "Northline (flat): It's"),
        ("Dana (thoughtful)", "{company} (thoughtful)"),
        ('"Dana: One hour."', '"dana: One hour."'),
    )
    assert read(tmp_path, MANIFEST, text) == ["profile.toml:unknown-speaker"]
    fine = text.replace("Northline (flat)", "dana (flat)")
    assert read(tmp_path, MANIFEST, fine) == []
    edition = read_scenario(tmp_path / "profile.toml").edition
    assert edition is not None
    assert edition.scenario.briefing.situation == "At Northline, {x}."
    assert edition.lines("Northline: Well.")[0].speaker == "dana"
    assert edition.pack is not None
    assert edition.pack.manifest.summary == "Difficult ones at Northline."
    rule = edition.principle("ask_first")
    assert rule is not None
    assert rule.rule == "Ask first, says Northline."


def test_a_text_may_be_too_long_or_no_script_only_once_it_is_filled(tmp_path: Path) -> None:
    long = MANIFEST.replace('"Northline"', f'"{"x" * 200}"')
    text = spoilt(('"Late on a Tuesday."', f'"{"x" * 19_900}{{company}}"'))
    assert read(tmp_path, long, text) == ["profile.toml:too-long"]
    odd = MANIFEST.replace('"Northline"', '"]"')
    assert read(tmp_path, odd, spoilt(("It rains.", "It {company} rains"))) == ["profile.toml:after-bracket"]


def test_terms_stay_as_they_are_where_no_one_reads(tmp_path: Path) -> None:
    text = spoilt(('"patience > 1 and not offered_call"', '"{company}"'), ('"lull"', '"{company}"'))
    codes = {code.partition(":")[2] for code in read(tmp_path, MANIFEST, text)}
    assert "unknown-target" in codes
    assert "unknown-term" not in codes


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('company = "Northline"', 'company = "{company} Ltd"'), "term-in-term"),
        (('company = "Northline"', 'company = "North\\nline"'), "not-allowed"),
        (('company = "Northline"', 'Company = "Northline"'), "bad-id"),
        (('"Difficult ones at {company}."', '"At {compny}."'), "unknown-term"),
        (("format   = 1", "format = 3"), "out-of-range"),
        (('version  = "1.0.0"\n', ""), "missing-key"),
        (('license  = "CC-BY-4.0"', 'licence = "CC-BY-4.0"'), "unknown-key"),
        (('license  = "CC-BY-4.0"', 'license = "x"\nlanguage = "English, please"'), "not-allowed"),
        (
            ('evidence = "Evidence"', 'evidence = "Evidence"\n[arcs.a]\ntitle="A"\nscenarios=["nope"]'),
            "unknown-scenario",
        ),
        (
            ('evidence = "Evidence"', 'evidence = "Evidence"\n[arcs.a]\ntitle="A"\nscenarios=["../x"]'),
            "unknown-scenario",
        ),
        (('evidence = "Evidence"', 'evidence = "Evidence"\n[arcs.a]\ntitle="A"\nscenarios=[]'), "empty"),
    ],
)
def test_a_fault_of_the_manifest_is_told_with_every_scenario(
    change: tuple[str, str], code: str, tmp_path: Path
) -> None:
    assert MANIFEST.count(change[0]) == 1
    found = read(tmp_path, MANIFEST.replace(*change), spoilt(('"Late on', '"Late at {company} on')))
    assert f"pack.toml:{code}" in found
    assert not [one for one in found if one.startswith("profile") and "Company" not in change[1]]
    assert read_pack(tmp_path)[0] is None


def test_principles_and_skills_are_the_packs(tmp_path: Path) -> None:
    text = spoilt(
        ('uses          = ["last_hire"]', 'principle = "ask_frst"'), ('["evidence"]', '["evidense"]')
    )
    assert read(tmp_path, MANIFEST, text) == [
        "profile.toml:unknown-skill",
        "profile.toml:unknown-principle",
    ]


def test_a_manifest_that_cannot_be_read_hides_no_fault_and_makes_none(tmp_path: Path) -> None:
    text = spoilt(('"Late on', '"Late at {company} on'), ('"lull"', '"lul"'))
    found = read(tmp_path, "format = ", text)
    assert "profile.toml:unknown-target" in found
    assert "profile.toml:unknown-term" not in found


def test_a_manifest_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").mkdir()
    assert [one.code for one in reading_of(SOUND, tmp_path).diagnostics] == ["is-a-folder"]
