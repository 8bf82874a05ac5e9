"""Progress in a real terminal: played, closed, opened again; and a store that is out to harm."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

from simulator.practice.keeper import Keeper
from simulator.practice.opening import opened
from simulator.practice.versions import Versions
from simulator.scenario.reader import read_scenario
from simulator.store.log import Closed, Committed, Noted, Typed
from simulator.store.open import open_store
from simulator.store.record import Mode
from simulator.tui.stage import begin
from tests.tui.conftest import BEST, PACKS
from tests.tui.keeping import DAY
from tests.tui.terminal import DOWN, END, ENTER, ESCAPE
from tests.tui.test_pty import Open, assert_harmless, find, open_terminal, play_to_the_debrief

__all__ = ["open_terminal"]


def test_what_was_played_is_in_progress_after_a_new_start(open_terminal: Open) -> None:
    terminal = open_terminal()
    find(terminal, "quiet")
    play_to_the_debrief(terminal)
    terminal.press("q")
    terminal.until("/ find")
    terminal.press("q")
    assert terminal.leave() == 0

    again = open_terminal()
    again.until("/ find")
    again.press("p")
    again.until("Amir gets the hour")
    assert "first run" in again.text
    assert "strong · somewhere between" in again.text
    again.press(ENTER)
    again.until("pushed about right")
    again.press("q")
    again.until("Plays, the newest first")
    again.press("d")
    again.until("Delete this play?")
    again.press(ESCAPE)
    again.until("Plays, the newest first")
    again.press("q")
    again.until("/ find")
    again.press("q")
    assert again.leave() == 0
    assert b"Traceback" not in again.raw


EVIL = "\x1b]0;EVIL\x07\x9b31m\u202eEVIL[@click=app.exit]x[/x]"
LEARNER = "[@click=app.exit]Eve[/x]"


def harm(home: Path) -> None:
    """A store of one learner whose notes, names and outcomes carry escape sequences and markup."""
    now = time.time() - 5 * DAY
    library = PACKS / "hostile"
    keeper = Keeper(
        open_store(home / "data" / "sparring" / "plays.sqlite3"),
        LEARNER,
        Versions(
            home / "data" / "sparring" / "editions", lambda name: library / f"{name.partition('/')[2]}.toml"
        ),
        lambda: now,
    )
    edition = read_scenario(library / "markup.toml").edition
    assert edition is not None
    play = begin(edition)
    keeping = keeper.begin(edition, play.session, mode=Mode.REHEARSE)
    for choice in BEST:
        play.session.say(choice, now)
        keeping.keep(play.session)
    keeping.remark(Typed(1, EVIL), Noted(1, EVIL), Committed(EVIL, EVIL))
    keeping.finish(edition, play.session)
    glance = keeper.glances()[0]
    assert glance.outcome is not None
    body = {**json.loads(glance.outcome.body), "title": EVIL, "ending_title": EVIL}
    keeper.store.derive(glance.key, replace(glance.outcome, body=json.dumps(body)))

    gone = opened(edition, play.session.program)
    gone.setting = replace(gone.setting, scenario=f"hostile/{EVIL}", digest="sha256:gone")
    away = keeper.begin(edition, gone, mode=Mode.REHEARSE)
    away.remark(Noted(0, EVIL), Closed(EVIL))


def test_a_hostile_store_is_harmless_in_progress_and_home(open_terminal: Open, home: Path) -> None:
    harm(home)
    terminal = open_terminal("hostile", arguments=("-m", "simulator", "--as", LEARNER))
    terminal.until("Did you say it")
    terminal.press(ENTER)
    terminal.until("Not yet: ask me again")
    terminal.press(ESCAPE)
    terminal.until("/ find")
    assert "Playing as [@click=app.exit]Eve" in terminal.text
    terminal.press("p")
    terminal.until("closed")
    assert "[@click=app.exit]x" in terminal.text
    terminal.press(ENTER)
    terminal.until("can't be gone on with")
    terminal.press(ESCAPE)
    terminal.until("Plays, the newest")
    terminal.press("d")
    terminal.until("Delete this play?")
    terminal.press(ESCAPE)
    terminal.press(DOWN, ENTER)
    terminal.until("how hard")
    terminal.press("s")
    terminal.until("enter explain")
    terminal.press(END, "n")
    terminal.until("f1 help")
    terminal.press(ESCAPE, "q")
    terminal.until("Plays, the newest")
    terminal.press("q")
    terminal.until("/ find")
    terminal.press("q")

    assert terminal.leave() == 0
    assert_harmless(terminal.raw)
