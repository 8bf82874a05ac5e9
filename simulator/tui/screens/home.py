"""Home: the library, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from simulator.tui.history import History, next_of, scenario_of
from simulator.tui.ink import Paragraph, Runs
from simulator.tui.keymap import bindings
from simulator.tui.presenters import home as shown
from simulator.tui.presenters.agenda import ARC, NEXT, agenda
from simulator.tui.presenters.library import matching, shelf
from simulator.tui.screens.ask import Answer, Ask
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.picker import Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.tui.words import not_kept
from simulator.words import _

if TYPE_CHECKING:
    from simulator.packs.catalogue import Entry
    from simulator.practice.agenda import Thing
    from simulator.tui.memory import Memory
    from simulator.tui.stage import Play


class Home(Page[None]):
    """The library, pack by pack; `/` finds as you type.

    `entries` is None where the library is still being read; `show_library` brings it then.
    """

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("home")

    def __init__(self, entries: Iterable[Entry] | None) -> None:
        super().__init__()
        self.is_reading = entries is None
        self.entries = tuple(entries or ())
        self.sought = ""
        self.was_marked: str | None = None
        self.unfinished: dict[str, Play] = {}
        self.history = History()
        self.greeting = Sheet(id="greeting")
        self.empty = Sheet(id="empty")
        self.shelf = Picker(id="shelf")
        self._untouched: str | None = None
        self._left_at: str | None = None

    def recall(self, memory: Memory) -> None:
        """Open where one was the last time; before the first frame."""
        self.sought, self.was_marked = memory.sought, memory.marked

    async def on_mount(self) -> None:
        if self.sought:
            await self.action_find()
            self._to_shelf()

    def heading(self) -> tuple[Runs, Runs]:
        keeper = self.sparring.keeper
        if keeper is not None:
            return (("SPARRING", "title"),), ((_("Playing as {name}").format(name=keeper.learner), "quiet"),)
        if self.sparring.options.problem is not None:
            return (("SPARRING", "title"),), ((_("Nothing is kept"), "warn"),)
        return (("SPARRING", "title"),), ((_("Guest: nothing is kept"), "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.shelf.glyphs = self.glyphs
        self.greeting.show(self._greeting())
        self._fill()
        return (self.greeting, self.empty, self.shelf)

    def hints(self) -> Iterable[Hint]:
        return (
            Hint(self.glyphs.arrows, _("choose")),
            Hint("enter", _("open"), "open"),
            self.hint("find"),
            self.hint("progress"),
            self.hint("palette"),
            self.hint("map"),
            self.hint("packs"),
            self.hint("settings"),
        )

    def action_open(self) -> None:
        """Open the marked scenario at its briefing."""
        self.shelf.action_choose()

    @on(Picker.Chosen, "#shelf")
    def open_scenario(self, event: Picker.Chosen) -> None:
        event.stop()
        if event.id.startswith(shown.GO_ON):
            self.sparring.resume(event.id.removeprefix(shown.GO_ON))
        elif event.id.startswith(NEXT):
            self.sparring.take_up(self.history.things[int(event.id.removeprefix(NEXT))])
        elif event.id.startswith(ARC):
            self.sparring.go_on_with_arc(event.id.removeprefix(ARC))
        else:
            self.sparring.open_scenario(event.id)

    def show_opening(self, told: str) -> None:
        """Say what is on its way: reading a long scenario, or asking a far server, takes a moment."""
        self.title_bar.say(self.heading()[0], ((told, "accent"),))

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        self.retitle()

    def show_library(self, entries: Iterable[Entry]) -> None:
        """Show what there is to play, read anew."""
        self.is_reading = False
        self.entries = tuple(entries)
        self._fill()

    def show_history(self, history: History) -> None:
        """Show what to do next and how far one has come; the mark stays where the reader has put it.

        A play to go on with is marked, though, unless they have put it somewhere since.
        """
        untouched = self.shelf.marked_id == self._untouched
        unmoved = self.shelf.marked_id == self._left_at and not self.sought
        self.history = history
        self.greeting.show(self._greeting())
        self._fill(to_first=untouched or (unmoved and self._offers_to_go_on()))

    def show_unfinished(self, plays: Mapping[str, Play]) -> None:
        """Offer to go on with plays that were left; what was sought is done with."""
        self.unfinished = dict(plays)
        self._forget()
        self._fill()

    def action_map(self) -> None:
        """The map of the marked scenario, with the ways taken in it."""
        name = self._marked_scenario()
        if name is None:
            self.sparring.tell(_("Mark a conversation first: there is a map of each."))
        else:
            self.title_bar.say(self.heading()[0], ((_("Opening the map"), "accent"),))
            self.sparring.show_map(name)

    def action_doctor(self) -> None:
        """Check the file of the marked scenario, again whenever it is saved."""
        name = self._marked_scenario()
        entry = next((entry for entry in self.entries if entry.name == name), None)
        if entry is None:
            self.sparring.tell(_("Mark a conversation first: the Doctor checks its file."))
        else:
            self.sparring.open_doctor(entry.path)

    def _marked_scenario(self) -> str | None:
        """The name of the scenario that the marked item is about."""
        marked = self.shelf.marked_id or ""
        if marked.startswith(shown.GO_ON):
            return marked.removeprefix(shown.GO_ON)
        if marked.startswith(NEXT):
            return scenario_of(self.history.things[int(marked.removeprefix(NEXT))], self.history)
        if marked.startswith(ARC):
            return next_of(marked.removeprefix(ARC), self.history)
        return marked or None

    def action_leave(self) -> None:
        """Close Sparring; it asks where a conversation has been left half-way."""
        if not self.unfinished:
            self.app.exit(0)
            return
        told = (_("You left a conversation half-way that is not kept: its place is lost then."),)
        answers = (Answer("close", _("Close it")), Answer("stay", _("Stay")))
        self.app.push_screen(Ask(_("Close Sparring?"), told, answers, self.glyphs), self._close)

    def _close(self, answer: str | None) -> None:
        if answer == "close":
            self.app.exit(0)

    async def action_find(self) -> None:
        """Type to see only the scenarios that match."""
        found = self.query("#find").results(Input)
        field = next(found, None)
        if field is None:
            ask = _("type a word: a title, a person, a skill")
            field = Input(self.sought, placeholder=ask, id="find", compact=True)
            await self.mount(field, after=self.greeting)
            self.watch(field, "value", self._seek, init=False)
        field.focus()
        self.key_bar.show(self._hints_while_finding())

    def on_input_submitted(self) -> None:
        self._to_shelf()

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and self.focused is not self.shelf:
            self._to_shelf()

    def action_back(self) -> None:
        """Leave the find field, or forget what was sought."""
        self._forget()
        self._to_shelf()

    def _forget(self) -> None:
        for field in self.query("#find").results(Widget):
            field.remove()
        self._seek("")

    def _to_shelf(self) -> None:
        self.shelf.focus()
        self.key_bar.show(self.all_hints())

    def _seek(self, sought: str) -> None:
        if sought != self.sought:
            self.sought = sought
            self._fill()

    def _fill(self, *, to_first: bool = False) -> None:
        found = matching(self.entries, self.sought)
        first = (
            []
            if self.sought
            else [*shown.left_half_way(self.unfinished, self.glyphs), *agenda(self._things())]
        )
        arcs = () if self.sought else self.history.arcs
        books = shelf(found, self.glyphs, self.history.standings, arcs, below=bool(first))
        items = [*first, *books]
        self._untouched = next((item.id for item in items if item.id is not None), None)
        marked = self._untouched if self.unfinished or to_first else self.shelf.marked_id or self.was_marked
        self.shelf.show(items, marked=marked)
        self._left_at = self.shelf.marked_id
        self.shelf.display = bool(items)
        self.empty.display = not self.shelf.display
        self.empty.show(shown.nothing(is_reading=self.is_reading, is_library_empty=not self.entries))

    def _things(self) -> tuple[Thing, ...]:
        """What to do next; a guest who has played needs no first lesson any more."""
        guest_has_played = self.sparring.keeper is None and (self.unfinished or self.sparring.finished)
        return () if guest_has_played else self.history.things

    def _offers_to_go_on(self) -> bool:
        from simulator.practice.agenda import Resume  # noqa: PLC0415 - after the first frame

        return any(isinstance(thing, Resume) for thing in self._things()[:1])

    def _hints_while_finding(self) -> list[Hint]:
        return [
            Hint("enter", _("to the list")),
            Hint("esc", _("stop finding"), "back", stays=True),
        ]

    def _greeting(self) -> list[Paragraph]:
        return shown.greeting(self._troubles())

    def _troubles(self) -> Iterator[str]:
        """What is wrong with keeping and remembering plays."""
        options, keeper = self.sparring.options, self.sparring.keeper
        if options.problem is not None:
            yield not_kept(options.problem)
        if keeper is not None and keeper.store.notice:
            yield keeper.store.notice
        if self.history.problem:
            yield _("Your history can't be read: {why}").format(why=self.history.problem)
