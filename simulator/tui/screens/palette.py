"""The command palette: everything that can be done here, found as one types.

Textual's own palette reads markup in what it is given; this one draws plain words only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.tui.ink import content, plain
from simulator.tui.presenters.commands import matching, rows
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.tui.glyphs import Glyphs
    from simulator.tui.presenters.commands import Command


class CommandPalette(ModalScreen[str]):
    """Gives back the action of the command that was chosen, or None."""

    CSS_PATH = "palette.tcss"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "nothing", show=False),
        Binding("ctrl+c,ctrl+q,ctrl+p", "nothing", show=False, priority=True),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-8)", show=False),
        Binding("pagedown", "move(8)", show=False),
    ]

    def __init__(self, commands: Sequence[Command], glyphs: Glyphs) -> None:
        super().__init__()
        self.commands = tuple(commands)
        self.field = Input(placeholder=_("type what you want to do"), compact=True, id="sought")
        self.picker = Picker(rows(self.commands), glyphs=glyphs, id="commands")
        self.picker.can_focus = False
        self.nothing = Sheet([plain(_("Nothing here is called that."), "quiet")])
        self.nothing.display = False
        self.set_class(glyphs.name == "basic", "-basic")

    def compose(self) -> ComposeResult:
        box = Vertical(self.field, self.picker, self.nothing, id="box")
        box.border_title = content(((_("What would you like to do?"), ""),))
        yield box

    @on(Input.Changed)
    def seek(self, event: Input.Changed) -> None:
        found = matching(self.commands, event.value)
        self.picker.show(rows(found))
        self.picker.display = bool(found)
        self.nothing.display = not found

    @on(Input.Submitted)
    def take(self) -> None:
        self.picker.action_choose()

    @on(Picker.Chosen)
    def choose(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.action_nothing()

    def action_move(self, by: int) -> None:
        """Mark another command; past the ends the last one stays marked."""
        for _step in range(abs(by)):
            self.picker.action_move(1 if by > 0 else -1)

    def action_nothing(self) -> None:
        """Do nothing."""
        self.dismiss(None)
