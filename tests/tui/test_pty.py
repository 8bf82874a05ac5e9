"""The program as it is run: `python -m simulator` in a terminal, by keyboard alone."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from tests.tui.terminal import DOWN, END, ENTER, ESCAPE, ESCAPES, Terminal

PACKS = Path(__file__).parent / "packs"

Open = Callable[..., Terminal]


@pytest.fixture
def open_terminal(home: Path, config: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def terminal(pack: str = "tables", settings: str = "", **how: object) -> Terminal:
        config.parent.mkdir(parents=True, exist_ok=True)
        config.write_text(f'pack_folders = ["{PACKS / pack}"]\n{settings}', encoding="utf-8")
        opened.append(Terminal(home, **how))  # type: ignore[arg-type]
        return opened[-1]

    yield terminal
    for one in opened:
        one.close()


def number_of(words: str, text: str) -> str:
    """The number in front of a choice."""
    line = next(line for line in text.splitlines() if words in line)
    return line.replace("›", " ").split()[0]


def find(terminal: Terminal, title: str) -> None:
    """Find a scenario from Home and open its briefing."""
    terminal.until("/ find")
    terminal.press("/")
    terminal.type(title)
    terminal.until(lambda text: "stop finding" in text and "Across the table" in text)
    terminal.press(ENTER)
    terminal.press(ENTER)
    terminal.until("Judged by")


def say(terminal: Terminal, words: str) -> None:
    number = number_of(words, terminal.until(words))
    terminal.press(number, number)


def play_to_the_debrief(terminal: Terminal) -> None:
    terminal.press(ENTER)
    for words in ("Before I take", "Your last hire never", "It's yours to decide", "I can't pass"):
        say(terminal, words)
    terminal.until("See how it went")
    terminal.press(ENTER)
    terminal.until("how hard did you push")
    terminal.press("2", "2")
    terminal.until("how respectful")
    terminal.press("3", "3")
    terminal.until("Balance")


def test_a_play_from_home_to_the_debrief_and_out_by_keyboard_alone(open_terminal: Open, home: Path) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    play_to_the_debrief(terminal)

    assert "Amir gets the hour" in terminal.text
    assert "pushed about right" in terminal.text

    terminal.press(DOWN, ENTER)
    terminal.until("The moment")
    terminal.press(ESCAPE)
    terminal.until("Balance")
    terminal.press("t")
    terminal.until("What they thought")
    terminal.press("q")
    terminal.until("Balance")
    terminal.press("x")
    terminal.until("Written to")
    written = list(home.glob("sparring-*.txt"))
    assert len(written) == 1
    assert "Nobody asked me that." in written[0].read_text(encoding="utf-8")

    terminal.press("w")
    terminal.until("decision 2")
    say(terminal, "No, no.")
    terminal.until("decision 3")
    terminal.press("q")
    terminal.until("Leave the conversation?")
    terminal.press("1", "1")
    terminal.until("Balance")
    terminal.press("q")
    terminal.until("Playing as")
    terminal.press(END)
    terminal.until("1 of 2 endings")
    terminal.press("q")

    assert terminal.leave() == 0
    assert b"Traceback" not in terminal.raw


def test_a_play_that_was_left_is_what_the_next_start_begins_with(open_terminal: Open) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.press(ENTER)
    say(terminal, "Before I take")
    terminal.until("decision 2")
    terminal.press("q")
    terminal.until("Leave the conversation?")
    terminal.press("1", "1")
    terminal.until('› Go on with "The quiet no"')
    terminal.press("q")
    assert terminal.leave() == 0

    again = open_terminal()
    again.until('› Go on with "The quiet no"')


def test_a_terminal_closed_over_a_question_leads_back_to_the_play(open_terminal: Open) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.press(ENTER)
    say(terminal, "Before I take")
    terminal.until("decision 2")
    terminal.press("q")
    terminal.until("Leave the conversation?")
    terminal.signal(signal.SIGHUP)
    assert terminal.leave() == 128 + signal.SIGHUP

    again = open_terminal()
    again.until('› Go on with "The quiet no"')


def test_a_play_that_was_killed_goes_on_where_it_was(open_terminal: Open) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.press(ENTER)
    say(terminal, "Before I take")
    terminal.until("decision 2")
    say(terminal, "Your last hire never")
    terminal.until("decision 3")
    terminal.signal(signal.SIGKILL)

    again = open_terminal()
    again.until("Left after 2 choices")
    assert 'Go on with "The quiet no"' in again.text
    again.press(ENTER)
    again.until("decision 3")
    assert "Your last hire never" in again.text
    for words in ("It's yours to decide", "I can't pass"):
        say(again, words)
    again.until("See how it went")
    again.press(ENTER)
    again.until("how hard did you push")
    again.press("q")
    again.until("Balance")
    again.press("q")
    again.until("Playing as")
    assert "Go on with" not in again.text
    again.press(END)
    again.until("1 of 2 endings")


def test_a_guest_is_asked_before_a_place_is_lost(open_terminal: Open) -> None:
    terminal = open_terminal(arguments=("-m", "simulator", "--guest"))
    terminal.until("Guest: nothing is kept")
    find(terminal, "quiet")
    terminal.press(ENTER)
    say(terminal, "Before I take")
    terminal.until("decision 2")
    terminal.press("q")
    terminal.until("Leave the conversation?")
    terminal.press("1", "1")
    terminal.until("Go on where you left")
    terminal.press("q")
    terminal.until("Close Sparring?")
    terminal.press("1", "1")
    assert terminal.leave() == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_in_mid_play_leaves_the_terminal_in_order(open_terminal: Open, number: int) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.press(ENTER)
    terminal.until("decision 1")
    terminal.signal(number)

    assert terminal.leave() == 128 + number
    assert b"\x1b[?1049l" in terminal.raw.rpartition(b"\x1b[?1049h")[2]
    assert b"\x1b[?1000l" in terminal.raw
    assert b"Traceback" not in terminal.raw


def test_without_colour_nothing_is_coloured_and_the_mark_is_a_sign(open_terminal: Open) -> None:
    terminal = open_terminal(env={"NO_COLOR": "1"})
    find(terminal, "quiet")
    play_to_the_debrief(terminal)

    terminal.press(" ")

    assert "› ①" in terminal.until("Decisions")
    assert terminal.colours == set()


def test_sixteen_colours_are_the_terminals_own(open_terminal: Open) -> None:
    terminal = open_terminal(env={"TERM": "xterm", "COLORTERM": ""})
    find(terminal, "quiet")
    terminal.press(ENTER)
    terminal.until("decision 1")

    assert terminal.colours
    assert b"38;2;" not in terminal.raw
    assert b"38;5;" not in terminal.raw


MARKUP = ("[/b]", "[@click=app.quit]x", "[boldred]z")
"""What stands in every text of the hostile pack; a narrow column may break some of it."""


def test_a_hostile_pack_is_shown_as_it_was_written_on_every_screen(open_terminal: Open) -> None:
    terminal = open_terminal("hostile")
    terminal.until("/ find")
    terminal.press(END)
    seen = [terminal.until("[@click")]
    terminal.press("/")
    terminal.type("quiet no")
    seen.append(terminal.until("stop finding"))
    terminal.press(ENTER, ENTER)
    seen.append(terminal.until("Begin with"))
    terminal.press("3", "3")
    terminal.until("Say it first: on")
    terminal.press("2", "2")
    seen.append(terminal.until("what would you say to Dana"))
    terminal.press("[/b] [@click=app.quit]x\x9b31mEVIL", ENTER)
    seen.append(terminal.until("You would say"))
    for words in ("Before I", "Your last", "It's yours", "I can't pass"):
        press_the_choice_with(terminal, words)
        seen.append(terminal.until("Go on"))
        terminal.press(ENTER)
        if words != "I can't pass":
            terminal.until("what would you say to Dana")
            terminal.press(ESCAPE)
    terminal.press("n")
    seen.append(terminal.until("Notebook"))
    terminal.press(ESCAPE)
    terminal.until("See how it went")
    terminal.press(ENTER)
    terminal.until("how hard")
    terminal.press("s")
    seen.append(terminal.until("enter explain"))
    pages = ((ENTER, "1 of 4"), ("t", "What they thought"), ("n", "next   f1 help"), ("m", "endings found"))
    for key, shown in pages:
        terminal.press(key)
        seen.append(terminal.until(shown))
        terminal.press(ESCAPE)
        terminal.until("enter explain")
    terminal.press("w")
    seen.append(terminal.until("What if"))
    terminal.press(ESCAPE, "q")
    terminal.until("Leave the conversation?")
    terminal.press("1", "1")
    terminal.until("enter explain")
    terminal.press("q")
    terminal.until("/ find")
    terminal.press("q")

    assert terminal.leave() == 0
    assert not [text for text in seen if not any(mark in "".join(text.split()) for mark in MARKUP)]
    assert_harmless(terminal.raw)


def test_a_hostile_pack_is_harmless_in_packs_and_doctor(open_terminal: Open) -> None:
    terminal = open_terminal("hostile")
    terminal.until("/ find")
    terminal.press("P")
    terminal.until("Shipped with")
    terminal.press(END)
    seen = [terminal.until("[@click")]
    terminal.press(ENTER)
    seen.append(terminal.until("Pack ·"))
    terminal.press("d")
    terminal.until("check again")
    for _ in range(12):
        terminal.press(DOWN)
    terminal.press(ENTER)
    terminal.until("previous, next")
    for _ in range(12):
        terminal.press("\x1b[C")
    for shown in ("check again", "Pack ·", "add a folder", "/ find"):
        terminal.press("q")
        terminal.until(shown)
    terminal.press("q")

    assert terminal.leave() == 0
    assert not [text for text in seen if not any(mark in "".join(text.split()) for mark in MARKUP)]
    assert_harmless(terminal.raw)


def press_the_choice_with(terminal: Terminal, words: str) -> None:
    """Say the choice in whose lines the words stand; hostile words may push them down."""
    terminal.until(lambda text: words in text.replace("\n", " "))
    lines = terminal.text.splitlines()
    at = next(i for i, line in enumerate(lines) if words in line)
    number = next(
        n for line in reversed(lines[: at + 1]) for n in line.replace("›", " ").split()[:1] if n.isdigit()
    )
    terminal.press(number, number)


def test_escape_sequences_in_a_file_never_reach_the_terminal(open_terminal: Open) -> None:
    terminal = open_terminal("hostile")
    for name in ("escapes", "raw"):
        terminal.until("/ find")
        terminal.press("/")
        terminal.type(name)
        terminal.until("stop finding")
        terminal.press(ENTER, ENTER)
        terminal.until("can't be played yet")
        terminal.press(ESCAPE)
        terminal.until("enter open")
        terminal.press(ESCAPE)
    terminal.press("q")

    assert terminal.leave() == 0
    assert_harmless(terminal.raw)


def assert_harmless(raw: bytes) -> None:
    """No escape sequence carries a pack's words, and nothing is left of ESC, C0 and C1 once ours are gone."""
    for found in ESCAPES.finditer(raw):
        assert b"EVIL" not in found.group()
        assert found["osc"] is None or not found["osc"].startswith((b"0;", b"1;", b"2;", b"52;")), (
            found.group()
        )
    rest = ESCAPES.sub(b"", raw).decode("utf-8", errors="replace")
    foreign = {character for character in rest if ord(character) < 32 or 127 <= ord(character) < 160}
    assert foreign <= {"\n", "\r", "\t", "\x0e", "\x0f"}, foreign
    assert not set(rest) & set(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))


