"""What a problem of a TOML text is made of, and what its explanations share."""

from __future__ import annotations

import re
from typing import NamedTuple

from simulator.scenario.toml_form import Broken
from simulator.scenario.toml_scan import line_stop

CURLY = "“”„‟‘’‚‛«»‹›「」『』＂＇"
"""Quotes of word processors and of other languages, which delimit nothing in TOML."""
CURLY_RUN = re.compile(f"[{CURLY}][{CURLY}\"']*+")
ODD_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
ODD_BLANKS += "\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\u0085\u00ad"
"""Characters that look like a blank or like nothing, and are no blanks to TOML."""

_NAME = r"[\w\"'.-]+"
_NAME_BEFORE = re.compile(rf"({_NAME})[ \t]*=[ \t]*\Z")
_NAME_AT = re.compile(rf"[ \t]*({_NAME})")
_LONGEST = 40


class Cause(NamedTuple):
    """A problem at the characters [start, end) of a text."""

    code: str
    message: str
    start: int
    end: int
    hint: str | None = None


class Scene(NamedTuple):
    """Where reading stopped: `text`, the offset at which the broken statement starts, and how it broke."""

    text: str
    start: int
    broken: Broken

    @property
    def at(self) -> int:
        """The first character that could not be read."""
        return self.broken.at

    @property
    def mark(self) -> str:
        """The character that could not be read; empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    @property
    def rest(self) -> str:
        """What is left of the line."""
        return self.text[self.at : line_stop(self.text, self.at)].strip()

    @property
    def line(self) -> str:
        """The line on which reading stopped, up to its end."""
        start = self.text.rfind("\n", 0, self.at) + 1
        return self.text[start : line_stop(self.text, self.at)].strip()

    @property
    def name(self) -> str:
        """The key of the statement, as written; empty if it has none."""
        found = _NAME_AT.match(self.text, self.start)
        return shortened(found[1]) if found else ""

    @property
    def in_list(self) -> bool:
        """Whether a list is the innermost thing still open."""
        return self.broken.opened >= 0 and self.text[self.broken.opened] == "["

    def name_before(self, at: int) -> str:
        """The key whose value starts at `at`, or that of the statement."""
        line = self.text[max(self.start, at - 200) : at]
        found = _NAME_BEFORE.search(line)
        return shortened(found[1]) if found else self.name

    def cause(self, code: str, message: str, hint: str | None = None, width: int = 1) -> Cause:
        """A problem at the character that could not be read."""
        return Cause(code, message, self.at, self.at + width, hint)


def shortened(words: str) -> str:
    """`words`, cut if they are too long for a message."""
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def without_comment(rest: str) -> str:
    """What stands on a line before its comment."""
    return re.split(r"(?:^|\s)#", rest, maxsplit=1)[0].strip()
