"""What stands in place of everything while the window is too small to draw in."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from simulator.tui.ink import Paragraph, plain
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _

LEAST_WIDTH, LEAST_HEIGHT = 40, 12


def fits(width: int, height: int) -> bool:
    """Whether a window of this size can be drawn in."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


class TooSmall(ModalScreen[None]):
    """Says what the window has and what it needs; keys wait until there is room."""

    DEFAULT_CSS = "TooSmall { background: $background; } TooSmall Sheet { padding: 0 1; }"

    def compose(self) -> ComposeResult:
        yield Sheet(self._told())

    def on_resize(self) -> None:
        self.query_one(Sheet).show(self._told())

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    def _told(self) -> list[Paragraph]:
        width, height = self.app.size
        told = _(
            "It has {width} x {height}, and needs {least_width} x {least_height}. Make it larger to go on."
        )
        room = told.format(width=width, height=height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT)
        return [plain(_("This window is too small."), "strong"), plain(room)]
