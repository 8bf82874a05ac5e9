"""Words of one's own before the answers appear."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from simulator.tui.screens.play import PlayScreen
from simulator.tui.widgets.writing import WriteBox
from tests.tui.conftest import MakeApp
from tests.tui.steps import act


def playing(pilot: Pilot[int]) -> PlayScreen:
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen


async def begin(pilot: Pilot[int]) -> None:
    await act(pilot, ("enter", "wait", "3", "3", "1", "1"))


async def test_the_answers_appear_once_one_has_said_it_in_words_of_ones_own(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        assert not playing(pilot).choices.display
        await act(pilot, ("question_mark", "q", "1", "ctrl+j", "b", "enter"))

        assert playing(pilot).choices.display
        assert playing(pilot).play.remarks.typed == {1: "?q1\nb"}
        await act(pilot, ("say:ask",))
        assert playing(pilot).reply.is_writing
        assert playing(pilot).play.session.choices == ("ask",)


async def test_escape_skips_this_one_alone(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("escape",))

        assert playing(pilot).choices.display
        assert playing(pilot).play.remarks.said_first(1) is None
        await act(pilot, ("say:ask",))
        assert playing(pilot).reply.is_writing


async def test_a_decision_taken_back_is_not_asked_for_twice(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("a", "enter", "say:ask", "escape", "u", "y"))

        assert playing(pilot).play.session.choices == ()
        assert not playing(pilot).reply.is_writing
        assert playing(pilot).play.remarks.said_first(1) == "a"


async def test_what_is_pasted_becomes_plain_and_stays_within_bounds(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        box = pilot.app.screen.query_one(WriteBox)
        box.post_message(events.Paste("one\x1b[31m\r\ntwo\u202e[@click=app.quit]" + "x" * 2000))
        await pilot.pause()

        assert len(box.words) == 1000
        assert box.words.startswith("one\ufffd[31m\ntwo\ufffd[@click=app.quit]x")
        box.insert("y")
        assert len(box.words) == 1000
        await act(pilot, ("enter",))
        assert len(playing(pilot).play.remarks.typed[1]) == 1000


async def test_the_choice_is_remembered_for_the_next_play(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("escape", "q", "1", "1", "enter", "wait", "enter"))

        assert playing(pilot).reply.is_writing
