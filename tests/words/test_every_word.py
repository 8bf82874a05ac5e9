"""Every word of ours on the screens comes from the catalog: a language of accents shows which do not."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from simulator import words
from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from tests.tui.conftest import PACKS, frame
from tests.tui.steps import act
from tests.words.catalog import as_mo, extracted

ACCENTS = str.maketrans("aeiouAEIOU", "àèìòùÀÈÌÒÙ")
KEYS = {"enter", "esc", "f1", "pgup", "pgdn", "ctrl", "fg", "tab"}
NAMES = {"sparring", "locate", "check", "no_color", "dark"}

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
    "help": ("question_mark",),
}


def accented(text: str) -> str:
    """A text with accents on every vowel but those of what is filled in."""
    parts = string.Formatter().parse(text)
    return "".join(
        literal.translate(ACCENTS) + (f"{{{name}}}" if name is not None else "")
        for literal, name, _, _ in parts
    )


@pytest.fixture
def accents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog of a language that is English with accents, spoken from now on."""
    catalog = Catalog("fr")
    for message in extracted():
        if not message.id:
            continue
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        strings = tuple(map(accented, message.id)) if isinstance(message.id, tuple) else accented(one)
        catalog.add(message.id, strings, context=message.context)
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "sparring.mo").write_bytes(as_mo(catalog))
    monkeypatch.setattr(words, "FOLDER", tmp_path)
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
async def test_every_word_of_ours_comes_from_the_catalog(name: str, accents: None) -> None:
    app = SparringApp(None, Options(glyphs="rich", seed=1, pack_folders=(PACKS / "tables",)))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        await act(pilot, SCREENS[name])
        shown = set(re.findall(r"\w+", frame(app)))

    known = of_the_pack() | KEYS | NAMES
    assert [word for word in shown if is_plain(word) and not begins_one_of(known, word)] == []