HEAVY = ("pydantic", "pydantic_core", "simulator.scenario.model", "simulator.tui.screens.play")


def test_the_first_frame_of_home_loads_neither_pydantic_nor_what_comes_later(home: Path) -> None:
    program = f"""
import asyncio, sys
from simulator.tui.app import SparringApp

async def look():
    async with SparringApp().run_test() as pilot:
        await pilot.pause()
        print([name for name in {HEAVY!r} if name in sys.modules])

asyncio.run(look())
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_mistakes_of_the_settings_file_are_shown_and_the_rest_of_it_holds(
    open_terminal: Open, config: Path
) -> None:
    terminal = open_terminal(settings='theme = "neon"\n[keys]\nfind = "z"\nhelp = "ctrl+shift+h"\n')
    text = terminal.until("Your settings file has 2 mistakes")
    assert "Line 2, column 9" in text
    assert "ctrl+shift+h" in text
    terminal.press(ESCAPE)
    assert "z find" in terminal.until("? help")
    terminal.press("q")
    assert terminal.leave() == 0


def test_keys_of_ones_own_hold_and_the_old_ones_are_free(open_terminal: Open) -> None:
    terminal = open_terminal(settings='[keys]\nfind = "z"\nleave = "Q"\n')
    terminal.until("Q quit")
    terminal.press("q", "/")
    assert "stop finding" not in terminal.text
    terminal.press("z")
    terminal.until("stop finding")
    terminal.press(ESCAPE, "Q")
    assert terminal.leave() == 0


@pytest.mark.parametrize(
    "way", [{"settings": "mouse = false\n"}, {"arguments": ("-m", "simulator", "--no-mouse")}]
)
def test_the_mouse_can_be_left_to_the_terminal(way: dict[str, object], open_terminal: Open) -> None:
    terminal = open_terminal(**way)
    terminal.until("/ find")
    terminal.press("q")
    assert terminal.leave() == 0
    assert b"\x1b[?1000h" not in terminal.raw
    assert b"\x1b[?1003h" not in terminal.raw


@pytest.mark.parametrize("key", ["q", "\x03"])
def test_a_window_far_too_small_can_be_read_and_left(key: str, open_terminal: Open) -> None:
    terminal = open_terminal(size=(20, 5))
    text = terminal.until("q quits")
    assert "20 x 5" in text
    assert "40 x 12" in text
    terminal.press("x", key)
    assert terminal.leave() == 0


def test_resizing_in_mid_play_loses_nothing(open_terminal: Open) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.press(ENTER)
    say(terminal, "Before I take")
    terminal.until("decision 2")
    for width, height in ((120, 40), (20, 5), (40, 12), (200, 60), (80, 24)):
        terminal.resize(width, height)
    assert "decision 2" in terminal.until("mark   enter")
    assert b"Traceback" not in terminal.raw
    terminal.press("\x1b[O", "\x1b[I")
    say(terminal, "Your last hire never")
    terminal.until("decision 3")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_suspending_gives_the_shell_its_terminal_and_coming_back_draws_anew(open_terminal: Open) -> None:
    terminal = open_terminal()
    terminal.until("/ find")
    terminal.press("\x1a")
    terminal.until(lambda _: terminal.state == "T")
    assert b"\x1b[?1049l" in terminal.raw
    terminal.signal(signal.SIGCONT)
    terminal.until(lambda _: terminal.state in "SR" and terminal.raw.endswith(b"l"))
    terminal.press("?")
    terminal.until("Keys everywhere")
    terminal.press("q", "q")
    assert terminal.leave() == 0


def test_a_terminal_that_is_closed_ends_the_program(open_terminal: Open) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    terminal.hang_up()
    assert not terminal.is_running


def test_under_an_ascii_locale_nothing_but_ascii_is_drawn(open_terminal: Open) -> None:
    terminal = open_terminal(env={"LC_ALL": "C"})
    find(terminal, "quiet")
    play_to_the_debrief(terminal)
    terminal.press("t")
    terminal.until("What they thought")
    terminal.press("q", "q", "q")
    assert terminal.leave() == 0
    assert terminal.raw.isascii()


def test_a_settings_file_full_of_escapes_is_shown_and_harmless(open_terminal: Open) -> None:
    evil = "\\u001b]0;EVIL\\u0007[@click=app.quit]x[/b]"
    settings = f'learner = "{evil}"\n"{evil}" = 1\ntheme = "{evil}"\n[keys]\n"{evil}" = "{evil}"\n'
    terminal = open_terminal(settings=settings)
    assert "[@click=app.quit]x[/b]" in terminal.until("Your settings file has 4 mistakes")
    terminal.press(ESCAPE)
    terminal.until("/ find")
    terminal.press(",")
    terminal.until("4 mistakes")
    terminal.press(ENTER)
    terminal.until("Line 2")
    terminal.press("q", "q", ":", "[@click=app.quit]x[/b]")
    terminal.until("Nothing here is called that")
    terminal.press(ESCAPE, "q")
    assert terminal.leave() == 0
    assert_harmless(terminal.raw)
