"""Checks of the author's own tests: each walk is played."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject
from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.step import NotOnOffer
from simulator.engine.transcript import Setting
from simulator.scenario.diagnostic import Location
from simulator.scenario.model import Walk
from simulator.scoring.scorecard import balance_of, judged_play


@dataclass(frozen=True, slots=True)
class Played:
    """A walk as far as it can be walked; `refused` is the position of the first choice not on offer."""

    id: str
    walk: Walk
    session: Session
    refused: int | None

    @property
    def at(self) -> Location:
        """Where the walk stands."""
        return ("walks", self.id)

    @property
    def balance(self) -> float | None:
        """The balance (0..100) of what was said."""
        session = self.session
        return balance_of(judged_play(session.program.scenario, session.decisions))

    def found(self, message: str, key: str, *places: int) -> Found:
        """Something about one of the walk's keys, with what was said so far."""
        temperament = self.session.program.temperament
        return Found(message, (*self.at, key, *places), None, self.session.choices, temperament)

    def stand(self) -> str:
        """Where the play stands, in words."""
        session = self.session
        if session.ending is not None:
            return f'the play is over at "{session.ending}"'
        offers = ", ".join(offer.id for offer in session.offers)
        return f'at "{session.state.at}"; on offer: {offers or "nothing"}'


def walk_choice(subject: Subject) -> Iterator[Found]:
    """A walk says something that is not on offer there.

    Walks are the author's own tests: a list of choice ids, played in order with the
    temperament they name (the first, if none). This one takes a choice that the beat
    reached does not have, or that its `when`, `uses` or `once` keeps closed, or it goes
    on after an ending. The message says where the play stands and what is on offer.

    To mend it: take one of the choices on offer, or change what closes the choice.
    """
    for played in _played(subject):
        if played.refused is not None:
            said = played.walk.choices[played.refused]
            message = f'walk "{played.id}" says "{said}" where it can\'t be said: {played.stand()}'
            yield played.found(message, "choices", played.refused)


def walk_ending(subject: Subject) -> Iterator[Found]:
    """A walk ends elsewhere than its `ends` promises.

    Either a rule of a `to`, trust or a flag has changed the way since the walk was
    written, or the walk stops before an ending is reached.

    To mend it: play it with `sparring play FILE --choices …` and see where it turns off;
    then change the walk, or the scenario.
    """
    for played in _played(subject):
        wanted = played.walk.ends
        if played.refused is None and wanted is not None and played.session.ending != wanted:
            got = played.session.ending
            instead = f'it ends at "{got}"' if got else f"it stops {played.stand()}"
            yield played.found(f'walk "{played.id}" should end at "{wanted}", and {instead}', "ends")


def walk_balance(subject: Subject) -> Iterator[Found]:
    """A walk's balance lies outside the range that it promises.

    The balance weighs how well each choice fits its moment; ratings, bands, weights and
    the trust that a hold needs all move it. It takes two hold and two yield decisions to
    have one.

    To mend it: `sparring play FILE --choices … --json` shows the fit of every decision.
    Change the range only if the play deserves what it gets.
    """
    for played in _played(subject):
        wanted, got = played.walk.balance, played.balance
        if played.refused is not None or wanted is None:
            continue
        if got is None:
            message = f'walk "{played.id}" has no balance: that takes two hold and two yield decisions'
            yield played.found(message, "balance")
        elif not wanted[0] <= got <= wanted[1]:
            message = (
                f'walk "{played.id}" should have a balance from {wanted[0]:g} to {wanted[1]:g}, '
                f"and it has {got:.1f}"
            )
            yield played.found(message, "balance")


def _played(subject: Subject) -> Iterator[Played]:
    scenario = subject.scenario
    programs = {trial.temperament: trial.program for trial in subject.trials}
    for walk_id, walk in scenario.walks.items():
        temperament = walk.temperament or scenario.default_temperament
        if temperament not in programs:
            programs[temperament] = compile_program(scenario, temperament)
        program = programs[temperament]
        session = Session(program, Setting(scenario="", digest="", trust=program.trust))
        yield Played(walk_id, walk, session, _first_refused(session, walk))


def _first_refused(session: Session, walk: Walk) -> int | None:
    for position, choice in enumerate(walk.choices):
        try:
            session.say(choice)
        except NotOnOffer:
            return position
    return None
