"""What is wrong inside one text, before anyone knows in which file it stands."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem in the characters [start, end) of a condition or a script.

    `code` has the form `[a-z][a-z0-9-]*`. `message` says what was found and what
    is allowed; `hint`, if any, is a short rewrite to put beside the place.
    """

    code: str
    message: str
    start: int
    end: int
    hint: str | None = None
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """Whether the text can't be used as it is."""
        return self.severity is Severity.ERROR
