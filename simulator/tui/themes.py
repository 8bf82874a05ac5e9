"""Colours: four themes for terminals that have them, one of sixteen colours, one of none.

A theme is settled before the app starts. No meaning rests on a colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

from simulator.tui.palettes import PALETTES, Palette

DARK, LIGHT, CONTRAST, SAFE = "dark", "light", "high-contrast", "colour-blind-safe"
SIXTEEN, NONE = "sixteen", "no-colour"


def painted(name: str, palette: Palette) -> Theme:
    """A theme of colours of its own."""
    extra = {"you": palette.you, "marked": palette.mark, "rule": palette.rule, "target": palette.rule}
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.you,
        accent=palette.accent,
        warning=palette.warning,
        error=palette.warning,
        success=palette.you,
        foreground=palette.text,
        background=palette.background,
        surface=palette.surface,
        panel=palette.surface,
        dark=palette.is_dark,
        variables={**extra, **_scrollbars(palette.background, palette.rule, palette.accent)},
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


PAINTED: dict[str, Theme] = {name: painted(name, palette) for name, palette in PALETTES.items()}

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


def choose(wanted: str, environment: Mapping[str, str], own: Mapping[str, Palette] | None = None) -> Theme:
    """The theme to start with; `own` are the user's.

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
    if own and wanted in own:
        return painted(wanted, own[wanted])
    return PAINTED.get(wanted) or PAINTED[LIGHT if _is_light(environment) else DARK]


def is_sixteen(environment: Mapping[str, str]) -> bool:
    """Whether the terminal names no more than sixteen colours."""
    if environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
        return False
    term = environment.get("TERM", "")
    rich = ("256color", "kitty", "direct", "ghostty", "alacritty", "foot", "wezterm")
    windows = not term and environment.get("WT_SESSION", "") != ""
    return not (windows or any(name in term for name in rich))


def replacing(name: str, own: Mapping[str, Palette]) -> tuple[str, ...]:
    """The themes that can take the place of this one while the app runs, itself among them.

    Painted themes change places among themselves. One of the terminal's own colours
    stays to the end: how colours reach the terminal is settled when the app starts.
    """
    return (name,) if name in NATIVE else (*PAINTED, *own)


def following(name: str, own: Mapping[str, Palette]) -> str:
    """The next of the themes that can replace this one while the app runs."""
    names = replacing(name, own)
    return names[(names.index(name) + 1) % len(names)]


def _is_light(environment: Mapping[str, str]) -> bool:
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return ground in {"7", "15"}
