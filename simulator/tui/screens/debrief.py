"""Debrief: how it ended, what it came to, and what each decision was worth."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.worker import get_current_worker

from simulator.report.debrief import debrief
from simulator.report.phrases import yardstick as yardstick_of
from simulator.store.log import Rated
from simulator.tui.ink import Paragraph, Runs, heading
from simulator.tui.keymap import bindings, key_of
from simulator.tui.presenters import afterword, chart
from simulator.tui.presenters import debrief as shown
from simulator.tui.screens.decision import DecisionScreen
from simulator.tui.screens.keeping import kept
from simulator.tui.screens.notes import NotesScreen
from simulator.tui.screens.page import Page
from simulator.tui.screens.rate import Rate
from simulator.tui.screens.reading import Reading
from simulator.tui.stage import Play, what_if
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.compass import CompassView
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.tui.words import mode
from simulator.words import _, mark


class Column(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The page under the title; the decisions in it have the focus."""


class DebriefScreen(Page[None]):
    """The debrief of one play, finished or not."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = ""
    HELP_TOPIC = "debrief"
    LEAVE_WORDS: ClassVar[str] = mark("home")
    IS_KEPT: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("debrief"),
        Binding("home", "scroll_edge(0)", show=False, priority=True),
        Binding("end", "scroll_edge(1)", show=False, priority=True),
    ]

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self.told = debrief(play.edition, play.session)
        self.yardstick = ""
        self.has_changed = play.file_has_changed()
        self.story = Sheet(id="story")
        self.figures = Sheet(id="figures")
        self.compass = CompassView(id="compass")
        self.decisions = Picker(id="decisions")
        self.trust = Sheet(id="trust")
        self.rest = Sheet(id="rest")
        self.column = Column(
            self.story,
            self.figures,
            Horizontal(self.compass, self.trust, id="middle"),
            self.decisions,
            self.rest,
            id="all",
            classes="reads",
        )
        self.ledge = Ledge(self.column)

    def heading(self) -> tuple[Runs, Runs]:
        kinds = [_("practice")] if self.is_practice else [_("first run")] if self.play.counts else []
        how = f" {self.glyphs.dot} ".join([mode(self.play.coach), *kinds])
        return ((f"{_('Debrief')} {self.glyphs.dot} ", "quiet"), (self.told.title, "strong")), (
            (how, "quiet"),
        )

    @property
    def is_practice(self) -> bool:
        return self.play.is_practice or self.play.coach

    def body(self) -> Iterable[Widget]:
        self.compass.glyphs = self.decisions.glyphs = self.ledge.glyphs = self.glyphs
        self.decisions.show(self._rows(), marked=str(self.told.try_at or 1))
        self._refocus()
        self.story.show(shown.story(self.told, self.glyphs, key_of("what-if", self.sparring.keys)))
        self._show_figures()
        self.trust.show(self._trust_over_time())
        self._show_rest()
        return (self.column, self.ledge)

    def on_mount(self) -> None:
        self.decisions.focus(scroll_visible=False)
        self.run_worker(self._weigh, thread=True)
        if self.told.decisions and self.play.remarks.rated is None:
            self.app.push_screen(Rate(), self._rate)

    def hints(self) -> Iterable[Hint]:
        return (
            Hint("enter", _("explain"), "explain"),
            *map(self.hint, ("thoughts", "what-if", "notes", "export", "again")),
        )

    @on(Picker.Marked, "#decisions")
    def look_at(self) -> None:
        self._refocus()
        self.call_after_refresh(self._bring_into_view)

    @on(Picker.Passed)
    def scroll_on(self, event: Picker.Passed) -> None:
        self.column.scroll_relative(y=3 * event.by, animate=False)

    @on(Picker.Chosen, "#decisions")
    def explain(self, event: Picker.Chosen) -> None:
        event.stop()
        self.app.push_screen(DecisionScreen(self.play, self.told, int(event.id)), self._come_back)

    def action_explain(self) -> None:
        """Explain the marked decision."""
        self.decisions.action_choose()

    def action_thoughts(self) -> None:
        """The conversation again, with what the other person thought."""
        from simulator.tui.presenters.thoughts import page  # noqa: PLC0415 - opened on demand

        title = f"{_('What they thought')} {self.glyphs.dot} {self.told.counterpart}"
        self.app.push_screen(Reading(title, page(self.play, self.glyphs)))

    def action_notes(self) -> None:
        """Answer the questions, and note what to say this week."""
        self.app.push_screen(NotesScreen(self.play, self.told), lambda _none: self._show_rest())

    def action_scroll_edge(self, end: int) -> None:
        """Scroll to the start (0) or the end (1)."""
        self.column.scroll_to(y=end * self.column.max_scroll_y, animate=False)

    def action_what_if(self) -> None:
        """Play on from the marked decision, as practice."""
        if self.decisions.marked_id is not None:
            self.sparring.play_on(what_if(self.play, int(self.decisions.marked_id) - 1))

    def action_map(self) -> None:
        """The map of the scenario, with the way this play went."""
        self.sparring.show_map_of(self.play)

    def action_again(self) -> None:
        """Play the scenario again from its briefing."""
        self.sparring.play_again(self.play.edition)

    def action_export(self) -> None:
        """Write the debrief to a text file and say where."""
        from simulator.tui.export import export  # noqa: PLC0415 - opened on demand

        path, told = export(self.play, self.told)
        self.sparring.exported = path or self.sparring.exported
        self.sparring.tell(told, _("Debrief"))

    def action_leave(self) -> None:
        """Go back to the debrief this one was reached from, or Home."""
        self.sparring.leave(self)

    def action_back(self) -> None:
        """Esc leaves as `q` does: the play behind this page is over."""
        self.action_leave()

    def _show_figures(self) -> None:
        self.figures.show(shown.figures(self.told, self.play.remarks.rated, self.glyphs))

    def _trust_over_time(self) -> list[Paragraph]:
        drawn = chart.trust_chart(self.told.trust, self.glyphs)
        return [heading(_("Trust over time"), before=0), *drawn, *chart.tiers(self.glyphs)]

    def _show_rest(self) -> None:
        remarks, found = self.play.remarks, self.sparring.endings_found(self.play)
        honest = afterword.honest(
            is_practice=self.is_practice,
            has_changed=self.has_changed,
            yardstick=self.yardstick,
        )
        legend = shown.legend(self.told, self.glyphs)
        page = afterword.page(self.told, remarks, found, self.glyphs)
        arc = afterword.arc(self.sparring.carried_on(self.play, self.told.trust_final))
        self.rest.show([*legend, *arc, *page, *honest])

    def _weigh(self) -> None:
        """Work out what random play scores here, for scale; it takes a moment."""
        from simulator.analysis.bots.luck import luck  # noqa: PLC0415 - only here

        self.yardstick = yardstick_of(luck(self.play.session.program))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show_rest)

    def _rows(self) -> list[Item]:
        return shown.rows(self.told, self.glyphs)

    def _rate(self, rated: Rated | None) -> None:
        given = rated or Rated(None, None)
        kept(self, self.play, partial(self.play.remark, given), self._show_figures, self._show_figures)

    def _come_back(self, decision: int | None) -> None:
        """Mark the decision that was looked at last."""
        if decision is not None:
            self.decisions.show(self._rows(), marked=str(decision))
            self._refocus()

    def _refocus(self) -> None:
        marked = self.decisions.marked_id
        self.compass.compass = shown.compass(self.told.decisions, int(marked) if marked else None)

    def _bring_into_view(self) -> None:
        """Scroll the page so that the marked decision can be seen."""
        page, at = self.column, self.decisions.marked
        if at is None:
            return
        top, height = self.decisions.top_of(at)
        top += self.decisions.virtual_region.y
        seen = page.scrollable_content_region.height
        if top < page.scroll_offset.y:
            page.scroll_to(y=top, animate=False)
        elif top + height > page.scroll_offset.y + seen:
            page.scroll_to(y=top + height - seen, animate=False)
