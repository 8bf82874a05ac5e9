"""The line above a screen, which says where one is, and the line below, which says what one can do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widget import Widget

from simulator.tui.ink import Run, Runs, columns, content, shortened

LEAST_TITLE = 12
"""Columns of the left side below which the right side gives way."""


class TitleBar(Widget):
    """What this is on the left, what holds here on the right; where room is short the left is cut."""

    DEFAULT_CSS = "TitleBar { height: 1; padding: 0 1; }"

    def __init__(self, left: Runs, right: Runs = ()) -> None:
        super().__init__()
        self.left = left
        self.right = right

    def say(self, left: Runs, right: Runs = ()) -> None:
        """Change both sides."""
        self.left, self.right = left, right
        self.refresh()

    def render(self) -> Content:
        room = self.content_size.width
        left = shortened(content(self.left), max(LEAST_TITLE, room - columns(self.right) - 2))
        gap = room - left.cell_length - columns(self.right)
        if gap < 2:
            return self._cut(left, room)
        return left + content([(" " * gap, ""), *self.right])

    def _cut(self, left: Content, room: int) -> Content:
        """What fits where both sides don't: the left alone in a narrow window, else some of the right."""
        if room < NARROW:
            return shortened(content(self.left), room)
        return left + content((("  ", ""),)) + shortened(content(self.right), room - left.cell_length - 2)


@dataclass(frozen=True, slots=True)
class Hint:
    """A key, what it does, and the action a click on it runs; `stays` keeps it when room is short."""

    key: str
    words: str
    action: str = ""
    stays: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        return (self.key, "key"), (" ", "key"), (self.words, "")


GAP, NARROW_GAP = 3, 2
NARROW = 60
"""Columns below which the gaps between keys shrink."""


def arranged(hints: Sequence[Hint], room: int) -> tuple[tuple[Hint, ...], int]:
    """The hints that fit in `room` columns, and the blanks before those that stay at the right edge.

    What stays is kept; of the rest the last give way first.
    """
    fixed = [hint for hint in hints if hint.stays]
    loose = [hint for hint in hints if not hint.stays]
    gap = gap_in(room)
    while loose and _width(loose, gap) + gap + _width(fixed, gap) > room:
        loose.pop()
    return (*loose, *fixed), max(0, room - _width(loose, gap) - _width(fixed, gap))


def gap_in(room: int) -> int:
    """Blanks between two keys."""
    return GAP if room >= NARROW else NARROW_GAP


def _width(hints: Sequence[Hint], gap: int) -> int:
    return sum(columns(hint.runs) for hint in hints) + gap * max(0, len(hints) - 1)


class KeyBar(Widget):
    """One line of keys; each can be clicked."""

    DEFAULT_CSS = "KeyBar { height: 1; padding: 0 1; dock: bottom; }"

    def __init__(self, hints: Iterable[Hint] = ()) -> None:
        super().__init__()
        self._hints = tuple(hints)
        self._spots: list[tuple[int, int, str]] = []

    def show(self, hints: Iterable[Hint]) -> None:
        """Replace the keys."""
        self._hints = tuple(hints)
        self.refresh()

    def render(self) -> Content:
        room = self.content_size.width
        hints, blanks = arranged(self._hints, room)
        runs: list[Run] = []
        self._spots = []
        at, before = 0, False
        for hint in hints:
            gap = blanks if hint.stays and not before else gap_in(room) if runs else 0
            before = before or hint.stays
            runs += [(" " * gap, ""), *hint.runs]
            at += gap
            self._spots.append((at, at + columns(hint.runs), hint.action))
            at += columns(hint.runs)
        return content(runs)

    async def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        for start, end, action in self._spots:
            if offset is not None and start <= offset.x < end and action:
                await self.screen.run_action(action)
                return
