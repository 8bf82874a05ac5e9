"""A play in plain mode from end to end, asked or driven."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.cli.output import note, put_json
from simulator.cli.plain.afterwards import Afterwards
from simulator.cli.plain.console import Console, InputEnded
from simulator.cli.plain.conversation import Conversation, Left
from simulator.cli.stage import Stage
from simulator.engine.session import Session
from simulator.engine.step import NotOnOffer
from simulator.errors import Misuse
from simulator.report.debrief import debrief
from simulator.report.result import result
from simulator.report.text import summary
from simulator.scoring.scorecard import score
from simulator.words import _

INTERRUPTED = 130


def prompt(stage: Stage, *, as_json: bool) -> int:
    """Play by prompts until the player leaves; closed input and Ctrl-C end with what was played so far."""
    console = Console(aside=as_json)
    plays = [stage.session()]
    status = 0
    try:
        _talk(stage, plays, console)
    except InputEnded:
        _leave(stage, plays[-1], console)
    except KeyboardInterrupt:
        _leave(stage, plays[-1], console)
        status = INTERRUPTED
    if as_json:
        put_json(result(stage.edition, plays[0], score(stage.edition.scenario, plays[0].decisions)))
    return status


def drive(stage: Stage, choices: Iterable[str], *, quiet: bool) -> Session:
    """Say the given choices and tell the play; raises Misuse for one that can't be said."""
    console = Console()
    session = stage.session()
    conversation = Conversation(stage, session, console)
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


def _talk(stage: Stage, plays: list[Session], console: Console) -> None:
    """One play after the other, as long as the player wants to play on."""
    conversation = Conversation(stage, plays[-1], console)
    conversation.brief()
    conversation.open()
    while True:
        left = conversation.run()
        begin = _debrief(stage, plays[-1], console, left)
        if begin is None:
            return
        plays.append(stage.session(plays[-1].choices[: begin - 1]))
        console.tell("\n" + _("You play on; this is practice."))
        conversation = Conversation(stage, plays[-1], console)
        conversation.tell(plays[-1].turns[-1].events)


def _debrief(stage: Stage, session: Session, console: Console, left: Left) -> int | None:
    afterwards = Afterwards(stage, session, console)
    if left is Left.BY_CHOICE:
        afterwards.page()
        return None
    afterwards.rate_yourself()
    afterwards.page()
    return afterwards.run()


def _leave(stage: Stage, session: Session, console: Console) -> None:
    """Told when the play was cut off: nothing that was played is swallowed."""
    if session.choices and session.ending is None:
        told = debrief(stage.edition, session)
        console.tell("\n" + _("The play was left here.") + "\n\n" + summary(told, console.width))
    elif not session.choices:
        note("\n" + _("Left before anything was said."))
