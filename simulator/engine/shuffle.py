"""The order in which choices are shown, so that a position never gives the key away."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from simulator.engine.program import Offer


def shown(offers: Sequence[Offer], seed: int) -> tuple[Offer, ...]:
    """The offers sorted by SHA-256 of (seed, beat, choice id): the same seed shows the same order."""
    return tuple(sorted(offers, key=lambda offer: _rank(seed, offer)))


def _rank(seed: int, offer: Offer) -> bytes:
    return sha256(f"{seed}\n{offer.beat}\n{offer.id}".encode()).digest()
