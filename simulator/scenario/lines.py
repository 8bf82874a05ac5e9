"""Lines and columns of a text, as an editor counts them: from 1, in characters."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from simulator.scenario.diagnostic import Span

_PIECE = 1 << 14
"""Line ends are counted once in pieces of so many characters, and again only in the piece asked for."""


class Lines:
    """The lines of a text, the first of which is line `first`; turns offsets into places.

    Offsets count characters of the text from 0.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self._text = text
        self._first = first
        counts = (text.count("\n", at, at + _PIECE) for at in range(0, len(text), _PIECE))
        self._ends_before = list(accumulate(counts, initial=0))

    def span(self, start: int, end: int) -> Span:
        """The place of the characters [start, end)."""
        return Span(*self._place(start), *self._place(max(start, end)))

    def text(self, line: int) -> str:
        """Line `line` without its line end; empty if there is no such line."""
        start = self.start(line)
        if start is None:
            return ""
        stop = self._text.find("\n", start)
        return self._text[start : len(self._text) if stop < 0 else stop].removesuffix("\r")

    def number(self, offset: int) -> int:
        """The line of the character at `offset`."""
        piece = min(offset, len(self._text)) // _PIECE
        return self._ends_before[piece] + self._text.count("\n", piece * _PIECE, offset) + self._first

    def start(self, line: int) -> int | None:
        """The offset at which `line` starts; None if there is no such line."""
        before = line - self._first
        if not 0 <= before <= self._ends_before[-1]:
            return None
        piece = max(0, bisect_left(self._ends_before, before) - 1)
        at = piece * _PIECE - 1
        for _ in range(before - self._ends_before[piece]):
            at = self._text.index("\n", at + 1)
        return at + 1

    def _place(self, offset: int) -> tuple[int, int]:
        return self.number(offset), offset - self._text.rfind("\n", 0, offset)
