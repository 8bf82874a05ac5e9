"""The record of a play: how it was set up, and every word in order.

A transcript alone brings back the same state, events and score. Nothing is ever
removed from it: a take-back is one more entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything besides the choices that a play depends on.

    `scenario` is `pack/id`, `digest` names its exact text, `trust` is the trust
    the play started with (0..100), `seed` the order in which choices were shown,
    `scoring` the version of the scoring model it was first judged by.
    """

    scenario: str
    digest: str
    trust: int
    temperament: str | None = None
    version: str | None = None
    arc: str | None = None
    seed: int = 0
    language: str = "en"
    terms: Mapping[str, str] = field(default_factory=dict)
    scoring: int = 1


class Said(NamedTuple):
    """The player said a choice; `at` is the caller's time, in seconds since 1970, if it was given."""

    choice: str
    at: float | None = None


class TakenBack(NamedTuple):
    """The player took the last words back."""

    at: float | None = None


Entry: TypeAlias = Said | TakenBack


@dataclass(frozen=True, slots=True)
class Transcript:
    """A play as it was recorded."""

    setting: Setting
    entries: tuple[Entry, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """The line that remains: the ids said and not taken back, in order."""
        return remaining(self.entries)

    @property
    def has_take_back(self) -> bool:
        """Whether anything was ever taken back."""
        return any(isinstance(entry, TakenBack) for entry in self.entries)


def remaining(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The choice ids of a list of entries once every take-back is honoured.

    Raises ValueError for a take-back with nothing before it.
    """
    line: list[str] = []
    for entry in entries:
        if isinstance(entry, Said):
            line.append(entry.choice)
        elif line:
            line.pop()
        else:
            raise ValueError("a take-back with nothing said before it")
    return tuple(line)
