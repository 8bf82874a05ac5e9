"""A box to write in: plain text of a bounded length, whatever is typed or pasted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from simulator.scenario.plain import made_plain

LONGEST = 1000
"""Characters that a box takes unless told otherwise."""


class WriteBox(TextArea):
    """Several lines of the player's own; Enter takes them, Shift or Ctrl-J breaks the line, Esc skips."""

    DEFAULT_CSS = """
    WriteBox {
        height: auto; min-height: 2; max-height: 6; padding: 0 1;
        border: none; border-left: solid $rule;
        background: $surface; color: $foreground; scrollbar-size-vertical: 1;
    }
    WriteBox:focus { border: none; border-left: solid $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "skip", show=False),
        Binding("shift+enter,ctrl+j,alt+enter", "break_line", show=False),
        Binding("pageup", "screen.scroll_body(-1)", show=False),
        Binding("pagedown", "screen.scroll_body(1)", show=False),
    ]

    @dataclass
    class Taken(Message):
        """Enter was pressed: these are the words."""

        box: WriteBox
        text: str

        @property
        def control(self) -> WriteBox:
            return self.box

    @dataclass
    class Skipped(Message):
        """Esc was pressed."""

        box: WriteBox

        @property
        def control(self) -> WriteBox:
            return self.box

    def __init__(
        self,
        text: str = "",
        *,
        longest: int = LONGEST,
        id: str | None = None,  # noqa: A002
        placeholder: str = "",
    ) -> None:
        self.longest = longest
        super().__init__(
            made_plain(text)[:longest], id=id, placeholder=placeholder, highlight_cursor_line=False
        )
        self.cursor_blink = False

    @property
    def words(self) -> str:
        """What was written, without blanks around it."""
        return made_plain(self.text).strip()

    @property
    def room(self) -> int:
        """Characters that may still be written."""
        return max(0, self.longest - len(self.text))

    def edit(self, edit: Edit) -> EditResult:
        """The one door that typed and pasted text goes through: made plain, and cut to the room left."""
        freed = len(self.get_text_range(edit.from_location, edit.to_location))
        edit.text = made_plain(edit.text.replace("\r\n", "\n"))[: self.room + freed]
        return super().edit(edit)

    def action_break_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_skip(self) -> None:
        """Leave these words out."""
        self.post_message(self.Skipped(self))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Taken(self, self.words))
