"""Suggestions for the misspelt names of one file: many, but never so many that they cost the day."""

from __future__ import annotations

from collections.abc import Collection

from simulator.scenario import suggest

MOST_SEARCHES = 100
"""How many names of one file are looked up, and fewer among thousands of others."""


class Hints:
    """Finds the name that was meant, until its patience runs out."""

    def __init__(self, most: int = MOST_SEARCHES) -> None:
        self._left = most

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """The known name that is nearest to a word, or None where none is near or patience has run out."""
        if self._left <= 0:
            return None
        self._left -= 1 + len(known) // suggest.MOST
        return suggest.nearest(word, _likely(word, known))

    def did_you_mean(self, word: str, known: Collection[str]) -> str | None:
        """The hint `did you mean "reason"?`, or None."""
        name = self.nearest(word, known)
        return None if name is None else f'did you mean "{name}"?'


def _likely(word: str, known: Collection[str]) -> Collection[str]:
    """No more names than one search looks at: those that begin and end most like the word."""
    if len(known) <= suggest.MOST:
        return known
    return sorted(known, key=lambda name: -_shared(word, name))[: suggest.MOST]


def _shared(word: str, name: str) -> int:
    """How many characters two words have in common, counted from both ends."""
    return _beginning(word, name) + _beginning(word[::-1], name[::-1])


def _beginning(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
