"""Paragraphs to read: transcript, briefing, debrief, help, notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.message import Message
from textual.strip import Strip

from simulator.tui.ink import Paragraph, lay_out, written
from simulator.tui.widgets.lines import Lines


class Sheet(Lines):
    """Paragraphs, one under the other."""

    def __init__(
        self,
        paragraphs: Iterable[Paragraph] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs = list(paragraphs)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(self._paragraphs)

    @property
    def words(self) -> str:
        """What is shown, as plain text."""
        return "\n".join(written(paragraph) for paragraph in self._paragraphs)

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Replace what is shown."""
        self._paragraphs = list(paragraphs)
        self.relay()

    def extend(self, paragraphs: Iterable[Paragraph]) -> None:
        """Add below; only the new paragraphs are laid out."""
        new = list(paragraphs)
        self._paragraphs += new
        if self._laid_for > 0:
            self._laid += self._lines_of(new, self._laid_for)
            self._settle()
            self.refresh(layout=self.styles.is_auto_height)

    def lay(self, width: int) -> list[Strip]:
        return self._lines_of(self._paragraphs, width)

    def _lines_of(self, paragraphs: Iterable[Paragraph], width: int) -> list[Strip]:
        base = self.visual_style
        return [line for paragraph in paragraphs for line in lay_out(paragraph, width, self.role, base)]


class Transcript(Sheet):
    """The conversation so far; a new turn that is taller than the view is shown from its first line."""

    @dataclass
    class Scrolled(Message):
        """More or less of the conversation lies below the view."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._turn = 0

    @property
    def has_more(self) -> bool:
        """Whether there is something to read below."""
        return self.scroll_offset.y < self.max_scroll_y

    def turn(self, paragraphs: Iterable[Paragraph]) -> None:
        """Add a turn."""
        self._turn = len(self._paragraphs)
        self.extend(paragraphs)

    def show_turn(self) -> None:
        """Scroll to the last turn."""
        above = len(self._lines_of(self._paragraphs[: self._turn], self._width)) if self.size.width else 0
        # without force a transcript that has only now outgrown its view would stay where it was:
        # its scroll bar, on which scrolling depends, comes with the next layout
        self.scroll_to(y=min(above, self.max_scroll_y), animate=False, force=True)
        self.post_message(self.Scrolled())

    def on_resize(self) -> None:
        super().on_resize()
        self.show_turn()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())
