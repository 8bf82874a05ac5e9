"""A play that is kept, and what happens where it can't be."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.practice.keeper import Keeper
from simulator.practice.versions import Versions
from simulator.report.remarks import remarks_of
from simulator.store.log import Committed, Noted, Rated, Typed
from simulator.store.open import open_store
from simulator.store.record import Mode
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.notes import NotesScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.stage import Play
from simulator.tui.widgets.writing import WriteBox
from tests.tui.conftest import BEST, MakeApp, MakePlay
from tests.tui.steps import act


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(
        open_store(tmp_path / "plays.db"), "sam", Versions(tmp_path / "editions", lambda _name: None)
    )


def keep(keeper: Keeper, play: Play) -> Play:
    play.keeping = keeper.begin(play.edition, play.session, mode=Mode.REHEARSE)
    return play


def lose(keeper: Keeper, play: Play) -> None:
    """The play is deleted elsewhere: nothing more can be written to it."""
    assert play.keeping is not None
    keeper.store.delete(play.keeping.key)


def playing(pilot: Pilot[int]) -> PlayScreen:
    assert isinstance(pilot.app.screen, PlayScreen), pilot.app.screen
    return pilot.app.screen


async def test_each_choice_is_kept_before_its_answer_is_shown(
    make_app: MakeApp, make_play: MakePlay, keeper: Keeper
) -> None:
    play = keep(keeper, make_play())
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.push_screen(PlayScreen(play))
        await act(pilot, ("say:ask", "say:fold", "u", "y"))

    assert play.keeping is not None
    record = keeper.record(play.keeping.key)
    assert record is not None
    assert record.transcript.choices == ("ask",)
    assert record.transcript.has_take_back


async def test_a_choice_that_cannot_be_kept_is_not_said_unless_the_player_wants_to(
    make_app: MakeApp, make_play: MakePlay, keeper: Keeper
) -> None:
    play = keep(keeper, make_play("ask"))
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.push_screen(PlayScreen(play))
        before = playing(pilot).transcript.paragraphs
        lose(keeper, play)
        await act(pilot, ("say:evidence",))
        assert isinstance(app.screen, Ask)
        await act(pilot, ("escape",))
        assert play.session.choices == ("ask",)
        assert playing(pilot).transcript.paragraphs == before

        await act(pilot, ("say:evidence",))
        assert isinstance(app.screen, Ask)
        assert "again" not in {answer.id for answer in app.screen.answers}
        await act(pilot, ("1", "1"))
        assert play.session.choices == ("ask", "evidence")
        assert play.keeping is None
        assert len(playing(pilot).transcript.paragraphs) > len(before)


async def test_notes_are_kept_as_one_goes(make_app: MakeApp, make_play: MakePlay, keeper: Keeper) -> None:
    play = keep(keeper, make_play(*BEST))
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.push_screen(DebriefScreen(play))
        await act(pilot, ("1", "1", "escape", "n", "a", "b", "tab"))
        assert isinstance(app.screen, NotesScreen)
        assert play.remarks.notes == {1: "ab"}
        app.screen.query_one("#words", WriteBox).focus()
        await act(pilot, ("c", "enter", "d", "enter"))
        assert isinstance(app.screen, DebriefScreen)

    assert play.keeping is not None
    record = keeper.record(play.keeping.key)
    assert record is not None
    remarks = remarks_of(line.what for line in record.log)
    assert remarks.rated == Rated("too little", None)
    assert remarks.notes == {1: "ab"}
    assert remarks.committed == Committed("c", "d")


async def test_notes_stand_where_one_comes_back_to_them(make_app: MakeApp, make_play: MakePlay) -> None:
    play = make_play(*BEST)
    play.remark(Noted(1, "before"))
    play.remark(Rated(None, None))
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.push_screen(DebriefScreen(play))
        assert isinstance(app.screen, DebriefScreen)
        await act(pilot, ("n", "end", "x", "escape", "n"))
        assert app.screen.query_one("#q1", WriteBox).words == "beforex"


async def test_own_words_are_kept_before_the_choice(
    make_app: MakeApp, make_play: MakePlay, keeper: Keeper
) -> None:
    play = keep(keeper, make_play())
    play.says_first = True
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.push_screen(PlayScreen(play))
        await act(pilot, ("h", "i", "enter", "say:ask"))

    assert play.keeping is not None
    record = keeper.record(play.keeping.key)
    assert record is not None
    assert [type(line.what).__name__ for line in record.log] == ["Typed", "Said"]
    assert record.log[0].what == Typed(1, "hi")
