from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.diagnostic import Diagnostic
from simulator.scenario.reader import Reading, read_pack, read_scenario
from tests.scenario.files import MANIFEST, SOUND

WHOLE = """\
title = "Le profil"

[cast.dana]
name = "Diane Blanc"

[beats.verdict]
script = '''
Diane (flat) : C'est non.
Dana: Vraiment.
dana: Non.
Diane Blanc: Non.
'''

[beats.verdict.choices.ask]
say = "Qu'espériez-vous ?"

[debrief]
questions = ["Quoi ?"]

[sources]
title = "a1b2"
"beats.verdict.script" = "c3d4"
beats.verdict.choices.ask.say = "e5f6"
"""
ORIGINAL = SOUND + '\n[debrief]\nquestions = ["What?", "How?"]\n'


def read(folder: Path, translation: str, original: str = ORIGINAL) -> Reading:
    (folder / "profile.toml").write_text(original)
    (folder / "profile.fr.toml").write_text(translation)
    return read_scenario(folder / "profile.toml", "fr")


def told(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str, int]]:
    return [(Path(one.file).name, one.code, one.span.line) for one in diagnostics]


def test_texts_are_translated_and_gaps_fall_back(tmp_path: Path) -> None:
    reading = read(tmp_path, WHOLE)
    assert reading.diagnostics == ()
    edition = reading.edition
    assert edition is not None
    assert (edition.language, edition.languages) == ("fr", ("en", "fr"))
    scenario = edition.scenario
    assert (scenario.title, scenario.summary) == ("Le profil", "A client turns down your candidate.")
    assert scenario.debrief.questions == ("Quoi ?", "How?")
    lines = edition.lines(scenario.beats["verdict"].script)
    assert {line.speaker for line in lines} == {"dana"}
    assert lines[0].words == "C'est non."


def test_the_digests_are_those_of_the_original(tmp_path: Path) -> None:
    french = read(tmp_path, WHOLE).edition
    english = read_scenario(tmp_path / "profile.toml").edition
    assert french is not None
    assert english is not None
    assert (french.digest, french.rules, french.minutes) == (english.digest, english.rules, english.minutes)


@pytest.mark.parametrize(
    ("translation", "code", "line"),
    [
        ("\nformat = 1", "not-a-text", 2),
        ("\ntitel = 'x'", "unknown-key", 2),
        ("\ntitle = 3", "wrong-type", 2),
        ("\ntitle = ''", "empty", 2),
        ("\nstart = 'lull'", "not-a-text", 2),
        ("\ntrust = 3", "unknown-key", 2),
        ("\nskills = ['x']", "not-a-text", 2),
        ("\nyou = 'x'", "wrong-type", 2),
        ("[gauges.patience]\nstart = 4", "not-a-text", 2),
        ("[beats.verdict.choices.ask]\nto = 'lull'", "not-a-text", 2),
        ("[beats.verdict.choices.ask]\nwhen = 'trust > 3'", "not-a-text", 2),
        ("[beats.nowhere]\nscript = '[x]'", "unknown-key", 1),
        ("[debrief]\nquestions = ['a', 'b', 'c']", "wrong-length", 2),
        ("[sources]\ntitle = 3", "wrong-type", 1),
        ("[beats.lull]\nscript = 'Qui : x'", "unknown-speaker", 2),
        ("[beats.verdict.choices.ask]\nreply = 'Qui : x'", "unknown-speaker", 2),
        ("\ntitle = 'a\\u001bb'", "control-character", 2),
        ("\ntitle = '''a\u200bb'''", "invisible-character", 2),
        ("\ntitle = '{x}'", "unknown-term", 2),
        ("\ntitle = ", "missing-value", 2),
    ],
)
def test_a_fault_of_a_translation_is_told_there(
    translation: str, code: str, line: int, tmp_path: Path
) -> None:
    found = read(tmp_path, translation.replace("'a\\u001bb'", '"a\\u001bb"')).diagnostics
    assert told(found) == [("profile.fr.toml", code, line)]


def test_a_fault_of_the_original_stays_there(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE, ORIGINAL.replace('"lull"', '"lul"')).diagnostics
    assert [one[:2] for one in told(found)] == [("profile.toml", "unknown-target")]


def test_an_empty_translation_translates_nothing(tmp_path: Path) -> None:
    assert told(read(tmp_path, "# to do").diagnostics) == [("profile.fr.toml", "empty-file", 1)]


def test_the_pack_is_translated_by_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(MANIFEST)
    (tmp_path / "pack.fr.toml").write_text(
        'title = "Clients (fr)"\n[terms]\ncompany = "Nord"\n[skills]\nevidence = "Preuves"\n'
    )
    pack, diagnostics = read_pack(tmp_path, "fr")
    assert diagnostics == ()
    assert pack is not None
    assert pack.manifest.title == "Clients (fr)"
    assert pack.manifest.skills == {"evidence": "Preuves"}
    assert pack.manifest.summary == "Difficult ones at Nord."
    edition = read(tmp_path, "title = '{company}'", ORIGINAL).edition
    assert edition is not None
    assert edition.scenario.title == "Nord"


@pytest.mark.parametrize(
    "translation", ["version = '2'", "authors = ['B']", "license = 'x'", "[arcs]\nx = 1"]
)
def test_what_is_no_text_of_a_pack_is_not_translated(translation: str, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(MANIFEST)
    (tmp_path / "pack.fr.toml").write_text(translation)
    pack, diagnostics = read_pack(tmp_path, "fr")
    assert pack is None
    assert diagnostics[0].file.endswith("pack.fr.toml")
