"""The table `[themes]` of the config file: themes of the user's own, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from textual.color import Color, ColorParseError

from simulator.scenario.diagnostic import Finding, Severity
from simulator.scenario.suggest import did_you_mean
from simulator.tui.palettes import GROUNDS, INKS, PALETTES, Palette, contrast

READABLE = 4.5
"""Least contrast of text on its ground, by the web's accessibility guidelines (WCAG 2.2, 1.4.3)."""

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
"""What a theme of the user's can be called."""


def judge(value: Any, taken: frozenset[str]) -> tuple[dict[str, Palette], list[Finding]]:
    """The themes that the table `[themes]` of the config file describes, and what is wrong in it.

    A colour left out, or wrong, is that of the theme named as `base` (dark unless given).
    Text that would be hard to read is told, and the theme can be used. `taken` are names in use.
    """
    if not isinstance(value, dict):
        return {}, [Finding("wrong-value", "themes should be tables, such as [themes.mine]", ("themes",))]
    themes: dict[str, Palette] = {}
    findings: list[Finding] = []
    for name, colours in value.items():
        refusal = _refusal(name, colours, taken)
        if refusal is not None:
            findings.append(refusal)
            continue
        themes[name], wrong = _painted(name, colours)
        findings += wrong or _unreadable(name, themes[name])
    return themes, findings


def _refusal(name: str, colours: Any, taken: frozenset[str]) -> Finding | None:
    at = ("themes", name)
    if name in taken:
        return Finding("name-taken", f'there is a theme "{name}" already; take another name', at, on_key=True)
    if NAME.fullmatch(name) is None:
        hint = 'such as [themes.mine]: small letters, digits and "-"'
        return Finding("wrong-name", "this can't be a theme's name", at, hint=hint, on_key=True)
    if not isinstance(colours, dict):
        return Finding("wrong-value", f'"{name}" should be a table: [themes.{name}]', at)
    return None


def _painted(name: str, colours: Mapping[str, Any]) -> tuple[Palette, list[Finding]]:
    base = colours.get("base", "dark")
    findings: list[Finding] = []
    if not isinstance(base, str) or base not in PALETTES:
        hint = f"there is {', '.join(PALETTES)}"
        findings.append(
            Finding("no-such-theme", "base should name a theme", ("themes", name, "base"), hint=hint)
        )
        base = "dark"
    known = {field.name for field in fields(Palette)}
    given: dict[str, str] = {}
    for key, colour in colours.items():
        wrong = None if key == "base" else _wrong(key, colour, known, ("themes", name, key))
        if wrong is not None:
            findings.append(wrong)
        elif key != "base":
            given[key] = Color.parse(colour).hex6.lower()
    return replace(PALETTES[base], **given), findings


def _wrong(key: str, colour: Any, known: set[str], at: tuple[str, ...]) -> Finding | None:
    if key not in known:
        hint = did_you_mean(key, known) or f"there is {', '.join(sorted(known))}"
        return Finding("unknown-key", f'no theme has a colour "{key}"', at, hint=hint, on_key=True)
    try:
        parsed = Color.parse(colour) if isinstance(colour, str) and not colour.startswith("ansi") else None
    except ColorParseError:
        parsed = None
    if parsed is None or parsed.a < 1 or parsed.auto:
        return Finding("wrong-colour", f'{key} should be a colour, such as "#f2b45c"', at)
    return None


def _unreadable(name: str, palette: Palette) -> list[Finding]:
    """The worst of what would be hard to read, as a warning."""
    pairs = [(contrast(getattr(palette, i), getattr(palette, g)), i, g) for i in INKS for g in GROUNDS]
    least, ink, ground = min(pairs)
    if least >= READABLE:
        return []
    message = f'"{ink}" on "{ground}" is hard to read: a contrast of {least:.1f}, and text needs {READABLE}'
    return [Finding("low-contrast", message, ("themes", name), Severity.WARNING, "make one of them lighter")]
