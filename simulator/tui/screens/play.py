"""Play: the conversation, the person, the notebook, and what one can say."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from simulator.store.log import Typed
from simulator.tui.ink import Runs
from simulator.tui.keymap import bindings
from simulator.tui.presenters import coach, foot, table
from simulator.tui.presenters.conversation import Entry, Teller, entries, mood_of
from simulator.tui.screens.asides import leaving, notebook, taking_back
from simulator.tui.screens.keeping import kept
from simulator.tui.screens.page import Page
from simulator.tui.screens.side import Side
from simulator.tui.stage import Play
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.ledge import goes_on
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.reply import Reply
from simulator.tui.widgets.sheet import Sheet, Transcript
from simulator.tui.widgets.writing import WriteBox
from simulator.words import _, mark


class PlayScreen(Page[None]):
    """One play from its first line to its ending."""

    CSS_PATH = "play.tcss"
    HELP_TOPIC = "play"
    ASKS = True
    LEAVE_WORDS = mark("leave")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("play"),
        Binding("home", "scroll_edge(0)", show=False),
        Binding("end", "scroll_edge(1)", show=False),
    ]

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self.told: list[Entry] = []
        self.heard = len(play.session.choices)
        self.transcript = Transcript(id="transcript", classes="reads")
        self.strip = Sheet(id="strip")
        self.side = Side()
        self.reply = Reply(self.transcript)
        self.choices = self.reply.choices

    def heading(self) -> tuple[Runs, Runs]:
        return ((self.play.scenario.title, "strong"),), ((foot.where(self.play, self.glyphs), "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.reply.dress(self.glyphs)
        self.side.dress(self.glyphs)
        self.side.moves = self.sparring.options.motion
        yield self.strip
        yield Horizontal(self.transcript, self.side, id="scene")
        yield self.reply

    def on_mount(self) -> None:
        self.side.begin(self.play)
        self._tell_all()

    def on_resize(self) -> None:
        self.reply.fit()

    def hints(self) -> Iterable[Hint]:
        stage = self._stage
        if stage == foot.WRITING:
            return (
                Hint("enter", _("take it")),
                Hint("f1", _("help"), "help"),
                Hint("esc", _("skip this one"), "skip_words", stays=True),
            )
        at_end = stage == foot.OVER and not goes_on(self.transcript)
        on = _("see how it went") if at_end else _("go on")
        answer = (
            (Hint(foot.keys(self.play, self.glyphs), _("mark")), Hint("enter", _("say it"), "say"))
            if stage == foot.ANSWERING
            else (Hint("enter", on, "say"),)
        )
        return (*answer, self.hint("take-back"), self.hint("notebook"))

    def all_hints(self) -> list[Hint]:
        return [*self.hints()] if self._stage == foot.WRITING else super().all_hints()

    @on(Transcript.Scrolled)
    def look_below(self) -> None:
        """The end of the play is reached once its last words have been in view."""
        if self._stage == foot.OVER:
            marked = foot.over(has_more=goes_on(self.transcript))
            if [item.id for item in marked] != [item.id for item in self.choices.items]:
                self.choices.show(marked)
                self.retitle()

    @on(Picker.Marked, "#choices")
    def stop_telling(self) -> None:
        self.reply.ledge.tell()

    @on(Picker.Unmarked, "#choices")
    def tell_to_mark(self) -> None:
        self.reply.ledge.tell(foot.mark_first(self.play, self.glyphs))

    @on(Picker.Passed)
    def scroll_the_answers(self, event: Picker.Passed) -> None:
        self.choices.scroll_relative(y=event.by, animate=False)

    @on(Picker.Chosen, "#choices")
    def choose(self, event: Picker.Chosen) -> None:
        event.stop()
        if event.id == foot.DEBRIEF:
            self.action_debrief()
        elif event.id == foot.READ_ON or (event.id == foot.GO_ON and goes_on(self.choices)):
            self.action_scroll_body(1)
        elif event.id == foot.GO_ON:
            self.heard = len(self.play.session.choices)
            self._settle()
        else:
            self.play.session.say(event.id)
            kept(self, self.play, self.play.keep, self._said, self._unsaid)

    @on(WriteBox.Taken)
    def take_words(self, event: WriteBox.Taken) -> None:
        event.stop()
        typed = Typed(self.play.decision, event.text)
        kept(self, self.play, partial(self.play.remark, typed), self._settle, self._settle)

    @on(WriteBox.Skipped)
    def skip_words(self) -> None:
        self.action_skip_words()

    def action_skip_words(self) -> None:
        """Go to the answers without words of one's own."""
        self.play.remarks.add(Typed(self.play.decision, ""))
        self._settle()

    def action_scroll_body(self, pages: int) -> None:
        """Turn the page of the conversation, or of the coach's word where that goes on."""
        self.reply.ledge.tell()
        card = self.choices
        if self._stage == foot.COACHED and pages > 0 and goes_on(card):
            card.scroll_relative(y=max(1, card.size.height - 1), animate=False)
        else:
            super().action_scroll_body(pages)

    def action_say(self) -> None:
        """Do what Enter does: say what is marked, or go on."""
        self.choices.action_choose()

    def action_debrief(self) -> None:
        """Go on to the debrief once the play is over."""
        if self.play.is_over:
            self.sparring.open_debrief(self.play)

    def action_take_back(self) -> None:
        """Unsay the last words; the first time it asks, because the play is practice from then on."""
        if not self.play.session.choices:
            self.app.bell()
        elif self.play.is_practice:
            self._take_back("yes")
        else:
            self.app.push_screen(taking_back(self.glyphs), self._take_back)

    def action_notebook(self) -> None:
        """Show the notebook large; narrow windows have no other place for it."""
        self.app.push_screen(notebook(self.play, self._mood, self.glyphs))

    def action_scroll_edge(self, end: int) -> None:
        """Scroll the conversation to its start (0) or its end (1)."""
        self.transcript.scroll_to(y=end * self.transcript.max_scroll_y, animate=False)

    def action_leave(self) -> None:
        """Ask where to go; what was said so far stays."""
        back = self.sparring.leads_to_a_debrief(self)
        self.app.push_screen(leaving(self.play, self.glyphs, leads_back=back), self._leave)

    def action_back(self) -> None:
        """Esc leaves as `q` does."""
        self.action_leave()

    @property
    def _mood(self) -> str | None:
        return mood_of(self.play.scenario, self.told)

    @property
    def _stage(self) -> str:
        """What the player is asked for now."""
        if self.play.coach and len(self.play.session.choices) > self.heard:
            return foot.COACHED
        if self.play.is_over:
            return foot.OVER
        return foot.WRITING if self.play.asks_for_words else foot.ANSWERING

    def _leave(self, way: str | None) -> None:
        if way == "away":
            self.sparring.leave_play(self.play, self)
        elif way == "debrief":
            self.sparring.open_debrief(self.play)

    def _said(self) -> None:
        """What was said stands: tell it."""
        self._tell_turn()
        if self.play.is_over:
            self._tell_of_a_change()
        self._settle()

    def _unsaid(self) -> None:
        """What was said could not be kept: it was never said."""
        self.play.unsay()
        self._settle()

    def _take_back(self, answer: str | None) -> None:
        if answer == "yes":
            self.play.session.take_back()
            kept(self, self.play, self.play.keep, self._taken_back, self._unsaid)

    def _taken_back(self) -> None:
        self.play.is_practice = True
        self.heard = len(self.play.session.choices)
        self._tell_all()

    def _tell_all(self) -> None:
        """Tell the whole conversation from its opening."""
        self.teller = Teller(self.play.scenario, self.glyphs)
        self.told = []
        self.transcript.show(())
        for position in range(len(self.play.session.turns)):
            self._tell_turn(position)
        if self.play.session.choices:
            self._tell_of_a_change()
        self._settle()

    def _tell_turn(self, position: int = -1) -> None:
        """Tell a turn; the coach's word on the one before closes that first."""
        turns = self.play.session.turns
        at = position % len(turns)
        if self.play.coach and at > 1:
            self.transcript.extend(
                self.teller.aside(coach.note(self.play, at - 2, self.glyphs, self.teller.gutter))
            )
        new = entries(self.play.edition, turns[at])
        self.told += new
        self.transcript.turn(self.teller.tell(new))

    def _tell_of_a_change(self) -> None:
        """Say that the scenario's file is another one by now, where it is."""
        if self.play.file_has_changed():
            self.transcript.extend(self.teller.aside(foot.changed(self.teller.gutter)))

    def _settle(self) -> None:
        """Bring everything around the conversation up to date with it."""
        self.strip.show([table.strip(self.play, self._mood, self.glyphs)])
        self.side.show(self.play, self._mood)
        self._ask()
        self.retitle()
        self.call_after_refresh(self.transcript.show_turn)

    def _ask(self) -> None:
        """Ask for what comes next."""
        match self._stage:
            case foot.COACHED:
                self.reply.offer(
                    foot.coached(self.play, self.heard, self.glyphs), marks_first=True, tall=True
                )
            case foot.OVER:
                self.reply.offer(foot.over(has_more=True), marks_first=True)
            case foot.WRITING:
                self.reply.ask(foot.prompt(self.play))
            case _:
                self.reply.offer(foot.answers(self.play), marks_first=False)
