"""Lines and columns of a text, as an editor counts them: from 1, in characters."""

from __future__ import annotations

import re
from bisect import bisect_right

from simulator.scenario.diagnostic import Span


class Lines:
    """The lines of a text; turns offsets, which count characters from 0, into places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def span(self, start: int, end: int) -> Span:
        """The place of the characters [start, end)."""
        return Span(*self._place(start), *self._place(max(start, end)))

    def text(self, line: int) -> str:
        """Line `line` without its line end; empty if there is no such line."""
        if not 1 <= line <= len(self._starts):
            return ""
        start = self._starts[line - 1]
        stop = self._text.find("\n", start)
        return self._text[start : len(self._text) if stop < 0 else stop].removesuffix("\r")

    def number(self, offset: int) -> int:
        """The line of the character at `offset`."""
        return bisect_right(self._starts, offset)

    def _place(self, offset: int) -> tuple[int, int]:
        line = self.number(offset)
        return line, offset - self._starts[line - 1] + 1
