"""A program made ready for whole sets of states: every name a number, every number's change a `Change`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from simulator.analysis.explore.guards import Guard
from simulator.analysis.explore.maps import Change
from simulator.scenario.diagnostic import Location

Reference: TypeAlias = tuple[str, str]
"""A choice: its beat's id and its own."""


@dataclass(slots=True, eq=False)
class Rule:
    """One rule of a list (a way on, a variant, a reply): `guard` is None where it always holds."""

    place: Location
    guard: Guard | None
    target: Stop | None = None


@dataclass(slots=True, eq=False)
class Line:
    """One choice. Sets of facts and flags are bits; `apart` adds to gauges that sets leave out.

    `harms` is the number of the harm status after the choice, by that before it.
    """

    reference: Reference
    place: Location
    once: int
    uses: int
    guard: Guard | None
    changes: tuple[Change, ...]
    sets: int
    clears: int
    reveals: int
    harms: tuple[int, ...]
    apart: tuple[Addition, ...]
    replies: tuple[Rule, ...]
    routes: tuple[Rule, ...]
    asked: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A change of a gauge that stands apart, at `place` of those, kept within its range."""

    place: int
    amount: int
    lowest: int
    highest: int


@dataclass(slots=True, eq=False)
class Stop:
    """A beat, an ending or nowhere.

    `rank` orders stops so that each comes after all that lead to it, as far as
    there is such an order; stops that lead to each other share a rank and are put in
    order by `inner`. `winds` is whether a play can come back here without a choice
    that is used up, `rings` whether without any choice, as far as conditions are
    left aside; `knotted` is whether a stop of the same rank winds.
    """

    number: int
    id: str
    place: Location
    is_end: bool
    reveals: int = 0
    moved: int = 0
    moves: Change | None = None
    variants: tuple[Rule, ...] = ()
    lines: tuple[Line, ...] = ()
    routes: tuple[Rule, ...] = ()
    asked: tuple[Rule, ...] = ()
    gated: tuple[Line, ...] = ()
    rank: int = 0
    inner: int = 0
    winds: bool = False
    knotted: bool = False
    rings: bool = False
    targets: list[int] = field(default_factory=list)

    @property
    def leads_on(self) -> bool:
        """Whether the play goes on from here by itself."""
        return not self.is_end and not self.lines
