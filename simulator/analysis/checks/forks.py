"""The beats that offer choices, with every option judged by the band as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from simulator.scenario.diagnostic import Location
from simulator.scenario.model import Beat, Choice, Scenario
from simulator.scoring.fit import fit, rating_of, step_outside
from simulator.scoring.target import Target, target_of


@dataclass(frozen=True)
class Option:
    """One choice of a beat; `fit` is 0..1 by the band as written, `length` characters of what is said."""

    id: str
    at: Location
    choice: Choice
    target: Target

    @cached_property
    def fit(self) -> float:
        """How well it fits, whatever trust affords."""
        return fit(rating_of(self.choice), self.target.band, self.target.floor)

    @property
    def length(self) -> int:
        """Characters of what the player says."""
        return len(self.choice.say)

    @property
    def is_warm(self) -> bool:
        """Whether it meets the floor of partnership."""
        return self.choice.partnership >= self.target.floor

    @property
    def misses_both(self) -> bool:
        """Whether it misses the band and the floor by two steps or more each."""
        off = abs(step_outside(self.choice.assertiveness, self.target.band))
        return off >= 2 and self.target.floor - self.choice.partnership >= 2


@dataclass(frozen=True)
class Fork:
    """One beat with choices; the options stand in authored order."""

    id: str
    beat: Beat
    target: Target
    options: tuple[Option, ...]

    @property
    def at(self) -> Location:
        """Where the beat stands."""
        return ("beats", self.id)

    @cached_property
    def key(self) -> Option:
        """The option that fits best; of several the first."""
        return max(self.options, key=lambda option: option.fit)

    @cached_property
    def longest(self) -> Option:
        """The option with the most characters; of several the first."""
        return max(self.options, key=lambda option: option.length)

    @cached_property
    def shortest(self) -> Option:
        """The option with the fewest characters; of several the first."""
        return min(self.options, key=lambda option: option.length)


def forks_of(scenario: Scenario) -> tuple[Fork, ...]:
    """The beats with choices, in the order of the file."""
    return tuple(_fork(beat_id, beat) for beat_id, beat in scenario.beats.items() if beat.choices)


def _fork(beat_id: str, beat: Beat) -> Fork:
    target = target_of(beat)
    options = (
        Option(choice_id, ("beats", beat_id, "choices", choice_id), choice, target)
        for choice_id, choice in beat.choices.items()
    )
    return Fork(beat_id, beat, target, tuple(options))
