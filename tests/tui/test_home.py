"""Home: who plays, what to do next, and where one can go from it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.store.log import Committed
from simulator.store.sqlite import SqliteStore
from simulator.tui.app import SparringApp
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.doctor import DoctorScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.map import MapScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.reading import Reading
from simulator.tui.stage import Terms
from tests.tui.conftest import BEST, MakeApp, frame
from tests.tui.keeping import DAY, Desk
from tests.tui.steps import act

ARC = """
[arcs.year]
title = "A year with Dana"
scenarios = ["the-quiet-no", "the-second-no"]
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def app_of(desk: Desk, make_app: MakeApp, **options: object) -> SparringApp:
    """An app over the desk's own library, so that its files may change."""
    return make_app(keeper=desk.keeper, pack_folders=(desk.library,), **options)


def texts(pilot: Pilot[int]) -> str:
    home = pilot.app.screen
    assert isinstance(home, Home), home
    runs = [p for item in home.shelf.items for p in item.paragraphs()]
    return "\n".join("".join(run[0] for run in (*p.runs, *p.right)) for p in runs) + home.greeting.words


async def mark(pilot: Pilot[int], words: str) -> None:
    """Mark the item of Home whose first words these are."""
    home = pilot.app.screen
    assert isinstance(home, Home), home
    at = next(
        item.id for item in home.shelf.items if item.id and "".join(r[0] for r in item.runs).startswith(words)
    )
    home.shelf.show(home.shelf.items, marked=at)
    await pilot.pause()


async def test_the_map_of_the_marked_scenario_opens_with_what_was_played(
    make_app: MakeApp, desk: Desk
) -> None:
    desk.play(BEST)
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait", "end", "m", "wait"))
        assert isinstance(pilot.app.screen, MapScreen)
        assert len(pilot.app.screen.paths.plays) == 1
        assert len(pilot.app.screen.paths.endings) == 1
        await act(pilot, ("escape",))
        assert isinstance(pilot.app.screen, Home)


async def test_the_map_of_what_was_never_played_shows_the_start_alone(make_app: MakeApp, desk: Desk) -> None:
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait", "end", "m", "wait"))
        assert isinstance(pilot.app.screen, MapScreen)
        assert list(pilot.app.screen.plan.places) == [pilot.app.screen.plan.start]


async def test_the_doctor_checks_the_file_of_the_marked_scenario(make_app: MakeApp, desk: Desk) -> None:
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait", "end", "d"))
        assert isinstance(pilot.app.screen, DoctorScreen)
        await act(pilot, ("escape",))


async def test_people_are_found_by_name(make_app: MakeApp, desk: Desk) -> None:
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait", "slash", *"whitlock"))
        assert "The quiet no" in texts(pilot)
        await act(pilot, ("x",))
        assert "The quiet no" not in texts(pilot)


async def test_why_nothing_is_kept_is_said(make_app: MakeApp) -> None:
    async with make_app(problem="the disk is full; make room").run_test() as pilot:
        await act(pilot, ("wait",))
        assert "What you play now is not kept: the disk is full; make room." in texts(pilot)
        assert "Nothing is kept" in frame(pilot.app)  # type: ignore[arg-type]


async def test_what_the_store_has_to_tell_is_said(make_app: MakeApp, desk: Desk) -> None:
    desk.keeper.store.notice = "what was there can't be read; it was kept as plays.db.broken"
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait",))
        assert "it was kept as plays.db.broken" in texts(pilot)


async def test_a_new_name_holds_at_once_and_shows_nobody_elses_plays(make_app: MakeApp, desk: Desk) -> None:
    desk.play(BEST)
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait",))
        assert "first 100" in texts(pilot)
        await act(pilot, ("comma", "end", "enter", *"Kim", "enter", "escape", "wait"))
        assert "Playing as Kim" in frame(pilot.app)  # type: ignore[arg-type]
        assert "first 100" not in texts(pilot)
        await act(pilot, ("end", "enter", "wait", "enter", "say:ask"))
    assert len(desk.opened("Kim").glances()) == 1
    assert len(desk.keeper.glances()) == 1


async def test_what_somebody_meant_to_say_comes_back_and_is_asked_about_once(
    make_app: MakeApp, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.play(BEST, days=0)
    glance = desk.keeper.glances()[0]
    desk.keeper.remark(glance, Committed("I need an answer by Friday", "Dana"))
    now = desk.now + 4 * DAY
    monkeypatch.setattr("simulator.tui.app.time", lambda: now)
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait",))
        assert 'Did you say it to Dana? "I need an answer by Friday"' in texts(pilot)
        await mark(pilot, "Did you say it")
        await act(pilot, ("enter",))
        assert isinstance(pilot.app.screen, Ask)
        await act(pilot, ("enter", "wait"))
        assert "Did you say it" in texts(pilot)
        await mark(pilot, "Did you say it")
        await act(pilot, ("enter", "1", "1", "wait"))
        assert "Did you say it" not in texts(pilot)


@pytest.fixture
def arc(desk: Desk) -> Desk:
    """A series of two conversations."""
    manifest = desk.pack / "pack.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8") + ARC, encoding="utf-8")
    shutil.copy(desk.pack / "the-quiet-no.toml", desk.pack / "the-second-no.toml")
    return desk


