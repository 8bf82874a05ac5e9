"""A scenario opened for a play: read, compiled for one temperament, set up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from simulator.cli.output import note
from simulator.engine.program import Program, compile_program
from simulator.engine.session import Session
from simulator.errors import Misuse, Refused
from simulator.packs.find import Found
from simulator.practice.opening import opened, played_on
from simulator.scenario.diagnostic import render
from simulator.scenario.edition import Edition
from simulator.scenario.reader import languages_of, read_scenario
from simulator.scenario.screenplay import YOU
from simulator.scenario.suggest import did_you_mean
from simulator.words import _, n_

if TYPE_CHECKING:
    from simulator.analysis.bots.spread import Spread


@dataclass(frozen=True)
class Stage:
    """Everything that stays the same over a play and its replays; `trust` is 0..100.

    With `says_first` the player's own words are asked for before the choices are shown. `arc` is
    `pack/arc` where it is played as a part of one.
    """

    edition: Edition
    program: Program
    trust: int
    seed: int
    coach: bool
    says_first: bool = False
    arc: str | None = None

    @property
    def temperament(self) -> str | None:
        """How the counterpart comes today."""
        return self.program.temperament

    @cached_property
    def names(self) -> Mapping[str, str]:
        """How each speaker is labelled: by first name, by full name where two share the first."""
        scenario = self.edition.scenario
        first = {member: who.name.split()[0] for member, who in scenario.cast.items()}
        taken = list(first.values())
        cast = scenario.cast.items()
        return {YOU: _("You")} | {
            member: who.name if taken.count(first[member]) > 1 else first[member] for member, who in cast
        }

    @property
    def counterpart(self) -> str:
        """The label of the person whose trust counts."""
        return self.names[self.edition.scenario.counterpart]

    def session(self, choices: tuple[str, ...] = ()) -> Session:
        """A play at its opening, or with some choices said."""
        session = opened(self.edition, self.program, trust=self.trust, seed=self.seed, arc=self.arc)
        return played_on(session, choices)

    def luck(self) -> Spread:
        """How random play fares here."""
        from simulator.analysis.bots.luck import luck  # noqa: PLC0415 - only the debrief needs it

        return luck(self.program)


def open_edition(found: Found, language: str | None) -> Edition:
    """Read a scenario that can be played.

    Raises Refused, after telling every finding, where it can't be, and Misuse for
    a language it is not written in.
    """
    reading = read_scenario(found.path, language)
    if reading.edition is None:
        for diagnostic in reading.errors:
            note(render(diagnostic) + "\n")
        errors = len(reading.errors)
        why = n_("{path} can't be played: {n} error", "{path} can't be played: {n} errors", errors)
        raise Refused(why.format(path=found.path, n=errors))
    spoken = reading.edition.languages
    if language is not None and reading.edition.language != language:
        hint = did_you_mean(language, languages_of(found.path))
        raise Misuse(f'there is no translation "{language}"; there is {", ".join(spoken)}', hint)
    return reading.edition


def compiled(edition: Edition, temperament: str | None) -> Program:
    """The program of an edition for a temperament; raises Misuse for one it does not have."""
    known = edition.scenario.temperaments
    if temperament is not None and temperament not in known:
        listed = f"; there is {', '.join(known)}" if known else "; this scenario has none"
        raise Misuse(f'there is no temperament "{temperament}"{listed}', did_you_mean(temperament, known))
    return compile_program(edition.scenario, temperament)
