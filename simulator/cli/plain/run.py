"""A play in plain mode from end to end, asked or driven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.cli.output import note, put_json
from simulator.cli.plain.afterwards import Afterwards, Next
from simulator.cli.plain.console import Console, InputEnded
from simulator.cli.plain.conversation import Conversation, Left
from simulator.cli.plain.recording import Recording
from simulator.cli.stage import Stage
from simulator.engine.session import Session
from simulator.engine.step import NotOnOffer
from simulator.errors import Misuse
from simulator.practice.keeper import Keeper, Keeping
from simulator.report.debrief import debrief
from simulator.report.result import result
from simulator.report.text import paragraph, summary
from simulator.scoring.scorecard import score
from simulator.store.log import Logged
from simulator.store.record import Purpose
from simulator.words import _

INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where plain mode starts: who keeps the play, what is told first, and the play to go on with, if any."""

    keeper: Keeper | None = None
    told: tuple[str, ...] = ()
    session: Session | None = None
    keeping: Keeping | None = None
    log: tuple[Logged, ...] = ()


class Sitting:
    """One player at the prompts, for one play or several; `first` and `last` are the plays."""

    def __init__(self, stage: Stage, start: Start, console: Console) -> None:
        self.first = self.last = start.session or stage.session()
        self._stage = stage
        self._start = start
        self._console = console
        self._recording = Recording(start.keeper, console, start.keeping)
        for line in start.log:
            self._recording.remarks.add(line.what)

    def run(self) -> None:
        """One play after the other, as long as the player wants to play on.

        Raises InputEnded where there is no more input.
        """
        conversation = self._opened()
        while (then := self._finished(conversation)) is not None:
            conversation = self._played_on(then)

    def leave(self) -> None:
        """Told when the play was cut off: nothing that was played is swallowed."""
        session = self.last
        if session.choices and session.ending is None:
            told = debrief(self._stage.edition, session)
            self._console.tell(
                "\n" + _("The play was left here.") + "\n\n" + summary(told, self._console.width) + "\n"
            )
            self._tell_of_resume()
        elif not session.choices:
            note("\n" + _("Left before anything was said."))

    def _opened(self) -> Conversation:
        conversation = Conversation(self._stage, self.last, self._console, self._recording)
        if self._start.session is None:
            conversation.brief()
            self._tell(*self._start.told)
            conversation.begin()
        else:
            self._tell(*self._start.told)
            conversation.come_back()
        return conversation

    def _played_on(self, then: Next) -> Conversation:
        """The next play: anew, or another way on from a decision, which is practice."""
        origin = None if then.is_anew else self._recording.key
        purpose = Purpose.PLAY if then.is_anew else Purpose.WHAT_IF
        self.last = self._stage.session(self.last.choices[: then.kept])
        self._recording = self._recording.next()
        self._recording.begin(self._stage, self.last, purpose, origin)
        self._console.tell("\n" + _("You play on; this is practice."))
        conversation = Conversation(self._stage, self.last, self._console, self._recording)
        conversation.tell(self.last.turns[-1].events)
        return conversation

    def _finished(self, conversation: Conversation) -> Next | None:
        """Play to the end, and look back; what the player wants to play next, if anything."""
        left = conversation.run()
        is_first = self.last is self.first
        self.last = conversation.session
        self.first = self.last if is_first else self.first
        self._recording.finish(self._stage, self.last)
        afterwards = Afterwards(self._stage, self.last, self._console, self._recording)
        if left is Left.BY_CHOICE:
            afterwards.page()
            self._console.tell()
            self._tell_of_resume()
            return None
        afterwards.rate_yourself()
        afterwards.page()
        return afterwards.run()

    def _tell_of_resume(self) -> None:
        if self._recording.key is not None:
            self._tell(_('This play is kept: "sparring resume" goes on with it.'))

    def _tell(self, *paragraphs: str) -> None:
        for words in paragraphs:
            self._console.tell(paragraph(words, self._console.width) + "\n")


def prompt(stage: Stage, start: Start, *, as_json: bool) -> int:
    """Play by prompts until the player leaves; closed input and Ctrl-C end with what was played so far."""
    console = Console(aside=as_json)
    sitting = Sitting(stage, start, console)
    status = 0
    try:
        sitting.run()
    except InputEnded:
        sitting.leave()
    except KeyboardInterrupt:
        sitting.leave()
        status = INTERRUPTED
    if as_json:
        put_json(result(stage.edition, sitting.first, score(stage.edition.scenario, sitting.first.decisions)))
    return status


def drive(stage: Stage, choices: Iterable[str], *, quiet: bool) -> Session:
    """Say the given choices and tell the play; raises Misuse for one that can't be said."""
    console = Console()
    session = stage.session()
    conversation = Conversation(stage, session, console, Recording(None, console))
    if not quiet:
        conversation.brief()
        conversation.tell(session.turns[0].events)
    for choice in choices:
        _drive_one(session, conversation, choice, quiet=quiet)
    if not quiet:
        console.tell("\n" + summary(debrief(stage.edition, session), console.width))
    return session


def _drive_one(session: Session, conversation: Conversation, choice: str, *, quiet: bool) -> None:
    try:
        if quiet:
            session.say(choice)
        else:
            conversation.say(choice)
    except NotOnOffer as refusal:
        where = (
            f'at "{session.state.at}"' if session.ending is None else f'after the ending "{session.ending}"'
        )
        listed = ", ".join(refusal.offers) or "nothing"
        raise Misuse(f'"{choice}" can\'t be said {where}; on offer: {listed}') from None
