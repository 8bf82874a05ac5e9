"""Text made plain: what may never reach a terminal is found here, and only here.

Control and bidi characters are errors, because they can hide or forge what a
screen shows. Invisible characters are dropped with a warning. Joiners stay
inside the words of scripts that are written with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.problem import Problem

FORBIDDEN = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
JOINERS = "\u200c\u200d"
JOINED_SCRIPTS = "\u0600-\u18ff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
"""Arabic, Indic, Khmer, Mongolian and their kin: scripts whose words need joiners."""

_NOT_PLAIN = re.compile(f"[{FORBIDDEN}{INVISIBLE}{JOINERS}\t]")
_SUSPECT = f"[{FORBIDDEN}{INVISIBLE}{JOINERS}]"
_FORBIDDEN = f"[{FORBIDDEN}]"
_INVISIBLE = f"[{INVISIBLE}]"
_STRAY_JOINER = f"(?<![{JOINED_SCRIPTS}])[{JOINERS}]|[{JOINERS}](?![{JOINED_SCRIPTS}])"
_UNSEEN = f"[{FORBIDDEN}{INVISIBLE}]|{_STRAY_JOINER}"
_ESCAPE_IN_SOURCE = re.compile(r"\\[uUbfrxet]")
_JOINED = f"(?<=[{JOINED_SCRIPTS}])[{JOINERS}](?=[{JOINED_SCRIPTS}])"
_CONTROL = ("control-character", "a control character")
_BIDI_CONTROL = ("bidi-control", "a character that changes the direction of text")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


_compiled = cache(re.compile)
"""Hardly any text needs these patterns, and to compile them takes its time at the start."""


def may_hide_something(source: str) -> bool:
    """Whether a TOML source could decode to text that is not plain: quick, and never wrongly no."""
    return bool(_NOT_PLAIN.search(source) or _ESCAPE_IN_SOURCE.search(source))


def is_plain(text: str) -> bool:
    """Whether a text can be shown as it is."""
    return _NOT_PLAIN.search(text) is None


def impurities(text: str) -> Iterator[Problem]:
    """Every character of a text that is refused or dropped."""
    from simulator.scenario.diagnostic import Severity  # noqa: PLC0415 - Home draws plain texts and opens fast
    from simulator.scenario.problem import Problem  # noqa: PLC0415

    for found in _compiled(_SUSPECT).finditer(text):
        if _compiled(_JOINED).match(text, found.start()):
            continue
        start, character = found.start(), found.group()
        if _compiled(_FORBIDDEN).match(character):
            code, what = _BIDI_CONTROL if character in _BIDI else _CONTROL
            message = f"{what} ({_code_point(character)}) can't stand in a text"
            yield Problem(code, message, start, start + 1, "delete it", Severity.ERROR)
        else:
            message = f"an invisible character ({_code_point(character)}) was dropped"
            yield Problem("invisible-character", message, start, start + 1, "delete it", Severity.WARNING)


def made_plain(text: str) -> str:
    """A text that is safe to show: invisible characters dropped, tabs as blanks, refused ones as U+FFFD."""
    if is_plain(text):
        return text
    kept = _compiled(_INVISIBLE).sub("", _compiled(_STRAY_JOINER).sub("", text))
    return _compiled(_FORBIDDEN).sub("\ufffd", kept).replace("\t", " ")


def one_line(text: str) -> str:
    """The same on one line, for messages and names of files."""
    return made_plain(text.replace("\r\n", " ").replace("\n", " "))


def excerpt(line: str) -> str:
    """A source line that is safe to show, with as many characters as it has, so that columns stay true."""
    return line if is_plain(line) else _compiled(_UNSEEN).sub("\ufffd", line).replace("\t", " ")


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"
