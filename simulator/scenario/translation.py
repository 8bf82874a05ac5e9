"""A translation laid over the scenario or pack that it translates: the same keys, texts only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.hints import Hints
from simulator.scenario.keys import described, is_text

SOURCES = "sources"
"""Short hashes of the texts a translation was made from; they are no texts themselves."""


class Translated:
    """What came of laying a translation over its original.

    `values` has the translated texts and the original's where there are none,
    `places` are the locations that were translated.
    """

    def __init__(self, original: Mapping[str, Any], translation: Mapping[str, Any]) -> None:
        self.places: set[Location] = set()
        self.findings: list[Finding] = []
        self._hints = Hints()
        texts = {key: value for key, value in translation.items() if key != SOURCES}
        self._check_sources(translation)
        self.values: dict[str, Any] = self._table(original, texts, ())

    def has(self, at: Location) -> bool:
        """Whether the text at a place, or the one it was made from, is translated."""
        return any(at[:length] in self.places for length in range(1, len(at) + 1))

    def _check_sources(self, translation: Mapping[str, Any]) -> None:
        sources = translation.get(SOURCES, {})
        if not isinstance(sources, Mapping) or not _all_texts(sources):
            self._refuse("wrong-type", "[sources] holds a short hash for each key, as text", (SOURCES,))

    def _table(self, original: Mapping[str, Any], texts: Mapping[str, Any], at: Location) -> dict[str, Any]:
        laid = dict(original)
        for key, text in texts.items():
            here = (*at, key)
            if key not in original:
                hint = self._hints.did_you_mean(key, original)
                self._refuse("unknown-key", f"{described(here)} is not in the original", here, hint)
            else:
                laid[key] = self._laid(original[key], text, here)
        return laid

    def _laid(self, original: Any, text: Any, at: Location) -> Any:
        if isinstance(original, Mapping) and isinstance(text, Mapping):
            return self._table(original, text, at)
        if isinstance(original, list) and isinstance(text, list):
            return self._list(original, text, at)
        if isinstance(original, str) and isinstance(text, str) and is_text(at):
            self.places.add(at)
            return text
        if at == ("format",):
            self._refuse("not-a-text", "a translation has no `format`: it has that of its original", at)
        elif not isinstance(original, Mapping | list) and not is_text(at):
            self._refuse("not-a-text", f"{described(at)} is no text, so it is not translated", at)
        else:
            self._refuse("wrong-type", f"{described(at)} has another form in the original", at)
        return original

    def _list(self, original: list[Any], texts: list[Any], at: Location) -> list[Any]:
        if len(texts) > len(original):
            message = f"{described(at)} has {len(texts)} entries, and the original has {len(original)}"
            self._refuse("wrong-length", message, at)
        pairs = enumerate(zip(original, texts, strict=False))
        laid = [self._laid(one, text, (*at, position)) for position, (one, text) in pairs]
        return laid + original[len(laid) :]

    def _refuse(self, code: str, message: str, at: Location, hint: str | None = None) -> None:
        on_key = bool(at) and isinstance(at[-1], str)
        self.findings.append(Finding(code, message, at, hint=hint, on_key=on_key))


def _all_texts(table: Mapping[str, Any]) -> bool:
    """Whether a table, and each table in it, holds nothing but texts."""
    return all(
        isinstance(part, str) or (isinstance(part, Mapping) and _all_texts(part)) for part in table.values()
    )
