"""Where the keys and values of a TOML text stand.

Places are counted as an editor shows them: lines and columns from 1, in characters.
"""

from __future__ import annotations

import re

from simulator.scenario.diagnostic import Location, Span
from simulator.scenario.lines import Lines
from simulator.scenario.toml_outline import Outline
from simulator.scenario.toml_scan import delimiter
from simulator.scenario.toml_tree import Made, Node

_ESCAPED = re.compile(
    r"\\(?:[ \t]*+\r?+\n[ \t\r\n]*+|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|\r\n|[^\\\r]++|\r", re.DOTALL
)
_LITERAL = re.compile(r"\r\n|[^\r]++|\r")
_FIRST_LINE_END = re.compile(r"\r?+\n")


class Positions:
    """Places of the keys and values of `text`, TOML 1.0 without a byte-order mark.

    What comes after a statement that is not TOML is not known, nor what is inside a list
    or inline table of more than a million characters. A place that is not known is that
    of the nearest table or value around it; parts of a location that lead nowhere (such
    as the tags a validator adds) are passed over. Only headers and what is asked for are read.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)
        self._outline = Outline(text)

    def value(self, at: Location) -> Span:
        """The value at `at`; of a table its header, or its key if it is written inline.

        An inline table in a list has no key and so is the whole `{ … }`; the root is line 1, column 1.
        """
        node = self._trail(at)[-1]
        if node is self._outline.root:
            return Span()
        if node.made is Made.INLINE and node.name is not None:
            return self._lines.span(node.name.start, node.name.end)
        return self._lines.span(node.start, node.end)

    def key(self, at: Location) -> Span:
        """The last name of the key at `at`, where it first stands; for an item of a list, the list's key."""
        for node in reversed(self._trail(at)):
            if node.name is not None:
                return self._lines.span(node.name.start, node.name.end)
        return Span()

    def inside(self, at: Location, start: int, end: int) -> Span:
        """The characters [start, end) of the text at `at`, as it reads once quotes and escapes are gone.

        Bounds past the text are moved to its ends. Where no text stands, the place of what does.
        """
        node = self._trail(at)[-1]
        if node.made is not Made.TEXT:
            return self.value(at)
        return self._lines.span(*_narrowed(self._text, node, start, end))

    def line_text(self, line: int) -> str:
        """Line `line`, counted from 1, without its line end; empty if there is no such line."""
        return self._lines.text(line)

    def _trail(self, at: Location) -> list[Node]:
        """The known nodes on the way to `at`, the root first."""
        trail = [self._outline.root]
        for part in at:
            node = self._outline.child(trail[-1], part)
            if node is not None:
                trail.append(node)
            elif not _is_tag(trail[-1], part):
                break
        return trail


def _is_tag(node: Node, part: str | int) -> bool:
    """Whether `part` names a kind of value instead of a key: items of lists have numbers."""
    return isinstance(part, str) and node.made in {Made.LIST, Made.TABLES}


def _narrowed(text: str, node: Node, start: int, end: int) -> tuple[int, int]:
    """Offsets of the characters [start, end) of the decoded text at `node`."""
    first, stop, pieces = _body(text, node)
    start = max(0, start)
    low = high = None
    count = 0
    for piece in pieces.finditer(text, first, stop):
        width = _decoded(piece[0], escapes=pieces is _ESCAPED)
        plain = width == len(piece[0])
        if low is None and start < count + width:
            low = piece.start() + (start - count if plain else 0)
        if end <= count + width and width:
            high = piece.start() + max(0, end - count) if plain else piece.end()
            break
        count += width
    low = stop if low is None else low
    return low, max(low, stop if high is None else high)


def _body(text: str, node: Node) -> tuple[int, int, re.Pattern[str]]:
    """The offsets between the quotes of a text, and what its pieces look like."""
    quotes = delimiter(text, node.start)
    first, stop = node.start + len(quotes), node.end - len(quotes)
    if len(quotes) == 3 and (line_end := _FIRST_LINE_END.match(text, first, stop)):
        first = line_end.end()
    return first, stop, _ESCAPED if quotes[0] == '"' else _LITERAL


def _decoded(piece: str, *, escapes: bool) -> int:
    """How many characters a piece of a text stands for."""
    if escapes and piece[0] == "\\":
        return 0 if piece[1:2] in {" ", "\t", "\r", "\n"} else 1
    return 1 if piece == "\r\n" else len(piece)
