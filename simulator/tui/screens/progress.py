"""Progress: how the plays went, taken together, what is due, and each play to look at again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import time
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.containers import Container
from textual.widget import Widget
from textual.worker import get_current_worker

from simulator.errors import Refused
from simulator.practice.telling import how_long
from simulator.tui.ink import Paragraph, Runs, plain
from simulator.tui.keymap import bindings
from simulator.tui.presenters import plays as listed
from simulator.tui.presenters.progress import Ink, figures
from simulator.tui.retrospect import Retrospect, look_back
from simulator.tui.screens.ask import Answer, Ask
from simulator.tui.screens.page import Page
from simulator.tui.widgets.bars import Hint
from simulator.tui.widgets.ledge import Ledge
from simulator.tui.widgets.picker import Item, Picker
from simulator.tui.widgets.sheet import Sheet
from simulator.words import _, mark, n_


class ProgressScreen(Page[None]):
    """The figures, and the list of plays; both are worked out beside the screen, which stays quick."""

    CSS_PATH = "progress.tcss"
    HELP_TOPIC = "progress"
    LEAVE_WORDS: ClassVar[str] = mark("back")
    IS_KEPT: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = bindings("progress")

    def __init__(self) -> None:
        super().__init__()
        self.seen: Retrospect | None = None
        self.problem = ""
        self.most = listed.AT_ONCE
        self.figures = Sheet(id="figures", classes="reads")
        self.list = Picker(id="plays")
        self.ledge = Ledge(self.figures, self.list)
        self._form = (False, False)

    def heading(self) -> tuple[Runs, Runs]:
        keeper = self.sparring.keeper
        name = _("Progress of {name}").format(name=keeper.learner) if keeper else _("Progress")
        return ((name, "strong"),), ((self._so_far(), "accent" if self.seen is None else "quiet"),)

    def body(self) -> Iterable[Widget]:
        self.list.glyphs = self.ledge.glyphs = self.glyphs
        self.ledge.goes_on_words = _("more plays")
        self._fill()
        return (Container(self.figures, self.ledge, self.list, id="panes"),)

    def hints(self) -> Iterable[Hint]:
        if not self.list.items:
            return (Hint("esc", _("back"), "back"),)
        return (
            Hint(self.glyphs.arrows, _("choose")),
            Hint("enter", _("open"), "open"),
            self.hint("delete"),
            self.hint("map"),
            self.hint("read-on"),
            Hint("esc", _("back"), "back"),
        )

    def on_screen_resume(self) -> None:
        """Look back anew: what was opened from here may have changed it."""
        super().on_screen_resume()
        if self.sparring.keeper is not None:
            self.read()

    def on_resize(self, event: events.Resize) -> None:
        """Tell as much as there is room for."""
        form = (event.size.width < 72, event.size.width >= 110)
        if form != self._form:
            self._form = form
            self._fill()

    @work(thread=True, exclusive=True, group="look-back")
    def read(self) -> None:
        """Read and judge the plays."""
        worker, keeper = get_current_worker(), self.sparring.keeper
        if keeper is None:
            return
        seen, problem = None, ""
        try:
            seen = look_back(keeper, self.sparring.home.entries, time())
        except Refused as failure:
            problem = " ".join(filter(None, (failure.message, failure.hint)))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, seen, problem)

    def _show(self, seen: Retrospect | None, problem: str) -> None:
        self.seen, self.problem = seen or self.seen, problem
        self._fill()
        self.retitle()

    def _fill(self) -> None:
        is_narrow, is_wide = self._form
        seen = self.seen
        self.list.display = bool(seen and seen.plays)
        self.ledge.display = self.list.display and not is_wide
        self.figures.show(self._page(Ink(self.glyphs, is_narrow)))
        if seen is not None and seen.plays:
            items = listed.rows(seen.plays, seen.due, self.glyphs, most=self.most, is_wide=is_wide)
            self.list.show(items, marked=self._to_mark(items))
            if self.focused is None:
                self.list.focus()

    def _to_mark(self, items: Sequence[Item]) -> str | None:
        """What stays marked; of a play that is gone the one that came in its place, at first the newest."""
        was, ids = self.list.marked_id, [item.id for item in items]
        if was is not None and was in ids:
            return was
        plays = [id_ for id_ in ids if id_ is not None and id_.startswith(listed.PLAY)]
        at = len([item for item in self.list.items[: self.list.marked] if item.id in plays]) if was else 0
        return plays[min(at, len(plays) - 1)]

    def _page(self, ink: Ink) -> list[Paragraph]:
        if self.sparring.keeper is None:
            return listed.nothing(self.sparring.options.problem, is_guest=True)
        told = [plain(self.problem, "warn")] if self.problem else []
        if self.seen is None:
            return told or [plain(_("Reading your plays."), "quiet")]
        if not self.seen.plays:
            return [*told, *listed.nothing(None, is_guest=False)]
        return [*told, *figures(self.seen.progress, ink)]

    def _so_far(self) -> str:
        if self.sparring.keeper is None:
            is_guest = self.sparring.options.problem is None
            return _("Guest: nothing is kept") if is_guest else _("Nothing is kept")
        if self.seen is None:
            return "" if self.problem else _("reading")
        count = len(self.seen.plays)
        told = n_("{n} play", "{n} plays", count).format(n=f"{count:,}")
        return f"{told} {self.glyphs.dot} {how_long(self.seen.seconds)}" if count else ""

    def action_open(self) -> None:
        """Open what is marked."""
        self.list.action_choose()

    @on(Picker.Chosen, "#plays")
    def open_marked(self, event: Picker.Chosen) -> None:
        event.stop()
        kind, _colon, which = event.id.partition(":")
        if event.id == listed.OLDER:
            self._show_older()
        elif self.seen is not None and f"{kind}:" == listed.DUE:
            self.sparring.take_up(self.seen.due[int(which)])
        else:
            self.sparring.bring_back(which)

    def _show_older(self) -> None:
        first = self.seen.plays[self.most].glance.key if self.seen else ""
        self.most += listed.AT_ONCE
        self._fill()
        self.list.show(self.list.items, marked=f"{listed.PLAY}{first}")

    def _marked_key(self) -> str | None:
        marked = self.list.marked_id or ""
        return marked.removeprefix(listed.PLAY) if marked.startswith(listed.PLAY) else None

    def action_map(self) -> None:
        """The map of the scenario of the marked play."""
        play = self.seen.play(self._marked_key()) if self.seen else None
        if play is not None:
            self.sparring.show_map(play.glance.setting.scenario)

    def action_delete(self) -> None:
        """Ask whether the marked play is to be removed."""
        play = self.seen.play(self._marked_key()) if self.seen else None
        if play is None:
            return
        key = play.glance.key
        answers = (Answer("delete", _("Delete it for good")), Answer("keep", _("Keep it")))
        ask = Ask(_("Delete this play?"), listed.what_goes(play), answers, self.glyphs, marked="keep")

        def answered(answer: str | None) -> None:
            if answer == "delete":
                self._delete(key)

        self.app.push_screen(ask, answered)

    @work(thread=True, group="delete")
    def _delete(self, key: str) -> None:
        keeper = self.sparring.keeper
        try:
            done = keeper is not None and keeper.delete(key)
            told = _("Deleted.") if done else _("It was gone already.")
        except Refused as failure:
            told = " ".join(filter(None, (failure.message, failure.hint)))
        self.app.call_from_thread(self._deleted, told)

    def _deleted(self, told: str) -> None:
        self.sparring.tell(told)
        self.sparring.remember()
        self.read()

    def action_leave(self) -> None:
        """Go back."""
        self.action_back()
