"""What can be done in each state and where it leads, worked out once a state."""

from __future__ import annotations

from typing import NamedTuple, cast

from simulator.analysis.bots.ledger import QUARTERS, Ledger, after
from simulator.engine.events import ChoiceMade
from simulator.engine.program import Program
from simulator.engine.rows import Offer
from simulator.engine.state import State
from simulator.engine.step import offers, start, step
from simulator.engine.trust import HIGHEST, TIER
from simulator.scenario.model import Choice, Harm
from simulator.scoring.fit import judge
from simulator.scoring.target import Target, target_of

MOST_STATES = 1_000_000
"""States remembered at most; beyond, they are worked out again."""


class Move(NamedTuple):
    """One offer in one state, where it leads and what it is worth there; `quarters` are quarters of fit."""

    offer: Offer
    after: State
    ends: bool
    trust: int
    quarters: int
    hold_weight: int
    give_weight: int
    harm: Harm | None
    repairs: bool

    def entered(self, ledger: Ledger) -> Ledger:
        """The ledger with this decision in it."""
        hold, hold_weight, give, give_weight, holds, gives, harms = ledger
        held, gave = self.hold_weight, self.give_weight
        if self.harm or self.repairs or harms.last or harms.before:
            harms = after(harms, self.harm, self.repairs)
        return Ledger(
            hold + self.quarters * held,
            hold_weight + held,
            give + self.quarters * gave,
            give_weight + gave,
            holds + (held > 0),
            gives + (gave > 0),
            harms,
        )


class _Worth(NamedTuple):
    """What a choice is worth whatever the state, its quarters of fit by tier of trust."""

    quarters: tuple[int, ...]
    hold_weight: int
    give_weight: int
    harm: Harm | None
    repairs: bool


class Moves:
    """The moves of one program, by state."""

    def __init__(self, program: Program, trust: int | None = None) -> None:
        self.program = program
        self.opening = start(program, trust)[0]
        self._endings = program.scenario.endings.keys()
        self._worth: dict[tuple[str, str], _Worth] = {
            (beat_id, choice_id): _worth(target_of(beat), choice)
            for beat_id, beat in program.scenario.beats.items()
            for choice_id, choice in beat.choices.items()
        }
        self._known: dict[State, tuple[Move, ...]] = {}

    def __call__(self, state: State) -> tuple[Move, ...]:
        """The moves on offer in a state, in authored order."""
        moves = self._known.get(state)
        if moves is None:
            moves = tuple(self._move(state, offer) for offer in offers(self.program, state))
            if len(self._known) < MOST_STATES:
                self._known[state] = moves
        return moves

    @property
    def states(self) -> int:
        """How many states were met."""
        return len(self._known)

    @property
    def offered(self) -> frozenset[tuple[str, str]]:
        """The choices that were on offer in some state that was met, as (beat, choice)."""
        return frozenset((move.offer.beat, move.offer.id) for moves in self._known.values() for move in moves)

    def is_ending(self, state: State) -> bool:
        """Whether the play is over there."""
        return state.at in self._endings

    def _move(self, state: State, offer: Offer) -> Move:
        worth = self._worth[offer.beat, offer.id]
        reached, events = step(self.program, state, offer.id)
        return Move(
            offer,
            reached,
            reached.at in self._endings,
            cast(ChoiceMade, events[0]).trust_after,
            worth.quarters[state.trust // TIER],
            worth.hold_weight,
            worth.give_weight,
            worth.harm,
            worth.repairs,
        )


def _worth(target: Target, choice: Choice) -> _Worth:
    tiers = (judge(target, tier * TIER, choice) for tier in range(HIGHEST // TIER + 1))
    return _Worth(
        tuple(round(judged.fit * QUARTERS) for judged in tiers),
        target.weight * target.is_hold,
        target.weight * target.is_yield,
        choice.harm,
        choice.repairs,
    )
