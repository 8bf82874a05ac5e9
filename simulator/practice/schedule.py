"""When each scenario was practised last, and when it is due again.

A scenario comes back 2 days after it was played first, 9 days after that return, and 16
days after the next: practice spread out lasts longer than practice in one go (Cepeda et
al. 2006). After the third return it rests, unless a moment of it is still weak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from simulator.practice.decisions import PastDecision
from simulator.practice.keeper import is_unfinished
from simulator.practice.past import EMPTY, Past, is_current, past_of
from simulator.store.record import Glance, Purpose

DAY = 86_400.0
RETURNS = (2, 9, 16)
"""Days from the last play to the next, by how often the scenario has come back."""
WELL = 0.75
"""The mean fit from which a moment is no longer weak: most of its decisions fitted fully."""


class Strand:
    """The plays of one scenario; `last` is seconds since 1970, `returns` how often it came back.

    `temperaments` are those it was played with, `is_open` whether the last play waits to be resumed.
    """

    def __init__(self, scenario: str, last: float) -> None:
        self.scenario = scenario
        self.last = last
        self.returns = 0
        self.temperaments: list[str | None] = []
        self.is_open = False
        self._judged: Glance | None = None

    def take(self, glance: Glance, at: float) -> None:
        """Count one more play of it; several in one day are one return."""
        self.practised(at)
        self.temperaments.append(glance.setting.temperament)
        self.is_open = glance.beginning.purpose is Purpose.PLAY and is_unfinished(glance)
        if is_current(glance):
            self._judged = glance
            for known in ("past", "weakest"):
                self.__dict__.pop(known, None)

    def practised(self, at: float) -> None:
        """Note that it was practised at that time, here or in a variant elsewhere."""
        if at - self.last >= DAY:
            self.returns += 1
        self.last = at

    @cached_property
    def past(self) -> Past:
        """What the last judged play of it tells."""
        return past_of(self._judged.outcome) if self._judged else EMPTY

    @cached_property
    def weakest(self) -> tuple[str, float] | None:
        """The moment that came off worst in the last play, and its mean fit; None where all went well."""
        means = _means(self.past.decisions)
        moment = min(means, key=means.__getitem__, default=None)
        return (moment, means[moment]) if moment is not None and means[moment] < WELL else None

    def overdue(self, now: float) -> float | None:
        """Days by which it is overdue; None while it isn't due."""
        late = (now - self.last) / DAY - RETURNS[min(self.returns, len(RETURNS) - 1)]
        rests = late < 0 or (self.returns >= len(RETURNS) and self.weakest is None)
        return None if rests else late


def timed(glances: Iterable[Glance], today: float) -> Iterator[tuple[Glance, float]]:
    """The plays that count as practice of something, in the order begun, with times that never go back.

    A time later than `today` is of a clock that was ahead: such a play is taken to have begun
    with the one before it, or with the first whose time can be believed.
    """
    plays = sorted(glances, key=lambda each: each.serial)
    counted = [each for each in plays if each.said and each.beginning.purpose is not Purpose.PREVIEW]
    latest = next((each.began for each in counted if each.began <= today), today)
    for glance in counted:
        if glance.began <= today:
            latest = max(latest, glance.began)
        yield glance, latest


def _means(decisions: Iterable[PastDecision]) -> dict[str, float]:
    fits: dict[str, list[float]] = {}
    for one in decisions:
        fits.setdefault(one.moment, []).append(one.fit)
    return {moment: sum(each) / len(each) for moment, each in fits.items()}
