"""How harm holds a score down, and how a repair lifts it a little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.scoring.fit import Judged

NO_CAP = 100
ONE_PRESSURE, GRAVE_OR_SEVERAL = 69, 39
REPAIRED_PRESSURE, REPAIRED_GRAVE = 84, 59
REACH = 2
"""A repair mends harm among this many choices before it."""


@dataclass(frozen=True, slots=True)
class Harms:
    """The harmful decisions of a play by position, apart by whether they were put right, and the cap."""

    unrepaired: tuple[int, ...]
    repaired: tuple[int, ...]
    repair: int | None
    cap: int


def harms_of(play: Sequence[Judged]) -> Harms:
    """Find a play's harmful acts, its one repair, and the most that its balance may reach."""
    harmful = [position for position, judged in enumerate(play) if judged.harm]
    repair = _repair(play, harmful)
    mended = () if repair is None else tuple(p for p in harmful if repair - REACH <= p < repair)
    left = tuple(p for p in harmful if p not in mended)
    return Harms(left, mended, repair, _cap(play, left, mended))


def _repair(play: Sequence[Judged], harmful: Sequence[int]) -> int | None:
    """The first choice that repairs and comes one or two choices after a harmful one."""
    for position, judged in enumerate(play):
        near = any(position - REACH <= harm < position for harm in harmful)
        if judged.repairs and near:
            return position
    return None


def _cap(play: Sequence[Judged], unrepaired: Sequence[int], repaired: Sequence[int]) -> int:
    caps = [NO_CAP]
    caps += [REPAIRED_GRAVE if play[p].harm == "grave" else REPAIRED_PRESSURE for p in repaired]
    if len(unrepaired) >= 2 or any(play[p].harm == "grave" for p in unrepaired):
        caps.append(GRAVE_OR_SEVERAL)
    elif unrepaired:
        caps.append(ONE_PRESSURE)
    return min(caps)
