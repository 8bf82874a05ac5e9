"""A question that must be answered before something is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import content, plain
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: what it is called inside, what it says, and a letter that gives it at once."""

    id: str
    words: str
    letter: str = ""


class Ask(ModalScreen[str]):
    """One question with a few answers; Esc gives the last, which changes nothing.

    The first is marked unless `marked` names another: what can't be undone is never a stray Enter away.
    """

    CSS_PATH = "ask.tcss"
    AUTO_FOCUS = "Picker"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "nothing", show=False),
        Binding("ctrl+c,ctrl+q", "nothing", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        told: Sequence[str],
        answers: Sequence[Answer],
        glyphs: Glyphs,
        marked: str | None = None,
    ) -> None:
        super().__init__()
        self.marked = marked
        self.head = title
        self.told = told
        self.answers = tuple(answers)
        self.glyphs = glyphs

    def compose(self) -> ComposeResult:
        items = [
            Item(a.id, ((a.words, ""),), lead=(a.letter or str(number), "key"))
            for number, a in enumerate(self.answers, 1)
        ]
        picker = Picker(glyphs=self.glyphs, numbers=True)
        picker.show(items, self.marked)
        box = Vertical(Sheet([plain(line) for line in self.told]), picker, id="question")
        box.border_title = content(((self.head, ""),))
        yield box

    def on_mount(self) -> None:
        self.set_class(self.glyphs.name == "basic", "-basic")

    @on(Picker.Chosen)
    def answer(self, event: Picker.Chosen) -> None:
        event.stop()
        self.dismiss(event.id)

    def on_key(self, event: events.Key) -> None:
        for answer in self.answers:
            if answer.letter and event.character == answer.letter:
                event.stop()
                self.dismiss(answer.id)

    def action_nothing(self) -> None:
        """Change nothing."""
        self.dismiss(self.answers[-1].id)
