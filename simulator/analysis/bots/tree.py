"""All plays of a scenario at once: states and ledgers merged, decision by decision.

A node is a state with the ledger of the plays that reach it after so many
decisions. Nodes of one layer lead only to the next, so that the best play and
chance are worked out in one sweep each; cost grows with nodes, not with plays.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TypeAlias

from simulator.analysis.bots import MOST_DECISIONS
from simulator.analysis.bots.ledger import EMPTY, Ledger
from simulator.analysis.bots.moves import Move, Moves
from simulator.engine.state import State

Node: TypeAlias = tuple[State, Ledger]


class TooLarge(Exception):
    """There are more nodes than the budget allows."""


@dataclass(slots=True)
class Layer:
    """The nodes after so many decisions: the chance of random play to be there, and where they lead."""

    chances: dict[Node, float] = field(default_factory=dict)
    arrivals: dict[Node, tuple[Node, str]] = field(default_factory=dict)
    following: dict[Node, list[Node]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tree:
    """All nodes by layer; `over` are the nodes at which a play ended or could go no further."""

    moves: Moves
    layers: tuple[Layer, ...]
    over: tuple[tuple[int, Node], ...]

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return sum(len(layer.chances) for layer in self.layers)

    def worth(self, node: Node) -> float:
        """The balance of the plays that end at a node; 0 where they reached no ending."""
        state, ledger = node
        return (ledger.balance or 0.0) if self.moves.is_ending(state) else 0.0

    def line_to(self, depth: int, node: Node) -> tuple[str, ...]:
        """Choices that lead to a node."""
        choices: list[str] = []
        for layer in reversed(self.layers[1 : depth + 1]):
            node, choice = layer.arrivals[node]
            choices.append(choice)
        return tuple(reversed(choices))


def grow(moves: Moves, most_nodes: int, deadline: float) -> Tree:
    """All nodes from the opening on. Raises TooLarge past `most_nodes`, or past `deadline` on the clock."""
    opening: Node = (moves.opening, EMPTY)
    layers = [Layer({opening: 1.0})]
    over: list[tuple[int, Node]] = []
    count = 1
    for depth in range(MOST_DECISIONS + 1):
        following = Layer()
        for node, chance in layers[depth].chances.items():
            offered = moves(node[0])
            if not offered or depth == MOST_DECISIONS:
                over.append((depth, node))
                continue
            layers[depth].following[node] = _spread(following, node, chance / len(offered), offered)
        count += len(following.chances)
        if count > most_nodes or monotonic() > deadline:
            raise TooLarge
        if not following.chances:
            break
        layers.append(following)
    return Tree(moves, tuple(layers), tuple(over))


def _spread(following: Layer, node: Node, chance: float, offered: tuple[Move, ...]) -> list[Node]:
    """Enter the nodes that a node leads to, one for each offer, and return them."""
    chances, arrivals = following.chances, following.arrivals
    nodes = [(move.after, move.entered(node[1])) for move in offered]
    for move, reached in zip(offered, nodes, strict=True):
        known = chances.get(reached)
        if known is None:
            chances[reached] = chance
            arrivals[reached] = (node, move.offer.id)
        else:
            chances[reached] = known + chance
    return nodes
