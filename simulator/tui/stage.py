"""A scenario brought onto the stage, and a play of it on its way."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.packs.find import resolve
from simulator.practice.opening import opened, played_on
from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario
from simulator.scenario.reader import Reading, languages_of, read_scenario
from simulator.words.language import nearest

SEEDS = 1_000_000
"""How many orders of choices a play may draw from."""


@dataclass
class Play:
    """One play on its way: how it is played, and whether it still counts as a first run.

    `is_practice` is true once something was taken back, or in a what-if.
    """

    edition: Edition
    session: Session
    coach: bool
    is_practice: bool = False

    @property
    def scenario(self) -> Scenario:
        return self.edition.scenario


def begin(
    edition: Edition,
    *,
    coach: bool = False,
    temperament: str | None = None,
    trust: int | None = None,
    seed: int | None = None,
) -> Play:
    """Open a play; the order of the choices is drawn where no seed is given."""
    program = compile_program(edition.scenario, temperament)
    chosen = secrets.randbelow(SEEDS) if seed is None else seed
    return Play(edition, opened(edition, program, trust=trust, seed=chosen), coach)


def what_if(play: Play, kept: int) -> Play:
    """A practice play that shares the first `kept` choices with this one and then goes on freely."""
    session = played_on(play.session, play.session.choices[:kept])
    return Play(play.edition, session, play.coach, is_practice=True)


def open_edition(name: str, language: str | None = None, packs: Iterable[Path] | None = None) -> Reading:
    """Read a scenario by id, `pack/id` or path, in a language it is translated into if there is one.

    Names are looked up in the given packs, in all packs unless given.

    Raises `Misuse` where the name means nothing or more than one thing.
    """
    path = resolve(name, packs).path
    return read_scenario(path, nearest(language, languages_of(path)))
