"""What screens know of the settings file that the packs below them don't: keys, themes, languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.packs.config_file import SETTINGS, Judge
from simulator.scenario.diagnostic import Finding, Severity
from simulator.scenario.suggest import did_you_mean
from simulator.tui import keymap_file, palettes_file, themes
from simulator.words.language import languages, nearest


def _theme(value: Any, values: Mapping[str, Any]) -> tuple[Any, list[Finding]]:
    known = ["auto", *themes.THEMES, *palettes_file.judge(values.get("themes", {}), SHIPPED)[0]]
    if isinstance(value, str) and value in known:
        return value, []
    hint = did_you_mean(value, known) if isinstance(value, str) else None
    there_is = f"there is {', '.join(known)}"
    return "auto", [Finding("no-such-theme", f"there is no such theme; {there_is}", ("theme",), hint=hint)]


def _language(value: Any, values: Mapping[str, Any]) -> tuple[Any, list[Finding]]:
    held, wrong = SETTINGS["language"](value, values)
    if wrong or nearest(held, languages()) is not None:
        return held, wrong
    message = f'the screens do not speak "{held}" yet; scenarios that do are played in it'
    there_is = f"there is {', '.join(languages())}"
    return held, [Finding("no-such-language", message, ("language",), Severity.WARNING, there_is)]


SHIPPED = frozenset({*themes.THEMES, "auto"})

JUDGES: dict[str, Judge] = {
    "theme": _theme,
    "language": _language,
    "themes": lambda value, _values: palettes_file.judge(value, SHIPPED),
    "keys": lambda value, _values: keymap_file.judge(value),
}
"""For `simulator.packs.config.load`."""
