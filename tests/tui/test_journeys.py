"""From Home to the written debrief, once by keyboard alone and once by mouse alone, in a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.tui.terminal import DOWN, ENTER, ESCAPE, Terminal
from tests.tui.test_pty import Open, assert_harmless, find, open_terminal, say

__all__ = ["open_terminal"]

OWN = "What did you hope to see?"
PASTE = "\x1b[200~{}\x1b[201~"


def test_by_keyboard_alone_with_words_notes_and_a_what_if(open_terminal: Open, home: Path) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.press("3", "3")
    terminal.until("Say it first: on")
    terminal.press("1", "1")
    terminal.until("what would you say to Dana?")
    terminal.type(OWN)
    terminal.press(ENTER)
    terminal.until(f"You would say: {OWN}")
    say(terminal, "Before I take")
    terminal.until("decision 2")
    terminal.press(ESCAPE)
    say(terminal, "Your last hire never")
    terminal.until("decision 3")
    terminal.press(PASTE.format("one\r\n\x1b]0;EVIL\x07 [@click=app.quit]two[/] \u202e"), ENTER)
    say(terminal, "It's yours to decide")
    terminal.until("decision 4")
    terminal.press(ESCAPE)
    say(terminal, "I can't pass")
    terminal.until("See how it went")
    terminal.press(ENTER)
    terminal.until("how hard did you push")
    terminal.press("2", "2", ESCAPE)

    write_notes(terminal)
    terminal.press(ENTER)
    terminal.until("You would have said: What did")
    terminal.press(ESCAPE, DOWN, "w")
    terminal.until("What if")
    terminal.press(ESCAPE)
    terminal.until("1–3 mark")
    terminal.press("q")
    terminal.until("Leave the conversation?")
    terminal.press("1", "1")
    terminal.until("enter explain")
    terminal.press("x")
    terminal.until("~/sparring-the-quiet-no.txt")
    terminal.press("q")
    terminal.until("/ find")
    terminal.press("q")

    assert terminal.leave() == 0
    assert_harmless(terminal.raw)
    (path,) = home.glob("sparring-*.txt")
    written = path.read_text(encoding="utf-8")
    assert written.count(f"You would have said: {OWN}") == 2
    assert "[@click=app.quit]two[/]" in written
    assert "That she had a reason." in written
    assert "This week I will say to Ines: I would like an hour for him." in written


def write_notes(terminal: Terminal) -> None:
    """An answer to the first question, and what to say to whom."""
    terminal.until("Balance")
    terminal.press("n")
    terminal.until("What did you notice first?")
    terminal.type("That she had a reason.")
    terminal.press("\t", "\t")
    terminal.type("I would like an hour for him.")
    terminal.press(ENTER)
    terminal.type("Ines")
    terminal.press(ENTER)
    terminal.until("Balance")


def click(terminal: Terminal, words: str, times: int = 1) -> None:
    """Press and let go of the left button on words that the screen shows."""
    lines = terminal.until(words).splitlines()
    row = next(at for at, line in enumerate(lines, 1) if words in line)
    column = lines[row - 1].index(words) + 1
    for _ in range(times):
        terminal.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")


def scroll_to(terminal: Terminal, words: str, row: int = 12) -> None:
    """Turn the wheel until words come up."""
    for _ in range(40):
        if words in terminal.text:
            return
        terminal.press(f"\x1b[<65;20;{row}M")
    pytest.fail(f"{words!r} never came up:\n{terminal.text}")


def test_by_mouse_alone_from_home_to_the_written_debrief(open_terminal: Open, home: Path) -> None:
    terminal = open_terminal()
    terminal.until("/ find")
    scroll_to(terminal, "The quiet no")
    click(terminal, "The quiet no", 2)
    click(terminal, "Begin  reactions", 2)
    for words in ("Before I take", "Your last hire never", "It's yours to decide", "I can't pass"):
        click(terminal, words, 2)
    click(terminal, "See how it went", 2)
    click(terminal, "about right", 2)
    terminal.until("how respectful")
    click(terminal, "throughout", 2)
    terminal.until("Balance")
    click(terminal, "more below (space)")
    click(terminal, "Your last hire", 2)
    terminal.until("2 of 4")
    click(terminal, "esc back")
    click(terminal, "x export")
    terminal.until("~/sparring-the-quiet-no.txt")
    click(terminal, "q home")
    terminal.until("/ find")
    click(terminal, "q quit")

    assert terminal.leave() == 0
    assert_harmless(terminal.raw)
    assert len(list(home.glob("sparring-*.txt"))) == 1
