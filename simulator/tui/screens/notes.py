"""Room to write: an answer to each question of the debrief, and what one will say this week."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from simulator.report.told import Debrief
from simulator.store.log import Committed, Noted, What
from simulator.tui.ink import Runs, plain
from simulator.tui.screens.keeping import kept
from simulator.tui.screens.page import Page
from simulator.tui.stage import Play
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.sheet import Sheet
from simulator.tui.widgets.writing import WriteBox
from simulator.words import _, mark

WORDS, TO = "words", "to"
LONGEST_NAME = 100


class NotesScreen(Page[None]):
    """One box for each question; what is written is kept as soon as its box is left."""

    CSS_PATH = "notes.tcss"
    AUTO_FOCUS = ""
    HELP_TOPIC = "notes"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
    ]

    def __init__(self, play: Play, told: Debrief) -> None:
        super().__init__()
        self.play = play
        self.told = told
        remarks, promise = play.remarks, play.remarks.committed
        self.boxes = {
            f"q{number}": WriteBox(remarks.notes.get(number, ""), id=f"q{number}")
            for number in range(1, len(told.questions) + 1)
        }
        self.boxes[WORDS] = WriteBox(promise.words if promise else "", id=WORDS)
        self.boxes[TO] = WriteBox(promise.to if promise else "", longest=LONGEST_NAME, id=TO)
        self.written = {name: box.words for name, box in self.boxes.items()}
        self.column = VerticalScroll(*self._rows(), id="questions", classes="reads", can_focus=False)
        self.ledge = Ledge(self.column)
        self.ledge.key = "PgDn"

    def heading(self) -> tuple[Runs, Runs]:
        kept_words = _("kept as you write") if self.play.keeping else _("kept until you close Sparring")
        return ((_("To think about"), "strong"),), ((kept_words, "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.ledge.glyphs = self.glyphs
        return (self.column, self.ledge)

    def on_mount(self) -> None:
        self.set_focus(next(iter(self.boxes.values())), scroll_visible=False)

    def hints(self) -> Iterable[Hint]:
        return (
            Hint("tab", _("next"), "turn(1)"),
            Hint("f1", _("help"), "help"),
            Hint("esc", _("back to the debrief"), "back", stays=True),
        )

    def all_hints(self) -> list[Hint]:
        return [*self.hints()]

    @on(WriteBox.Taken)
    def go_to_the_next(self, event: WriteBox.Taken) -> None:
        event.stop()
        if event.box is self.boxes[TO]:
            self.action_back()
        else:
            self.action_turn(1)

    @on(WriteBox.Skipped)
    def go_back(self) -> None:
        self.action_back()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show a box with its question above it."""
        rows = list(self.column.children)
        event.widget.scroll_visible(animate=False)
        if event.widget in rows:
            rows[rows.index(event.widget) - 1].scroll_visible(animate=False)

    def on_descendant_blur(self) -> None:
        self._save(lambda: None)

    def action_turn(self, by: int) -> None:
        """Go to the next box, or the one before; Textual's own way there glides past the question."""
        boxes = list(self.boxes.values())
        at = boxes.index(self.focused) if isinstance(self.focused, WriteBox) else -by
        self.set_focus(boxes[(at + by) % len(boxes)], scroll_visible=False)

    def action_leave(self) -> None:
        """Leave as Esc does: what was written is kept."""
        self.action_back()

    def action_back(self) -> None:
        """Go back to the debrief."""
        self._save(partial(self.dismiss, None))

    def _rows(self) -> Iterable[Widget]:
        for number, question in enumerate(self.told.questions, 1):
            yield Sheet([plain(question, "strong")])
            yield self.boxes[f"q{number}"]
        yield Sheet([plain(_("What will you say this week?"), "strong")])
        yield self.boxes[WORDS]
        yield Sheet([plain(_("And to whom?"), "strong")])
        yield self.boxes[TO]

    def _save(self, go_on: Callable[[], object]) -> None:
        """Keep what has changed, then go on."""
        new = [what for name in self.boxes if (what := self._changed(name)) is not None]
        self.written = {name: box.words for name, box in self.boxes.items()}
        kept(self, self.play, partial(self._remark, new), go_on, go_on)

    def _remark(self, new: list[What]) -> None:
        while new:
            self.play.remark(new[0])
            del new[0]

    def _changed(self, name: str) -> What | None:
        words = self.boxes[name].words
        if words == self.written[name]:
            return None
        if name in (WORDS, TO):
            self.written[WORDS], self.written[TO] = self.boxes[WORDS].words, self.boxes[TO].words
            return Committed(self.boxes[WORDS].words, self.boxes[TO].words)
        return Noted(int(name[1:]), words)
