"""The words of the program, as far as people read them: one catalog, ready to translate.

English stands in the code, inside `_("…")`; catalogs lie beside this file. A text is
translated when it is drawn, never when a module is imported, so that the language can
be settled at the start of the program and changed by a test.
"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations, find, translation
from pathlib import Path

DOMAIN = "sparring"
FOLDER = Path(__file__).parent

_spoken = NullTranslations()


def use(language: str | None) -> None:
    """Speak a language from now on ("de", "de-AT", "de_AT.UTF-8"); English where it has no catalog."""
    global _spoken  # noqa: PLW0603 - the language of a process is one
    code = (language or "").partition(".")[0].replace("-", "_")
    found = code and find(DOMAIN, FOLDER, [code])
    _spoken = translation(DOMAIN, FOLDER, [code]) if found else NullTranslations()


def _(text: str) -> str:
    """The text in the language spoken."""
    return _spoken.gettext(text) if text else ""


def n_(one: str, many: str, number: int) -> str:
    """One of two texts by a number, in the language spoken; the number is not filled in."""
    return _spoken.ngettext(one, many, number)


def p_(context: str, text: str) -> str:
    """The text where English has one word for what others have two for; the context tells them apart."""
    return _spoken.pgettext(context, text)


def mark(text: str) -> str:
    """A text for the catalog that is translated later, by `_` where it is drawn."""
    return text


def decimals(number: str) -> str:
    """A number written with a decimal point (`0.75`), as the language spoken writes it."""
    return number.replace(".", p_("decimal separator", "."))


def listed(items: Sequence[str]) -> str:
    """`2`, `2 and 4`, `2, 4 and 7`."""
    if len(items) < 2:
        return "".join(items)
    return _("{items} and {last}").format(items=", ".join(items[:-1]), last=items[-1])
