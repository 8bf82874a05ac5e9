from __future__ import annotations

from pathlib import Path

import pytest

from simulator.practice.keeper import Keeper
from simulator.practice.versions import Versions
from simulator.store.open import open_store
from simulator.tui.widgets.bars import Hint, arranged
from tests.tui.conftest import MakeApp, frame

HINTS = (
    Hint("enter", "open"),
    Hint("/", "find"),
    Hint("x", "export"),
    Hint("?", "help", stays=True),
    Hint("q", "quit", stays=True),
)


def keys(room: int) -> list[str]:
    return [hint.key for hint in arranged(HINTS, room)[0]]


def test_all_keys_are_shown_where_there_is_room() -> None:
    assert keys(78) == ["enter", "/", "x", "?", "q"]


async def test_a_long_name_is_cut_where_there_is_no_room_for_it(make_app: MakeApp, tmp_path: Path) -> None:
    keeper = Keeper(open_store(tmp_path / "plays.db"), "漢" * 60, Versions(tmp_path, lambda _name: None))
    app = make_app(keeper=keeper)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        head = frame(app).splitlines()[0]
    assert "SPARRING  Playing as 漢漢" in head
    assert head.endswith(("…", ".."))


@pytest.mark.parametrize("room", [20, 30, 38, 60])
def test_help_and_quit_stay_however_narrow(room: int) -> None:
    assert keys(room)[-2:] == ["?", "q"]


def test_the_least_needed_key_gives_way_first() -> None:
    assert keys(38) == ["enter", "/", "?", "q"]
    assert keys(28) == ["enter", "?", "q"]
