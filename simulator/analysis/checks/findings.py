"""What one run of the checks came to; light to import, for views that only show it."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a file was looked at with one temperament; `fairness` is `exact`, `sampled` or `skipped`."""

    file: str
    temperament: str | None
    states: int
    exhaustive: bool
    seconds: float
    fairness: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of one run in order, and what was covered; `interrupted` where it was cut short."""

    diagnostics: tuple[Diagnostic, ...]
    coverage: tuple[Coverage, ...] = ()
    interrupted: bool = False

    @property
    def errors(self) -> int:
        """How many are errors."""
        return sum(diagnostic.is_error for diagnostic in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many are warnings."""
        return len(self.diagnostics) - self.errors
