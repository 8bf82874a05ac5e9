"""What can go wrong when the program is used, as one small family.

An author's mistake is no exception but a `Diagnostic`; these are misuse and
operational failures, caught at one place: the boundary in `simulator.cli.main`.
"""

from __future__ import annotations

from typing import ClassVar


class SparringError(Exception):
    """A failure told to the user in one calm message; `hint` says what to do next."""

    exit_status: ClassVar[int] = 1

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Misuse(SparringError):
    """What was asked for makes no sense: an unknown scenario, a missing path, a choice not on offer."""

    exit_status = 2


class Refused(SparringError):
    """What was asked for is clear but can't be done as things stand: a scenario with errors, a full disk."""

    exit_status = 1
