"""The rule about gauges: they start where they may be."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.diagnostic import Finding
from simulator.scenario.rules.draft import Draft


def gauge_range(draft: Draft) -> Iterator[Finding]:
    """A gauge stays between `min` and `max`, from its start on."""
    for gauge_id, gauge in draft.scenario.gauges.items():
        at = ("gauges", gauge_id)
        if gauge.min > gauge.max:
            message = f'gauge "{gauge_id}" has its min {gauge.min} above its max {gauge.max}'
            yield Finding("gauge-range", message, (*at, "min"))
        elif not gauge.min <= gauge.first <= gauge.max:
            message = f'gauge "{gauge_id}" starts at {gauge.first}, outside {gauge.min} to {gauge.max}'
            yield Finding("gauge-range", message, (*at, "start"))
