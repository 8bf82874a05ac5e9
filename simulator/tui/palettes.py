"""Colours as values: what a theme is made of, and the contrast between two."""

from __future__ import annotations

from dataclasses import dataclass

from textual.color import Color


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a painted theme, each as `#rrggbb`.

    `background`, `surface` and `mark` are grounds; `rule` draws lines and frames;
    `text`, `accent`, `you` and `warning` are what words are written in.
    """

    background: str
    surface: str
    mark: str
    rule: str
    text: str
    accent: str
    you: str
    warning: str

    @property
    def is_dark(self) -> bool:
        return luminance(self.background) < luminance(self.text)


GROUNDS, INKS = ("background", "surface", "mark"), ("text", "accent", "you", "warning")

PALETTES: dict[str, Palette] = {
    "dark": Palette("#16171d", "#1c1e26", "#2b2e3a", "#4a4e5e", "#e9e4d8", "#f2b45c", "#8cc8ea", "#ff8a70"),
    "light": Palette("#fbf9f4", "#f3eee3", "#e9dfc9", "#b4aa97", "#26231d", "#8f4a00", "#135a8c", "#a8281a"),
    "high-contrast": Palette(
        "#000000", "#000000", "#00264f", "#ffffff", "#ffffff", "#ffd84a", "#7ce7ff", "#ff9d8a"
    ),
    "colour-blind-safe": Palette(
        "#111317", "#191c22", "#2a3038", "#59616d", "#f0f0ee", "#e69f00", "#56b4e9", "#f0e442"
    ),
}
"""The painted themes that come along."""


def luminance(colour: str) -> float:
    """Relative luminance of a colour, 0 (black) to 1 (white), by WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in Color.parse(colour).normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 (the same) to 21 (black and white), by WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
