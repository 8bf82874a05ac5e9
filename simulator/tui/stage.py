"""A scenario brought onto the stage, and a play of it on its way."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.errors import SparringError
from simulator.packs.find import resolve
from simulator.practice.bringing_back import BroughtBack
from simulator.practice.keeper import Keeping
from simulator.practice.opening import opened, played_on
from simulator.report.remarks import Remarks, remarks_of
from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario
from simulator.scenario.reader import Reading, languages_of, read_scenario
from simulator.store.log import What
from simulator.store.record import Mode, Purpose
from simulator.words.language import nearest

SEEDS = 1_000_000
"""How many orders of choices a play may draw from."""


Stamp: TypeAlias = tuple[int, int]
"""When a file was written (nanoseconds) and how long it is, in bytes."""


@dataclass
class Play:
    """One play on its way: how it is played, and whether it still counts as a first run.

    `is_practice` is true once something was taken back, or in a what-if. `says_first` asks for
    words of one's own before the answers. `counts` says that this is the first run of somebody
    whose plays are kept. A guest's play has no `keeping`. `origin` is the key of the kept play
    that a what-if went on from.
    """

    edition: Edition
    session: Session
    coach: bool
    is_practice: bool = False
    is_what_if: bool = False
    says_first: bool = False
    counts: bool = False
    remarks: Remarks = field(default_factory=Remarks)
    keeping: Keeping | None = None
    stamp: Stamp | None = None
    origin: str | None = None

    @property
    def scenario(self) -> Scenario:
        return self.edition.scenario

    @property
    def decision(self) -> int:
        """The number of the decision that comes next."""
        return len(self.session.choices) + 1

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be said."""
        return self.session.ending is not None or self.session.is_stranded

    @property
    def asks_for_words(self) -> bool:
        """Whether the player's own words come first at this decision."""
        return self.says_first and not self.is_over and self.decision not in self.remarks.typed

    def keep(self) -> None:
        """Write what was said; raises `Refused` where that is impossible."""
        if self.keeping is not None:
            self.keeping.keep(self.session)

    def remark(self, what: What) -> None:
        """Put something beside the play; it holds here also where `Refused` tells that it wasn't written."""
        self.remarks.add(what)
        if self.keeping is not None:
            self.keeping.remark(what)

    def unsay(self) -> None:
        """Go back to the play as far as it is kept: what couldn't be is as if it had never been said."""
        if self.keeping is not None:
            self.session = self.keeping.as_kept(self.session)

    def file_has_changed(self) -> bool:
        """Whether the scenario's file says something else now than when the play began."""
        if self.stamp is None or stamp_of(self.edition.path) == self.stamp:
            return False
        try:
            today = read_scenario(self.edition.path, self.edition.language).edition
        except SparringError:
            return True
        return today is None or today.digest != self.edition.digest


def stamp_of(path: Path) -> Stamp | None:
    """A file's stamp; None where there is no such file."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a play starts: who the other person is today, trust (0..100), the order of choices, the arc.

    What is left out is the scenario's own, and the order is drawn.
    """

    temperament: str | None = None
    trust: int | None = None
    seed: int | None = None
    arc: str | None = None


def begin(edition: Edition, *, coach: bool = False, says_first: bool = False, terms: Terms = Terms()) -> Play:
    """Open a play."""
    program = compile_program(edition.scenario, terms.temperament)
    seed = secrets.randbelow(SEEDS) if terms.seed is None else terms.seed
    session = opened(edition, program, trust=terms.trust, seed=seed, arc=terms.arc)
    return Play(edition, session, coach, says_first=says_first, stamp=stamp_of(edition.path))


def what_if(play: Play, kept: int) -> Play:
    """A practice play that shares the first `kept` choices with this one and then goes on freely."""
    session = played_on(play.session, play.session.choices[:kept])
    typed = {number: words for number, words in play.remarks.typed.items() if number <= kept}
    return Play(
        play.edition,
        session,
        play.coach,
        is_practice=True,
        is_what_if=True,
        says_first=play.says_first,
        remarks=Remarks(typed=typed),
        stamp=play.stamp,
        origin=play.keeping.key if play.keeping else play.origin,
    )


def play_of(brought: BroughtBack) -> Play | None:
    """A kept play as it was left, remarks and all; None where its text is gone. It is not kept on yet."""
    if brought.edition is None or brought.session is None:
        return None
    glance = brought.record.glance
    remarks = remarks_of(line.what for line in brought.record.log)
    is_what_if = glance.beginning.purpose is Purpose.WHAT_IF
    return Play(
        brought.edition,
        brought.session,
        coach=glance.beginning.mode is Mode.COACH,
        is_practice=is_what_if or glance.has_take_back,
        is_what_if=is_what_if,
        says_first=bool(remarks.typed),
        remarks=remarks,
        stamp=stamp_of(brought.edition.path),
        origin=glance.beginning.origin,
    )


def open_edition(name: str, language: str | None = None, packs: Iterable[Path] | None = None) -> Reading:
    """Read a scenario by id, `pack/id` or path, in a language it is translated into if there is one.

    Names are looked up in the given packs, in all packs unless given.

    Raises `Misuse` where the name means nothing or more than one thing.
    """
    path = resolve(name, packs).path
    return read_scenario(path, nearest(language, languages_of(path)))
