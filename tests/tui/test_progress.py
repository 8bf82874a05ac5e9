"""Progress: the figures, the list of plays, and what can be done with one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.store.record import Mode
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.map import MapScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.reading import Reading
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from tests.tui.conftest import BEST, Compare, MakeApp
from tests.tui.keeping import Desk
from tests.tui.steps import act

OPEN = ("wait", "p", "wait")


pytestmark = pytest.mark.usefixtures("utc")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An evidence play to the end, a coached one, and one that was left half-way."""
    desk = Desk(tmp_path)
    desk.play(BEST)
    desk.play(("ask", "evidence", "leave", "refuse"), mode=Mode.COACH)
    desk.play(("ask", "evidence"))
    return desk


def page(pilot: Pilot[int]) -> ProgressScreen:
    assert isinstance(pilot.app.screen, ProgressScreen), pilot.app.screen
    return pilot.app.screen


def words(pilot: Pilot[int]) -> str:
    screen = page(pilot)
    listed = "\n".join(
        "".join(run[0] for p in item.paragraphs() for run in (*p.runs, *p.right))
        for item in screen.list.items
    )
    return f"{screen.figures.words}\n{listed}"


async def test_evidence_and_practice_stand_apart_and_no_figure_is_without_its_range(
    make_app: MakeApp, desk: Desk
) -> None:
    async with make_app(keeper=desk.keeper).run_test(size=(120, 40)) as pilot:
        await act(pilot, OPEN)
        told = words(pilot)
        assert "1 play, 1 played to its end, 4 decisions" in told
        assert "2 plays, 1 played to its end, 6 decisions" in told
        assert "strong · somewhere between" in told
        assert "give or take" in told
        assert "A habitual style or a trend is named from 24 decisions over 4 conversations" in told
        assert "not for hiring, ranking or appraisal" in told
        assert "1 of 2" in told


async def test_the_plays_are_listed_the_newest_first(make_app: MakeApp, desk: Desk) -> None:
    async with make_app(keeper=desk.keeper).run_test(size=(120, 40)) as pilot:
        await act(pilot, OPEN)
        listed = [item.more[0].runs[0][0] for item in page(pilot).list.items if item.id]
        kinds = [line.split(" · ", 1)[1] for line in listed]
        assert kinds == [
            "again · left half-way",
            "coached · Amir gets the hour",
            "first run · Amir gets the hour",
        ]


async def test_a_play_that_ended_is_debriefed_again_and_leads_back(make_app: MakeApp, desk: Desk) -> None:
    async with make_app(keeper=desk.keeper).run_test(size=(80, 24)) as pilot:
        await act(pilot, (*OPEN, "end", "enter", "wait"))
        while not isinstance(pilot.app.screen, DebriefScreen):
            await act(pilot, ("escape",))
        assert pilot.app.screen.told.figures.balance is not None
        await act(pilot, ("q", "wait"))
        page(pilot)
        await act(pilot, ("q",))
        assert isinstance(pilot.app.screen, Home)


async def test_what_is_noted_in_a_debrief_that_was_opened_again_is_kept(
    make_app: MakeApp, desk: Desk
) -> None:
    async with make_app(keeper=desk.keeper).run_test() as pilot:
        await act(pilot, (*OPEN, "end", "enter", "wait", "2", "2", "3", "3", "wait"))
        assert isinstance(pilot.app.screen, DebriefScreen)
    first = desk.keeper.records()[0]
    assert [line.what for line in first.log][-1].push == "about right"  # type: ignore[union-attr]


async def test_a_play_that_was_left_goes_on_and_comes_back_to_progress(make_app: MakeApp, desk: Desk) -> None:
    async with make_app(keeper=desk.keeper).run_test() as pilot:
        await act(pilot, (*OPEN, "enter", "wait"))
        assert isinstance(pilot.app.screen, PlayScreen)
        assert len(pilot.app.screen.play.session.choices) == 2
        await act(pilot, ("q", "enter", "wait"))
        page(pilot)


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_deleting_asks_and_removes_the_marked_play_alone(
    key: str, make_app: MakeApp, desk: Desk
) -> None:
    async with make_app(keeper=desk.keeper).run_test() as pilot:
        await act(pilot, (*OPEN, key, "enter", "wait"))
        assert len(desk.keeper.glances()) == 3
        await act(pilot, (key,))
        assert isinstance(pilot.app.screen, Ask)
        await act(pilot, ("1", "1", "wait", "wait"))
        assert len(desk.keeper.glances()) == 2
        left = [item for item in page(pilot).list.items if item.id and item.id.startswith("play:")]
        assert len(left) == 2
        assert all("half-way" not in str(item.more) for item in left)


