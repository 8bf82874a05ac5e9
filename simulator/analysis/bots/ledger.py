"""The score of a play so far, as one small value: plays with equal ledgers can be merged.

Fits are kept in quarters, so that equal scores compare equal.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from simulator.scenario.model import Harm
from simulator.scoring.balance import NEEDED
from simulator.scoring.harm import GRAVE_OR_SEVERAL, NO_CAP, ONE_PRESSURE, REPAIRED_GRAVE, REPAIRED_PRESSURE

QUARTERS = 4


class Harms(NamedTuple):
    """What a play's cap, and its one repair, still depend on.

    `last` and `before` are the harms of the last two choices while a repair could
    still mend them; `pressures` (up to 2) and `grave` are beyond repair.
    """

    last: Harm | None = None
    before: Harm | None = None
    pressures: int = 0
    grave: bool = False
    is_spent: bool = False
    mended_pressure: bool = False
    mended_grave: bool = False

    @property
    def cap(self) -> int:
        """The most that the balance may reach, if the play ended here."""
        left = [harm for harm in (self.last, self.before) if harm]
        pressures = self.pressures + left.count("pressure")
        caps = [NO_CAP]
        if self.mended_grave:
            caps.append(REPAIRED_GRAVE)
        if self.mended_pressure:
            caps.append(REPAIRED_PRESSURE)
        if self.grave or "grave" in left or pressures > 1:
            caps.append(GRAVE_OR_SEVERAL)
        elif pressures:
            caps.append(ONE_PRESSURE)
        return min(caps)


NO_HARMS = Harms()


@cache
def after(harms: Harms, harm: Harm | None, repairs: bool) -> Harms:
    """The harms of a play one choice further on."""
    if repairs and not harms.is_spent and (harms.last or harms.before):
        pending = (harms.last, harms.before)
        return Harms(
            pressures=harms.pressures,
            grave=harms.grave,
            is_spent=True,
            mended_pressure="pressure" in pending,
            mended_grave="grave" in pending,
        )
    if harms.is_spent:
        return _settled(harms, harm)
    return _settled(harms, harms.before)._replace(last=harm, before=harms.last)


def _settled(harms: Harms, harm: Harm | None) -> Harms:
    """With one more act that nothing can mend any more."""
    if harm is None:
        return harms
    if harm == "grave":
        return harms._replace(grave=True)
    return harms._replace(pressures=min(2, harms.pressures + 1))


class Ledger(NamedTuple):
    """Quarters of fit and weights of hold and of yield, how many decisions of each kind, and the harms."""

    hold: int = 0
    hold_weight: int = 0
    give: int = 0
    give_weight: int = 0
    holds: int = 0
    gives: int = 0
    harms: Harms = NO_HARMS

    @property
    def balance(self) -> float | None:
        """The capped balance (0..100) if the play ended here; None with too few decisions of a kind."""
        if self.holds < NEEDED or self.gives < NEEDED:
            return None
        if not (self.hold and self.give):
            return 0.0
        hold = self.hold / (QUARTERS * self.hold_weight)
        give = self.give / (QUARTERS * self.give_weight)
        return min(100 * 2 * hold * give / (hold + give), float(self.harms.cap))


EMPTY = Ledger()
