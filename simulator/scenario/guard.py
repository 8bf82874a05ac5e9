"""Refuses texts that would keep a TOML reader busy for minutes or eat the memory of a machine.

A reader spends 2 to 5 microseconds on each name and item, and keeps up to a kilobyte for each
table, and for each list or group that has a key; so these are counted before one runs. Most
texts have so few signs that none of them need be looked at.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate

from simulator.scenario.lines import Lines
from simulator.scenario.toml_pattern import ANY_NAME, ANY_TEXT, BLANKS, DOTS
from simulator.scenario.toml_problem import TomlProblem
from simulator.scenario.toml_skim import LONGEST_WORD, NESTING, TooMuchError, skip

__all__ = ["DOTS", "LONGEST_WORD", "MOST_PARTS", "MOST_TABLES", "NESTING", "refuse"]

MOST_PARTS = 900_000
"""Most headers, keys and items of lists, and half the dots: 80,000 choices of 8 keys each have fewer."""
MOST_TABLES = 300_000
"""Most tables, and lists or groups that have a key: 80,000 choices with two lists each have fewer."""

_SMALLER = "make several scenarios of it"
_DEEP = 6
"""A reader goes through a header again for each pair under it: so many names take as long as a pair."""
_DEEP_HEADER = re.compile(rf"\n[ \t]*+\[[^\n\].]*+(?:\.[^\n\].]*+){{{_DEEP}}}")


def refuse(text: str) -> list[TomlProblem]:
    """What makes `text` too much for a TOML reader: empty, or the first such thing.

    Takes time in proportion to the text, whatever it holds; what stands inside texts is never at fault.
    """
    try:
        if _may_be_large(text):
            _Count(text).check()
        skip(text)
    except TooMuchError as found:
        span = Lines(text).span(found.start, found.end)
        return [TomlProblem(found.code, found.message, span, found.hint)]
    return []


def _may_be_large(text: str) -> bool:
    """Whether there are so many signs, inside texts and outside, that the parts have to be counted."""
    tables = text.count("[") + text.count("{") + text.count(".")
    pairs = text.count("=")
    if tables > MOST_TABLES or tables + pairs + text.count(",") > MOST_PARTS:
        return True
    return pairs * (1 + DOTS // _DEEP) > MOST_PARTS and _DEEP_HEADER.search(f"\n{text}") is not None


class _Count:
    """Counts what a reader would have to make of a text; never less, if the text is TOML."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts = self._tables = self._header_weight = 0
        # Tables that headers and dotted keys have made on the way to the last of their names.
        self._above: set[str] = set()
        self._here: set[str] = set()

    def check(self) -> None:
        """Raises `TooMuchError` where the text goes past a limit."""
        for found in _marks().finditer(self._text):
            match found.lastgroup:
                case "comma":
                    self._parts += 1
                case "pair" | "held" as kind:
                    self._parts += 1 + self._header_weight
                    self._tables += kind == "held"
                case "dotted":
                    self._add_names(found["dotted"], self._here)
                case "header":
                    self._add_header(found["header"], many=found["brackets"] == "[[")
                case "inner":
                    self._parts += 1
                    self._tables += found["inner"] == "."
                case _:
                    return
            if self._parts > MOST_PARTS or self._tables > MOST_TABLES:
                self._refuse(found.end(found.lastgroup))

    def _add_header(self, names: str, *, many: bool) -> None:
        if many:
            # What lies below is made again for each of the list's tables.
            self._above.clear()
        self._here.clear()
        self._parts += 1
        self._tables += 1
        self._header_weight = names.count(".") // _DEEP
        self._add_names(names, self._above)

    def _add_names(self, names: str, known: set[str]) -> None:
        """Count the dots of a key, and those tables before its last name that are not known yet."""
        if "." not in names:
            return
        above = names[: names.rindex(".")]
        self._parts += names.count(".") // 2
        if above not in known:
            before = len(known)
            known.update(accumulate(above.split("."), "{}.{}".format))
            self._tables += len(known) - before

    def _refuse(self, end: int) -> None:
        if self._tables > MOST_TABLES:
            message = f"there are more than {MOST_TABLES:,} tables and lists in this file"
            raise TooMuchError("too-many-tables", message, _SMALLER, end - 1, end)
        message = f"there are more than {MOST_PARTS:,} keys and items of lists in this file"
        raise TooMuchError("too-many-keys", message, _SMALLER, end - 1, end)


@cache
def _marks() -> re.Pattern[str]:
    """All that counts, with what stands before it and does not; no more where a text has no end."""
    name = rf"{ANY_NAME}{BLANKS}"
    passed = rf"""[^\n"'\#=,.\[{{]++|{ANY_TEXT}|\#[^\n]*+|\n(?!{BLANKS}(?:\[|{name}\.))"""
    key = rf"{name}(?:\.{BLANKS}{name})*+"
    return re.compile(
        rf"(?:{passed})*+(?:(?P<comma>,)|(?P<pair>=){BLANKS}(?P<held>[\[{{])?+"
        rf"|(?:\A|\n){BLANKS}(?:(?P<brackets>\[\[?+){BLANKS}(?P<header>(?:{key})?+)|(?P<dotted>{key}))"
        rf"|(?P<inner>[\[{{.])|(?P<end>[\"']|\Z))",
        re.DOTALL,
    )
