"""The parts of a TOML text, each with the offsets at which it stands, and how reading one can fail.

Offsets count characters of the text from 0; ends are exclusive.
"""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple


class Expected(StrEnum):
    """What a TOML reader waits for where a text stops making sense."""

    NAME = auto()
    EQUALS = auto()
    VALUE = auto()
    CLOSING_QUOTE = auto()
    CLOSING_QUOTES = auto()
    LINE_END = auto()
    HEADER_END = auto()
    COMMA_OR_BRACKET = auto()
    COMMA_OR_BRACE = auto()
    LESS_NESTING = auto()


class Broken(Exception):
    """Raised where a statement stops making sense.

    `at` is the offset of the first character that cannot be read, `opened` the
    offset of the innermost quote or bracket that is still open (-1 if none is),
    `last` the value that ends before `at`, if one does.
    """

    def __init__(self, expected: Expected, at: int, opened: int = -1, last: Value | None = None) -> None:
        super().__init__(expected, at)
        self.expected = expected
        self.at = at
        self.opened = opened
        self.last = last


class Name(NamedTuple):
    """One part of a key, decoded, and where it stands, quotes included."""

    name: str
    start: int
    end: int


class Kind(StrEnum):
    """The shape of a value."""

    TEXT = auto()
    BARE = auto()
    LIST = auto()
    TABLE = auto()


class Value(NamedTuple):
    """A value and where it stands; `items` of a list, `pairs` of an inline table."""

    kind: Kind
    start: int
    end: int
    items: tuple[Value, ...] = ()
    pairs: tuple[Pair, ...] = ()


class Pair(NamedTuple):
    """`key = value`, at the margin or inside an inline table."""

    names: tuple[Name, ...]
    value: Value


class Statement(NamedTuple):
    """A pair (`value` is set), or a header: `[names]`, `[[names]]` if `many`.

    [start, end) is what is written without comment and line end; `after` is where the next line starts.
    """

    names: tuple[Name, ...]
    start: int
    end: int
    after: int
    value: Value | None = None
    many: bool = False
