"""A learner's plays looked back on: what they come to, which there are, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.packs.catalogue import TUTORIAL
from simulator.practice.due import Due, due
from simulator.practice.evidence import evidence
from simulator.practice.progress import Progress, progress
from simulator.report.history import Past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.packs.catalogue import Entry
    from simulator.practice.keeper import Keeper


@dataclass(frozen=True, slots=True)
class Retrospect:
    """What the Progress screen shows; `plays` are the newest first."""

    progress: Progress
    plays: tuple[Past, ...]
    due: tuple[Due, ...]

    @property
    def seconds(self) -> float:
        """The time spent with all plays that are counted."""
        return self.progress.evidence.seconds + self.progress.practice.seconds

    def play(self, key: str | None) -> Past | None:
        """The play of a key; None where it is not there."""
        return next((play for play in self.plays if play.glance.key == key), None)


def look_back(keeper: Keeper, entries: Sequence[Entry], now: float) -> Retrospect:
    """All plays of a learner, judged; thousands take a moment. Raises Refused where they can't be read.

    `entries` is the library and `now` seconds since 1970: what is due depends on both.
    """
    glances = keeper.refresh(keeper.glances())
    proofs = evidence(glances)
    plays = [Past(number, glance, glance.key in proofs) for number, glance in enumerate(glances, 1)]
    library = [entry for entry in entries if entry.error is None and entry.name != TUTORIAL]
    return Retrospect(progress(glances), tuple(reversed(plays)), due(glances, library, now))
