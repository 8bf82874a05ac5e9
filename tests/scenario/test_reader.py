"""Text in; code, line and column out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.diagnostic import as_json, render
from simulator.scenario.plain import is_plain
from simulator.scenario.reader import languages_of, read_scenario
from tests.scenario.faults import ONE_FAULT
from tests.scenario.files import MANIFEST, SOUND, place, places, reading_of, spoilt


@pytest.mark.parametrize("name", ONE_FAULT)
def test_one_fault_is_found_once_and_where_it_stands(name: str, tmp_path: Path) -> None:
    change, code, part = ONE_FAULT[name]
    text = spoilt(change)
    found = reading_of(text, tmp_path)
    if part.endswith("$"):
        line, column = text[: text.rindex(part[:-1])].count("\n") + 1, 1
    else:
        line, column = place(text, part)
    got = places(found.diagnostics)
    assert [one[0] for one in got] == [code]
    assert got[0][1] == line
    assert code == "duplicate-table" or got[0][2] == column
    assert (found.edition is None) is bool(found.errors)


def test_a_sound_file_has_nothing_to_be_said_of(tmp_path: Path) -> None:
    reading = reading_of(SOUND, tmp_path)
    assert reading.diagnostics == ()
    assert reading.edition is not None
    assert reading.edition.name == "profile"
    assert reading.edition.languages == ("en",)
    assert reading.edition.lines("Dana: Well.")[0].speaker == "dana"


@pytest.mark.parametrize("before", ["\ufeff", ""])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_marks_and_line_ends_of_other_systems_change_nothing(
    before: str, line_end: str, tmp_path: Path
) -> None:
    sound = reading_of(SOUND, tmp_path).edition
    other = reading_of(before + SOUND.replace("\n", line_end), tmp_path)
    assert other.diagnostics == ()
    assert other.edition is not None
    assert sound is not None
    assert other.edition.digest == sound.digest
    assert other.edition.scenario == sound.scenario
    bad = before + spoilt(('"lull"', '"lul"')).replace("\n", line_end)
    assert places(reading_of(bad, tmp_path).diagnostics) == [("unknown-target", 54, 17)]


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".b" * 2_000_000 + " = 1",
        "x = " + "[" * 100_000,
        "x = 1" + "0" * 100_000,
        "x = [" + "1," * 600_000 + "]",
        "".join(f"[beats.b{number}]\n" for number in range(160_000)),
        "".join(f"k{number}=1\n" for number in range(800_001)),
        "a" * 1_000_000,
        '"' * 1_000_000,
        "\n[" * 100_000,
    ],
    ids=lambda text: text[:10],
)
def test_hostile_files_are_refused_at_once(text: str, tmp_path: Path) -> None:
    assert reading_of(text, tmp_path).errors


def test_of_very_many_findings_errors_are_shown_first_and_the_rest_is_mentioned(tmp_path: Path) -> None:
    beats = "".join(
        f"[beats.b{number}]\nscript = 'Dana: {'Hm' if number < 1200 else '{'}'\nto = 'lul'\n"
        for number in range(1500)
    )
    found = reading_of(SOUND.replace('["evidence"]', '["evidence", "\u200b"]') + beats, tmp_path).diagnostics
    assert len(found) == 1001
    assert found[-1].code == "too-many-findings"
    assert all(one.is_error for one in found)


def test_warnings_alone_never_forbid_however_many(tmp_path: Path) -> None:
    odd = "".join(f"[beats.b{number}]\nscript = 'Dana: H\u200bm'\nto = 'lull'\n" for number in range(1500))
    reading = reading_of(SOUND + odd, tmp_path)
    assert len(reading.diagnostics) == 1001
    assert not reading.errors
    assert reading.edition is not None
    assert "\u200b" not in reading.edition.scenario.beats["b7"].script


def test_what_a_file_says_never_commands_the_terminal(tmp_path: Path) -> None:
    text = spoilt(
        ('"core"', '"\\u001b[2J"'),
        ("{ patience = -1 }", '{ "\\u001b]0;x\\u0007" = 1 }'),
        ("[endings.brittle]", '[endings."\\u009b31m\\n"]'),
        ('"lull"', '"[@click=app.quit]x[/b]\\u202e"'),
        ('role = "Consultant"', 'role = "[/b]"\n"\\r\\u0008" = 1'),
    )
    reading = reading_of(text, tmp_path, "od\x1b[31md\n.toml")
    assert {one.code for one in reading.diagnostics} >= {
        "not-allowed",
        "unknown-gauge",
        "bad-id",
        "unknown-target",
    }
    for one in reading.diagnostics:
        shown = render(one)
        assert is_plain(shown)
        assert shown.count("\n") == (2 if one.excerpt is not None else 1)
        assert "\n" not in str(as_json(one)["file"])


def test_brackets_are_only_brackets(tmp_path: Path) -> None:
    words = "[/b] [@click=app.quit]x[/] [red]"
    reading = reading_of(spoilt(('"He stayed."', f'"{words}"'), ("It's a no from me.", words)), tmp_path)
    assert reading.edition is not None
    assert reading.edition.scenario.endings["interview"].later == words
    assert reading.edition.lines(reading.edition.scenario.beats["verdict"].script)[0].words == words


def test_tabs_are_shown_as_blanks_without_a_word(tmp_path: Path) -> None:
    reading = reading_of(
        SOUND.replace("Dana: Fine.", "Dana:\tFine,\tthen.").replace("title  =", "\ttitle\t="), tmp_path
    )
    assert reading.diagnostics == ()
    assert reading.edition is not None
    assert reading.edition.scenario.endings["brittle"].script == "Dana: Fine, then."


def test_the_digest_is_of_what_was_written_and_the_rules_of_what_decides(tmp_path: Path) -> None:
    def edition(*changes: tuple[str, str]) -> tuple[str, str]:
        read = reading_of(spoilt(*changes), tmp_path).edition
        assert read is not None
        return read.digest, read.rules

    whole, rules = edition()
    assert edition(("He stayed.", "He left."))[0] != whole
    assert edition(("He stayed.", "He left."))[1] == rules
    assert edition(("assertiveness = 1", "assertiveness = 2"))[1] != rules
    assert edition(("patience > 1", "patience > 2"))[1] != rules


def test_a_translation_or_a_manifest_is_no_scenario(tmp_path: Path) -> None:
    (tmp_path / "profile.toml").write_text(SOUND)
    (tmp_path / "profile.fr.toml").write_text('title = "Le profil"\n')
    (tmp_path / "pack.toml").write_text(MANIFEST)
    for name in ("profile.fr.toml", "pack.toml"):
        assert [one.code for one in read_scenario(tmp_path / name).diagnostics] == ["not-a-scenario"]


def test_the_languages_beside_a_file_are_those_of_its_own_translations(tmp_path: Path) -> None:
    for name in (
        "a[b].toml",
        "a[b].fr.toml",
        "a[b].pt-BR.toml",
        "ab.de.toml",
        "a[b].x_y.toml",
        "a[b].fr.txt",
    ):
        (tmp_path / name).write_text("")
    assert languages_of(tmp_path / "a[b].toml") == ("fr", "pt-BR")
    assert languages_of(tmp_path / "nowhere" / "a.toml") == ()


@pytest.mark.parametrize("language", ["../x", "", "a/b", "x" * 300, "a\0b", ".", "fr.toml"])
def test_a_language_that_is_none_leads_to_no_other_file(language: str, tmp_path: Path) -> None:
    (tmp_path / "profile.toml").write_text(SOUND)
    edition = read_scenario(tmp_path / "profile.toml", language).edition
    assert edition is not None
    assert edition.language == "en"


LINES = SOUND.splitlines()
PIECES = st.sampled_from(
    [
        *LINES,
        "",
        "[",
        "]",
        '"',
        '"""',
        "'''",
        "= 1",
        "to = 3",
        "[beats]",
        "[[beats.lull.variants]]",
        "choices = 3",
        "[beats.verdict.choices]",
        "[beats]\nlull = 3",
        "beats = 3",
        "start = []",
        "\\u0000",
        "\x00",
        "\u202e",
        "{",
        "}",
    ]
)


