"""The way from screen to screen, by keyboard and mouse."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from simulator.store.log import Rated
from simulator.tui.app import SparringApp
from simulator.tui.ink import plain
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.decision import DecisionScreen
from simulator.tui.screens.help import Help
from simulator.tui.screens.home import Home
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.rate import Rate
from simulator.tui.screens.reading import Reading
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Transcript
from tests.tui.conftest import BEST, QUIET_NO, MakeApp, MakePlay
from tests.tui.steps import act


def shows(pilot: Pilot[int], screen: type) -> None:
    assert isinstance(pilot.app.screen, screen), pilot.app.screen


def playing(pilot: Pilot[int]) -> PlayScreen:
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen


async def begin(pilot: Pilot[int]) -> None:
    await act(pilot, ("enter", "wait", "enter"))


async def test_a_whole_journey_leads_from_home_to_the_debrief(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        shows(pilot, Home)
        await act(pilot, ("enter", "wait"))
        shows(pilot, BriefingScreen)
        await pilot.press("enter")
        shows(pilot, PlayScreen)
        await act(pilot, [f"say:{choice}" for choice in BEST])
        await pilot.press("enter")
        shows(pilot, Rate)
        await pilot.press("escape")
        shows(pilot, Rate)
        await pilot.press("escape")
        shows(pilot, DebriefScreen)
        await pilot.press("enter")
        shows(pilot, DecisionScreen)
        await pilot.press("right", "right", "escape")
        assert app.screen.query_one("#decisions", Picker).marked_id == "3"
        await pilot.press("q")
        shows(pilot, Home)


async def test_one_stray_key_never_says_anything(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        for keys in (("enter",), ("1",), ("2",), ("1", "3"), ("9",), ("0",)):
            await pilot.press(*keys)
            assert playing(pilot).play.session.choices == ()


@pytest.mark.parametrize("keys", [("1", "1"), ("down", "enter"), ("2", "up", "enter"), ("1", "enter")])
async def test_a_number_twice_or_enter_says_what_is_marked(keys: tuple[str, ...], make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        first = playing(pilot).choices.items[0].id
        await pilot.press(*keys)
        await pilot.pause()

        assert playing(pilot).play.session.choices == (first,)


async def test_a_second_click_on_the_same_choice_says_it(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await pilot.click("#choices", offset=(10, 1))
        assert playing(pilot).play.session.choices == ()
        await pilot.click("#choices", offset=(10, 1))
        await pilot.pause()

        assert len(playing(pilot).play.session.choices) == 1


async def test_a_take_back_asks_the_first_time_and_makes_the_play_practice(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("u", "say:ask", "u"))
        shows(pilot, Ask)
        await pilot.press("n")
        assert playing(pilot).play.session.choices == ("ask",)
        assert not playing(pilot).play.is_practice
        await pilot.press("u", "y")
        assert playing(pilot).play.session.choices == ()
        assert playing(pilot).play.is_practice
        await act(pilot, ("say:argue", "u"))
        assert playing(pilot).play.session.choices == ()


async def test_a_transcript_that_outgrows_its_view_shows_its_last_turn_at_once(make_app: MakeApp) -> None:
    """Also where nothing was drawn in between: a busy machine draws later than it counts."""
    async with make_app().run_test() as pilot:
        await begin(pilot)
        transcript = playing(pilot).query_one(Transcript)
        assert not transcript.show_vertical_scrollbar
        transcript.turn([plain(f"Line {number}") for number in range(40)])
        transcript.show_turn()
        assert transcript.scroll_offset.y > 0


async def test_home_and_end_go_to_the_ends_of_the_conversation(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        transcript = playing(pilot).query_one(Transcript)
        transcript.turn([plain(f"Line {number}") for number in range(40)])
        await pilot.press("end")
        assert transcript.scroll_offset.y == transcript.max_scroll_y > 0
        await pilot.press("home")
        assert transcript.scroll_offset.y == 0
        assert playing(pilot).choices.marked is None


async def test_taking_back_tells_the_conversation_as_if_it_had_never_been_said(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        before = playing(pilot).query_one(Transcript).paragraphs
        await act(pilot, ("say:ask", "u", "y"))

        assert playing(pilot).query_one(Transcript).paragraphs == before


async def test_leaving_loses_nothing(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("say:ask", "q", "escape"))
        assert playing(pilot).play.session.choices == ("ask",)
        await act(pilot, ("escape", "1", "1"))
        shows(pilot, Home)
        await pilot.press("enter")
        assert playing(pilot).play.session.choices == ("ask",)


async def test_one_can_stop_early_and_look_at_what_was_played(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("say:ask", "q", "2", "2", "s"))
        shows(pilot, DebriefScreen)


async def test_a_what_if_goes_on_from_the_marked_decision_as_practice(
    make_app: MakeApp, make_play: MakePlay
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.push_screen(DebriefScreen(make_play(*BEST)))
        await act(pilot, ("s", "down", "down", "w"))

        assert playing(pilot).play.session.choices == BEST[:2]
        assert playing(pilot).play.is_practice


@pytest.mark.parametrize(
    "way",
    [
        ("w", "q", "1", "1"),
        ("w", "q", "2", "2", "s", "q"),
        ("w", "q", "2", "2", "s", "escape"),
        ("enter", "w", "q", "1", "1"),
        ("p", "escape"),
        ("p", "q"),
        ("p", "enter", "ctrl+q", "1", "1"),
        ("p", "enter", "say:ask", "q", "2", "2", "s", "w", "q", "1", "1", "q"),
    ],
)
async def test_what_a_debrief_leads_to_leads_back_to_it(
    way: tuple[str, ...], make_app: MakeApp, make_play: MakePlay
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        debrief = DebriefScreen(make_play(*BEST))
        app.push_screen(debrief)
        await act(pilot, ("s", "down", *way))
        assert app.screen is debrief
        await act(pilot, ("q",))
        shows(pilot, Home)


async def test_escape_skips_the_question_that_is_shown_alone(make_app: MakeApp, make_play: MakePlay) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        debrief = DebriefScreen(make_play(*BEST))
        app.push_screen(debrief)
        await act(pilot, ("escape", "3", "3"))
        assert app.screen is debrief
        assert debrief.play.remarks.rated == Rated(None, "throughout")


async def test_control_q_in_mid_play_asks_as_q_does(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("say:ask", "ctrl+q"))
        shows(pilot, Ask)
        await act(pilot, ("ctrl+q",))
        assert playing(pilot).play.session.choices == ("ask",)


async def test_playing_again_offers_who_they_are_today(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await begin(pilot)
        await act(pilot, ("say:ask", "q", "2", "2", "s", "p"))
        briefing = pilot.app.screen
        assert isinstance(briefing, BriefingScreen)
        assert [item.id for item in briefing.begin.items] == ["rehearse", "coach", "first", "nature"]
        await act(pilot, ("4", "4", "1", "1"))

        assert playing(pilot).play.session.setting.temperament == "guarded"


async def test_a_first_run_offers_the_two_modes_alone(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await act(pilot, ("enter", "wait"))
        assert isinstance(pilot.app.screen, BriefingScreen)
        assert [item.id for item in pilot.app.screen.begin.items] == ["rehearse", "coach", "first"]
        await pilot.press("down", "enter")

        assert playing(pilot).play.coach


async def test_a_scenario_named_at_the_start_opens_at_its_briefing(make_app: MakeApp) -> None:
    async with make_app(start=QUIET_NO, trust=80, temperament="guarded").run_test() as pilot:
        await act(pilot, ("wait",))
        shows(pilot, BriefingScreen)
        await pilot.press("enter")

        assert playing(pilot).play.session.setting.trust == 80
        assert playing(pilot).play.session.setting.temperament == "guarded"


@pytest.mark.parametrize("start", ["no-such-thing", "tables"])
async def test_a_start_that_means_nothing_is_explained(start: str, make_app: MakeApp) -> None:
    async with make_app(start=start).run_test() as pilot:
        await act(pilot, ("wait",))
        shows(pilot, Reading)
        await pilot.press("escape")
        shows(pilot, Home)


async def test_help_opens_from_every_screen_and_closes_again(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await pilot.pause()
        for way in ((), ("enter", "wait"), ("enter",), ("say:ask", "q", "2", "2"), ("s",), ("enter",)):
            await act(pilot, way)
            before = pilot.app.screen
            await pilot.press("question_mark")
            shows(pilot, Help)
            await pilot.press("escape")
            assert pilot.app.screen is before


async def test_colours_change_while_the_app_runs(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await act(pilot, ("question_mark", "c"))

        assert pilot.app.theme == "light"


async def test_finding_narrows_the_library_as_one_types(make_app: MakeApp) -> None:
    async with make_app().run_test() as pilot:
        await act(pilot, ("slash", "q", "u", "i"))
        shelf = pilot.app.screen.query_one("#shelf", Picker)
        assert [item.id for item in shelf.items] == [None, QUIET_NO]
        await act(pilot, ("x",))
        assert not shelf.display
        await act(pilot, ("escape",))
        assert shelf.display
        assert pilot.app.screen.focused is shelf


async def test_q_on_home_ends_the_program(make_app: MakeApp) -> None:
    app: SparringApp = make_app()
    async with app.run_test() as pilot:
        await pilot.press("q")
    assert app.return_value == 0


async def test_the_debrief_is_written_to_a_new_file_each_time(
    make_app: MakeApp, make_play: MakePlay, home: Path
) -> None:
    (home / "Documents").mkdir()
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.push_screen(DebriefScreen(make_play(*BEST)))
        await act(pilot, ("s", "x", "x"))

    written = sorted(path.name for path in (home / "Documents").iterdir())
    assert written == ["sparring-the-quiet-no-2.txt", "sparring-the-quiet-no.txt"]


async def test_an_empty_library_says_what_to_do(make_app: MakeApp, tmp_path: Path) -> None:
    async with make_app(pack_folders=(tmp_path,)).run_test() as pilot:
        await pilot.pause()
        empty = pilot.app.screen.query_one("#empty")

        assert empty.display


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_a_failure_of_ours_is_raised_and_never_printed_as_source_code(
    home: Path,
) -> None:
    script = (
        "import simulator.tui.app as app\n"
        "class Broken(app.Home):\n"
        "    def heading(self): raise ZeroDivisionError('ours')\n"
        "app.Home = Broken\n"
        "from simulator.cli.main import run\n"
        "import sys\n"
        "sys.exit(run([]))\n"
    )
    from tests.tui.terminal import Terminal  # noqa: PLC0415 - needs a pty

    terminal = Terminal(home, arguments=("-c", script))
    status = terminal.leave(20)

    assert "The fault is ours" in terminal.text
    assert b"Traceback" not in terminal.raw
    assert status == 3
