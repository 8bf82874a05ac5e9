"""Where to go on reading after a statement that is not TOML.

Guesses on the safe side: a line of dialogue taken for a statement would be
reported as a mistake that nobody made, a statement passed over is only met later.
"""

from __future__ import annotations

import re

_LONGEST_VALUE = 1 << 16
"""Characters of a bracketed value that is broken."""

_KEY = r"[a-z_][A-Za-z0-9_-]*+(?:\.[A-Za-z0-9_-]++)*+[ \t]*+="
_HEADER = r"\[\[?+[a-z_][a-z0-9_-]*+(?:\.[A-Za-z0-9_-]++)*+\]\]?+[ \t]*+(?:\#[^\n]*+)?+\r?+(?:\n|\Z)"
# A stage direction such as [quiet] has the form of a header, but no key comes next.
_NEXT = rf"\s*+(?:\Z|\#|\[[a-z_\[]|{_KEY})"
_LIKELY = re.compile(rf"^([ \t]*+)(?:{_KEY}[ \t]*+[^\s=]|{_HEADER}(?={_NEXT}))", re.MULTILINE)
_LIKELY_HEADER = re.compile(rf"^[ \t]*+{_HEADER}(?={_NEXT})", re.MULTILINE)
_KEY_ALONE = re.compile(rf"[ \t]*+{_KEY}[ \t]*+")
_PIECE = re.compile(
    r'"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+|"(?:[^"\\\n]++|\\[^\n])*+"'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+|'[^'\n]*+'|[^\"'\#\[\]{}]++|\#[^\n]*+|[\[\]{}]",
    re.DOTALL,
)


def line_after(text: str, at: int) -> int:
    """The start of the line after the one that holds `at`."""
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop + 1


def likely_statement(text: str, at: int, stop: int | None = None, margin: int | None = None) -> int:
    """The start of the first line in [at, stop) that looks like a statement, or `stop`.

    With a `margin`, lines set in by more blanks than that are passed over: they are part of a list.
    """
    stop = len(text) if stop is None else stop
    for found in _LIKELY.finditer(text, at):
        if found.start() >= stop:
            break
        if margin is None or len(found[1]) <= margin:
            return found.start()
    return stop


def margin_of(text: str, at: int) -> int:
    """How many blanks stand before the statement that starts at `at`."""
    return at - text.rfind("\n", 0, at) - 1


def likely_header(text: str, at: int) -> int:
    """The start of the first line from `at` on that looks like a header, or the end of the text."""
    found = _LIKELY_HEADER.search(text, at)
    return found.start() if found else len(text)


def swallowed(text: str, start: int, end: int) -> int | None:
    """The start of the first statement that a text of several lines has swallowed, None if it is whole.

    Its closing quotes are then those that open the next text: `script = \"\"\"` is its last line.
    """
    last_line = text.rfind("\n", start, end) + 1
    if last_line <= start or not _KEY_ALONE.fullmatch(text, last_line, end - 3):
        return None
    return likely_statement(text, line_after(text, start), last_line)


def balanced(text: str, at: int) -> int | None:
    """The end of the bracketed value at `at`, line ends allowed everywhere; None if a header comes first.

    A value longer than anybody writes by hand is not followed to its end.
    """
    depth, stop = 0, min(likely_header(text, line_after(text, at)), at + _LONGEST_VALUE)
    while piece := _PIECE.match(text, at, stop):
        depth += (piece[0] in "[{") - (piece[0] in "]}")
        at = piece.end()
        if depth == 0:
            return at
    return None