def answered(text: bytes, folder: Path) -> None:
    reading = reading_of(text, folder)
    assert (reading.edition is None) == bool(reading.errors)
    assert all(is_plain(render(one)) for one in reading.diagnostics)


@given(st.data())
def test_a_file_with_lines_lost_doubled_or_replaced_is_answered(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        lines[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(PIECES, max_size=2))
    answered("\n".join(lines).encode("utf-8", "surrogatepass"), tmp_path_factory.getbasetemp())


@given(st.binary(max_size=20), st.integers(0, len(SOUND)), st.integers(0, 30))
def test_a_file_with_any_bytes_in_it_is_answered(
    tmp_path_factory: pytest.TempPathFactory, some: bytes, start: int, length: int
) -> None:
    sound = SOUND.encode()
    answered(sound[:start] + some + sound[start + length :], tmp_path_factory.getbasetemp())


VALUES = st.sampled_from(
    [
        "3",
        "-1",
        "1.5",
        "true",
        '""',
        '" "',
        '"x"',
        "[]",
        "[1]",
        '["x"]',
        "{}",
        "{ x = 1 }",
        "[{}]",
        "[{ to = 3 }]",
        "nan",
        "1979-05-27",
        "9" * 30,
    ]
)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), VALUES), min_size=1, max_size=8))
def test_a_file_with_other_values_is_answered(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, str]]
) -> None:
    lines = list(LINES)
    for at, value in changes:
        if " = " in lines[at] and '"""' not in lines[at]:
            lines[at] = lines[at].partition("=")[0] + "= " + value
    answered("\n".join(lines).encode(), tmp_path_factory.getbasetemp())
