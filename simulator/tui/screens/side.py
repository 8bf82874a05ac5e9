"""What stands beside a conversation: the other person's portrait, the notebook, and the coach's compass."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from simulator.tui.glyphs import RICH, Glyphs
from simulator.tui.ink import content, shortened
from simulator.tui.presenters import table
from simulator.tui.stage import Play
from simulator.tui.widgets.compass import CompassView
from simulator.tui.widgets.ledge import goes_on
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, n_

NAME_COLUMNS = 18
"""What the narrowest portrait has room for in its border."""

GLOW = 0.8
"""Seconds for which what has just changed is lit."""


class Side(Vertical):
    """Portrait, notebook and compass; what the last words changed is lit for a moment."""

    def __init__(self) -> None:
        super().__init__(id="side")
        self.portrait = Sheet(id="portrait")
        self.notebook = Sheet(id="notebook")
        self.compass = CompassView(id="compass")
        self.glyphs: Glyphs = RICH
        self.moves = True
        self._before: tuple[object, ...] | None = None

    def compose(self) -> ComposeResult:
        yield self.portrait
        yield self.notebook
        yield self.compass

    def dress(self, glyphs: Glyphs) -> None:
        """Take the signs of the app."""
        self.glyphs = self.compass.glyphs = glyphs

    def begin(self, play: Play) -> None:
        """Say who it is, and whether a coach draws along."""
        person = play.scenario.cast[play.scenario.counterpart]
        self.portrait.border_title = shortened(content(((person.name, ""),)), NAME_COLUMNS)
        self.compass.set_class(play.coach, "coached")

    def show(self, play: Play, mood: str | None) -> None:
        """Bring all of it up to date."""
        portrait = table.portrait(play, mood, self.glyphs)
        new = len(table.new_facts(play))
        self.portrait.show(portrait)
        self.notebook.show(table.notebook(play, self.glyphs))
        self.notebook.scroll_home(animate=False)
        told = n_("Notebook: {n} new", "Notebook: {n} new", new).format(n=new) if new else _("Notebook")
        self.notebook.border_title = content(((told, ""),))
        self.compass.compass = table.compass(play)
        self.call_after_refresh(self._mark_what_is_below)
        self._light_up(tuple(portrait), new)

    def on_resize(self) -> None:
        self.call_after_refresh(self._mark_what_is_below)

    def _mark_what_is_below(self) -> None:
        more = f"{self.glyphs.more} {_('n: all of it')}"
        self.notebook.border_subtitle = Content(more if goes_on(self.notebook) else "")

    def _light_up(self, portrait: tuple[object, ...], new: int) -> None:
        changed = self._before is not None and portrait != self._before
        self._before = portrait
        for widget, lit in ((self.portrait, changed), (self.notebook, new > 0)):
            if lit and self.moves:
                widget.add_class("-lit")
                self.set_timer(GLOW, lambda widget=widget: widget.remove_class("-lit"))
