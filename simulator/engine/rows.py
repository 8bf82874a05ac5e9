"""The tables of a program: beats and choices with every name looked up beforehand.

Sets of facts, flags, `once` choices and spent moves of trust are bits of whole
numbers, as in `State`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from simulator.engine.events import BeatReached, FactLearned, Replied
from simulator.scenario.conditions import Test
from simulator.scenario.model import Choice

Routes: TypeAlias = tuple[tuple[Test | None, str], ...]
"""Where to go on by the first test that holds; None always holds."""

Gifts: TypeAlias = tuple[tuple[int, FactLearned], ...]
"""Facts given away, each as its bit and its event, in the order in which the author lists them."""


Replies: TypeAlias = tuple[tuple[Test | None, Replied], ...]
"""What the counterpart answers, by the first test that holds."""

Variants: TypeAlias = tuple[tuple[Test, BeatReached], ...]
"""How a beat is staged, by the first test that holds."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice that can be said now."""

    beat: str
    id: str
    choice: Choice


class Addition(NamedTuple):
    """A change of one gauge, kept within the gauge's range."""

    gauge: int
    amount: int
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One choice, ready to be tested and taken.

    `free` is true where nothing can close the choice. `trusts` holds the trust
    after it, by the trust before it (0..100). `target` is where it leads if no
    condition decides that, else NOWHERE; `changes` is whether it changes more than
    trust and place.
    """

    offer: Offer
    free: bool
    uses: int
    once: int
    when: Test | None
    evidence: bool
    trusts: tuple[int, ...]
    changes: bool
    sets: int
    clears: int
    adds: tuple[Addition, ...]
    reveals: Gifts
    replies: Replies
    target: str
    routes: Routes


@dataclass(frozen=True, slots=True)
class BeatRow:
    """One beat, ready to be reached and left.

    `changes` is whether reaching it can change facts or trust, `open` whether it
    always offers something, `offers` what it offers where that never varies.
    """

    id: str
    changes: bool
    reveals: Gifts
    moves_trust: int
    moved: int
    reached: BeatReached
    variants: Variants
    rows: tuple[ChoiceRow, ...]
    by_id: Mapping[str, ChoiceRow]
    open: bool
    offers: tuple[Offer, ...] | None
    routes: Routes
