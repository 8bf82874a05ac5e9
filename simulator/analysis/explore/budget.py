"""How much work an exploration may do, and the watch that holds it to that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

Progress = Callable[[int], None]
"""Told the number of states found so far."""

TELL_EVERY = 0.2
"""Seconds between two words of progress."""

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Budget:
    """The most an exploration may hold and take; None is no limit.

    `states` are members, also where they are held as sets; `seconds` are of the
    clock on the wall; `memory` is in bytes, as estimated for the sets held.
    """

    states: int | None = None
    seconds: float | None = None
    memory: int | None = 200 * MIB


class Late(Exception):
    """The budget is used up; the message says which limit."""


class Watch:
    """Tells when a budget is used up, and tells progress now and then.

    `allow` sets which parts of the budget may be used for now.
    """

    def __init__(self, budget: Budget, progress: Progress | None = None) -> None:
        self.budget = budget
        self.progress = progress
        self._time = self._size = 1.0
        self._states = 0
        self.started = self._told = monotonic()

    def allow(self, time: float = 1.0, size: float = 1.0) -> None:
        """Use no more, for now, than this part (0..1) of the seconds, and of the states and memory."""
        self._time, self._size = time, size

    @property
    def seconds(self) -> float:
        """Seconds since the watch was started."""
        return monotonic() - self.started

    @property
    def left(self) -> float | None:
        """Seconds of the whole budget that are left, or None where there is no limit."""
        limit = self.budget.seconds
        return None if limit is None else max(0.0, limit - self.seconds)

    def spent(self, states: int, memory: int) -> str | None:
        """Which limit is used up, in words, or None; tells progress when it is due."""
        now = monotonic()
        if self.progress and now - self._told >= TELL_EVERY:
            self._told = now
            self._states = max(states, self._states)
            self.progress(self._states)
        budget = self.budget
        if budget.states is not None and states >= budget.states * self._size:
            return f"the limit of {budget.states:,} states"
        if budget.seconds is not None and now - self.started > budget.seconds * self._time:
            return f"the limit of {budget.seconds:g} s"
        if budget.memory is not None and memory > budget.memory * self._size:
            return f"the limit of {budget.memory // MIB} MiB"
        return None

    def check(self, memory: int = 0) -> None:
        """Raise Late where time or memory is used up: for work that finds no more states."""
        spent = self.spent(-1, memory)
        if spent:
            raise Late(spent)
