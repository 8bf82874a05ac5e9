"""How far a learner has come with each scenario, as the library shows it.

The first balance is evidence and never changes; the best may come from practice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.practice.evidence import evidence
from simulator.practice.past import is_current, past_of
from simulator.store.record import Glance, Purpose

OWN = frozenset({Purpose.PLAY, Purpose.WHAT_IF})
"""What somebody played for themselves; a hosted play was the room's, a preview its author's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far one has come with a scenario.

    `first` is the balance of the evidence play, `best` that of the best finished play (0..100, None
    where there is none); `found` counts the endings reached, of `endings` (None if unknown).
    `plays` counts the plays that were begun.
    """

    plays: int
    first: float | None
    best: float | None
    found: int
    endings: int | None

    @property
    def is_known(self) -> bool:
        """Whether the scenario was played to an ending before."""
        return self.found > 0


def standings(glances: Iterable[Glance]) -> dict[str, Standing]:
    """The standing of each scenario played, by its name."""
    plays = list(glances)
    proofs = evidence(plays)
    by_scenario: dict[str, list[Glance]] = defaultdict(list)
    for glance in plays:
        if glance.beginning.purpose in OWN:
            by_scenario[glance.setting.scenario].append(glance)
    return {name: _standing(played, proofs) for name, played in by_scenario.items()}


def _standing(plays: Sequence[Glance], proofs: frozenset[str]) -> Standing:
    balances = {glance.key: balance for glance in plays if (balance := _balance(glance)) is not None}
    found = {glance.outcome.ending for glance in plays if glance.outcome and glance.outcome.ending}
    judged = [glance for glance in plays if is_current(glance)]
    return Standing(
        plays=len(plays),
        first=next((balance for key, balance in balances.items() if key in proofs), None),
        best=max(balances.values(), default=None),
        found=len(found),
        endings=past_of(judged[-1].outcome).endings if judged else None,
    )


def _balance(glance: Glance) -> float | None:
    """The balance of a play that reached its ending."""
    outcome = glance.outcome
    return outcome.balance if outcome and outcome.ending is not None and is_current(glance) else None
