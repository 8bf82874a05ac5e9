from __future__ import annotations

from pathlib import Path

import pytest

from simulator.tui.memory import LARGEST, Memory, keep, recall
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.widgets.picker import Picker
from tests.tui.conftest import MakeApp, frame
from tests.tui.steps import act

SOMETHING = Memory("quiet", "tables/the-quiet-no", "coach")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path / "new" / "screens.json", SOMETHING)
    assert recall(tmp_path / "new" / "screens.json") == SOMETHING


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"\xff", b"5", b"[" * 100_000, b'{"sought": "' + b"x" * LARGEST + b'"}'],
)
def test_a_broken_file_is_as_good_as_none(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(data)
    assert recall(tmp_path / "file") == Memory()


def test_of_a_file_half_broken_the_other_half_holds(tmp_path: Path) -> None:
    (tmp_path / "file").write_text('{"sought": "a\\u001b[2Jb", "marked": 5, "mode": "hard", "else": 1}')
    assert recall(tmp_path / "file") == Memory("a\ufffd[2Jb")


def test_a_place_that_takes_no_file_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep(tmp_path / "file" / "screens.json", SOMETHING)
    assert recall(tmp_path / "file" / "screens.json") == Memory()


async def test_home_opens_where_it_was_closed(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await act(pilot, ("slash", *"qui", "enter", "q"))
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        shelf = app.screen.query_one("#shelf", Picker)
        assert shelf.marked_id == "tables/the-quiet-no"
        assert app.screen.focused is shelf
        assert "qui" in frame(app)
        await act(pilot, ("escape", "q"))
    async with make_app().run_test() as pilot:
        await pilot.pause()
        assert not pilot.app.screen.query("#find")


@pytest.mark.parametrize(("mode", "marked"), [("coach", "coach"), (None, "rehearse")])
async def test_a_first_briefing_proposes_the_mode_of_the_settings(
    mode: str | None, marked: str, make_app: MakeApp
) -> None:
    async with make_app(mode=mode).run_test() as pilot:
        await act(pilot, ("enter", "wait"))
        assert isinstance(pilot.app.screen, BriefingScreen)
        assert pilot.app.screen.begin.marked_id == marked


async def test_a_scenario_played_again_is_proposed_as_the_last_one_was(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test() as pilot:
        await act(pilot, ("enter", "wait", "2", "2", "say:ask", "enter", "q", "2", "2", "s", "p"))
        assert isinstance(pilot.app.screen, BriefingScreen)
        assert pilot.app.screen.begin.marked_id == "coach"
