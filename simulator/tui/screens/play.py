"""Play: the conversation, the person, the notebook, and what one can say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from simulator.tui.drawing import drawing
from simulator.tui.ink import BLANK, Runs, heading, shortened
from simulator.tui.keymap import bindings
from simulator.tui.presenters import table
from simulator.tui.presenters.coach import note
from simulator.tui.presenters.conversation import Entry, Teller, entries, mood_of
from simulator.tui.screens.ask import Answer, Ask
from simulator.tui.screens.page import Page
from simulator.tui.stage import Play
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.compass import CompassView
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet, Transcript
from simulator.tui.words import where
from simulator.words import _, mark

DEBRIEF = "debrief"
NAME_COLUMNS = 18
"""What the narrowest portrait has room for in its border."""


class PlayScreen(Page[None]):
    """One play from its first line to its ending."""

    CSS_PATH = "play.tcss"
    HELP_TOPIC = "play"
    LEAVE_WORDS = mark("leave")
    BINDINGS: ClassVar[list[BindingType]] = bindings("play")

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play
        self.told: list[Entry] = []
        self.transcript = Transcript(id="transcript", classes="reads")
        self.strip = Sheet(id="strip")
        self.portrait = Sheet(id="portrait")
        self.notebook = Sheet(id="notebook")
        self.compass = CompassView(id="compass")
        self.choices = Picker(numbers=True, marks_first=False, id="choices")

    def heading(self) -> tuple[Runs, Runs]:
        left: Runs = ((self.play.scenario.title, "strong"),)
        return left, ((where(self.play.coach, len(self.play.session.choices) + 1, self.glyphs.dot), "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.choices.glyphs = self.compass.glyphs = self.glyphs
        person = self.play.scenario.cast[self.play.scenario.counterpart]
        self.portrait.border_title = shortened(Content(person.name), NAME_COLUMNS)
        self.notebook.border_title = Content(_("Notebook"))
        self.compass.set_class(self.play.coach, "coached")
        side = Vertical(self.portrait, self.notebook, self.compass, id="side")
        yield self.strip
        yield Horizontal(self.transcript, side, id="scene")
        yield self.choices

    def on_mount(self) -> None:
        self._tell_all()

    def hints(self) -> Iterable[Hint]:
        if self.play.session.ending is not None or self.play.session.is_stranded:
            return (
                Hint("enter", _("see how it went"), "debrief"),
                self.hint("take-back"),
            )
        number = len(self.play.session.offers)
        below = (self.hint("read-on"),) if self.transcript.has_more else ()
        return (
            *below,
            Hint(f"1-{number}", _("mark")),
            Hint("enter", _("say it")),
            self.hint("take-back"),
            self.hint("notebook"),
        )

    @on(Transcript.Scrolled)
    def tell_what_is_below(self) -> None:
        self.key_bar.show(self.all_hints())

    @on(Picker.Chosen, "#choices")
    def say(self, event: Picker.Chosen) -> None:
        event.stop()
        if event.id == DEBRIEF:
            self.action_debrief()
            return
        self.play.session.say(event.id)
        self._tell_turn()
        self._settle()

    def action_debrief(self) -> None:
        """Go on to the debrief once the play is over."""
        if self.play.session.ending is not None or self.play.session.is_stranded:
            self.sparring.open_debrief(self.play)

    def action_take_back(self) -> None:
        """Unsay the last words; the first time it asks, because the play is practice from then on."""
        if not self.play.session.choices:
            self.app.bell()
        elif self.play.is_practice:
            self._take_back("yes")
        else:
            told = (_("From then on this play is practice: it shows you more, and counts as no first run."),)
            answers = (Answer("yes", _("Take them back"), "y"), Answer("no", _("Leave them said"), "n"))
            self.app.push_screen(
                Ask(_("Take your last words back?"), told, answers, self.glyphs),
                self._take_back,
            )

    def action_notebook(self) -> None:
        """Show the notebook large; narrow windows have no other place for it."""
        from simulator.tui.screens.reading import Reading  # noqa: PLC0415 - opened on demand

        person = self.play.scenario.cast[self.play.scenario.counterpart]
        page = [
            *table.portrait(self.play, self._mood, self.glyphs),
            heading(_("Notebook")),
            *table.notebook(self.play, self.glyphs),
            *([BLANK, *drawing(table.compass(self.play), self.glyphs)] if self.play.coach else []),
        ]
        self.app.push_screen(Reading(person.name, page))

    def action_leave(self) -> None:
        """Ask where to go; what was said so far stays."""
        back = self.sparring.leads_to_a_debrief(self)
        question = Ask(
            _("Leave the conversation?"), self._leaving_means(back), self._ways_out(back), self.glyphs
        )
        self.app.push_screen(question, self._leave)

    def action_back(self) -> None:
        """Esc leaves as `q` does."""
        self.action_leave()

    @property
    def _mood(self) -> str | None:
        return mood_of(self.play.scenario, self.told)

    def _leaving_means(self, back: bool) -> tuple[str, ...]:
        """What becomes of the play; only one that has begun and not ended is kept."""
        session = self.play.session
        if back:
            there = _("The debrief it came from is still there.")
            if not session.choices or session.ending is not None:
                return (there,)
            return (there, _("Home keeps your place here until you begin anew or close Sparring."))
        if session.ending is None:
            return (_("Nothing is lost: Home keeps your place until you close Sparring."),)
        return (_("This conversation is over: Home keeps no place in it."),)

    def _ways_out(self, back: bool) -> tuple[Answer, ...]:
        away = Answer("away", _("Back to the debrief it came from") if back else _("Go Home"))
        debrief = Answer("debrief", _("Stop here and see the debrief of what was played"))
        return (
            *((away, debrief) if self.play.session.choices else (away,)),
            Answer("stay", _("Stay")),
        )

    def _leave(self, way: str | None) -> None:
        if way == "away":
            self.sparring.leave_play(self.play, self)
        elif way == "debrief":
            self.sparring.open_debrief(self.play)

    def _take_back(self, answer: str | None) -> None:
        if answer == "yes":
            self.play.session.take_back()
            self.play.is_practice = True
            self._tell_all()

    def _tell_all(self) -> None:
        """Tell the whole conversation from its opening."""
        self.teller = Teller(self.play.scenario, self.glyphs)
        self.told = []
        self.transcript.show(())
        for position in range(len(self.play.session.turns)):
            self._tell_turn(position)
        self._settle()

    def _tell_turn(self, position: int = -1) -> None:
        turns = self.play.session.turns
        new = entries(self.play.edition, turns[position])
        self.told += new
        at = position % len(turns)
        self.transcript.turn(
            note(self.play, at - 1, new, self.teller) if self.play.coach else self.teller.tell(new)
        )

    def _settle(self) -> None:
        """Bring everything around the conversation up to date with it."""
        self.strip.show([table.strip(self.play, self._mood, self.glyphs)])
        self.portrait.show(table.portrait(self.play, self._mood, self.glyphs))
        self.notebook.show(table.notebook(self.play, self.glyphs))
        self.compass.compass = table.compass(self.play)
        over = self.play.session.ending is not None or self.play.session.is_stranded
        self.choices.marks_first = over
        self.choices.show(
            [Item(DEBRIEF, ((_("See how it went"), "strong"),))] if over else table.choices(self.play)
        )
        self.retitle()
        self.call_after_refresh(self.transcript.show_turn)
