from __future__ import annotations

import pytest

from simulator.tui.widgets.bars import Hint, arranged

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


@pytest.mark.parametrize("room", [20, 30, 38, 60])
def test_help_and_quit_stay_however_narrow(room: int) -> None:
    assert keys(room)[-2:] == ["?", "q"]


def test_the_least_needed_key_gives_way_first() -> None:
    assert keys(38) == ["enter", "/", "?", "q"]
    assert keys(28) == ["enter", "?", "q"]
