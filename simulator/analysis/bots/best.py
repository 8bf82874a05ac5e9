"""The best that can be reached from each node, and how a slip can be made good."""

from __future__ import annotations

from simulator.analysis.bots.policies import worst_harmless
from simulator.analysis.bots.tree import Node, Tree
from simulator.analysis.bots.walk import Line

GOOD_PLAY = 95.0
"""A play from this balance on is one from which recovery is looked at."""

Values = list[dict[Node, float]]


def values_of(tree: Tree) -> Values:
    """For each layer, the best balance that each node can still reach."""
    values: Values = [{} for _ in tree.layers]
    for depth, node in tree.over:
        values[depth][node] = tree.worth(node)
    for depth in range(len(tree.layers) - 2, -1, -1):
        here, below = values[depth], values[depth + 1]
        for node, nodes in tree.layers[depth].following.items():
            here[node] = max(below[reached] for reached in nodes)
    return values


def best_line(tree: Tree) -> Line:
    """The play with the highest balance; ties go to the shorter one, then to the one found first."""
    return _line(tree, max(tree.over, key=lambda place: tree.worth(place[1])))


def worst_line(tree: Tree) -> Line:
    """The play to an ending with the lowest balance; any play where none reaches an ending."""
    ended = [place for place in tree.over if tree.moves.is_ending(place[1][0])]
    return _line(tree, min(ended or tree.over, key=lambda place: tree.worth(place[1])))


def ranges(tree: Tree) -> dict[str, tuple[float, float]]:
    """The lowest and highest balance of the plays to each ending that is reached."""
    found: dict[str, tuple[float, float]] = {}
    for _, node in tree.over:
        if tree.moves.is_ending(node[0]):
            worth = tree.worth(node)
            low, high = found.get(node[0].at, (worth, worth))
            found[node[0].at] = (min(low, worth), max(high, worth))
    return found


def recovery(tree: Tree, values: Values) -> dict[str, float]:
    """By beat, the worst that one bad but harmless line on a good play leaves within reach.

    On every play that reaches 95 the worst-fitting harmless offer is taken at one
    decision, and the rest is played as well as possible. Empty where none reaches 95.
    """
    worst: dict[str, float] = {}
    for depth, layer in enumerate(tree.layers[:-1]):
        good = (node for node in layer.following if values[depth][node] >= GOOD_PLAY)
        for node in good:
            slip = worst_harmless(tree.moves(node[0]))
            if slip is not None:
                left = values[depth + 1][slip.after, slip.entered(node[1])]
                worst[node[0].at] = min(left, worst.get(node[0].at, left))
    return worst


def _line(tree: Tree, place: tuple[int, Node]) -> Line:
    depth, node = place
    ending = node[0].at if tree.moves.is_ending(node[0]) else None
    return Line(tree.worth(node), tree.line_to(depth, node), ending)
