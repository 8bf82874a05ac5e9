"""Map: where one has been in a scenario, and, once two endings are found, that there is more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from simulator.report.paths import Paths, plan_of
from simulator.scenario.edition import Edition
from simulator.tui.ink import Runs, plain
from simulator.tui.keymap import bindings
from simulator.tui.presenters import places as shown
from simulator.tui.presenters.map import drawing, name
from simulator.tui.screens.page import Page
from simulator.tui.screens.reading import Reading
from simulator.tui.stage import Play, what_if
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.canvas import Canvas
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark

MOST = 150
"""Places that are drawn; of a larger scenario there is an outline."""
LEAST_WIDTH, LEAST_HEIGHT = 60, 16
"""The window below which an outline is easier to read than a drawing."""


class MapScreen(Page[None]):
    """The places of a scenario and the ways taken between them; with a play, one can play on from it."""

    CSS_PATH = "map.tcss"
    AUTO_FOCUS = ""
    HELP_TOPIC = "map"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "along(-1)", show=False),
        Binding("right", "along(1)", show=False),
        Binding("up", "beside(-1)", show=False),
        Binding("down", "beside(1)", show=False),
        Binding("enter", "open", show=False),
        *bindings("map"),
    ]

    def __init__(self, edition: Edition, paths: Paths, play: Play | None = None) -> None:
        super().__init__()
        self.edition = edition
        self.paths = paths
        self.play = play
        self.plan = plan_of(edition.scenario, paths, MOST)
        self.marked = self.plan.start
        self.canvas = Canvas(id="canvas")
        self.outline = Picker(id="outline")
        self.legend = Sheet(id="legend")
        self.about = Sheet(id="about")

    def heading(self) -> tuple[Runs, Runs]:
        left: Runs = ((f"{_('Map')} {self.glyphs.dot} ", "quiet"), (self.edition.scenario.title, "strong"))
        return left, ((shown.found(self.edition, self.paths), "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.outline.glyphs, self.canvas.sign = self.glyphs, self.glyphs.mark
        self.drawn = (
            drawing(self.plan, self.edition.scenario, self.glyphs) if len(self.plan.places) <= MOST else None
        )
        self.outline.show(shown.outline(self.plan, self.edition, self.glyphs), marked=self.marked)
        legend = shown.legend(self.plan, self.paths)
        self.legend.show([plain(legend, "quiet")] if legend else [])
        self.legend.display = bool(legend)
        return (self.legend, self.canvas, self.outline, self.about)

    def on_mount(self) -> None:
        self._arrange(*self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        self._arrange(*event.size)

    def hints(self) -> Iterable[Hint]:
        moves = f"{self.glyphs.back}{self.glyphs.arrow}{self.glyphs.arrows}"
        what_if = [self.hint("what-if")] if self.play is not None else []
        return (
            Hint(moves if self.glyphs.name == "rich" else _("arrows"), _("move")),
            Hint("enter", _("what was said"), "open"),
            *what_if,
            Hint("esc", _("back"), "back"),
        )

    @property
    def is_drawn(self) -> bool:
        """Whether the map is a drawing now, rather than an outline."""
        return self.canvas.display

    def action_along(self, by: int) -> None:
        """Go along the arrows, the ways taken first, or back against them."""
        near = self.plan.after[self.marked] if by > 0 else self.plan.before[self.marked]
        self._go(near[0] if near else None)

    def action_beside(self, by: int) -> None:
        """Go to what stands above or below."""
        if not self.is_drawn or self.drawn is None:
            self.outline.action_move(by)
            return
        boxes = self.drawn.boxes
        here = boxes[self.marked]
        column = sorted((box.y, place) for place, box in boxes.items() if box.x == here.x)
        at = column.index((here.y, self.marked)) + by
        self._go(column[at][1] if 0 <= at < len(column) else None)

    def action_open(self) -> None:
        """Open what was said at the marked place."""
        told = self.plan.places[self.marked]
        if not told.plays:
            self.app.bell()
            return
        head = name(told, self.edition.scenario, self.glyphs)
        page = shown.page(self.marked, self.edition, self.paths, self.glyphs)
        self.app.push_screen(Reading(head, page))

    def action_what_if(self) -> None:
        """Play on from where this play first came to the marked place, as practice."""
        decisions = self.play.session.decisions if self.play is not None else ()
        at = next((at for at, one in enumerate(decisions) if one.made.beat == self.marked), None)
        if self.play is None or at is None:
            self.app.bell()
        else:
            self.sparring.play_on(what_if(self.play, at))

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()

    @on(Canvas.Pointed)
    def point(self, event: Canvas.Pointed) -> None:
        event.stop()
        if event.id == self.marked:
            self.action_open()
        else:
            self._go(event.id)

    @on(Picker.Marked, "#outline")
    def look_at(self, event: Picker.Marked) -> None:
        event.stop()
        self._go(event.id)

    @on(Picker.Chosen, "#outline")
    def choose(self, event: Picker.Chosen) -> None:
        event.stop()
        self.action_open()

    def _arrange(self, width: int, height: int) -> None:
        """A drawing where there is room and it can be read, else an outline."""
        drawn = self.drawn is not None and width >= LEAST_WIDTH and height >= LEAST_HEIGHT
        self.canvas.display, self.outline.display = drawn, not drawn
        (self.canvas if drawn else self.outline).focus()
        if self.drawn is not None:
            self.canvas.draw(self.drawn, self.marked)
        self._go(self.marked)

    def _go(self, place: str | None) -> None:
        if place is None:
            self.app.bell()
            return
        self.marked = place
        self.about.show(shown.about(place, self.plan, self.edition, self.glyphs))
        self.canvas.mark(place)
        if self.outline.marked_id != place:
            self.outline.show(self.outline.items, marked=place)
