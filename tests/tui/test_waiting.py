"""A disk or a server that lets the player wait."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from simulator.errors import Refused
from simulator.practice.keeper import Keeper
from simulator.practice.versions import Versions
from simulator.store.log import What
from simulator.store.open import open_store
from simulator.store.store import StoreFailed
from simulator.tui.app import SparringApp
from simulator.tui.screens import waiting
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.too_small import TooSmall
from simulator.tui.screens.waiting import Waiting, attempt
from tests.tui.conftest import MakeApp, MakePlay, frame
from tests.tui.steps import act
from tests.tui.test_keeping import keep


@pytest.fixture
def app(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> SparringApp:
    monkeypatch.setattr(waiting, "AT_ONCE", 0.01)
    return make_app()


async def test_what_takes_its_time_is_waited_for_on_a_screen_that_says_so(app: SparringApp) -> None:
    written, told = Event(), list[Refused | None]()
    async with app.run_test() as pilot:
        await pilot.pause()
        attempt(app, lambda: written.wait(10), told.append)
        await act(pilot, ("enter", "1", "escape", "/"))

        assert isinstance(app.screen, Waiting)
        assert "One moment" in frame(app)
        assert not told

        written.set()
        while not told:
            await pilot.pause(0.01)
        assert told == [None]
        assert app.screen is app.home
    assert app.return_value == 0 or app.return_value is None


async def test_what_is_over_while_the_window_is_too_small_goes_on_once_it_is_larger(app: SparringApp) -> None:
    written, told = Event(), list[Refused | None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        attempt(app, lambda: written.wait(10), told.append)
        await pilot.resize_terminal(20, 5)
        while not isinstance(app.screen, TooSmall):
            await pilot.pause(0.01)
        written.set()
        await pilot.pause(0.05)
        assert not told
        await pilot.resize_terminal(80, 24)
        while not told:
            await pilot.pause(0.01)
        assert app.screen is app.home


async def test_whoever_does_not_want_to_wait_can_leave(app: SparringApp) -> None:
    written = Event()
    async with app.run_test() as pilot:
        await pilot.pause()
        attempt(app, lambda: written.wait(10), lambda _: None)
        await pilot.press("q")
        await pilot.pause()
    written.set()
    assert app.return_value == 0


async def test_a_fault_of_ours_is_no_refusal(app: SparringApp) -> None:
    def act_() -> None:
        raise ZeroDivisionError

    async with app.run_test():
        with pytest.raises(ZeroDivisionError):
            attempt(app, act_, lambda _: None)


async def test_a_choice_that_waits_in_vain_is_not_said(
    app: SparringApp, make_play: MakePlay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(tmp_path / "plays.db")
    keeper = Keeper(store, "sam", Versions(tmp_path / "editions", lambda _name: None))
    play = keep(keeper, make_play("ask"))
    given_up = Event()

    def append(key: str, first: int, *what: What, at: float) -> None:
        given_up.wait(10)
        raise StoreFailed("it does not answer")

    async with app.run_test() as pilot:
        await pilot.pause()
        await app.push_screen(PlayScreen(play))
        await pilot.pause()
        monkeypatch.setattr(store, "append", append)
        await act(pilot, ("say:evidence",))
        assert isinstance(app.screen, Waiting)
        given_up.set()
        while not isinstance(app.screen, Ask):
            await pilot.pause(0.01)
        await act(pilot, ("escape",))
        assert isinstance(app.screen, PlayScreen)
        assert play.session.choices == ("ask",)
