"""What a check yields, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from simulator.scenario.diagnostic import Finding, Location, Severity

Examined = TypeVar("Examined")


class Found(NamedTuple):
    """One thing that a check found, named by keys.

    `path` are the choice ids that lead there with that temperament. `file` is
    where it stands, unless that is the file under examination.
    """

    message: str
    at: Location = ()
    hint: str | None = None
    path: tuple[str, ...] | None = None
    temperament: str | None = None
    on_key: bool = False
    within: tuple[int, int] | None = None
    file: Path | None = None


class Group(StrEnum):
    """What a check is about."""

    STRUCTURE = "structure"
    WALKS = "walks"
    TRANSLATIONS = "translations"
    WRITING = "writing"
    FAIRNESS = "fairness"


@dataclass(frozen=True, slots=True)
class Check(Generic[Examined]):
    """One rule: its code and severity, and the function that looks for it."""

    code: str
    severity: Severity
    group: Group
    look: Callable[[Examined], Iterator[Found]]

    @property
    def explanation(self) -> str:
        """Why the rule is there and how to mend what it finds."""
        return cleandoc(self.look.__doc__ or "")

    def finding(self, found: Found) -> Finding:
        """What was found, with the rule's code and severity."""
        return Finding(
            self.code, found.message, found.at, self.severity, found.hint, found.within, found.on_key
        )
