from __future__ import annotations

from dataclasses import fields

import pytest
from rich.cells import cell_len

from simulator.scenario.screenplay import MOODS
from simulator.tui.glyphs import BASIC, RICH, Glyphs, choose

BOTH = pytest.mark.parametrize("glyphs", [RICH, BASIC])


@BOTH
def test_every_mood_has_a_face_of_its_own_three_columns_wide(glyphs: Glyphs) -> None:
    faces = [glyphs.face(mood) for mood in MOODS]

    assert len(set(faces)) == len(MOODS)
    assert {cell_len(face) for face in faces} == {3}


def test_the_basic_set_is_ascii() -> None:
    signs = [getattr(BASIC, field.name) for field in fields(BASIC)]

    assert all(sign.isascii() for sign in signs if isinstance(sign, str))
    assert all(face.isascii() for face in BASIC.faces.values())


@BOTH
@pytest.mark.parametrize(("value", "filled"), [(-5, 0), (0, 0), (50, 10), (100, 20), (140, 20)])
def test_a_meter_is_as_wide_as_asked_and_stays_within_its_ends(
    glyphs: Glyphs, value: int, filled: int
) -> None:
    full, empty = glyphs.meter(value, 20)

    assert (len(full), len(empty)) == (filled, 20 - filled)


@BOTH
def test_a_line_of_values_rises_with_them(glyphs: Glyphs) -> None:
    assert glyphs.line([0, 100]) == glyphs.levels[0] + glyphs.levels[-1]


@pytest.mark.parametrize(
    ("environment", "encoding", "chosen"),
    [
        ({"TERM": "xterm-256color", "LANG": "en_GB.UTF-8"}, "utf-8", RICH),
        ({"TERM": "xterm-256color"}, "ANSI_X3.4-1968", BASIC),
        ({"TERM": "xterm-256color", "LC_ALL": "C"}, "utf-8", BASIC),
        ({"TERM": "xterm-256color"}, None, BASIC),
        ({"TERM": "linux", "LANG": "en_GB.UTF-8"}, "utf-8", BASIC),
        ({"TERM": "xterm-256color", "LANG": "ja_JP.UTF-8"}, "UTF-8", BASIC),
        ({"TERM": "xterm-256color", "LANG": "ja_JP.UTF-8", "LC_ALL": "C.UTF-8"}, "UTF-8", RICH),
    ],
)
def test_the_rich_set_is_taken_only_where_its_columns_stay_straight(
    environment: dict[str, str], encoding: str | None, chosen: Glyphs
) -> None:
    assert choose("auto", environment, encoding) is chosen


def test_a_wish_wins_over_the_terminal() -> None:
    assert choose("rich", {"TERM": "linux"}, "ascii") is RICH
    assert choose("basic", {"TERM": "xterm"}, "utf-8") is BASIC