async def play_through(pilot: Pilot[int]) -> PlayScreen:
    """From a briefing to the debrief."""
    assert isinstance(pilot.app.screen, BriefingScreen), pilot.app.screen
    await act(pilot, ("enter",))
    screen = pilot.app.screen
    assert isinstance(screen, PlayScreen)
    await act(pilot, (*(f"say:{choice}" for choice in BEST), "enter", "2", "2", "3", "3", "wait"))
    assert isinstance(pilot.app.screen, DebriefScreen)
    return screen


async def test_a_series_is_played_from_its_start_to_its_end(make_app: MakeApp, arc: Desk) -> None:
    async with app_of(arc, make_app).run_test() as pilot:
        await act(pilot, ("wait",))
        await mark(pilot, "A year with Dana")
        await act(pilot, ("enter", "wait"))
        first = await play_through(pilot)
        assert (first.play.session.setting.arc, first.play.session.setting.trust) == ("tables/year", 50)
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert (
            'conversation 1 of 2. Trust 74 is carried over to "The quiet no"' in pilot.app.screen.rest.words
        )

        await act(pilot, ("q", "wait"))
        assert "1 of 2" in texts(pilot)
        await mark(pilot, 'Go on with "A year with Dana"')
        await act(pilot, ("enter", "wait"))
        second = await play_through(pilot)
        setting = second.play.session.setting
        assert (setting.scenario, setting.trust) == ("tables/the-second-no", 74)
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert "That was the last one." in pilot.app.screen.rest.words
        await act(pilot, ("q", "wait"))
        assert "2 of 2" in texts(pilot)


async def test_playing_a_conversation_of_a_series_again_is_outside_of_it(
    make_app: MakeApp, arc: Desk
) -> None:
    async with app_of(arc, make_app).run_test() as pilot:
        await act(pilot, ("wait",))
        await mark(pilot, "A year with Dana")
        await act(pilot, ("enter", "wait"))
        await play_through(pilot)
        await act(pilot, ("p", "enter", "wait"))
        assert isinstance(pilot.app.screen, PlayScreen)
        assert pilot.app.screen.play.session.setting.arc is None


async def test_a_conversation_of_a_series_that_was_left_goes_on_in_it(make_app: MakeApp, arc: Desk) -> None:
    arc.play(("ask",), terms=Terms(seed=1, arc="tables/year"))
    async with app_of(arc, make_app).run_test() as pilot:
        await act(pilot, ("wait",))
        await mark(pilot, "A year with Dana")
        await act(pilot, ("enter", "wait"))
        assert isinstance(pilot.app.screen, PlayScreen)
        assert pilot.app.screen.play.session.setting.arc == "tables/year"
        assert len(pilot.app.screen.play.session.choices) == 1


def edit(desk: Desk) -> None:
    path = desk.pack / "the-quiet-no.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Nobody asked me that.", "Nobody has asked me that."), encoding="utf-8")


def remove(desk: Desk) -> None:
    (desk.pack / "the-quiet-no.toml").unlink()


def forget_copies(desk: Desk) -> None:
    shutil.rmtree(desk.folder / "editions")


WAYS = {
    "today": ((), PlayScreen, None),
    "kept": ((edit,), PlayScreen, "goes on with"),
    "moved": ((edit, forget_copies), PlayScreen, "goes on under the new version"),
    "gone": ((remove, forget_copies), Reading, "isn't in your library any more"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_a_play_that_was_left_goes_on_wherever_its_text_still_is(
    way: str, make_app: MakeApp, desk: Desk
) -> None:
    changes, screen, told = WAYS[way]
    desk.play(("ask", "evidence"))
    for change in changes:
        change(desk)
    async with app_of(desk, make_app).run_test(notifications=True) as pilot:
        await act(pilot, ("wait", "home", "enter", "wait"))
        assert isinstance(pilot.app.screen, screen)
        if isinstance(pilot.app.screen, PlayScreen):
            assert pilot.app.screen.play.session.choices == ("ask", "evidence")
        said = " ".join(str(note.message) for note in pilot.app._notifications)  # noqa: SLF001
        page = pilot.app.screen.page.words if isinstance(pilot.app.screen, Reading) else ""
        assert told is None or told in f"{said} {page}"


async def test_a_store_that_another_program_holds_is_told_of_in_mid_play_and_tried_again(
    make_app: MakeApp, desk: Desk
) -> None:
    path = desk.folder / "plays.db"
    desk.keeper.store = SqliteStore(path, patience=0.05)
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait", "end", "enter", "wait", "enter", "wait", "say:ask"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await act(pilot, ("say:evidence",))
            assert isinstance(pilot.app.screen, Ask)
            assert pilot.app.screen.head == "This could not be kept"
            other.execute("ROLLBACK")
        await act(pilot, ("1", "1"))
        assert isinstance(pilot.app.screen, PlayScreen)
        assert pilot.app.screen.play.session.choices == ("ask", "evidence")
    assert desk.opened().records()[0].transcript.choices == ("ask", "evidence")


async def test_where_the_store_is_held_as_a_play_begins_the_player_decides(
    make_app: MakeApp, desk: Desk
) -> None:
    path = desk.folder / "plays.db"
    desk.keeper.store = SqliteStore(path, patience=0.05)
    async with app_of(desk, make_app).run_test() as pilot:
        await act(pilot, ("wait", "end", "enter", "wait"))
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await act(pilot, ("enter", "wait"))
            assert isinstance(pilot.app.screen, Ask)
            await act(pilot, ("2", "2", "say:ask"))
            assert isinstance(pilot.app.screen, PlayScreen)
    assert not desk.opened().glances()
