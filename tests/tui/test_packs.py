"""The packs there are, on screens."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.packs.places import at_home
from simulator.tui.glyphs import RICH
from simulator.tui.ink import text
from simulator.tui.presenters import packs
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.doctor import DoctorScreen
from simulator.tui.screens.pack import PackScreen
from simulator.tui.screens.packs import PacksScreen
from tests.tui.conftest import PACKS, Compare, MakeApp, frame
from tests.tui.steps import act

NORMAL, WIDE, NARROW = (80, 24), (120, 40), (40, 12)


@pytest.fixture
def ours(home: Path) -> Path:
    """A folder of two packs, one of them with something wrong."""
    folder = home / "ours"
    shutil.copytree(PACKS / "tables", folder / "tables")
    shutil.copytree(PACKS / "tables", folder / "torn")
    (folder / "torn" / "the-quiet-no.toml").write_text("title = ", encoding="utf-8")
    return folder


def written(config: Path) -> str:
    return config.read_text(encoding="utf-8") if config.exists() else ""


async def open_packs(pilot: Pilot[int]) -> PacksScreen:
    pilot.app.open_packs()  # type: ignore[attr-defined]
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, PacksScreen)
    return pilot.app.screen


@pytest.mark.parametrize(
    ("name", "size"), [("packs-80x24", NORMAL), ("packs-120x40", WIDE), ("packs-40x12", NARROW)]
)
async def test_packs_look_as_they_did(
    name: str, size: tuple[int, int], ours: Path, make_app: MakeApp, compare: Compare
) -> None:
    app = make_app(pack_folders=(ours,))
    async with app.run_test(size=size) as pilot:
        await open_packs(pilot)
        compare(app, name)
        await pilot.press("enter")
        assert isinstance(app.screen, PackScreen)
        compare(app, name.replace("packs", "pack"))


async def test_without_colour_packs_are_ascii(
    ours: Path, make_app: MakeApp, compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(pack_folders=(ours,), glyphs="basic")
    async with app.run_test(size=NORMAL) as pilot:
        await open_packs(pilot)
        compare(app, "packs-basic-no-colour-80x24")
        assert frame(app).isascii()
        await pilot.press("enter")
        compare(app, "pack-basic-no-colour-80x24")
        assert frame(app).isascii()


async def test_a_scenario_opens_its_briefing_and_d_the_doctor(ours: Path, make_app: MakeApp) -> None:
    app = make_app(pack_folders=(ours,))
    async with app.run_test(size=NORMAL) as pilot:
        await open_packs(pilot)
        await act(pilot, ("enter", "enter", "wait"))
        assert isinstance(app.screen, BriefingScreen)
        await act(pilot, ("escape", "d"))
        assert isinstance(app.screen, DoctorScreen)
        await act(pilot, ("q", "q", "d"))
        assert isinstance(app.screen, DoctorScreen)
        assert app.screen.path == ours / "tables"


async def test_a_folder_is_added_once_it_holds_a_pack(ours: Path, make_app: MakeApp, config: Path) -> None:
    app = make_app(pack_folders=())
    async with app.run_test(size=NORMAL) as pilot:
        screen = await open_packs(pilot)
        before = len(app.home.entries)
        await act(pilot, ("a",))
        field = screen.query_one("#folder", Input)
        for typed, said in (("~/nowhere", "There is no folder"), ("~", "No pack is in"), ("", "No pack is")):
            field.value = typed
            await act(pilot, ("enter",))
            assert said in frame(app)
            assert not written(config)
        field.value = "~/ours"
        await act(pilot, ("enter", "wait"))
        await pilot.pause()

        assert tomllib.loads(written(config)) == {"pack_folders": ["~/ours"]}
        assert screen.list.marked_id == str(ours / "tables")
        assert len(app.home.entries) == before + 2
        await act(pilot, ("a",))
        screen.query_one("#folder", Input).value = str(ours)
        await act(pilot, ("enter",))
        assert "there already" in " ".join(frame(app).split())
        await act(pilot, ("escape",))
        assert app.screen is screen
        assert not screen.query("#folder")


@pytest.fixture
def torn(config: Path) -> Path:
    config.write_text("theme = ", encoding="utf-8")
    return config


async def test_settings_with_mistakes_are_left_alone(ours: Path, make_app: MakeApp, torn: Path) -> None:
    app = make_app(pack_folders=())
    async with app.run_test(size=NORMAL) as pilot:
        screen = await open_packs(pilot)
        await act(pilot, ("a",))
        screen.query_one("#folder", Input).value = str(ours)
        await act(pilot, ("enter",))
        assert "not kept" in frame(app)
    assert written(torn) == "theme = "


async def test_where_there_are_no_packs_the_next_key_is_named(tmp_path: Path, make_app: MakeApp) -> None:
    app = make_app(pack_folders=(tmp_path,))
    async with app.run_test(size=NORMAL) as pilot:
        await open_packs(pilot)
        assert "No pack is here." in frame(app)
        assert "a add a folder" in frame(app)


def test_a_path_in_the_home_folder_is_told_by_a_tilde(home: Path) -> None:
    assert at_home(home / "ours") == str(Path("~/ours"))
    assert at_home(Path("/elsewhere")) == str(Path("/elsewhere"))


def test_nothing_at_all_says_what_to_do() -> None:
    assert packs.rows((), RICH) == []
    assert "Press a" in text(packs.empty()[1].runs)