async def test_deleting_evidence_says_what_that_means(make_app: MakeApp, desk: Desk) -> None:
    async with make_app(keeper=desk.keeper).run_test() as pilot:
        await act(pilot, (*OPEN, "end", "d"))
        told = " ".join(sheet.words for sheet in pilot.app.screen.query(Sheet))
        assert "It is evidence" in told


async def test_a_play_whose_text_is_gone_says_why_and_shows_what_is_left(
    make_app: MakeApp, desk: Desk
) -> None:
    path = desk.pack / "the-quiet-no.toml"
    for copy in (desk.folder / "editions").rglob("*.toml"):
        copy.unlink()
    app = make_app(keeper=desk.keeper)
    async with app.run_test() as pilot:
        path.unlink()
        await act(pilot, (*OPEN, "end", "enter", "wait"))
        assert isinstance(pilot.app.screen, Reading)
        told = pilot.app.screen.page.words
        assert "isn't in your library any more" in told
        assert "evidence" in told
        await act(pilot, ("escape", "wait"))
        page(pilot)
    assert all(glance.closed is None for glance in desk.keeper.glances())


async def test_the_map_of_a_scenario_holds_all_that_was_played_of_it(make_app: MakeApp, desk: Desk) -> None:
    async with make_app(keeper=desk.keeper).run_test() as pilot:
        await act(pilot, (*OPEN, "m", "wait"))
        assert isinstance(pilot.app.screen, MapScreen)
        assert len(pilot.app.screen.paths.plays) == 3


async def test_many_plays_are_listed_bit_by_bit(make_app: MakeApp, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for _ in range(105):
        desk.play(("ask",), days=0.01)
    async with make_app(keeper=desk.keeper).run_test() as pilot:
        await act(pilot, OPEN)
        assert len([item for item in page(pilot).list.items if item.id]) == 101
        await act(pilot, ("end", "enter"))
        assert len([item for item in page(pilot).list.items if item.id]) == 105
        assert page(pilot).list.marked_id == page(pilot).list.items[101].id


async def test_who_has_not_played_is_told_the_next_key(make_app: MakeApp, tmp_path: Path) -> None:
    async with make_app(keeper=Desk(tmp_path).keeper).run_test() as pilot:
        await act(pilot, OPEN)
        assert "Press Esc, and Enter on a conversation" in page(pilot).figures.words
        await act(pilot, ("d", "m", "escape"))
        assert isinstance(pilot.app.screen, Home)


async def test_a_guest_is_told_that_nothing_is_kept_and_how_to_change_that(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await act(pilot, OPEN)
        told = page(pilot).figures.words
        assert "nothing is kept" in told
        assert "--guest" in told


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_progress_looks_as_it_did(
    size: tuple[int, int], make_app: MakeApp, desk: Desk, compare: Compare
) -> None:
    async with make_app(keeper=desk.keeper).run_test(size=size) as pilot:
        await act(pilot, OPEN)
        compare(pilot.app, f"progress-{size[0]}x{size[1]}")  # type: ignore[arg-type]


async def test_progress_without_colour_is_ascii_but_for_the_words(
    make_app: MakeApp, desk: Desk, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with make_app(keeper=desk.keeper, glyphs="basic").run_test(size=(80, 24)) as pilot:
        await act(pilot, OPEN)
        compare(pilot.app, "progress-basic-no-colour-80x24")  # type: ignore[arg-type]


async def test_more_room_tells_more_and_what_is_marked_stays_marked(make_app: MakeApp, desk: Desk) -> None:
    async with make_app(keeper=desk.keeper).run_test(size=(80, 24)) as pilot:
        await act(pilot, (*OPEN, "down"))
        marked = page(pilot).list.marked_id
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert pilot.app.screen.query_one("#plays", Picker).marked_id == marked
