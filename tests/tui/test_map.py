"""The map of a scenario, with the paths that were played."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from simulator.report.paths import Paths, paths_of, plan_of
from simulator.scenario.edition import Edition
from simulator.scenario.model import Beat, Route
from simulator.tui.glyphs import BASIC, RICH
from simulator.tui.presenters import places
from simulator.tui.presenters.map import drawing
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.map import MOST, MapScreen
from simulator.tui.screens.play import PlayScreen
from simulator.tui.screens.reading import Reading
from tests.tui.conftest import BEST, Compare, MakeApp, MakePlay, frame
from tests.tui.steps import act

NORMAL, WIDE, NARROW = (80, 24), (120, 40), (40, 12)
FOLDING = ("more", "fold", "press", "comply")
SIZES = {"80x24": NORMAL, "120x40": WIDE, "40x12": NARROW}

PLAYS = {"map": (BEST,), "map-open": (BEST, BEST, FOLDING[:3] + BEST[3:], FOLDING)}


def played(make_play: MakePlay, *plays: tuple[str, ...]) -> Paths:
    return paths_of([make_play(*choices).session for choices in plays])


async def open_map(pilot: Pilot[int], edition: Edition, paths: Paths) -> MapScreen:
    pilot.app.open_map(edition, paths)  # type: ignore[attr-defined]
    await pilot.pause()
    assert isinstance(pilot.app.screen, MapScreen)
    return pilot.app.screen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PLAYS)
async def test_maps_look_as_they_did(
    name: str, size: str, edition: Edition, make_app: MakeApp, make_play: MakePlay, compare: Compare
) -> None:
    app = make_app()
    async with app.run_test(size=SIZES[size]) as pilot:
        await pilot.pause()
        await open_map(pilot, edition, played(make_play, *PLAYS[name]))
        await act(pilot, ("right",))
        compare(app, f"{name}-{size}")


async def test_without_colour_ways_taken_are_other_signs(
    edition: Edition,
    make_app: MakeApp,
    make_play: MakePlay,
    compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(glyphs="basic")
    async with app.run_test(size=NORMAL) as pilot:
        await pilot.pause()
        await open_map(pilot, edition, played(make_play, BEST, FOLDING))
        compare(app, "map-basic-no-colour-80x24")
        assert frame(app).isascii()


async def test_the_arrows_lead_along_the_way_and_enter_tells_what_was_said(
    edition: Edition, make_app: MakeApp, make_play: MakePlay
) -> None:
    app = make_app()
    async with app.run_test(size=NORMAL) as pilot:
        await pilot.pause()
        screen = await open_map(pilot, edition, played(make_play, BEST, FOLDING))
        await act(pilot, ("right", "right", "right"))
        assert screen.marked == "fourth"
        await act(pilot, ("right",))
        met = {screen.marked}
        for key in ("down", "up"):
            await act(pilot, (key,))
            met.add(screen.marked)
        assert met == {"hour", "nothing"}
        await act(pilot, ("left", "enter"))
        assert isinstance(app.screen, Reading)
        assert "I can't pass that on" in frame(app)
        assert "If it helps to get him seen" in frame(app)


async def test_a_click_marks_a_place_and_a_second_one_opens_it(
    edition: Edition, make_app: MakeApp, make_play: MakePlay
) -> None:
    app = make_app()
    async with app.run_test(size=NORMAL) as pilot:
        await pilot.pause()
        screen = await open_map(pilot, edition, played(make_play, BEST))
        await pilot.click("#canvas", offset=(30, 1))
        assert screen.marked == "second"
        await pilot.click("#canvas", offset=(30, 1))
        assert isinstance(app.screen, Reading)


async def test_from_the_debrief_one_sees_the_way_and_can_play_on_from_a_place(
    make_app: MakeApp, make_play: MakePlay
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await app.push_screen(DebriefScreen(make_play(*BEST)))
        await act(pilot, ("2", "2", "3", "3", "m"))
        assert isinstance(app.screen, MapScreen)
        await act(pilot, ("right", "right", "w"))
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.play.session.choices == BEST[:2]


def test_before_two_endings_only_what_was_met_is_there(edition: Edition, make_play: MakePlay) -> None:
    plan = plan_of(edition.scenario, played(make_play, BEST), MOST)

    assert list(plan.places) == ["opening", "second", "third", "fourth", "hour"]
    assert all(plan.ways.values())
    assert plan.hidden == 1


def test_after_two_endings_what_was_not_met_is_a_question_mark(edition: Edition, make_play: MakePlay) -> None:
    paths = Paths(played(make_play, BEST).plays, frozenset({"hour", "elsewhere"}))
    plan = plan_of(edition.scenario, paths, MOST)
    assert "nothing" in plan.places
    drawn = drawing(plan, edition.scenario, RICH)
    assert drawn is not None
    words = "".join(letter for letter, _ in drawn.cells.values())
    assert "?" in words
    assert "Nothing" not in words
    assert "Nothing" not in str(places.outline(plan, edition, RICH))
    assert "Nothing" not in str(places.about("nothing", plan, edition, RICH))


def test_a_play_that_was_left_ends_where_it_stands(make_play: MakePlay) -> None:
    assert list(played(make_play, ("ask",)).plays[0]) == [("opening", "ask"), ("second", None)]


@pytest.mark.parametrize("glyphs", [RICH, BASIC])
def test_each_place_is_a_box_with_its_count(
    edition: Edition, make_play: MakePlay, glyphs: type[RICH]
) -> None:  # type: ignore[valid-type]
    plan = plan_of(edition.scenario, played(make_play, BEST, FOLDING), MOST)
    drawn = drawing(plan, edition.scenario, glyphs)

    assert drawn is not None
    assert set(drawn.boxes) == set(plan.places)
    boxes = list(drawn.boxes.values())
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)


def test_a_huge_scenario_is_an_outline_of_what_is_near(edition: Edition) -> None:
    scenario = edition.scenario
    beat = scenario.beats["opening"]
    beats = {f"beat_{number}": _leading_to(beat, f"beat_{number + 1}") for number in range(9_999)}
    huge = replace(scenario, start="beat_0", beats={**beats, "beat_9999": scenario.beats["fourth"]})
    paths = Paths([[("beat_0", None), ("beat_1", None)]], frozenset({"hour", "nothing"}))
    plan = plan_of(huge, paths, MOST)

    assert list(plan.places) == ["beat_0", "beat_1", "beat_2", "hour", "nothing"]
    assert plan.hidden == 9_997
    assert len(places.outline(plan, replace(edition, scenario=huge), RICH)) == 5
    assert "9,997 more places" in places.legend(plan, paths)


def _leading_to(beat: Beat, target: str) -> Beat:
    return replace(beat, choices={}, to=(Route(to=target),))
