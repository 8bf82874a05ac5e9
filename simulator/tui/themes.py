"""Colours: four themes for terminals that have them, one of sixteen colours, one of none.

A theme is settled before the app starts. No meaning rests on a colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK, LIGHT, CONTRAST, SAFE = "dark", "light", "high-contrast", "colour-blind-safe"
SIXTEEN, NONE = "sixteen", "no-colour"


def _painted(
    name: str, *, dark: bool, ground: tuple[str, str, str, str], ink: tuple[str, str, str, str]
) -> Theme:
    """`ground` holds background, surface, mark and rule; `ink` text, accent, you and warning."""
    background, surface, marked, rule = ground
    foreground, accent, you, warning = ink
    extra = {"you": you, "marked": marked, "rule": rule, "target": rule}
    return Theme(
        name=name,
        primary=accent,
        secondary=you,
        accent=accent,
        warning=warning,
        error=warning,
        success=you,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=surface,
        dark=dark,
        variables={**extra, **_scrollbars(background, rule, accent)},
    )


def _native(name: str, *, accent: str, you: str, warning: str, rule: str) -> Theme:
    """A theme of the terminal's own colours, on the terminal's own ground."""
    ground = "ansi_default"
    extra = {"you": you, "marked": ground, "rule": rule, "target": ground, **NATIVE_CURSOR}
    return Theme(
        name=name,
        ansi=True,
        primary=accent,
        secondary=you,
        accent=accent,
        warning=warning,
        error=warning,
        success=you,
        foreground=ground,
        background=ground,
        surface=ground,
        panel=ground,
        boost=ground,
        variables={**extra, **_scrollbars(ground, ground, accent)},
    )


NATIVE_CURSOR = {
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "input-cursor-background": "ansi_default",
    "input-cursor-foreground": "ansi_default",
    "input-selection-background": "ansi_default",
    "input-selection-foreground": "ansi_default",
}
"""What Textual's own style sheets ask of a theme of the terminal's colours."""


def _scrollbars(ground: str, bar: str, active: str) -> dict[str, str]:
    return {
        "scrollbar": bar,
        "scrollbar-hover": active,
        "scrollbar-active": active,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
    }


PAINTED: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        _painted(
            DARK,
            dark=True,
            ground=("#16171d", "#1c1e26", "#2b2e3a", "#4a4e5e"),
            ink=("#e9e4d8", "#f2b45c", "#8cc8ea", "#ff8a70"),
        ),
        _painted(
            LIGHT,
            dark=False,
            ground=("#fbf9f4", "#f3eee3", "#e9dfc9", "#b4aa97"),
            ink=("#26231d", "#8f4a00", "#135a8c", "#a8281a"),
        ),
        _painted(
            CONTRAST,
            dark=True,
            ground=("#000000", "#000000", "#00264f", "#ffffff"),
            ink=("#ffffff", "#ffd84a", "#7ce7ff", "#ff9d8a"),
        ),
        _painted(
            SAFE,
            dark=True,
            ground=("#111317", "#191c22", "#2a3038", "#59616d"),
            ink=("#f0f0ee", "#e69f00", "#56b4e9", "#f0e442"),
        ),
    )
}

NATIVE: dict[str, Theme] = {
    theme.name: theme
    for theme in (
        _native(
            SIXTEEN,
            accent="ansi_yellow",
            you="ansi_cyan",
            warning="ansi_bright_red",
            rule="ansi_bright_black",
        ),
        _native(NONE, accent="ansi_default", you="ansi_default", warning="ansi_default", rule="ansi_default"),
    )
}

THEMES: dict[str, Theme] = PAINTED | NATIVE


def choose(wanted: str, environment: Mapping[str, str]) -> Theme:
    """The theme to start with.

    NO_COLOR (set to anything but nothing) wins over every wish, a terminal of
    sixteen colours over the painted themes; "auto" is dark unless the terminal
    says by COLORFGBG that its ground is light. An unknown name counts as "auto".
    """
    if environment.get("NO_COLOR"):
        return NATIVE[NONE]
    if wanted in NATIVE:
        return NATIVE[wanted]
    if is_sixteen(environment):
        return NATIVE[SIXTEEN]
    return PAINTED.get(wanted) or PAINTED[LIGHT if _is_light(environment) else DARK]


def is_sixteen(environment: Mapping[str, str]) -> bool:
    """Whether the terminal names no more than sixteen colours."""
    if environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return False
    term = environment.get("TERM", "")
    rich = ("256color", "kitty", "direct", "ghostty", "alacritty", "foot", "wezterm")
    windows = not term and environment.get("WT_SESSION", "") != ""
    return not (windows or any(name in term for name in rich))


def following(name: str) -> str:
    """The next of the themes that can replace this one while the app runs."""
    names = list(PAINTED if name in PAINTED else (name,))
    return names[(names.index(name) + 1) % len(names)]


def _is_light(environment: Mapping[str, str]) -> bool:
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return ground in {"7", "15"}
