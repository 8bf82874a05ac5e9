"""Arcs: conversations in order, with trust carried from each to the next.

An arc has no state of its own: where it stands follows from the plays that name it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from simulator.practice.keeper import is_unfinished
from simulator.practice.past import past_of
from simulator.store.record import Glance, Purpose

LEAST_CARRIED, MOST_CARRIED = 35, 85
"""What trust is clipped to between two conversations: nothing is lost for good, and nothing won for good."""


class Series(Protocol):
    """An arc as a pack declares it."""

    @property
    def name(self) -> str:
        """`pack/arc`."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Its conversations in order, as `pack/id`."""


@dataclass(frozen=True, slots=True)
class ArcState:
    """Where an arc stands.

    `done` are the keys of the conversations that were ended, in order. `trust` (35..85) is what the
    next one starts with, in place of the scenario's and the temperament's; None for the first of an
    arc, which starts as it is written. `open` is the key of the next conversation where it was left
    half-way.
    """

    name: str
    title: str
    scenarios: tuple[str, ...]
    done: tuple[str, ...] = ()
    trust: int | None = None
    open: str | None = None

    @property
    def next(self) -> str | None:
        """The conversation that comes next, as `pack/id`; None at the end of the arc."""
        return self.scenarios[len(self.done)] if len(self.done) < len(self.scenarios) else None

    @property
    def is_begun(self) -> bool:
        """Whether anything of it was played."""
        return bool(self.done or self.open)


def carried(trust: int) -> int:
    """The trust (0..100) that a conversation left behind, as the next one starts with it."""
    return max(LEAST_CARRIED, min(MOST_CARRIED, trust))


def state_of(arc: Series, glances: Iterable[Glance]) -> ArcState:
    """Where an arc stands after one learner's plays; their outcomes have to be fresh.

    Playing its first conversation again begins the arc anew; once it has been ended, it can be
    begun again as well.
    """
    done: list[Glance] = []
    left: Glance | None = None
    for glance in sorted(glances, key=lambda each: each.serial):
        if glance.setting.arc != arc.name or glance.beginning.purpose is not Purpose.PLAY:
            continue
        scenario, is_over = glance.setting.scenario, not is_unfinished(glance) and _has_ended(glance)
        if done and scenario == arc.scenarios[0] and not _is_next(arc, done, scenario):
            done = []
        if not _is_next(arc, done, scenario):
            continue
        left = None if is_over or glance.closed is not None else glance
        done += [glance] * is_over
    return ArcState(
        name=arc.name,
        title=arc.title,
        scenarios=arc.scenarios,
        done=tuple(glance.key for glance in done),
        trust=_trust(done),
        open=left.key if left else None,
    )


def _is_next(arc: Series, done: list[Glance], scenario: str) -> bool:
    return len(done) < len(arc.scenarios) and arc.scenarios[len(done)] == scenario


def _has_ended(glance: Glance) -> bool:
    return glance.outcome is not None and glance.outcome.ending is not None


def _trust(done: list[Glance]) -> int | None:
    final = past_of(done[-1].outcome).trust_final if done else None
    return None if final is None else carried(final)
