"""Two questions before the score, so that one meets it with a view of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from simulator.store.log import Rated
from simulator.tui.ink import Paragraph, Runs, plain
from simulator.tui.keymap import bindings
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

PUSH_ANSWERS = (mark("too little"), mark("about right"), mark("too much"))
RESPECT_ANSWERS = (mark("hardly"), mark("mostly"), mark("throughout"))


class Rate(Page[Rated]):
    """How hard did you push, how respectful were you; Esc skips one, `q` both."""

    CSS_PATH = "rate.tcss"
    HELP_TOPIC = "rate"
    LEAVE_WORDS: ClassVar[str] = mark("to the score")
    BINDINGS: ClassVar[list[BindingType]] = bindings("rate")

    def __init__(self) -> None:
        super().__init__()
        self.push: str | None = None
        self.is_last = False
        self.question = Sheet(
            self._asking(_("Before you see the score: how hard did you push?")), id="question"
        )
        self.answers = Picker(self._items(PUSH_ANSWERS), numbers=True, marks_first=False, id="answers")
        self.ledge = Ledge(self.question)

    def heading(self) -> tuple[Runs, Runs]:
        return ((_("Debrief"), "strong"),), ()

    def body(self) -> Iterable[Widget]:
        self.answers.glyphs = self.ledge.glyphs = self.glyphs
        return (self.question, self.answers, self.ledge)

    def hints(self) -> Iterable[Hint]:
        return (
            Hint(f"1{self.glyphs.dash}3", _("mark")),
            Hint("enter", _("answer"), "answer"),
            Hint("esc", _("skip"), "back"),
        )

    @on(Picker.Chosen, "#answers")
    def answer(self, event: Picker.Chosen) -> None:
        event.stop()
        if self.is_last:
            self.dismiss(Rated(self.push, event.id))
        else:
            self.push = event.id
            self._ask_the_last()

    @on(Picker.Unmarked)
    def tell_to_mark(self) -> None:
        self.ledge.tell(_("Mark an answer first ({keys})").format(keys=f"1{self.glyphs.dash}3"))

    @on(Picker.Marked)
    def stop_telling(self) -> None:
        self.ledge.tell()

    def action_answer(self) -> None:
        """Give the marked answer."""
        self.answers.action_choose()

    def action_skip(self) -> None:
        """See the score without an answer, or with the first one alone."""
        self.dismiss(Rated(self.push, None))

    def action_back(self) -> None:
        """Esc skips the question that is shown."""
        if self.is_last:
            self.action_skip()
        else:
            self._ask_the_last()

    def action_leave(self) -> None:
        """There is nothing to leave here but the questions."""
        self.action_skip()

    def _ask_the_last(self) -> None:
        self.is_last = True
        self.question.show(self._asking(_("And how respectful were you?")))
        self.answers.show(self._items(RESPECT_ANSWERS))

    @staticmethod
    def _asking(question: str) -> list[Paragraph]:
        told = _("Only you see this; it stands beside the score, never in it.")
        return [plain(question, "strong"), plain(told, "quiet")]

    @staticmethod
    def _items(answers: Iterable[str]) -> list[Item]:
        return [
            Item(answer, ((_(answer), ""),), lead=(str(at), "key")) for at, answer in enumerate(answers, 1)
        ]
