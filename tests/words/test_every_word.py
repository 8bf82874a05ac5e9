"""Every word of ours on the screens comes from the catalog: a language of accents shows which do not."""

from __future__ import annotations

import io
import re
import shutil
import string
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from simulator import words
from simulator.cli.main import run
from simulator.store.record import Mode
from simulator.tui import themes
from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from tests.tui.conftest import BEST, PACKS, frame
from tests.tui.keeping import Desk
from tests.tui.steps import act
from tests.words.catalog import as_mo, extracted

ACCENTS = str.maketrans("aeiouAEIOU", "àèìòùÀÈÌÒÙ")
KEYS = {"enter", "esc", "f1", "pgup", "pgdn", "ctrl", "fg", "tab"}
NAMES = {"ada", "tables", "hello", "thought", "sparring", "locate", "check", "no_color", "config", "toml"}
THEMES = {word for name in themes.THEMES for word in name.split("-")}

OPEN = ("enter", "wait")
BEGIN = (*OPEN, "enter", "wait")
WHOLE = ("say:ask", "say:evidence", "say:leave", "say:refuse")
DEBRIEF = (*BEGIN, *WHOLE, "enter", "wait", "2", "2", "3", "3", "wait")

SCREENS: dict[str, Sequence[str]] = {
    "home": (),
    "find": ("slash", "z"),
    "briefing": OPEN,
    "play": (*BEGIN, "say:ask"),
    "coach": (*OPEN, "2", "2", "wait", "say:ask"),
    "take back": (*BEGIN, "say:ask", "u"),
    "leave": (*BEGIN, "say:ask", "q"),
    "notebook": (*BEGIN, "say:ask", "n"),
    "rate": DEBRIEF[:-5],
    "debrief": DEBRIEF,
    "decision": (*DEBRIEF, "down", "enter"),
    "thoughts": (*DEBRIEF, "t"),
    "notes": (*DEBRIEF, "n"),
    "map": (*DEBRIEF, "m", "wait"),
    "help": ("question_mark",),
    "help in the debrief": (*DEBRIEF, "question_mark"),
    "settings": ("comma",),
    "commands": ("colon",),
    "packs": ("P", "wait"),
    "pack": ("P", "wait", "enter", "wait"),
}


def accented(text: str) -> str:
    """A text with accents on every vowel but those of what is filled in."""
    parts = string.Formatter().parse(text)
    return "".join(
        literal.translate(ACCENTS) + (f"{{{name}}}" if name is not None else "")
        for literal, name, _, _ in parts
    )


@pytest.fixture(scope="module")
def accented_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the catalog of a language that is English with accents."""
    catalog = Catalog("fr")
    for message in extracted():
        if not message.id:
            continue
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        strings = tuple(map(accented, message.id)) if isinstance(message.id, tuple) else accented(one)
        catalog.add(message.id, strings, context=message.context)
    words_folder = tmp_path_factory.mktemp("words")
    folder = words_folder / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "sparring.mo").write_bytes(as_mo(catalog))
    return words_folder


@pytest.fixture
def accents(accented_words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The language of accents, spoken from now on."""
    monkeypatch.setattr(words, "FOLDER", accented_words)
    words.use("fr")


def of_the_pack() -> set[str]:
    """Every word that the pack's own texts have."""
    text = "".join(path.read_text(encoding="utf-8") for path in (PACKS / "tables").glob("*.toml"))
    return {word.casefold() for word in re.findall(r"\w+", text)}


def is_plain(word: str) -> bool:
    """Whether a word has a vowel and no accent."""
    return len(word) > 1 and word.isascii() and re.search("[aeiou]", word.casefold()) is not None


def begins_one_of(known: set[str], word: str) -> bool:
    """Whether a word, which may be cut off, is one of these."""
    return any(each.startswith(word.casefold()) for each in known)


@pytest.mark.parametrize("name", SCREENS)
async def test_every_word_of_ours_comes_from_the_catalog(name: str, accents: None, tmp_path: Path) -> None:
    tables = shutil.copytree(PACKS / "tables", tmp_path / "tables")
    app = SparringApp(None, Options(glyphs="rich", seed=1, pack_folders=(tables,)))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        await act(pilot, SCREENS[name])
        assert strange(frame(app)) == []


LOOK = ("wait", "p", "wait")

BACK: dict[str, Sequence[str]] = {
    "home of somebody who has played": ("wait",),
    "progress": LOOK,
    "delete": (*LOOK, "end", "d"),
    "debrief again": (*LOOK, "end", "enter", "wait", "escape", "end", "wait"),
}


@pytest.mark.parametrize("name", BACK)
async def test_every_word_about_what_was_played_comes_from_the_catalog(
    name: str, accents: None, tmp_path: Path
) -> None:
    desk = Desk(tmp_path / "desk", "Ada")
    desk.play(BEST)
    desk.play(BEST, mode=Mode.COACH)
    desk.play(BEST[:2])
    options = Options(glyphs="rich", seed=1, pack_folders=(desk.pack,), keeper=desk.keeper)
    app = SparringApp(None, options)
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        await act(pilot, BACK[name])
        assert strange(frame(app)) == []


TALK = "\n1\n?\nn\n2\nb\n1\n1\n2\n3\n1\nt\nd\na 1\nA thought.\nc\nHello.\nAda\nr\n?\nq\n"
"""A whole play line by line, with everything that can be asked for on the way and afterwards."""


@pytest.mark.parametrize("option", ["", "--coach", "--say-first"])
def test_every_word_of_ours_in_plain_mode_comes_from_the_catalog(
    option: str, accents: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    path = str(PACKS / "tables" / "the-quiet-no.toml")
    told(monkeypatch, TALK, "play", path, "--plain", "--as", "Ada", *filter(None, [option]))

    assert strange(capsys.readouterr().out) == []


def test_every_word_of_ours_about_past_plays_comes_from_the_catalog(
    accents: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    path = str(PACKS / "tables" / "the-quiet-no.toml")
    told(monkeypatch, TALK, "play", path, "--plain", "--as", "Ada")
    told(monkeypatch, "\n1\n", "play", path, "--plain", "--as", "Ada")
    capsys.readouterr()
    for command in ("history", "history 1", "progress", "resume", "history --delete 1 --yes", "forget --yes"):
        told(monkeypatch, "", *command.split(), "--as", "Ada")

    shown = re.sub('"[^"]+"', "", capsys.readouterr().out)  # without the titles of others
    assert [word for word in strange(shown) if word.isalpha()] == []


def told(monkeypatch: pytest.MonkeyPatch, typed: str, *arguments: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    run(arguments)


def strange(shown: str) -> list[str]:
    """The words that come neither from the catalog nor from the pack; paths are nobody's words."""
    shown = re.sub(r"\S*/\S+", "", shown)
    known = of_the_pack() | KEYS | NAMES | THEMES
    return sorted(
        word for word in set(re.findall(r"\w+", shown)) if is_plain(word) and not begins_one_of(known, word)
    )
