"""What a moment calls for: an assertiveness band and a partnership floor.

Bands follow the moments of scoring version 1; assertiveness is curvilinear
(Ames & Flynn 2007), and the right to push is earned (Hollander 1958).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.engine.trust import affords

if TYPE_CHECKING:
    from simulator.scenario.model import Beat, Moment, Reason

Band = tuple[int, int]
"""Lowest and highest assertiveness that fit, both 0..4 and included."""

BANDS: dict[Moment, Band] = {
    "take-the-order": (0, 1),
    "let-go": (0, 1),
    "repair": (0, 1),
    "explore": (1, 2),
    "test": (2, 2),
    "push-back": (2, 3),
    "stand-firm": (3, 4),
}
FLOOR, DUTY_FLOOR = 3, 2


@dataclass(frozen=True, slots=True)
class Target:
    """The band as written, the partnership floor (0..4), the weight (1 or 2) and the reason."""

    band: Band
    floor: int
    weight: int
    because: Reason

    @property
    def is_hold(self) -> bool:
        """Whether pushing is due; [2, 2] is hold and yield at once."""
        return self.band[0] >= 2

    @property
    def is_yield(self) -> bool:
        """Whether giving way is due."""
        return self.band[1] <= 2

    @property
    def kinds(self) -> tuple[str, ...]:
        """`hold`, `yield` or both."""
        return tuple(name for name, holds in (("hold", self.is_hold), ("yield", self.is_yield)) if holds)

    def afforded(self, trust: int) -> Band:
        """The band that trust (0..100) allows: a hold eases to what was earned, unless duty calls for it."""
        low, high = self.band
        if not self.is_hold or self.is_yield or self.because == "duty":
            return self.band
        high = min(high, max(2, affords(trust)))
        return min(low, high), high


def target_of(beat: Beat) -> Target:
    """The target of a beat that offers choices; the author's overrides win over the moment's.

    Raises ValueError for a beat without choices.
    """
    if beat.moment is None or beat.because is None:
        raise ValueError("only a beat with choices has a target")
    floor = DUTY_FLOOR if beat.because == "duty" else FLOOR
    return Target(
        band=beat.band or BANDS[beat.moment],
        floor=floor if beat.floor is None else beat.floor,
        weight=beat.weight,
        because=beat.because,
    )
