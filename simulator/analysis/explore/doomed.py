"""States from which no ending can be reached, by going back from the endings."""

from __future__ import annotations

from itertools import groupby

from simulator.analysis.explore.budget import Watch
from simulator.analysis.explore.lasting import Sets
from simulator.analysis.explore.nodes import Node
from simulator.analysis.explore.search import Space


def doomed(space: Space, watch: Watch) -> Sets:
    """The states from which no ending can be reached. Raises Late.

    States that were not followed may reach anything, so that what is found holds
    of a part of the space as well.
    """
    saved: Sets = {}
    latest_first = reversed(space.nodes.values())
    ordered = sorted(latest_first, key=lambda node: node.order, reverse=True)
    for _, group in groupby(ordered, key=lambda node: node.stop.rank):
        nodes = list(group)
        while _save(space, nodes, saved, watch) and nodes[0].stop.knotted:
            pass
    lost = {node: node.reached & ~saved[node] for node in ordered}
    return {node: states for node, states in lost.items() if states}


def _save(space: Space, nodes: list[Node], saved: Sets, watch: Watch) -> bool:
    """Add what is one step away from what is saved; whether that was anything."""
    grew = False
    for node in nodes:
        watch.check()
        states = _saved(space, node, saved)
        grew = grew or states != saved.get(node)
        saved[node] = states
    return grew


def _saved(space: Space, node: Node, saved: Sets) -> int:
    if node.stop.is_end:
        return 0 if node.stop is space.tables.nowhere else node.reached
    states = node.fresh
    for step in space.steps(node):
        there = saved.get(step.target)
        if there:
            states |= step.preimage(there)
    return states & node.reached
