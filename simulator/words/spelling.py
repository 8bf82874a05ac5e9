"""Texts for terminals that can't show every sign: typographic punctuation made plain, letters made ASCII."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from unicodedata import normalize

PUNCTUATION = str.maketrans({
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′", "'"),
    **dict.fromkeys("‐‑‒–—―−·•", "-"),
    "…": "...", "→": "->", "←": "<-", "×": "x", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
})  # fmt: skip
"""Signs that people can type instead; many of them are two columns wide in East Asian terminals."""

LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l",
})  # fmt: skip


def shows_ascii_alone(environment: Mapping[str, str], encoding: str | None) -> bool:
    """Whether a terminal is said to show ASCII alone: by the encoding of the output, or by LC_ALL=C.

    LC_ALL has to say it: where no locale is set at all, Python and most terminals mean UTF-8.
    """
    if environment.get("LC_ALL") in {"C", "POSIX"}:
        return True
    try:
        return codecs.lookup(encoding or "utf-8").name == "ascii"
    except LookupError:
        return False


def typed(text: str) -> str:
    """The text with punctuation that any keyboard has."""
    return text if text.isascii() else text.translate(PUNCTUATION)


def in_ascii(text: str) -> str:
    """The text in ASCII: letters without their accents, and "?" for what has no likeness."""
    if text.isascii():
        return text
    bare = normalize("NFKD", text.translate(PUNCTUATION).translate(LETTERS))
    return "".join(sign if sign.isascii() else "?" for sign in bare if not "\u0300" <= sign <= "\u036f")
