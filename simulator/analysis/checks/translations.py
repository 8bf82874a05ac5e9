"""Checks of translations: what is missing, and what was made from words that have changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Translation
from simulator.scenario.diagnostic import Location
from simulator.scenario.keys import described, is_text
from simulator.scenario.texts import texts_where
from simulator.scenario.translation import SOURCES

HASH_LENGTH = 12
KEPT = "name"
"""Names of people mostly stay as they are, so they may be left out."""


def source_hash(text: str) -> str:
    """The short hash of a text that `[sources]` keeps: 12 hexadecimal digits of its SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:HASH_LENGTH]


def source_key(at: Location) -> str:
    """The key of a text in `[sources]`: its place with dots, as in `beats.verdict.script`."""
    return ".".join(map(str, at))


def missing_translation(translation: Translation) -> Iterator[Found]:
    """A text of the original is not translated.

    The gap is filled with the original, so the player reads two languages in one play.
    Names of people may be left out: they fall back to themselves. Where a whole table is
    missing, it is listed once, with the number of its texts.

    To mend it: write the text under the same key in the translation's file.
    """
    there = texts_where(translation.translated, lambda _: True)
    gaps = [at for at in _texts(translation.original) if at not in there and at[-1] != KEPT]
    tables: dict[Location, int] = {}
    for at in gaps:
        top = _missing_table(translation.translated, at)
        tables[top] = tables.get(top, 0) + 1
    for top, count in tables.items():
        what = f" ({count} texts)" if count > 1 else ""
        message = f"{described(top)} is not translated into {translation.language}{what}"
        yield Found(message, top, "the original is shown instead")


def stale_translation(translation: Translation) -> Iterator[Found]:
    """A translated text was made from words that have changed since.

    `[sources]` in a translation's file keeps a short hash of each text it was made from.
    Here the original no longer has that hash: somebody changed it afterwards.

    To mend it: compare the two texts, change the translation if it needs it, and let
    `sparring translate` renew the hash.
    """
    kept = dict(_flat(translation.translated.get(SOURCES, {}), ""))
    there = texts_where(translation.translated, lambda _: True)
    for at, text in _texts(translation.original).items():
        known = kept.get(source_key(at))
        if known is not None and at in there and known != source_hash(text):
            message = f"{described(at)} has changed in the original since it was translated"
            yield Found(message, at, f"the original now has the hash {source_hash(text)}")


def _texts(values: Mapping[str, Any]) -> dict[Location, str]:
    """The texts that can be translated, by place."""
    return {at: text for at, text in texts_where(values, lambda _: True).items() if is_text(at)}


def _missing_table(translated: Any, at: Location) -> Location:
    """The outermost table or text on the way to a place that is not there."""
    here = translated
    for length, key in enumerate(at, 1):
        try:
            here = here[key]
        except (KeyError, IndexError, TypeError):
            return at[:length]
    return at


def _flat(table: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items() if isinstance(table, Mapping) else ():
        if isinstance(value, str):
            yield f"{prefix}{key}", value
        else:
            yield from _flat(value, f"{prefix}{key}.")
