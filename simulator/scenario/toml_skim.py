"""Skips TOML statements at a fraction of the time that reading them takes.

Ordinary statements are passed over by one pattern; only what it does not know is
looked at piece by piece. What would keep a TOML reader busy for minutes is refused:
its time grows with the square of the dots in a key and of the digits of a number, and
nested lists exhaust its stack. Whatever is no TOML stops the skipping, or is passed
over where a reader will stop. Time is in proportion to the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from simulator.scenario.toml_pattern import (
    ANY_NAME,
    ANY_TEXT,
    BLANKS,
    DOTS,
    KEY,
    LINE_END,
    NAME,
    SPACE,
    TEXT,
    WORD_CHARACTERS,
)

NESTING = 20
"""Most lists and inline tables around a value."""
LONGEST_WORD = 1_000
"""Longest name or number without quotes, in characters."""

_SHORT_WORD = rf"{WORD_CHARACTERS}{{1,100}}+(?!{WORD_CHARACTERS})"
# A date and a time may have a blank between them.
_SIMPLE = rf"(?:{TEXT}|{_SHORT_WORD}(?:[ ][0-9][0-9:.Zz+-]{{1,30}}+)?+)"
_ANY_NAME = re.compile(ANY_NAME)
_ANY_VALUE = re.compile(rf"{ANY_TEXT}|\d{{4}}-\d\d-\d\d [0-9:.Zz+-]++|{WORD_CHARACTERS}++", re.DOTALL)
_BLANKS = re.compile(BLANKS)
_OPENING = re.compile(rf"{BLANKS}(?:\[\[?+{BLANKS})?+")
_AFTER_KEY = re.compile(rf"\]\]?+|={BLANKS}")
_EQUALS = re.compile(rf"={BLANKS}")
# Most lines of a scenario are of this form, which is known sooner than any other.
_ORDINARY = r'[a-z_]{1,40}+ *+= *+(?:"(?!"")[^"]*+(?<!\\)"|[0-9]{1,9}+)\n'
_HEADER = rf"\[\[?+{BLANKS}{KEY}\]\]?+"
_HEADER_LINE = re.compile(rf"{BLANKS}{_HEADER}{LINE_END}")
_REST = re.compile(rf"{LINE_END}|{BLANKS}(?:\#[^\n]*+)?+\Z")
_ITEMS = re.compile(rf"{SPACE}(?:{_SIMPLE}{SPACE},{SPACE})*+")
_PAIRS = re.compile(rf"{BLANKS}(?:{KEY}={BLANKS}{_SIMPLE}{BLANKS},{BLANKS})*+")
_AFTER_ITEM = {
    "[": re.compile(rf"{SPACE}(?:,|(?=\]))"),
    "{": re.compile(rf"{BLANKS}(?:,|(?=\}}))"),
}
_CLOSING = {"[": "]", "{": "}"}


class TooMuchError(Exception):
    """Raised at the characters [start, end), which no sound file has and no reader should meet."""

    def __init__(self, code: str, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.start, self.end = start, end


def skip(text: str, at: int = 0, stop: int | None = None) -> int:
    """The start of the first statement that is no TOML or goes on past `stop`, by default the text's end.

    `at` is the start of a line.

    Raises:
        TooMuchError: a key, a word or the nesting of lists goes past what a reader may be given.

    """
    stop = len(text) if stop is None else stop
    while (at := end_of(statements(), text, at, stop)) < stop:
        after = after_statement(text, at)
        if after is None or after > stop:
            break
        at = after
    return at


def sections(text: str, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each header with the pairs under it starts and stops; first the pairs above all headers.

    Ends before `stop`, or where the text is no longer TOML.
    """
    stop = len(text) if stop is None else stop
    start = at = 0
    while (at := end_of(statements(headers=False), text, at, stop)) < stop:
        header = _HEADER_LINE.match(text, at)
        after = header.end() if header else after_statement(text, at)
        if after is None or after > stop:
            break
        if header or _is_header(text, at):
            yield start, at
            start = at
        at = after
    yield start, at


def after_statement(text: str, at: int) -> int | None:
    """Where the line after the statement at `at` starts; None if it is no statement."""
    after_key = _key(text, end_of(_OPENING, text, at))
    if after_key is None or not (found := _AFTER_KEY.match(text, after_key)):
        return None
    end = found.end() if text[after_key] == "]" else _value(text, found.end())
    rest = None if end is None else _REST.match(text, end)
    return rest.end() if rest else None


