"""Taking up what there is to do next: a play that was left, what is due, an arc, a promise to ask about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors import Refused
from simulator.tui.history import Errand
from simulator.tui.returning import Returning
from simulator.tui.screens.ask import Answer, Ask
from simulator.words import _

if TYPE_CHECKING:
    from simulator.practice.agenda import Ask as Promise
    from simulator.practice.agenda import Thing
    from simulator.tui.stage import Play


class Agenda(Returning, inherit_bindings=False):
    """What Home offers to do next, done."""

    def take_up(self, thing: Thing) -> None:
        """Do one of the things to do next."""
        from simulator.practice.agenda import Ask as Promise  # noqa: PLC0415 - after the first frame
        from simulator.practice.agenda import Begin, GoOn, Resume  # noqa: PLC0415
        from simulator.practice.due import Due  # noqa: PLC0415

        match thing:
            case Resume():
                self.bring_back(thing.key)
            case Promise():
                self._ask_whether_said(thing)
            case Due():
                name = thing.offer.scenario
                self.open_scenario(name, Errand(name, temperament=thing.offer.temperament))
            case GoOn():
                errand = Errand(thing.scenario, arc=thing.arc, trust=thing.trust)
                self.open_scenario(thing.scenario, errand)
            case Begin():
                self.open_scenario(thing.scenario)

    def go_on_with_arc(self, name: str) -> None:
        """Open an arc's next conversation, or the play of it that was left; after the last, the first."""
        arc = next(arc for arc in self.history.arcs if arc.name == name)
        if arc.open is not None:
            self.bring_back(arc.open)
            return
        scenario = arc.next or arc.scenarios[0]
        trust = arc.trust if arc.next else None
        self.open_scenario(scenario, Errand(scenario, arc=arc.name, trust=trust))

    def carried_on(self, play: Play, trust: int) -> str:
        """What a conversation of an arc leaves to the next one, `trust` being what it came to (0..100).

        Nothing for any other play, or one without its ending.
        """
        name = play.session.setting.arc
        arc = next((arc for arc in self.history.arcs if arc.name == name), None)
        counts = play.session.ending is not None and not play.is_what_if
        if arc is None or not counts or play.edition.name not in arc.scenarios:
            return ""
        from simulator.practice.arcs import carried  # noqa: PLC0415 - after the first frame
        from simulator.practice.telling import carried_told  # noqa: PLC0415

        at = arc.scenarios.index(play.edition.name) + 1
        titles = {entry.name: entry.title for entry in self.home.entries}
        following = arc.scenarios[at : at + 1]
        title = "".join(titles.get(one, one) for one in following)
        return carried_told(arc.title, at, len(arc.scenarios), carried(trust), title)

    def _ask_whether_said(self, promise: Promise) -> None:
        """Ask about what somebody meant to say; to be asked again another day changes nothing."""
        from simulator.practice.telling import thing_told  # noqa: PLC0415 - as above

        told = thing_told(promise)
        answers = (
            Answer("yes", _("Yes, I said it")),
            Answer("no", _("No, and the moment has passed")),
            Answer("later", _("Not yet: ask me again")),
        )
        ask = Ask(_("Did you say it?"), (told.what, told.why), answers, self.glyphs, marked="later")
        self.push_screen(ask, lambda answer: self._answered(promise, answer))

    def _answered(self, promise: Promise, answer: str | None) -> None:
        glance = self.history.glances.get(promise.key)
        keeper = self.keeper
        if answer not in ("yes", "no") or keeper is None or glance is None:
            return
        from simulator.store.log import Kept  # noqa: PLC0415 - as above
        from simulator.tui.screens.waiting import attempt  # noqa: PLC0415

        def then(failure: Refused | None) -> None:
            if failure is not None:
                self.tell(failure.message)
            self.remember()

        attempt(self, lambda: keeper.remark(glance, Kept(answer == "yes")), then)
