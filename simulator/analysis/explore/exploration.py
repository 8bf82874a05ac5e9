"""What an exploration found: plain facts about a scenario, for rules to judge."""

from __future__ import annotations

from dataclasses import dataclass, field

from simulator.analysis.explore.paths import Paths
from simulator.analysis.explore.tables import Reference
from simulator.scenario.diagnostic import Location


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something met in `states` states at `place` (a beat, or a choice).

    `path` are choice ids from the start that lead to one of them, the shortest
    where states are told apart by depth; None where none within a thousand
    choices, or within the budget, was found.
    """

    place: Location
    states: int
    path: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Loop:
    """Choices, in order, after which a play is in the same state as before them.

    `path` leads from the start to that state and then once round: its last
    `len(choices)` ids are those of the loop.
    """

    choices: tuple[Reference, ...]
    path: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Ring:
    """Beats without choices that lead on to each other for ever, and a path that ends in them."""

    beats: tuple[str, ...]
    path: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Exploration:
    """Everything that can happen in a scenario with one temperament.

    `states` counts states in which a play rests: the engine's `State` (beat with
    choices, ending or nowhere; trust, facts, flags, gauges, used-up choices, spent
    moves of trust) together with what the score's cap and repair still depend on
    (`harm`). Beats without choices are passed, not counted.

    Where `exhaustive` is false, `reason` says in words what was not covered: what
    was met was met, but what was not may still be possible.

    Places are those of the model, as in ("beats", "verdict", "choices", "ask",
    "to", 0). `taken` are the rules of `to`, `variants` and `reply` that were ever
    followed, `held` and `failed` the `when`s that held and that did not in some
    state that came by, whatever the rules before them said.

    For `path_to` the sets stay in memory as long as the exploration does, unless
    they are large.
    """

    temperament: str | None
    states: int
    exhaustive: bool
    seconds: float
    reason: str | None
    interrupted: bool
    reached: frozenset[str]
    offered: frozenset[Reference]
    taken: frozenset[Location]
    held: frozenset[Location]
    failed: frozenset[Location]
    learned: frozenset[str]
    flags_changed: frozenset[str]
    gauges_changed: frozenset[str]
    stuck: tuple[Sighting, ...] = ()
    stranded: tuple[Sighting, ...] = ()
    rings: tuple[Ring, ...] = ()
    loops: tuple[Loop, ...] = ()
    doomed: tuple[Sighting, ...] = ()
    paths: Paths | None = field(default=None, repr=False, compare=False)

    def path_to(self, stop: str) -> tuple[str, ...] | None:
        """Choice ids that lead from the start to a beat or an ending.

        None where it is never reached, or not within what a path may take.
        """
        return self.paths.to_stop(stop) if self.paths and stop in self.reached else None
