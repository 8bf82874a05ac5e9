"""The line between what is read and what is answered: it tells what goes on out of sight."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from simulator.tui.glyphs import RICH, Glyphs
from simulator.tui.ink import Run, columns, content, shortened
from simulator.tui.keys import printed
from simulator.words import _

NARROW = 60
"""Columns below which the marks say less."""


def goes_on(widget: Widget) -> bool:
    """Whether there is something to see below what a scrolling widget shows."""
    return widget.scroll_offset.y < widget.max_scroll_y


class Ledge(Widget):
    """A rule that marks text going on below in `above`, and answers going on below in `below`.

    A click turns the page, as Space does. `tell` puts a short word to the player on the line,
    until `tell` takes it away.
    """

    DEFAULT_CSS = "Ledge { height: 1; }"

    def __init__(
        self,
        above: Widget,
        below: Widget | None = None,
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.glyphs: Glyphs = RICH
        self.above = above
        self.below = below
        self.key = "space"
        self.goes_on_words = ""
        self.told = ""
        self.count = ""

    def on_mount(self) -> None:
        for seen in (self.above, self.below):
            if seen is not None:
                self.watch(seen, "scroll_y", self._look, init=False)
                self.watch(seen, "virtual_size", self._look, init=False)
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._look())

    def tell(self, words: str = "", count: str = "") -> None:
        """Say something to the player at the left, or nothing; `count` stands at the right."""
        self.told, self.count = words, count
        self.refresh()

    def render(self) -> Content:
        room = self.size.width
        left, right = self._left(room), self._right()
        rule = self.glyphs.rule
        gap = room - columns(left) - columns(right) - 2
        if gap < 1:
            right, gap = (), room - columns(left) - 2
        runs = ((rule, "rule"), *left, (rule * max(0, gap), "rule"), *right, (rule, "rule"))
        return shortened(content(runs), room)

    async def on_click(self) -> None:
        await self.screen.run_action("scroll_body(1)")

    def _left(self, room: int) -> tuple[Run, ...]:
        if self.told:
            return ((f" {self.told} ", "warn"),)
        if not goes_on(self.above):
            return ()
        words = _("more ({key})") if room < NARROW else _("more below ({key})")
        words = words.format(key=printed(self.key))
        return ((f" {self.glyphs.more} {words} ", "accent"),)

    def _right(self) -> tuple[Run, ...]:
        if self.count:
            return ((f" {self.count} ", "quiet"),)
        if self.below is None or not self.below.display or not goes_on(self.below):
            return ()
        return ((f" {self.goes_on_words or _('answers go on')} {self.glyphs.down} ", "accent"),)

    def _look(self) -> None:
        self.refresh()
