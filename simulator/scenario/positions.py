"""Where the keys and values of a TOML text stand."""

from __future__ import annotations

from simulator.scenario.diagnostic import Location, Span


class Positions:
    """Places of the keys and values of `text`."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def value(self, at: Location) -> Span:
        return Span()

    def key(self, at: Location) -> Span:
        return Span()

    def inside(self, at: Location, start: int, end: int) -> Span:
        return Span()

    def line_text(self, line: int) -> str:
        return self._lines[line - 1].removesuffix("\r") if 0 < line <= len(self._lines) else ""
