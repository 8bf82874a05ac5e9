"""What is remembered of whoever is playing, as Home and the briefing need it.

Reading a history may take a moment, so `look` belongs in a worker. It reads scenarios
only for plays that were cut off, whose outcome nobody could work out at the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.packs.catalogue import Entry
    from simulator.practice.agenda import Thing
    from simulator.practice.arcs import ArcState
    from simulator.practice.keeper import Keeper
    from simulator.practice.standing import Standing
    from simulator.store.record import Glance


@dataclass(frozen=True, slots=True)
class Errand:
    """What a briefing is opened for, beyond its scenario: a variant that is due, or the next of an arc.

    `trust` (0..100) is what the play starts with, None as the scenario has it.
    """

    scenario: str
    temperament: str | None = None
    arc: str | None = None
    trust: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """A learner's plays as Home needs them; a guest has none.

    `things` are what to do next, the first first; `standings` are by the scenario's name;
    `problem` says why nothing could be read.
    """

    glances: Mapping[str, Glance] = field(default_factory=dict)
    things: tuple[Thing, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    arcs: tuple[ArcState, ...] = ()
    problem: str | None = None

    @property
    def met(self) -> frozenset[str]:
        """The scenarios of which a play was ever begun: another one is no first run."""
        return frozenset(glance.setting.scenario for glance in self.glances.values())

    def endings_of(self, scenario: str) -> tuple[str, ...]:
        """The ids of the endings that were reached in a scenario, in the order found."""
        plays = [one for one in self.glances.values() if one.setting.scenario == scenario]
        reached = [glance.outcome.ending for glance in plays if glance.outcome]
        return tuple(dict.fromkeys(filter(None, reached)))


def scenario_of(thing: Thing, history: History) -> str | None:
    """The name of the scenario that something to do is about; None where nobody knows."""
    from simulator.practice.agenda import Ask  # noqa: PLC0415 - as below
    from simulator.practice.due import Due  # noqa: PLC0415

    if isinstance(thing, Ask):
        glance = history.glances.get(thing.key)
        return glance.setting.scenario if glance else None
    return thing.offer.scenario if isinstance(thing, Due) else thing.scenario


def next_of(name: str, history: History) -> str | None:
    """The conversation that comes next in an arc; after its last, the first."""
    arc = next((arc for arc in history.arcs if arc.name == name), None)
    return (arc.next or arc.scenarios[0]) if arc else None


def look(
    keeper: Keeper | None,
    entries: Sequence[Entry],
    packs: Sequence[Path] | None,
    now: float,
    language: str | None = None,
) -> History:
    """What is remembered, and what to do next at `now` (seconds since 1970).

    `packs` are the folders that the library is made of where it is not all packs there are;
    arcs are called as they are in `language`, where they are translated.
    """
    # Home's first frame does without these: what they find comes a moment later
    from simulator.packs.arcs import arcs, read  # noqa: PLC0415
    from simulator.packs.catalogue import TUTORIAL  # noqa: PLC0415
    from simulator.practice.agenda import Shelves, next_things  # noqa: PLC0415
    from simulator.practice.arcs import state_of  # noqa: PLC0415
    from simulator.practice.standing import standings  # noqa: PLC0415

    every = arcs(language) if packs is None else read(packs, language=language)
    shelves = Shelves([entry for entry in entries if entry.error is None], every, TUTORIAL)
    if keeper is None:
        return History(things=next_things((), shelves, now))
    try:
        glances = _judged(keeper, keeper.glances())
    except Refused as failure:
        return History(problem=" ".join(filter(None, (failure.message, failure.hint))))
    return History(
        glances={glance.key: glance for glance in glances},
        things=next_things(glances, shelves, now),
        standings=standings(glances),
        arcs=tuple(state_of(arc, glances) for arc in every),
    )


def _judged(keeper: Keeper, glances: list[Glance]) -> list[Glance]:
    """The plays with the outcomes of those worked out that were cut off."""
    from simulator.practice.past import stale  # noqa: PLC0415 - as above

    cut_off = {glance.key for glance in stale(glances)}
    if not cut_off:
        return glances
    fresh = {one.key: one for one in keeper.refresh([one for one in glances if one.key in cut_off])}
    return [fresh.get(glance.key, glance) for glance in glances]
