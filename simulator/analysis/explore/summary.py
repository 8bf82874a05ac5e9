"""What the nodes of a space tell when they are looked at together."""

from __future__ import annotations

from simulator.analysis.explore.search import Space


def met(space: Space) -> frozenset[str]:
    """The beats and endings that were reached; targets that do not exist are left out."""
    scenario = space.tables.program.scenario
    known = scenario.beats.keys() | scenario.endings.keys()
    return frozenset(node.stop.id for node in space.nodes.values()) & known


def changed(space: Space) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The facts ever learned, and the flags and gauges that ever differ from what they start with."""
    program = space.tables.program
    learned = flags = 0
    for node in space.nodes.values():
        learned |= node.key[1]
        flags |= node.key[2] ^ program.flags
    return (
        frozenset(program.fact_ids(learned & ~program.known)),
        frozenset(flag for at, flag in enumerate(program.scenario.flags) if flags >> at & 1),
        _gauges(space),
    )


def _gauges(space: Space) -> frozenset[str]:
    program, layout = space.tables.program, space.tables.layout
    first = dict(zip(program.scenario.gauges, program.gauges, strict=True))
    found = set()
    for gauge, value in first.items():
        place = layout.apart.get(gauge)
        if place is not None:
            if any(node.key[-1][place] != value for node in space.nodes.values()):
                found.add(gauge)
            continue
        dimension = layout.dimensions[gauge]
        start = layout.band(dimension, value - dimension.lowest, value - dimension.lowest)
        others = layout.full ^ start
        if any(node.reached & others for node in space.nodes.values()):
            found.add(gauge)
    return frozenset(found)
