"""Paragraphs to read: transcript, briefing, debrief, help, notebook."""

from __future__ import annotations

from collections.abc import Iterable

from textual.strip import Strip

from simulator.tui.ink import Paragraph, lay_out
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
    """The conversation so far; its end stays in view unless the reader scrolls up."""

    keeps_end = True
