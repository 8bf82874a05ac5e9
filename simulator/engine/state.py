"""Where a play stands, as one small immutable value."""

from __future__ import annotations

from typing import NamedTuple

NOWHERE = ""
"""`State.at` where an unsound scenario leads nowhere: no rule of a `to` holds, or beats lead on in a ring."""

make = tuple.__new__
"""Makes a named tuple from a plain one in a third of the time of its own class; a step is all allocation."""


class State(NamedTuple):
    """A play between two choices; equal states have equal futures.

    Sets are bits of a whole number, in the order in which the scenario names
    the facts and flags. `picked` holds the `once` choices taken, `moved` the
    beats whose `moves_trust` has been spent.
    """

    at: str
    trust: int
    facts: int
    flags: int
    gauges: tuple[int, ...]
    picked: int = 0
    moved: int = 0
