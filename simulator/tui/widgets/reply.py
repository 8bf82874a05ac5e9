"""Where the player answers: words of one's own first, if that is wished, then one of the answers."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.tui.widgets.writing import WriteBox
from simulator.words import _

NEARLY_FULL = 100
"""Characters left from which on the room is told."""

ELSEWHERE = 5
"""Lines that are never this widget's answers: title, portrait, one line of conversation, ledge, keys."""


class Reply(Vertical):
    """A ledge, and below it the answers or the box to write in; never both."""

    DEFAULT_CSS = """
    Reply { height: auto; }
    Reply #own { display: none; height: auto; padding: 0 1; }
    Reply.-writing #own { display: block; }
    Reply.-writing #choices { display: none; }
    """

    def __init__(self, reads: Widget) -> None:
        super().__init__(id="reply")
        self.choices = Picker(numbers=True, marks_first=False, id="choices")
        self.choices.leaves_edges = True
        self.ledge = Ledge(reads, self.choices, id="ledge")
        self.prompt = Sheet(id="prompt")
        self.box = WriteBox(id="box")
        self.is_tall = False

    def compose(self) -> ComposeResult:
        yield self.ledge
        yield Vertical(self.prompt, self.box, id="own")
        yield self.choices

    @property
    def is_writing(self) -> bool:
        """Whether the player is asked for words of their own."""
        return self.has_class("-writing")

    def dress(self, glyphs: Glyphs) -> None:
        """Take the signs of the app."""
        self.choices.glyphs = self.ledge.glyphs = glyphs

    def fit(self) -> None:
        """Take at most half of the window, or three quarters where what is shown must be read now."""
        height = self.screen.size.height
        part = height * 3 // 4 - 1 if self.is_tall else height // 2 - 1
        self.choices.styles.max_height = max(4, min(part, height - ELSEWHERE))

    def offer(self, items: Iterable[Item], *, marks_first: bool, tall: bool = False) -> None:
        """Show what can be chosen; `tall` gives it more of the window."""
        self.is_tall = tall
        self.fit()
        self.remove_class("-writing")
        self.ledge.key = "space"
        self.ledge.goes_on_words = _("goes on") if tall else ""
        self.ledge.tell()
        self.choices.marks_first = marks_first
        self.choices.show(items)
        self.choices.focus(scroll_visible=False)

    def ask(self, prompt: Iterable[Paragraph]) -> None:
        """Ask for words of one's own."""
        self.prompt.show(prompt)
        self.box.load_text("")
        self.add_class("-writing")
        self.ledge.key = "PgDn"
        self.ledge.tell()
        self.box.focus(scroll_visible=False)

    def on_text_area_changed(self) -> None:
        left = self.box.room
        self.ledge.tell("", _("{n} characters left").format(n=left) if left < NEARLY_FULL else "")
