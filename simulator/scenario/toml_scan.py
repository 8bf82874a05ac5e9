"""Reads TOML 1.0 statement by statement and keeps the offset of everything it reads.

It checks the form of a text, not what its values mean: names, quotes, brackets, commas
and line ends are exact, the inside of a text and the spelling of a number are not looked at.
Offsets count characters of the text from 0. Reading takes time in proportion to the text.
"""

from __future__ import annotations

import re

from simulator.scenario.toml_form import Broken, Expected, Kind, Name, Pair, Statement, Value

DEEPEST = 100
"""Nesting at which reading stops; far past what the guard lets through, far below Python's own limit."""


_SPACE = r"(?:[ \t\n]++|\r\n|\#[^\n]*+)*+"
_TRIVIA = re.compile(_SPACE)
_BLANKS = re.compile(r"[ \t]*+")
_LINE_END = re.compile(r"[ \t]*+(?:\#[^\n]*+)?+(?:\r?+\n|\Z)")
_BARE_NAME = re.compile(r"[A-Za-z0-9_-]++")
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d[0-9:.+Zz-]*+|[A-Za-z0-9_+.:-]++")
_QUOTED = {
    '"': re.compile(r'"(?:[^"\\\n]++|\\[^\n])*+"'),
    "'": re.compile(r"'[^'\n]*+'"),
    '"""': re.compile(r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+', re.DOTALL),
    "'''": re.compile(r"'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+"),
}
# Most statements are one name, = and a value that needs no second look.
_SIMPLE = r'"(?!"")[^"\\\n]*+"|[A-Za-z0-9_+.:-]++(?! [0-9])'
_SIMPLE_VALUE = re.compile(_SIMPLE)
_SIMPLE_PAIR = re.compile(rf"([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+({_SIMPLE})[ \t]*+(?:\#[^\n]*+)?+\r?+\n")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def next_statement(text: str, at: int) -> Statement | None:
    """The first statement at or after `at`, the start of a line; None if only comments and blanks are left.

    Raises:
        Broken: the statement does not have the form of TOML.

    """
    at = _end(_TRIVIA, text, at)
    if at == len(text):
        return None
    if found := _SIMPLE_PAIR.match(text, at):
        name = Name(found[1], at, found.end(1))
        return Statement((name,), at, found.end(2), found.end(), _simple(text, found.start(2), found.end(2)))
    return _header(text, at) if text[at] == "[" else _pair_line(text, at)


def unread_statement(text: str, at: int, after: int) -> Statement:
    """The pair that starts at `at`, up to the next line at `after`, its list or inline table taken for empty.

    Raises:
        Broken: there is no key.

    """
    names, equals = _key(text, at)
    start = _end(_BLANKS, text, equals + 1)
    kind = Kind.LIST if text[start : start + 1] == "[" else Kind.TABLE
    end = after - 1 if text[after - 1] == "\n" else after
    return Statement(names, at, end, after, Value(kind, start, end))


def name_at(text: str, at: int) -> Name:
    """The name that starts at `at`.

    Raises:
        Broken: there is none.

    """
    if bare := _BARE_NAME.match(text, at):
        return Name(bare[0], at, bare.end())
    quote = text[at : at + 1]
    if quote not in {'"', "'"}:
        raise Broken(Expected.NAME, at)
    end = _quoted(text, at, quote)
    body = text[at + 1 : end - 1]
    return Name(unescaped(body) if quote == '"' else body, at, end)


def skip_space(text: str, at: int) -> int:
    """The first character from `at` on that is neither blank, line end nor comment."""
    return _end(_TRIVIA, text, at)


def delimiter(text: str, at: int) -> str:
    """The quotes that open the text at `at`: one or three, straight; empty if none stand there."""
    quote = text[at : at + 1]
    if quote not in {'"', "'"}:
        return ""
    return quote * 3 if text.startswith(quote * 3, at) else quote


def unescaped(body: str) -> str:
    """The body of a one-line text between double quotes, its escapes replaced."""
    return _ESCAPE.sub(_character, body) if "\\" in body else body


def _header(text: str, at: int) -> Statement:
    many = text.startswith("[[", at)
    width = 2 if many else 1
    names, end = _key(text, _end(_BLANKS, text, at + width))
    if not text.startswith("]" * width, end):
        raise Broken(Expected.HEADER_END, end, at)
    return Statement(names, at, end + width, _line_end(text, end + width), many=many)


def _pair_line(text: str, at: int) -> Statement:
    pair = _pair(text, at, 0)
    return Statement(pair.names, at, pair.value.end, _line_end(text, pair.value.end, pair.value), pair.value)


def _pair(text: str, at: int, depth: int) -> Pair:
    names, at = _key(text, at)
    if text[at : at + 1] != "=":
        raise Broken(Expected.EQUALS, at)
    return Pair(names, _value(text, _end(_BLANKS, text, at + 1), depth))


def _key(text: str, at: int) -> tuple[tuple[Name, ...], int]:
    """The names of a key, and the offset of the first character after them that is no blank."""
    names = []
    while True:
        names.append(name_at(text, at))
        at = _end(_BLANKS, text, names[-1].end)
        if text[at : at + 1] != ".":
            return tuple(names), at
        at = _end(_BLANKS, text, at + 1)


def _simple(text: str, start: int, end: int) -> Value:
    return Value(Kind.TEXT if text[start] == '"' else Kind.BARE, start, end)


def _value(text: str, at: int, depth: int) -> Value:
    if simple := _SIMPLE_VALUE.match(text, at):
        return _simple(text, at, simple.end())
    if quotes := delimiter(text, at):
        return Value(Kind.TEXT, at, _quoted(text, at, quotes))
    if depth >= DEEPEST:
        raise Broken(Expected.LESS_NESTING, at)
    match text[at : at + 1]:
        case "[":
            return _list(text, at, depth + 1)
        case "{":
            return _table(text, at, depth + 1)
    if bare := _BARE.match(text, at):
        return Value(Kind.BARE, at, bare.end())
    raise Broken(Expected.VALUE, at)


def _quoted(text: str, at: int, quotes: str) -> int:
    """The end of the text that `quotes` open at `at`."""
    if found := _QUOTED[quotes].match(text, at):
        return found.end()
    expected = Expected.CLOSING_QUOTES if len(quotes) == 3 else Expected.CLOSING_QUOTE
    raise Broken(expected, line_stop(text, at), at)


def _list(text: str, opened: int, depth: int) -> Value:
    items = []
    at = _end(_TRIVIA, text, opened + 1)
    while text[at : at + 1] != "]":
        items.append(_within(text, at, opened, depth))
        at = _end(_TRIVIA, text, items[-1].end)
        if text[at : at + 1] == ",":
            at = _end(_TRIVIA, text, at + 1)
        elif text[at : at + 1] != "]":
            raise Broken(Expected.COMMA_OR_BRACKET, at, opened, items[-1])
    return Value(Kind.LIST, opened, at + 1, items=tuple(items))


def _within(text: str, at: int, opened: int, depth: int) -> Value:
    """A value of a list; where none stands, the list is what is still open."""
    try:
        return _value(text, at, depth)
    except Broken as broken:
        if broken.opened < 0:
            broken.opened = opened
        raise


def _table(text: str, opened: int, depth: int) -> Value:
    pairs: list[Pair] = []
    at = _end(_BLANKS, text, opened + 1)
    while pairs or text[at : at + 1] != "}":
        pairs.append(_pair_within(text, at, opened, depth))
        at = _end(_BLANKS, text, pairs[-1].value.end)
        if text[at : at + 1] == "}":
            break
        if text[at : at + 1] != ",":
            raise Broken(Expected.COMMA_OR_BRACE, at, opened, pairs[-1].value)
        at = _end(_BLANKS, text, at + 1)
    return Value(Kind.TABLE, opened, at + 1, pairs=tuple(pairs))


def _pair_within(text: str, at: int, opened: int, depth: int) -> Pair:
    """A pair of an inline table; where none stands, the table is what is still open."""
    try:
        return _pair(text, at, depth)
    except Broken as broken:
        if broken.opened < 0:
            broken.opened = opened
        raise


def _line_end(text: str, at: int, last: Value | None = None) -> int:
    """The start of the next line, when nothing but a comment is left on this one."""
    if found := _LINE_END.match(text, at):
        return found.end()
    raise Broken(Expected.LINE_END, _end(_BLANKS, text, at), last=last)


def line_stop(text: str, at: int) -> int:
    """Where the line that holds `at` stops, its line end excluded."""
    stop = text.find("\n", at)
    stop = len(text) if stop < 0 else stop
    return stop - 1 if stop > at and text[stop - 1] == "\r" else stop


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where `pattern`, which also matches nothing, ends."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code is None:
        return _ESCAPES.get(found[3], found[3])
    return chr(number) if (number := int(code, 16)) <= 0x10FFFF else "\ufffd"