@cache
def statements(*, headers: bool = True) -> re.Pattern[str]:
    """Whole lines of comments, most pairs and, if asked for, headers."""
    header = rf"|{_HEADER}" if headers else ""
    line = rf"{BLANKS}(?:{KEY}={BLANKS}{_value_pattern()}{header})?+{LINE_END}"
    return re.compile(rf"(?:{_ORDINARY}|{line})*+")


@cache
def pair() -> re.Pattern[str]:
    """Most pairs up to the next line, with what stands above and is none; the first name is group 1."""
    key = rf"({NAME}){BLANKS}(?:\.{BLANKS}{NAME}{BLANKS}){{0,{DOTS}}}+"
    return re.compile(rf"(?:{LINE_END})*+{BLANKS}{key}={BLANKS}{_value_pattern()}{LINE_END}")


@cache
def _value_pattern() -> str:
    """Most values; they are nested two deep at most."""
    value = _SIMPLE
    for _ in range(2):
        items = rf"\[{SPACE}(?:{value}{SPACE},?+{SPACE})*+\]"
        pairs = rf"\{{{BLANKS}(?:{KEY}={BLANKS}{value}{BLANKS},?+{BLANKS})*+\}}"
        value = rf"(?:{_SIMPLE}|{items}|{pairs})"
    return value


def end_of(pattern: re.Pattern[str], text: str, at: int, stop: int | None = None) -> int:
    """Where `pattern`, which also matches nothing, ends."""
    found = pattern.match(text, at, len(text) if stop is None else stop)
    return found.end() if found else at


def _is_header(text: str, at: int) -> bool:
    at = end_of(_BLANKS, text, at)
    return text[at : at + 1] == "["


def _key(text: str, at: int) -> int | None:
    """The first character after the key at `at` that is no blank; None if there is no key."""
    start, dots = at, 0
    while name := _ANY_NAME.match(text, at):
        _check_word(name)
        at = end_of(_BLANKS, text, name.end())
        if text[at : at + 1] != ".":
            return at
        at = end_of(_BLANKS, text, at + 1)
        dots += 1
        if dots > DOTS:
            message = f"a key may have at most {DOTS} dots"
            raise TooMuchError("key-too-long", message, "shorten the key", start, at)
    return None


def _value(text: str, at: int) -> int | None:
    """The end of the value at `at`."""
    if text[at : at + 1] in _CLOSING:
        return _nested(text, at)
    value = _ANY_VALUE.match(text, at)
    if value is None:
        return None
    _check_word(value)
    return value.end()


def _nested(text: str, at: int) -> int | None:
    """The end of the list or inline table at `at`, whatever it holds."""
    opened = ""
    end: int | None
    while True:
        if text[at : at + 1] in _CLOSING:
            opened += text[at]
            _check_depth(len(opened), at)
            end = at + 1
        elif text[at : at + 1] == _CLOSING[opened[-1]]:
            opened = opened[:-1]
            end = at + 1
            if not opened:
                return end
            end = _after_item(text, end, opened)
        else:
            end = _after_item(text, _value(text, at), opened)
        if end is None or (next_at := _next_item(text, end, opened)) is None:
            return None
        at = next_at


def _after_item(text: str, end: int | None, opened: str) -> int | None:
    found = None if end is None else _AFTER_ITEM[opened[-1]].match(text, end)
    return found.end() if found else None


def _next_item(text: str, at: int, opened: str) -> int | None:
    """The next value that is not simple, or the closing bracket."""
    if opened[-1] == "[":
        return end_of(_ITEMS, text, at)
    at = end_of(_PAIRS, text, at)
    if text[at : at + 1] == "}":
        return at
    after = _key(text, at)
    found = None if after is None else _EQUALS.match(text, after)
    return found.end() if found else None


def _check_depth(depth: int, at: int) -> None:
    if depth > NESTING:
        message = f"lists and {{ }} groups stand more than {NESTING} deep inside one another here"
        raise TooMuchError("too-deep", message, "close some of the brackets before this one", at, at + 1)


def _check_word(found: re.Match[str]) -> None:
    start, end = found.span()
    if end - start > LONGEST_WORD and found[0][0] not in "\"'":
        message = f"a name or number without quotes may have at most {LONGEST_WORD:,} characters"
        raise TooMuchError("word-too-long", message, "put quotes around it if it is a text", start, end)
