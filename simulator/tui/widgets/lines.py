"""The ground of every text widget here: lines laid out once for a width, drawn one by one.

One such widget stays quick over thousands of lines, where a widget a line does not.
"""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.style import Style

from simulator.tui.ink import ROLES


class PlainBar(ScrollBarRender):
    """A scroll bar of whole blocks of colour: no sign of it depends on a font."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


ScrollBar.renderer = PlainBar


class Lines(ScrollView, can_focus=False, inherit_bindings=False):
    """A scrolling block of lines; a subclass says what they are in `lay`."""

    DEFAULT_CSS = """
    Lines { height: auto; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._laid: list[Strip] = []
        self._laid_for = -1

    def lay(self, width: int) -> list[Strip]:
        """All lines at this width."""
        raise NotImplementedError

    def role(self, role: str) -> Style:
        """How a role looks under the theme of the moment."""
        return self.app.stylesheet.parse_style(ROLES[role])

    def lines(self, width: int) -> list[Strip]:
        """The lines at this width, from the cache where they are there."""
        if width != self._laid_for:
            self._laid = self.lay(width)
            self._laid_for = width
        return self._laid

    def relay(self) -> None:
        """Forget the layout, because what is shown or how it looks has changed."""
        self._laid_for = -1
        if self.is_attached:
            self._settle()
            self.refresh(layout=self.styles.is_auto_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self.lines(max(1, width)))

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return container.width

    def on_resize(self) -> None:
        self._settle()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._laid_for = -1

    def render_line(self, y: int) -> Strip:
        lines = self.lines(self._width)
        at = y + self.scroll_offset.y
        base = self.visual_style.rich_style
        line = lines[at] if at < len(lines) else Strip.blank(self.size.width, base)
        return line.crop_extend(0, self.size.width, base)

    @property
    def _width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def _settle(self) -> None:
        """Match the scrolling to the lines; adding a scroll bar narrows them, hence the second look."""
        if not self.size.width:
            return
        for _ in range(2):
            width = self._width
            self.virtual_size = Size(width, len(self.lines(width)))
            if self._width == width:
                break
