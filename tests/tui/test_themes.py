from __future__ import annotations

import pytest
from textual.color import Color

from simulator.tui.themes import CONTRAST, DARK, LIGHT, NONE, PAINTED, SIXTEEN, THEMES, choose, following

TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.mark.parametrize(
    ("wanted", "environment", "name"),
    [
        ("auto", TRUE, DARK),
        ("auto", {**TRUE, "COLORFGBG": "0;15"}, LIGHT),
        ("auto", {"TERM": "xterm"}, SIXTEEN),
        ("auto", {"TERM": "screen-256color"}, DARK),
        ("light", TRUE, LIGHT),
        ("light", {"TERM": "xterm"}, SIXTEEN),
        ("light", {**TRUE, "NO_COLOR": "1"}, NONE),
        ("light", {**TRUE, "NO_COLOR": ""}, LIGHT),
        ("no-colour", TRUE, NONE),
        ("neon", TRUE, DARK),
    ],
)
def test_the_theme_is_settled_by_wish_and_terminal(
    wanted: str, environment: dict[str, str], name: str
) -> None:
    assert choose(wanted, environment).name == name


def contrast(one: str, other: str) -> float:
    """The contrast ratio of the web's accessibility guidelines, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", PAINTED)
def test_words_can_be_read_on_every_ground(name: str) -> None:
    theme = PAINTED[name]
    inks = (theme.foreground, theme.accent, theme.secondary, theme.warning)
    grounds = (theme.background, theme.surface, theme.variables["marked"])
    least = min(contrast(str(ink), str(ground)) for ink in inks for ground in grounds)

    assert least >= (7 if name == CONTRAST else 4.5)


def test_colours_that_can_be_changed_go_round() -> None:
    seen, name = [], DARK
    for _ in PAINTED:
        seen.append(name)
        name = following(name)

    assert name == DARK
    assert set(seen) == set(PAINTED)


def test_a_terminal_of_few_colours_keeps_its_theme() -> None:
    assert following(NONE) == NONE
    assert following(SIXTEEN) == SIXTEEN


def test_the_terminals_own_themes_name_no_colour_of_ours() -> None:
    for name in (SIXTEEN, NONE):
        assert all(value.startswith("ansi_") for value in THEMES[name].variables.values())
