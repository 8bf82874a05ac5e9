"""What the score's cap and the one repair still depend on, as a small number.

Before a repair, that is the harm among the last two choices, which can still be
mended, and the harm before them, which cannot. After it, new harm stays. Once
harm that cannot be mended holds the cap at its lowest, nothing matters any more.
The rules are those of SCORING, "Balance of one play".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from simulator.scenario.model import Choice
from simulator.scoring.harm import GRAVE_OR_SEVERAL, NO_CAP, ONE_PRESSURE, REPAIRED_GRAVE, REPAIRED_PRESSURE

NONE, PRESSURE, GRAVE, REPAIR = range(4)
"""What a choice is, as far as harm goes."""

ONE, SEVERE = 1, 2


class Harm(NamedTuple):
    """How harm stands: `repaired` and both of `recent` (older, newer) are NONE, PRESSURE or GRAVE.

    `settled` is the harm that can't be mended: 0 none, ONE pressure, SEVERE (a grave act, or several).
    """

    settled: int = 0
    recent: tuple[int, int] = (NONE, NONE)
    repaired: int = NONE

    @property
    def cap(self) -> int:
        """The most that the balance could reach if the play ended now, 0..100."""
        left = _worse(_worse(self.settled, self.recent[0]), self.recent[1])
        unmended = (NO_CAP, ONE_PRESSURE, GRAVE_OR_SEVERAL)[left]
        return min(unmended, (NO_CAP, REPAIRED_PRESSURE, REPAIRED_GRAVE)[self.repaired])


def kind_of(choice: Choice) -> int:
    """NONE, PRESSURE, GRAVE or REPAIR."""
    if choice.repairs:
        return REPAIR
    return {None: NONE, "pressure": PRESSURE, "grave": GRAVE}[choice.harm]


def after(harm: Harm, kind: int, *, mendable: bool = True) -> Harm:
    """How harm stands after a choice; where no choice of the scenario repairs, nothing is `mendable`."""
    act = NONE if kind == REPAIR else kind
    older, newer = harm.recent
    if kind == REPAIR and (older or newer):
        harm = Harm(harm.settled, repaired=max(older, newer))
    elif harm.repaired or not mendable:
        harm = harm._replace(settled=_worse(harm.settled, act))
    else:
        harm = Harm(_worse(harm.settled, older), (newer, act))
    return Harm(SEVERE) if harm.settled == SEVERE else harm


@cache
def harm_table(mendable: bool) -> tuple[tuple[tuple[int, ...], ...], tuple[Harm, ...]]:
    """For each kind of choice the number of the status after it by that before it; and the statuses.

    Number 0 is a play without harm.
    """
    statuses = [Harm()]
    numbers = {statuses[0]: 0}
    rows: list[list[int]] = [[], [], [], []]
    for harm in statuses:
        for kind, row in enumerate(rows):
            came = after(harm, kind, mendable=mendable)
            if came not in numbers:
                numbers[came] = len(statuses)
                statuses.append(came)
            row.append(numbers[came])
    return tuple(map(tuple, rows)), tuple(statuses)


def _worse(settled: int, act: int) -> int:
    return min(SEVERE, settled + act)
