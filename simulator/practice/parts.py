"""Figures over many decisions: shares with their margins, and means by skill and by moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

from simulator.practice.decisions import JUDGED, PastDecision, judged_in
from simulator.practice.habit import Habit, habit_of
from simulator.practice.past import Past
from simulator.scoring.balance import SMALLEST_MARGIN, Z_90
from simulator.scoring.harm import GRAVE_OR_SEVERAL, ONE_PRESSURE
from simulator.scoring.target import BANDS


@dataclass(frozen=True, slots=True)
class Share:
    """Hold or Yield over many decisions: the weighted mean of their fits, 0..1.

    `margin` is points of 100 either side; None for a single decision, which says nothing of the next.
    """

    value: float
    margin: float | None
    decisions: int


@dataclass(frozen=True, slots=True)
class Part:
    """How decisions of one kind came off: their mean fit, 0..1, every decision counting once.

    `id` is a moment or a skill, `name` what its pack calls it (the id again for a moment).
    """

    id: str
    name: str
    fit: float
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The plays on one side, evidence or practice; `seconds` is the time spent, as far as it is known."""

    plays: int = 0
    ended: int = 0
    decisions: int = 0
    seconds: float = 0.0
    hold: Share | None = None
    yielded: Share | None = None
    moments: tuple[Part, ...] = ()
    skills: tuple[Part, ...] = ()


UNREPAIRED = (ONE_PRESSURE, GRAVE_OR_SEVERAL)
"""The caps of plays in which an act was left that was not put right."""

Fits = Counter[tuple[int, float]]
"""How many decisions there were of a weight and a fit: all that a share and its margin depend on."""


@dataclass(slots=True)
class Sum:
    """Adds plays up, decision by decision; `played` counts those with a decision."""

    plays: int = 0
    played: int = 0
    ended: int = 0
    harmed: int = 0
    seconds: float = 0.0
    hold: Fits = field(default_factory=Counter)
    yielded: Fits = field(default_factory=Counter)
    moments: dict[str, list[float]] = field(default_factory=dict)
    skills: dict[str, list[float]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    judged: Counter[tuple[int, ...]] = field(default_factory=Counter)

    def add(self, past: Past, *, is_over: bool) -> None:
        """Count one play and its decisions in."""
        self.plays += 1
        self.played += bool(past.decisions)
        self.ended += is_over
        self.harmed += past.cap in UNREPAIRED
        self.seconds += past.seconds or 0.0
        self.names.update(past.skills)
        fits = [one.fit for one in past.decisions]
        for skill in past.skills:
            self.skills.setdefault(skill, []).extend(fits)
        self.judged.update(map(JUDGED, past.decisions))
        for one in past.decisions:
            self._count(one)

    def _count(self, one: PastDecision) -> None:
        key = one.weight, one.fit
        if one.written_low >= 2:
            self.hold[key] += 1
        if one.written_high <= 2:
            self.yielded[key] += 1
        try:
            self.moments[one.moment].append(one.fit)
        except KeyError:
            self.moments[one.moment] = [one.fit]

    def _name(self, skill: str) -> str:
        return self.names.get(skill, skill).casefold()

    def habit(self) -> Habit | None:
        """The habitual style of what was added, each play being of another scenario."""
        return habit_of(judged_in(self.judged), self.played, self.harmed)

    def side(self) -> Side:
        """The figures of all that was added."""
        return Side(
            plays=self.plays,
            ended=self.ended,
            decisions=sum(map(len, self.moments.values())),
            seconds=self.seconds,
            hold=share_of(self.hold),
            yielded=share_of(self.yielded),
            moments=parts_of(self.moments, {}, BANDS),
            skills=parts_of(self.skills, self.names, sorted(self.skills, key=self._name)),
        )


def parts_of(
    fits: Mapping[str, list[float]], names: Mapping[str, str], order: Iterable[str]
) -> tuple[Part, ...]:
    """Means by id, in the order given; whatever else there is comes last."""
    ids = [*(one for one in order if one in fits), *sorted(fits.keys() - set(order))]
    found = [(one, fits[one]) for one in ids if fits[one]]
    return tuple(Part(one, names.get(one, one), sum(each) / len(each), len(each)) for one, each in found)


def share_of(fits: Fits) -> Share | None:
    """The weighted mean and its margin: 1.64 jackknife standard errors, at least 8 points.

    The jackknife drops one decision at a time (Efron & Stein 1981); equal decisions are
    worked out once.
    """
    count = fits.total()
    weight = sum(times * weight for (weight, _), times in fits.items())
    if not weight:
        return None
    total = sum(times * weight * fit for (weight, fit), times in fits.items())
    if count < 2:
        return Share(total / weight, None, count)
    without = [((total - one * fit) / (weight - one), times) for (one, fit), times in fits.items()]
    mean = sum(value * times for value, times in without) / count
    variance = (count - 1) / count * sum(times * (value - mean) ** 2 for value, times in without)
    return Share(total / weight, max(SMALLEST_MARGIN, 100 * Z_90 * sqrt(variance)), count)
