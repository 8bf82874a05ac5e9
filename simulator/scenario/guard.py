"""Refuses texts that would keep a TOML reader busy for minutes or eat the memory of a machine.

A reader's time grows with the square of the dots in a key and of the digits of a number, and
nested lists exhaust its stack; so these are looked for before one runs. Ordinary statements are
passed over by one pattern; only what it does not know is looked at piece by piece. Both stop at
what cannot be TOML, because a reader stops there as well.
"""

from __future__ import annotations

import re
from functools import cache

from simulator.scenario.lines import Lines
from simulator.scenario.toml_problem import TomlProblem

DOTS = 16
"""Most dots in a key."""
NESTING = 20
"""Most lists and inline tables around a value."""
WORD = 1_000
"""Longest name or number without quotes, in characters."""

# A quote after a backslash is left to the second look: it may end its text or not.
_TEXT = (
    r'(?:"(?:""[^"]*+(?:(?<!\\)"{1,2}+[^"]++)*+(?<!\\)"{3,5}+|(?!"")[^"]*+(?<!\\)")'
    r"|'(?:''[^']*+(?:'{1,2}+[^']++)*+'{3,5}+|(?!'')[^']*+'))"
)
_BLANKS = r"[ \t]*+"
_SPACE = r"(?:[ \t\r\n]++|\#[^\n]*+)*+"
_NAME = rf"""(?:[a-z0-9_A-Z-]{{1,100}}+|"(?!"")[^"\\\n]*+"|'(?!'')[^'\n]*+'){_BLANKS}"""
_KEY = rf"{_NAME}(?:\.{_BLANKS}{_NAME}){{0,{DOTS}}}+"
_WORD = r"[a-z0-9A-Z_+.:-]{1,100}+(?![a-z0-9A-Z_+.:-])"
_LINE_END = rf"{_BLANKS}(?:\#[^\n]*+)?+\r?+\n"

_ANY_NAME = re.compile(r"""[A-Za-z0-9_-]++|"(?!"")(?:[^"\\\n]++|\\[^\n])*+"|'(?!'')[^'\n]*+'""")
_ANY_TEXT = (
    r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+|"(?!"")(?:[^"\\\n]++|\\[^\n])*+"'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+|'(?!'')[^'\n]*+'"
)
_ANY_VALUE = re.compile(rf"{_ANY_TEXT}|\d{{4}}-\d\d-\d\d [0-9:.Zz+-]++|[A-Za-z0-9_+.:-]++", re.DOTALL)
_PIECE = re.compile(rf"{_ANY_TEXT}|[A-Za-z0-9_+:-]++|[ \t\r\n]++|\#[^\n]*+|[\[{{\]}}.=,]", re.DOTALL)
_SKIP = re.compile(_BLANKS)
_OPENING = re.compile(rf"{_BLANKS}(?:\[\[?+{_BLANKS})?+")
_AFTER_KEY = re.compile(rf"\]\]?+|={_BLANKS}")
_REST = re.compile(rf"{_LINE_END}|{_BLANKS}(?:\#[^\n]*+)?+\Z")


def refuse(text: str) -> list[TomlProblem]:
    """What makes `text` too much for a TOML reader: empty, or the first such thing.

    Takes time in proportion to the text, whatever it holds; what stands inside texts is never at fault.
    """
    at: int | None = 0
    try:
        while at is not None and (at := _end(_statements(), text, at)) < len(text):
            at = _statement(text, at)
    except _TooMuchError as found:
        span = Lines(text).span(found.start, found.end)
        return [TomlProblem(found.code, found.message, span, found.hint)]
    return []


class _TooMuchError(Exception):
    def __init__(self, code: str, message: str, hint: str, start: int, end: int) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.start, self.end = start, end


@cache
def _statements() -> re.Pattern[str]:
    """Whole lines of headers, comments and pairs, with values nested two deep at most."""
    value = rf"(?:{_TEXT}|{_WORD})"
    for _ in range(2):
        items = rf"\[{_SPACE}(?:{value}{_SPACE},?+{_SPACE})*+\]"
        pairs = rf"\{{{_BLANKS}(?:{_KEY}={_BLANKS}{value}{_BLANKS},?+{_BLANKS})*+\}}"
        value = rf"(?:{_TEXT}|{_WORD}|{items}|{pairs})"
    line = rf"{_BLANKS}(?:{_KEY}={_BLANKS}{value}|\[\[?+{_BLANKS}{_KEY}\]\]?+)?+{_LINE_END}"
    return re.compile(rf"(?:{line})*+")


def _statement(text: str, at: int) -> int | None:
    """Read one statement piece by piece: where the next line starts, or None if this one cannot be TOML."""
    after_key = _key(text, _end(_OPENING, text, at))
    if after_key is None or not (found := _AFTER_KEY.match(text, after_key)):
        return None
    if text[after_key] == "]":
        end: int | None = found.end()
    elif text[found.end() : found.end() + 1] in {"[", "{"}:
        end = _nested(text, found.end())
    else:
        end = _plain(text, found.end())
    rest = None if end is None else _REST.match(text, end)
    return rest.end() if rest else None


def _key(text: str, at: int) -> int | None:
    start, dots = at, 0
    while name := _ANY_NAME.match(text, at):
        _check_word(name)
        at = _end(_SKIP, text, name.end())
        if text[at : at + 1] != ".":
            return at
        at = _end(_SKIP, text, at + 1)
        dots += 1
        _check_dots(dots, start, at)
    return None


def _plain(text: str, at: int) -> int | None:
    value = _ANY_VALUE.match(text, at)
    if value is None:
        return None
    _check_word(value)
    return value.end()


def _nested(text: str, at: int) -> int | None:
    """The end of the list or inline table at `at`; what is not TOML inside it does no harm here."""
    depth = dots = 0
    key = at
    while piece := _PIECE.match(text, at):
        mark, start, at = text[at], at, piece.end()
        if mark == ".":
            dots += 1
            _check_dots(dots, key, at)
        elif mark in "[{]}=,":
            dots, key = 0, at
            depth += (mark in "[{") - (mark in "]}")
            _check_depth(depth, at)
            if depth == 0:
                return at
        elif mark in " \t\r\n#":
            key = at if key == start else key
        else:
            _check_word(piece)
    return None


def _check_depth(depth: int, end: int) -> None:
    if depth > NESTING:
        message = f"lists and {{ }} groups stand more than {NESTING} deep inside one another here"
        raise _TooMuchError("too-deep", message, "close some of the brackets before this one", end - 1, end)


def _check_dots(dots: int, start: int, end: int) -> None:
    if dots > DOTS:
        raise _TooMuchError(
            "key-too-long", f"a key may have at most {DOTS} dots", "shorten the key", start, end
        )


def _check_word(found: re.Match[str]) -> None:
    start, end = found.span()
    if end - start > WORD and (found[0][0].isalnum() or found[0][0] in "_+.:-"):
        message = f"a name or number without quotes may have at most {WORD:,} characters"
        raise _TooMuchError("word-too-long", message, "put quotes around it if it is a text", start, end)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where `pattern`, which also matches nothing, ends."""
    found = pattern.match(text, at)
    return found.end() if found else at
