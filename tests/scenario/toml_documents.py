"""TOML texts in every style a person or a program writes, for properties."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = st.sampled_from([*"aB7 .#[]{=,é“”…😀", "Dana: hi"])
ESCAPED = st.sampled_from([r"\n", r"\"", r"\\", r"\t", r"\u00e9", r"\U0001F600", r"\b"])
CONTINUED = st.sampled_from(["\\\n", "\\  \n   ", "\\\n\n\t "])
NUMBERS = ["1", "-3", "+17", "1_000", "0x1F", "0b01", "1.5", "-0.1e-3", "true", "false", "inf"]
TIMES = [
    "1979-05-27",
    "07:32:00",
    "1979-05-27 07:32:00",
    "1979-05-27T07:32:00.5Z",
    "1979-05-27 07:32:00+01:00",
]
BARE = st.sampled_from([*NUMBERS, *TIMES])


def _joined(pieces: st.SearchStrategy[str], most: int = 8) -> st.SearchStrategy[str]:
    return st.lists(pieces, max_size=most).map("".join)


ONE_LINE = _joined(PLAIN | ESCAPED | st.just("'")).map('"{}"'.format)
LITERAL = _joined(PLAIN | st.sampled_from(["\\", '"'])).map("'{}'".format)
MANY_LINES = st.builds(
    '"""{}{}{}"""'.format,
    st.sampled_from(["", "\n", "\n\n"]),
    _joined(PLAIN | ESCAPED | CONTINUED | st.sampled_from(["\n", "'", "'''", '"-', '""-'])),
    st.sampled_from(["", '"', '""', "\n"]),
)
MANY_LINES_LITERAL = st.builds(
    "'''{}{}{}'''".format,
    st.sampled_from(["", "\n"]),
    _joined(PLAIN | st.sampled_from(["\n", '"', '"""', "'-", "''-", "\\"])),
    st.sampled_from(["", "'", "''", "\n"]),
)
TEXTS = ONE_LINE | LITERAL | MANY_LINES | MANY_LINES_LITERAL
BLANKS = st.sampled_from(["", "", " ", "\t", "   "])
SPACE = st.sampled_from(["", " ", "\n", "\n  ", ' # a comment, with ] and "\n', "\n\n"])
LINE_ENDS = st.sampled_from(["\n", "\n", "  \n", ' # “quoted” [x] = "\n', "\n\n# a line\n"])


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A valid text, its lines ended one way or the other."""
    names = count()
    parts = [draw(LINE_ENDS)] + [_pair(draw, names) + draw(LINE_ENDS) for _ in range(draw(st.integers(0, 3)))]
    headers: list[tuple[str, str]] = []
    for _ in range(draw(st.integers(0, 5))):
        parts.append(draw(BLANKS) + _header(draw, names, headers) + draw(LINE_ENDS))
        parts += [_pair(draw, names) + draw(LINE_ENDS) for _ in range(draw(st.integers(0, 3)))]
    text = "".join(parts)
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def _name(draw: st.DrawFn, names: Iterator[int]) -> str:
    number = next(names)
    shape = draw(st.sampled_from(["k{}", "{}", "k-{}", '"q {}"', '"e\\u00e9.\\"{}"', "'l\\.{}'", '"[{}"']))
    return shape.format(number)


def _key(draw: st.DrawFn, names: Iterator[int]) -> str:
    dot = draw(st.sampled_from([".", " . ", "\t."]))
    return dot.join(_name(draw, names) for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3]))))


def _header(draw: st.DrawFn, names: Iterator[int], headers: list[tuple[str, str]]) -> str:
    """A new header, one below an old one, or one more `[[…]]`."""
    blank = draw(BLANKS)
    above = draw(st.sampled_from(headers)) if headers and draw(st.booleans()) else None
    if above and above[0] == "[[" and draw(st.booleans()):
        return f"[[{blank}{above[1]}{blank}]]"
    key = _key(draw, names) if above is None else f"{above[1]}.{_key(draw, names)}"
    opening, closing = draw(st.sampled_from([("[", "]"), ("[[", "]]")]))
    headers.append((opening, key))
    return f"{opening}{blank}{key}{blank}{closing}"


def _pair(draw: st.DrawFn, names: Iterator[int], depth: int = 0) -> str:
    return f"{draw(BLANKS)}{_key(draw, names)}{draw(BLANKS)}={draw(BLANKS)}{_value(draw, names, depth)}"


def _value(draw: st.DrawFn, names: Iterator[int], depth: int) -> str:
    shape = draw(
        st.sampled_from(["text", "text", "bare", "list", "table"] if depth < 3 else ["text", "bare"])
    )
    if shape == "list":
        items = [_item(draw, names, depth + 1) for _ in range(draw(st.integers(0, 3)))]
        comma = "," if items and draw(st.booleans()) else ""
        return f"[{','.join(items)}{comma}{draw(SPACE)}]"
    if shape == "table":
        pairs = [_pair(draw, names, depth + 1) + draw(BLANKS) for _ in range(draw(st.integers(0, 3)))]
        return f"{{{','.join(pairs)}{draw(BLANKS)}}}"
    return draw(TEXTS if shape == "text" else BARE)


def _item(draw: st.DrawFn, names: Iterator[int], depth: int) -> str:
    return draw(SPACE) + _value(draw, names, depth) + draw(SPACE)
