"""A list of things to choose from, by arrow, number or click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from simulator.tui.glyphs import RICH, Glyphs
from simulator.tui.ink import Paragraph, Run, Runs, lay_out, written
from simulator.tui.widgets.lines import Lines


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to choose, or with `id` None a heading between them.

    `lead` stands in front (a number as a rule), `right` ends the first line,
    `more` follows under it; `before` counts blank lines above; `clip` keeps the
    words on one line.
    """

    id: str | None
    runs: Runs
    lead: Run = ("", "")
    right: Runs = ()
    more: tuple[Paragraph, ...] = ()
    before: int = 0
    clip: bool = False

    def paragraphs(self) -> list[Paragraph]:
        gutter = len(self.lead[0]) + 2 if self.lead[0] else 0
        first = Paragraph(self.runs, label=self.lead, gutter=gutter, right=self.right, clip=self.clip)
        rest = [
            Paragraph(p.runs, p.label, p.gutter, p.indent + gutter, p.right, p.before, p.clip)
            for p in self.more
        ]
        return [first, *rest]


class Picker(Lines, can_focus=True):
    """Items of which one can be marked and chosen.

    Enter chooses the marked item. With `numbers`, a digit marks an item and the
    same digit again chooses it, so that one stray key never commits. With
    `marks_first` the first item is marked from the start. `leaves_edges` leaves
    Home and End to the page around it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picker--marked"}
    DEFAULT_CSS = """
    Picker > .picker--marked { background: $marked; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    MARK_COLUMNS = 2

    marked: reactive[int | None] = reactive(None, layout=False)

    @dataclass
    class Marked(Message):
        """An item has been marked."""

        picker: Picker
        id: str

        @property
        def control(self) -> Picker:
            return self.picker

    @dataclass
    class Chosen(Message):
        """An item has been chosen for good."""

        picker: Picker
        id: str

        @property
        def control(self) -> Picker:
            return self.picker

    @dataclass
    class Unmarked(Message):
        """Enter was pressed, and nothing is marked."""

        picker: Picker

        @property
        def control(self) -> Picker:
            return self.picker

    @dataclass
    class Passed(Message):
        """The reader went on past the last item (1) or before the first (-1)."""

        picker: Picker
        by: int

    def __init__(
        self,
        items: Iterable[Item] = (),
        *,
        glyphs: Glyphs = RICH,
        numbers: bool = False,
        marks_first: bool = True,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.numbers = numbers
        self.marks_first = marks_first
        self.leaves_edges = False
        self._items: list[Item] = list(items)
        self._rows: list[int] = []
        self._tops: list[int] = []
        self._blocks: dict[tuple[int, bool, int], list[Strip]] = {}
        self._armed: int | None = None
        self.set_reactive(Picker.marked, self._first() if marks_first else None)

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(self._items)

    @property
    def marked_id(self) -> str | None:
        """The id of the marked item, or None."""
        return None if self.marked is None else self._items[self.marked].id

    @property
    def marked_words(self) -> str:
        """The marked item as plain text, or nothing."""
        item = None if self.marked is None else self._items[self.marked]
        return "" if item is None else "\n".join(written(p) for p in item.paragraphs()).strip()

    def show(self, items: Iterable[Item], marked: str | None = None) -> None:
        """Replace the items; `marked` names the one to mark, if it is there."""
        self._items = list(items)
        self._blocks.clear()
        self._armed = None
        at = next(
            (i for i, item in enumerate(self._items) if item.id is not None and item.id == marked), None
        )
        self.set_reactive(
            Picker.marked, at if at is not None else self._first() if self.marks_first else None
        )
        self.relay()
        self.scroll_home(animate=False)
        self._reveal()

    def lay(self, width: int) -> list[Strip]:
        lines: list[Strip] = []
        self._rows, self._tops = [], []
        for index, item in enumerate(self._items):
            blank = [Strip.blank(0)] * item.before
            block = self._block(index, width)
            self._tops.append(len(lines) + item.before)
            self._rows += [-1] * item.before + [index] * len(block)
            lines += blank + block
        return lines

    def action_move(self, by: int) -> None:
        """Mark the next or the previous item."""
        ids = self._choosable()
        if not ids:
            self.post_message(self.Passed(self, by))
            return
        if self.marked is None:
            self._mark(ids[0] if by > 0 else ids[-1])
            return
        at = ids.index(self.marked) + by
        if 0 <= at < len(ids):
            self._mark(ids[at])
        else:
            self.post_message(self.Passed(self, by))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return not (action == "edge" and self.leaves_edges)

    def action_edge(self, at: int) -> None:
        """Mark the first (0) or the last (-1) item."""
        if ids := self._choosable():
            self._mark(ids[at])

    def action_choose(self) -> None:
        """Choose the marked item; without one, `Unmarked` tells so."""
        self._armed = None
        if self.marked_id is not None:
            self.post_message(self.Chosen(self, self.marked_id))
        else:
            self.post_message(self.Unmarked(self))

    def on_key(self, event: events.Key) -> None:
        if self.numbers and event.character and event.character.isascii() and event.character.isdigit():
            event.stop()
            self._mark_or_choose(int(event.character) - 1)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        row = -1 if offset is None else offset.y + self.scroll_offset.y
        if 0 <= row < len(self._rows) and self._rows[row] >= 0:
            event.stop()
            self._mark_or_choose(self._choosable_at(self._rows[row]))

    def watch_marked(self) -> None:
        self.relay()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._blocks.clear()

    def top_of(self, index: int) -> tuple[int, int]:
        """The first line of an item and the number of its lines, as last laid out."""
        return self._tops[index], self._rows.count(index)

    def _mark_or_choose(self, position: int) -> None:
        ids = self._choosable()
        if not 0 <= position < len(ids):
            return
        if self._armed == ids[position] == self.marked:
            self.action_choose()
            return
        self._mark(ids[position])
        self._armed = ids[position]

    def _mark(self, index: int) -> None:
        self._armed = None
        self.marked = index
        self._reveal()
        chosen = self._items[index].id
        if chosen is not None:
            self.post_message(self.Marked(self, chosen))

    def _reveal(self) -> None:
        """Scroll so that the marked item is whole in view, as far as it fits."""
        if self.marked is None or not self._tops or not self.is_attached:
            return
        top, height = self.top_of(self.marked)
        top = 0 if self.marked == self._first() else top
        bottom = self.top_of(self.marked)[0] + height
        seen = self.scrollable_content_region.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif bottom > self.scroll_offset.y + seen:
            self.scroll_to(y=min(top, bottom - seen), animate=False)

    def _block(self, index: int, width: int) -> list[Strip]:
        """The lines of one item; marking another one lays out no third."""
        key = (index, index == self.marked, width)
        if key not in self._blocks:
            self._blocks[key] = self._drawn(self._items[index], width, marked=key[1])
        return self._blocks[key]

    def _drawn(self, item: Item, width: int, *, marked: bool) -> list[Strip]:
        base = self.get_visual_style("picker--marked") if marked else self.visual_style
        room = max(1, width - self.MARK_COLUMNS) if item.id is not None else width
        block = [line for p in item.paragraphs() for line in lay_out(p, room, self.role, base)]
        if item.id is None:
            return block
        return [
            self._with_mark(line, first=at == 0, marked=marked, width=width) for at, line in enumerate(block)
        ]

    def _with_mark(self, line: Strip, *, first: bool, marked: bool, width: int) -> Strip:
        base = self.get_visual_style("picker--marked") if marked else self.visual_style
        sign = self.glyphs.mark if first else " "
        words = f"{sign} " if marked else "  "
        mark = Segment(words, (base + self.role("key")).rich_style)
        return Strip.join([Strip([mark], self.MARK_COLUMNS), line]).extend_cell_length(width, base.rich_style)

    def _choosable(self) -> list[int]:
        return [index for index, item in enumerate(self._items) if item.id is not None]

    def _choosable_at(self, index: int) -> int:
        ids = self._choosable()
        return ids.index(index) if index in ids else -1

    def _first(self) -> int | None:
        return next(iter(self._choosable()), None)
