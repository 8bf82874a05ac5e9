from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from simulator.scenario.diagnostic import Severity
from simulator.tui.palettes import PALETTES, Palette, contrast
from simulator.tui.palettes_file import judge
from simulator.tui.themes import CONTRAST, DARK, LIGHT, NONE, PAINTED, SIXTEEN, THEMES, choose, following
from tests.tui.conftest import MakeApp

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
        name = following(name, {})

    assert name == DARK
    assert set(seen) == set(PAINTED)


def test_a_terminal_of_few_colours_keeps_its_theme() -> None:
    assert following(NONE, {}) == NONE
    assert following(SIXTEEN, {}) == SIXTEEN


def test_the_terminals_own_themes_name_no_colour_of_ours() -> None:
    for name in (SIXTEEN, NONE):
        assert all(value.startswith("ansi_") for value in THEMES[name].variables.values())


TAKEN = frozenset(THEMES)
READABLE = {"text": "#eeeeee", "accent": "#ffcc66"}


def test_black_and_white_contrast_most_and_a_colour_with_itself_least() -> None:
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    assert contrast("#123456", "#123456") == 1


def test_a_theme_of_ones_own_takes_what_it_leaves_out_from_its_base() -> None:
    themes, findings = judge({"mine": {"base": "light", "accent": "#800000"}}, TAKEN)
    assert findings == []
    assert themes == {"mine": replace(PALETTES["light"], accent="#800000")}
    assert not themes["mine"].is_dark


def test_a_theme_of_ones_own_is_chosen_by_name_but_not_against_the_terminal() -> None:
    own = judge({"mine": READABLE}, TAKEN)[0]
    assert choose("mine", TRUE, own).name == "mine"
    assert choose("mine", {"TERM": "xterm"}, own).name == SIXTEEN
    assert choose("mine", {**TRUE, "NO_COLOR": "1"}, own).name == NONE
    assert following(list(PAINTED)[-1], own) == "mine"


@pytest.mark.parametrize(
    ("table", "code", "at"),
    [
        ({"dark": {}}, "name-taken", ("themes", "dark")),
        ({"My Theme": {}}, "wrong-name", ("themes", "My Theme")),
        ({"mine": 5}, "wrong-value", ("themes", "mine")),
        ({"mine": {"acent": "#ffffff"}}, "unknown-key", ("themes", "mine", "acent")),
        ({"mine": {"accent": "hotpinkish"}}, "wrong-colour", ("themes", "mine", "accent")),
        ({"mine": {"accent": 7}}, "wrong-colour", ("themes", "mine", "accent")),
        ({"mine": {"accent": "#ffffff80"}}, "wrong-colour", ("themes", "mine", "accent")),
        ({"mine": {"accent": "ansi_red"}}, "wrong-colour", ("themes", "mine", "accent")),
        ({"mine": {"accent": "auto 50%"}}, "wrong-colour", ("themes", "mine", "accent")),
        ({"mine": {"base": "neon"}}, "no-such-theme", ("themes", "mine", "base")),
        ({"mine": {"text": "#333333"}}, "low-contrast", ("themes", "mine")),
        (5, "wrong-value", ("themes",)),
    ],
)
def test_what_is_wrong_with_a_theme_is_told_where_it_stands(
    table: Any, code: str, at: tuple[str, ...]
) -> None:
    (finding,) = judge(table, TAKEN)[1]
    assert (finding.code, finding.at) == (code, at)


def test_a_theme_that_is_hard_to_read_can_be_used_all_the_same() -> None:
    themes, (finding,) = judge({"mine": {"text": "#333333"}}, TAKEN)
    assert "mine" in themes
    assert finding.severity is Severity.WARNING


async def test_a_theme_of_ones_own_paints_the_screens(make_app: MakeApp) -> None:
    own: dict[str, Palette] = judge({"mine": READABLE}, TAKEN)[0]
    app = make_app(themes=own, theme="mine")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "mine"
        assert app.screen.styles.color.hex6.lower() == "#eeeeee"
