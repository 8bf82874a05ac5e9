"""Two questions before the score, so that one meets it with a view of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from simulator.tui import words
from simulator.tui.ink import Runs, plain
from simulator.tui.keymap import bindings
from simulator.tui.presenters.debrief import SelfRating
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet


class Rate(Page[SelfRating]):
    """How hard did you push, how respectful were you; Esc skips one, `q` both."""

    CSS_PATH = "rate.tcss"
    HELP_TOPIC = "rate"
    LEAVE_WORDS: ClassVar[str] = words.KEY_TO_SCORE
    BINDINGS: ClassVar[list[BindingType]] = bindings("rate")

    def __init__(self) -> None:
        super().__init__()
        self.push: str | None = None
        self.is_last = False
        self.question = Sheet(
            [plain(words.RATE_PUSH, "strong"), plain(words.RATE_MEANS, "quiet")], id="question"
        )
        self.answers = Picker(self._items(words.PUSH_ANSWERS), numbers=True, marks_first=False, id="answers")

    def heading(self) -> tuple[Runs, Runs]:
        return ((words.DEBRIEF, "strong"),), ()

    def body(self) -> Iterable[Widget]:
        self.answers.glyphs = self.glyphs
        return (self.question, self.answers)

    def hints(self) -> Iterable[Hint]:
        return (
            Hint("1-3", words.KEY_MARK),
            Hint("enter", words.KEY_TAKE),
            Hint("esc", words.KEY_SKIP, "back"),
        )

    @on(Picker.Chosen, "#answers")
    def answer(self, event: Picker.Chosen) -> None:
        event.stop()
        if self.is_last:
            self.dismiss(SelfRating(self.push, words.SAID_RESPECT[event.id]))
        else:
            self.push = words.SAID_PUSH[event.id]
            self._ask_the_last()

    def action_skip(self) -> None:
        """See the score without an answer, or with the first one alone."""
        self.dismiss(SelfRating(self.push))

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
        self.question.show([plain(words.RATE_RESPECT, "strong"), plain(words.RATE_MEANS, "quiet")])
        self.answers.show(self._items(words.RESPECT_ANSWERS))

    @staticmethod
    def _items(answers: Iterable[str]) -> list[Item]:
        return [Item(answer, ((answer, ""),), lead=(str(at), "key")) for at, answer in enumerate(answers, 1)]
