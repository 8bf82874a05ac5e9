"""A script as a screenplay.

Laws: a line at the margin is `Name: words`, `Name (mood): words`, `You: words` or
`[what one can see]`; an indented line continues the one above; blank lines are
nothing; all else is a problem, so that a misspelt name can't turn into prose.
Work grows with the length of the text, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from simulator.scenario import stumbles
from simulator.scenario.problem import Problem
from simulator.scenario.speakers import MOODS, YOU, aliases, tidy

__all__ = ["LONGEST_LINE", "MOODS", "YOU", "Line", "aliases", "parse_script"]

LONGEST_LINE = 2_000
"""Characters of one line's words, continued lines included."""

_CUE = re.compile(r"\[[^\W\d_][^\[\]]{3,300}\]")
"""What reads like something to see."""

_PATIENCE = 20
"""After so many problems no more suggestions are sought, so that hostile text costs nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script: `speaker` is a cast member's id, `you`, or None for what one can see."""

    speaker: str | None
    mood: str | None
    words: str


def parse_script(
    text: str, names: Mapping[str, str], shared: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[tuple[Line, ...], list[Problem]]:
    """The lines of a script that could be read, and every problem in it, in order of place.

    `names` and `shared` are what `aliases` gives. Offsets count characters of `text`.
    """
    reading = _Reading(names, shared or {})
    lines = [line for block in reading.blocks(text) if (line := reading.line(block)) is not None]
    if not lines and not reading.problems:
        reading.problems.append(stumbles.empty_script(len(text)))
    return tuple(lines), sorted(reading.problems, key=attrgetter("start", "end"))


class _Block(NamedTuple):
    """A line at the margin, without blanks around it, its offset, and the indented lines below it."""

    first: str
    start: int
    more: list[str]

    @property
    def end(self) -> int:
        """Where the line at the margin ends."""
        return self.start + len(self.first)


class _Reading:
    """One pass over a script: who may speak in it, and what is wrong so far."""

    def __init__(self, names: Mapping[str, str], shared: Mapping[str, tuple[str, ...]]) -> None:
        self.problems: list[Problem] = []
        self._names = names
        self._shared = shared

    def blocks(self, text: str) -> list[_Block]:
        """The script cut at its margin.

        One that is indented as a whole gives one problem and is read as if it were not.
        """
        found: list[_Block] = []
        is_all_indented = False
        open_brackets = 0
        for bare, start, is_indented in _filled(text):
            is_form = is_indented and open_brackets <= 0 and self._has_a_form(bare)
            if is_indented and not found:
                is_all_indented = True
                self.problems.append(stumbles.indented_first_line(start, start + len(bare)))
            if not is_indented or not found or (is_form and is_all_indented):
                found.append(_Block(bare, start, []))
                open_brackets = _opened(bare) if bare[0] == "[" else 0
                continue
            found[-1].more.append(bare)
            if open_brackets > 0:
                open_brackets += _opened(bare)
            elif is_form:
                self.problems.append(stumbles.indented_line(start, start + len(bare)))
        return found

    def line(self, block: _Block) -> Line | None:
        """The line that a block makes, or None after a problem that leaves none."""
        if block.first[0] == "[":
            return self._seen(block)
        head, colon, words = block.first.partition(":")
        spoken = self._speaker(block, head.rstrip(), colon)
        if spoken is None:
            return None
        words = words.strip()
        if block.more:
            words = " ".join([words, *block.more]).lstrip()
        if not words:
            self.problems.append(stumbles.no_words(block.start, block.end))
            return None
        if words[0] == "(":
            self._mood_among_words(block, head, words)
        if "[" in words and any(_CUE.search(part) for part in (block.first, *block.more) if part[0] != "["):
            self.problems.append(stumbles.seen_among_words(block.start, block.end))
        return self._within_length(Line(*spoken, words), block)

    def _has_a_form(self, bare: str) -> bool:
        """Whether a line would stand for itself if it stood at the margin."""
        if bare[0] == "[":
            return bare[-1] == "]"
        head, colon, _ = bare.partition(":")
        return bool(colon) and head.partition("(")[0].rstrip() in self._names

    def _speaker(self, block: _Block, head: str, colon: str) -> tuple[str, str | None] | None:
        """Who speaks and in what mood, or None after a problem."""
        if colon:
            speaker = self._names.get(head)
            if speaker is not None:
                return speaker, None
            if head[-1:] == ")":
                name, _, mood = head[:-1].rpartition("(")
                speaker = self._named(name.rstrip())
                if speaker is not None:
                    return speaker, self._mood(mood.strip(), block.start + len(name), block.start + len(head))
            speaker = self._named(head)
            if speaker is not None:
                return speaker, None
        self.problems.append(self._stranger(block, head, colon))
        return None

    def _named(self, name: str) -> str | None:
        return self._names.get(name) or self._names.get(tidy(name))

    def _mood(self, mood: str, start: int, end: int) -> str | None:
        if mood in MOODS:
            return mood
        self.problems.append(stumbles.no_such_mood(mood, start, end, self._has_patience()))
        return None

    def _stranger(self, block: _Block, head: str, colon: str) -> Problem:
        """The problem of a line at the margin that no one known says."""
        called = tidy(head.partition("(")[0])
        if colon and called in self._shared:
            return stumbles.shared_name(called, block.start, block.start + len(head), self._shared[called])
        names = self._names if self._has_patience() else {}
        if colon:
            unknown = stumbles.unknown_speaker(head, block.start, names)
            if unknown is not None:
                return unknown
        return stumbles.not_a_line(block.first, block.start, names)

    def _mood_among_words(self, block: _Block, head: str, words: str) -> None:
        mood = words[1:].partition(")")[0].strip()
        if mood in MOODS:
            self.problems.append(stumbles.mood_after_colon(head.rstrip(), mood, block.start, block.end))

    def _seen(self, block: _Block) -> Line | None:
        """A line of what one can see; brackets inside it must match."""
        words = " ".join([block.first, *block.more])
        close = _closing(words)
        if close is None:
            self.problems.append(stumbles.unclosed_bracket(block.start, block.end))
        elif close < len(words) - 1:
            self.problems.append(stumbles.after_bracket(block.start, block.end))
        elif not words[1:-1].strip():
            self.problems.append(stumbles.nothing_to_see(block.start, block.end))
        else:
            return self._within_length(Line(None, None, words[1:-1].strip()), block)
        return None

    def _within_length(self, line: Line, block: _Block) -> Line | None:
        if len(line.words) <= LONGEST_LINE:
            return line
        self.problems.append(stumbles.too_long(len(line.words), LONGEST_LINE, block.start, block.end))
        return None

    def _has_patience(self) -> bool:
        return len(self.problems) < _PATIENCE


def _filled(text: str) -> Iterator[tuple[str, int, bool]]:
    """Each line that is not blank: without blanks around it, its offset, and whether it is indented."""
    start = 0
    for source in text.split("\n"):
        bare = source.strip()
        if bare:
            is_indented = source[0].isspace()
            yield bare, start + source.index(bare) if is_indented else start, is_indented
        start += len(source) + 1


def _opened(bare: str) -> int:
    return bare.count("[") - bare.count("]")


def _closing(words: str) -> int | None:
    """Where the bracket that opens the words is closed."""
    if words.rfind("[") == 0:
        at = words.find("]")
        return None if at < 0 else at
    depth = 0
    for at, sign in enumerate(words):
        depth += (sign == "[") - (sign == "]")
        if depth == 0:
            return at
    return None
