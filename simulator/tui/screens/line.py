"""A question that is answered with a line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.tui.ink import content, plain
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _

if TYPE_CHECKING:
    from simulator.tui.glyphs import Glyphs


class AskLine(ModalScreen[str]):
    """Gives back the line that was typed, rid of blanks at its ends; None where Esc was pressed."""

    CSS_PATH = "line.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "nothing", show=False),
        Binding("ctrl+c,ctrl+q", "nothing", show=False, priority=True),
    ]

    def __init__(self, title: str, value: str, glyphs: Glyphs, *, longest: int) -> None:
        super().__init__()
        self.head = title
        self.field = Input(value, max_length=longest, compact=True, id="line")
        self.set_class(glyphs.name == "basic", "-basic")

    def compose(self) -> ComposeResult:
        means = Sheet([plain(_("Enter keeps it, Esc leaves it as it was."), "quiet")])
        box = Vertical(self.field, means, id="box")
        box.border_title = content(((self.head, ""),))
        yield box

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_nothing(self) -> None:
        """Change nothing."""
        self.dismiss(None)
