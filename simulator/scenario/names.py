"""The names that a scenario's conditions may use."""

from __future__ import annotations

from simulator.scenario.conditions import Names
from simulator.scenario.model import Scenario


def names_of(scenario: Scenario) -> Names:
    """The facts, flags and gauges that a scenario declares, gauges with their ranges."""
    return Names(
        facts=frozenset(scenario.facts),
        flags=frozenset(scenario.flags),
        gauges={
            # an upside-down range is told of elsewhere
            gauge_id: (min(gauge.min, gauge.max), max(gauge.min, gauge.max))
            for gauge_id, gauge in scenario.gauges.items()
        },
    )
