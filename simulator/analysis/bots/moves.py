"""What can be done in each state and where it leads, worked out once a state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, cast

from simulator.analysis.bots.ledger import NO_HARMS, QUARTERS, Ledger, after
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


def ledger_of(said: Iterable[Move]) -> Ledger:
    """The ledger of a whole play at once."""
    hold = hold_weight = give = give_weight = holds = gives = 0
    harms = NO_HARMS
    for _, _, _, _, quarters, held, gave, harm, repairs in said:
        hold += quarters * held
        hold_weight += held
        give += quarters * gave
        give_weight += gave
        holds += held > 0
        gives += gave > 0
        if harm or repairs or harms is not NO_HARMS:
            harms = after(harms, harm, repairs)
    return Ledger(hold, hold_weight, give, give_weight, holds, gives, harms)


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
        self._drawn: dict[State, list[Move | Offer]] = {}

    def __call__(self, state: State) -> tuple[Move, ...]:
        """The moves on offer in a state, in authored order."""
        moves = self._known.get(state)
        if moves is None:
            moves = tuple(self._move(state, offer) for offer in offers(self.program, state))
            if len(self._known) < MOST_STATES:
                self._known[state] = moves
        return moves

    def drawn(self, state: State, share: float) -> Move | None:
        """The move at a share (0..1, without 1) of those on offer; only what is drawn is worked out."""
        slots = self._drawn.get(state)
        if slots is None:
            slots = list(offers(self.program, state))
            if len(self._drawn) < MOST_STATES:
                self._drawn[state] = slots
        if not slots:
            return None
        at = int(share * len(slots))
        found = slots[at]
        if isinstance(found, Move):
            return found
        move = slots[at] = self._move(state, found)
        return move

    @property
    def states(self) -> int:
        """How many states were met."""
        return len(self._known.keys() | self._drawn.keys()) if self._drawn else len(self._known)

    @property
    def offered(self) -> frozenset[tuple[str, str]]:
        """The choices that were on offer in some state that was met, as (beat, choice)."""
        met = frozenset((move.offer.beat, move.offer.id) for moves in self._known.values() for move in moves)
        slots = (slot for slots in self._drawn.values() for slot in slots)
        offered = (slot.offer if isinstance(slot, Move) else slot for slot in slots)
        return met | frozenset((offer.beat, offer.id) for offer in offered)

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
