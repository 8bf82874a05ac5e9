"""Text on its way to the screen: runs of words with a role, paragraphs of runs, and their layout in lines.

Presenters speak in roles ("quiet", "them", "fact"); what a role looks like is
decided here, once, in terms of the theme. A run's words are never parsed, and
made plain once more on their way: file names and messages come by here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style

from simulator.scenario.plain import made_plain

Run: TypeAlias = tuple[str, str]
"""Words and the role they play; the role "" is ordinary text."""

Runs: TypeAlias = tuple[Run, ...]

ROLES: dict[str, str] = {
    "": "",
    "strong": "bold",
    "quiet": "dim",
    "title": "bold $accent",
    "accent": "$accent",
    "them": "bold $accent",
    "you": "bold $you",
    "other": "bold",
    "said": "$you",
    "cue": "italic dim",
    "thought": "italic $accent",
    "fact": "$accent",
    "key": "bold $accent",
    "label": "dim",
    "hold": "$accent",
    "yield": "$you",
    "warn": "bold $warning",
    "rule": "$rule",
    "frame": "$rule",
    "axis": "dim",
    "target": "$target",
    "point": "",
    "focus": "bold reverse",
    "blank": "",
}
"""Each role in the words of a style; `$names` are the theme's."""

Styles: TypeAlias = Callable[[str], Style]
"""From a role to its look under the theme of the moment."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that wrap under each other.

    `label` stands in a gutter of `gutter` columns before the first line; `right`
    ends the first line at the right edge; `before` counts the blank lines above;
    `clip` keeps the words on one line. `indent` moves everything in.
    """

    runs: Runs
    label: Run = ("", "")
    gutter: int = 0
    indent: int = 0
    right: Runs = ()
    before: int = 0
    clip: bool = False


def plain(words: str, role: str = "", *, indent: int = 0, before: int = 0) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(((words, role),), indent=indent, before=before)


def heading(words: str, *, before: int = 1) -> Paragraph:
    """A heading of a section, with a blank line above."""
    return Paragraph(((words, "title"),), before=before)


BLANK = Paragraph(())
"""An empty line."""

CUT = ".."


def _as_written(words: str) -> str:
    return words


_spell: Callable[[str], str] = _as_written


def use(spelling: Callable[[str], str] | None) -> None:
    """Spell everything that is drawn from now on in a way that the terminal can show; None for as it is."""
    global _spell  # noqa: PLW0603 - a process has one terminal
    _spell = spelling or _as_written


def spelled(words: str) -> str:
    """Words as they are drawn: rid of what a terminal would obey, in signs that it can show."""
    return _spell(made_plain(words))


def content(runs: Iterable[Run]) -> Content:
    """The runs as Textual's plain content; this is the one way words reach a widget."""
    return Content.assemble(*((spelled(words), ROLES[role]) for words, role in runs))


def columns(runs: Iterable[Run]) -> int:
    """How wide the runs are on one line."""
    return sum(cell_len(_spell(words)) for words, _ in runs)


def text(runs: Iterable[Run]) -> str:
    """The words alone."""
    return "".join(words for words, _ in runs)


def written(paragraph: Paragraph) -> str:
    """A paragraph as plain text for a file or the clipboard, on one line, with the blank lines above it."""
    label, right = paragraph.label[0], text(paragraph.right)
    words = text(paragraph.runs)
    line = "  ".join(part for part in (label, words, right) if part)
    return made_plain("\n" * paragraph.before + " " * paragraph.indent + line)


def shortened(line: Content, room: int) -> Content:
    """A line of at most `room` columns; two dots say that something was cut off."""
    if line.cell_length <= room:
        return line
    return line.truncate(max(0, room - len(CUT))) + Content(CUT[: max(0, room)])


def lay_out(paragraph: Paragraph, width: int, styles: Styles, base: Style) -> list[Strip]:
    """The paragraph as lines of at most `width` columns; at least one, blank where there are no words."""
    start = min(paragraph.indent + paragraph.gutter, max(0, width - 8))
    tail = columns(paragraph.right)
    room = max(1, width - start)
    body_room = max(1, room - tail - 2) if tail else room
    lines = _wrapped(paragraph, body_room, styles, base)
    lines[0] = Strip.join([*_lead(paragraph, start, styles, base), lines[0]])
    pad = Strip([Segment(" " * start, base.rich_style)], start) if start else None
    lines[1:] = [Strip.join([pad, line]) for line in lines[1:]]
    if tail:
        lines[0] = _with_right(lines[0], paragraph.right, width, styles, base)
    return [Strip.blank(0, base.rich_style)] * paragraph.before + lines


def _wrapped(paragraph: Paragraph, room: int, styles: Styles, base: Style) -> list[Strip]:
    words = content(()) if not paragraph.runs else Content.assemble(*_styled(paragraph.runs, styles))
    if paragraph.clip:
        return [_strip(shortened(words, room), base)]
    lines = [line for part in words.split(allow_blank=True) for line in part.wrap(room)] or [words]
    return [_strip(line.rstrip_end(room), base) for line in lines]


def _styled(runs: Runs, styles: Styles) -> list[str | tuple[str, Style]]:
    return [(spelled(words), styles(role)) if role else spelled(words) for words, role in runs]


def _strip(line: Content, base: Style) -> Strip:
    return Strip(line.render_segments(base), line.cell_length)


def _lead(paragraph: Paragraph, start: int, styles: Styles, base: Style) -> list[Strip]:
    """What stands before the first line: the indent and the label, cut to their room."""
    if not start:
        return []
    words, role = paragraph.label
    room = max(0, start - paragraph.indent)
    label = shortened(Content.assemble(*_styled(((words, role),), styles)), room - 1)
    line = Content(" " * paragraph.indent) + label
    return [_strip(line.pad_right(start - line.cell_length), base)]


def _with_right(line: Strip, right: Sequence[Run], width: int, styles: Styles, base: Style) -> Strip:
    tail = _strip(Content.assemble(*_styled(tuple(right), styles)), base)
    gap = max(1, width - line.cell_length - tail.cell_length)
    return Strip.join([line, Strip([Segment(" " * gap, base.rich_style)], gap), tail])
