"""Which plays are evidence, and which are practice.

Evidence is a learner's first started play of a scenario (`pack/id`, whatever version or
temperament), if it is in Rehearse mode and nothing was ever taken back in it. Abandoned,
it stays evidence of what was played. Where the first play was anything else, a coached
one or a preview, there is no evidence of that scenario. Neither kind overwrites the other.
"""

from __future__ import annotations

from collections.abc import Iterable

from simulator.store.record import Glance, Mode, Purpose


def evidence(glances: Iterable[Glance]) -> frozenset[str]:
    """The keys of one learner's plays that are evidence.

    The first is the one begun first, by its serial: a clock can be wrong, an order of beginnings can't.
    """
    return frozenset(glance.key for glance in first_plays(glances).values() if _is_unaided(glance))


def first_plays(glances: Iterable[Glance]) -> dict[str, Glance]:
    """The play of each scenario, by its name, that was started first."""
    first: dict[str, Glance] = {}
    for glance in glances:
        known = first.get(glance.setting.scenario)
        if known is None or glance.serial < known.serial:
            first[glance.setting.scenario] = glance
    return first


def _is_unaided(glance: Glance) -> bool:
    begun = glance.beginning
    return begun.mode is Mode.REHEARSE and begun.purpose is Purpose.PLAY and not glance.has_take_back
