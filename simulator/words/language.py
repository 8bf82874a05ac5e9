"""Which language somebody wishes, and which of those there are comes nearest to it.

Languages are named as in `de` or `pt-BR`; locales as in `de_AT.UTF-8` mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gettext import translation

from simulator.words import DOMAIN, FOLDER, mark

AUTHORED = "en"
"""What the texts in the code are written in."""

OF_NOBODY = ("", "C", "POSIX")
"""Locales that name no language."""


def languages() -> tuple[str, ...]:
    """The languages that the program speaks, by their codes."""
    found = FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return tuple(sorted({AUTHORED, *(path.parts[-3].replace("_", "-") for path in found)}))


def of_locale(environment: Mapping[str, str]) -> str | None:
    """The language of the environment's locale for messages; None where it names none."""
    named = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    code = locale.partition("@")[0].partition(".")[0]
    return None if code in OF_NOBODY else code.replace("_", "-")


def nearest(wish: str | None, known: Iterable[str]) -> str | None:
    """The language among the known ones that a wish means: `de` for `de-AT` where there is no other."""
    by_code = {code.replace("_", "-").casefold(): code for code in known}
    parts = (wish or "").replace("_", "-").casefold().split("-")
    codes = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((by_code[code] for code in codes if code in by_code), None)


def own_name(language: str) -> str:
    """What a language calls itself: what its catalog makes of "English"; its code where that is missing."""
    # Translators: the name of the language of this catalog in itself, such as "Deutsch" or "français"
    authored = mark("English")
    if language == AUTHORED:
        return authored
    code = language.replace("-", "_")
    told = translation(DOMAIN, FOLDER, [code], fallback=True).gettext(authored)
    return language if told == authored else told
