"""What stands in place of everything while the window is too small to draw in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from simulator.tui.ink import Paragraph, plain
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _

LEAST_WIDTH, LEAST_HEIGHT = 40, 12
ROOM_TO_TELL = 8
"""Lines that the whole message may need in the narrowest windows."""


def fits(width: int, height: int) -> bool:
    """Whether a window of this size can be drawn in."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


class TooSmall(ModalScreen[None]):
    """Says what the window has and what it needs; all keys but those that quit wait until there is room."""

    DEFAULT_CSS = "TooSmall { background: $background; } TooSmall Sheet { padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,ctrl+c,ctrl+q", "quit_at_once", show=False, priority=True)
    ]

    def compose(self) -> ComposeResult:
        yield Sheet(self._told())

    def on_resize(self) -> None:
        sheet, told = self.query_one(Sheet), self._told()
        if list(sheet.paragraphs) != told:  # showing anything lays out anew, which is told as a resize again
            sheet.show(told)

    def on_screen_resume(self) -> None:
        """Go if there is room by now, and what had been opened above is gone."""
        if fits(*self.app.size):
            self.dismiss()

    def action_quit_at_once(self) -> None:
        """Close the program: there is no room to ask anything."""
        self.app.exit(0)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()

    def _told(self) -> list[Paragraph]:
        width, height = self.app.size
        if height < ROOM_TO_TELL:
            short = _("Needs {least_width} x {least_height}").format(
                least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT
            )
            has = _("Too small: {width} x {height}").format(width=width, height=height)
            return [plain(has, "strong"), plain(short), plain(_("q quits"))]
        told = _(
            "It has {width} x {height}, and needs {least_width} x {least_height}. Make it larger to go on."
        )
        room = told.format(width=width, height=height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT)
        return [plain(_("This window is too small."), "strong"), plain(room), plain(_("q quits"), "quiet")]
