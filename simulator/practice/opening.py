"""Opening a play of an edition, and bringing a line of it back."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.engine.program import Program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario.edition import Edition
from simulator.scoring import SCORING_VERSION


def opened(
    edition: Edition, program: Program, *, trust: int | None = None, seed: int = 0, arc: str | None = None
) -> Session:
    """A play at its opening; `trust` (0..100) replaces the scenario's, `seed` fixes the order of choices.

    `arc` is `pack/arc` where it is played as a part of one.
    """
    setting = Setting(
        scenario=edition.name,
        digest=edition.digest,
        trust=program.trust if trust is None else trust,
        temperament=program.temperament,
        version=edition.version,
        arc=arc,
        seed=seed,
        language=edition.language,
        terms=edition.terms,
        scoring=SCORING_VERSION,
    )
    return Session(program, setting)


def played_on(play: Session, choices: Iterable[str]) -> Session:
    """A new play of the same setting with some choices said, to go on from there.

    Raises NotOnOffer where one of them can't be said.
    """
    session = Session(play.program, play.setting)
    for choice in choices:
        session.say(choice)
    return session
