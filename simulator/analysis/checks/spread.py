"""Checks of what a play is made of: enough holds, enough yields, and no decision that counts for half.

They go over every play to an ending other than a `break`, with every temperament.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from simulator.analysis.bots.tree import Node, Tree
from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Finish, Subject

NEEDED = 3
"""Hold and yield decisions on a path."""
FIRM, SOFT = 3, 0
"""What the band of one hold must reach up to, and that of one yield down to."""
NEEDED_FOR_WEIGHT = 4
"""Decisions of its kind on a path that may have one of weight 2: 2 of 5 at most then, 2 of 4 with fewer."""


class Short(NamedTuple):
    """A play that lacks something: how many decisions of the kind, its choices and the temperament."""

    decisions: int
    path: tuple[str, ...]
    temperament: str | None


def few_holds(subject: Subject) -> Iterator[Found]:
    """A path to an ending has fewer than three beats where holding is due, or none that asks for firmness.

    Hold is a mean over such beats; with two it is a matter of luck. One of them must have a band
    that reaches 3, or firmness is never practised.

    To mend it: let the path given pass another `push-back` or `stand-firm`, or lead to a `break`.
    """
    for ending, short in _fewest(subject, lambda finish: finish.holds).items():
        message = f'a way to ending "{ending}" has {_counted(short, "hold")}; it takes {NEEDED}'
        yield _about(ending, message, short)
    for ending, short in _lacking(subject, lambda band: band[0] >= 2 and band[1] >= FIRM).items():
        message = f'a way to ending "{ending}" has no hold that reaches {FIRM}'
        yield _about(ending, message, short)


def few_yields(subject: Subject) -> Iterator[Found]:
    """A path to an ending has fewer than three beats where yielding is due, or none that asks to let go.

    Yield is a mean over such beats; with two it is a matter of luck. One of them must have a band
    that reaches 0, or taking the order is never practised.

    To mend it: let the path given pass another `explore`, `take-the-order` or `let-go`, or lead
    to a `break`.
    """
    for ending, short in _fewest(subject, lambda finish: finish.gives).items():
        message = f'a way to ending "{ending}" has {_counted(short, "yield")}; it takes {NEEDED}'
        yield _about(ending, message, short)
    for ending, short in _lacking(subject, lambda band: band[1] <= 2 and band[0] <= SOFT).items():
        message = f'a way to ending "{ending}" has no yield that reaches {SOFT}'
        yield _about(ending, message, short)


def heavy_decision(subject: Subject) -> Iterator[Found]:
    """One decision carries more than 45 % of Hold or of Yield.

    A weight of 2 is for the turning point, and takes four beats of its kind on every path that
    passes it: then it carries 40 %. With three it would be half.

    To mend it: let the path given pass another beat of that kind, or give the turning point a
    weight of 1.
    """
    found: dict[tuple[str, str], Short] = {}
    for finish in subject.finishes:
        kinds = (("hold", finish.hold_weight, finish.holds), ("yield", finish.give_weight, finish.gives))
        for kind, weight, count in kinds:
            if weight > count and count < NEEDED_FOR_WEIGHT and (finish.ending, kind) not in found:
                found[finish.ending, kind] = Short(count, finish.path(), finish.temperament)
    for (ending, kind), short in found.items():
        message = (
            f'a way to ending "{ending}" has a {kind} of weight 2 among {short.decisions}; '
            f"it takes {NEEDED_FOR_WEIGHT} of its kind"
        )
        yield _about(ending, message, short)


def _counted(short: Short, kind: str) -> str:
    return f"{short.decisions} {kind}{'s' * (short.decisions != 1)}"


def _about(ending: str, message: str, short: Short) -> Found:
    return Found(message, ("endings", ending), None, short.path, short.temperament, on_key=True)


def _fewest(subject: Subject, count_of: Callable[[Finish], int]) -> dict[str, Short]:
    """By ending, the play with the fewest decisions of a kind, where those are too few."""
    found: dict[str, Finish] = {}
    for finish in subject.finishes:
        known = found.get(finish.ending)
        if count_of(finish) < NEEDED and (known is None or count_of(finish) < count_of(known)):
            found[finish.ending] = finish
    return {
        ending: Short(count_of(finish), finish.path(), finish.temperament) for ending, finish in found.items()
    }


def _lacking(subject: Subject, meets: Callable[[tuple[int, int]], bool]) -> dict[str, Short]:
    """By ending, a play on which no beat's band meets what one of them should."""
    met = {fork.id for fork in subject.forks if meets(fork.target.band)}
    found: dict[str, Short] = {}
    for trial in subject.trials:
        tree = trial.fairness.tree if trial.fairness else None
        origins = _without(tree, met) if tree else []
        for depth, layer in enumerate(origins):
            for node in layer:
                ending = node[0].at
                if subject.is_counted(ending) and ending not in found:
                    found[ending] = Short(0, _back(origins, depth, node), trial.temperament)
    return found


Origins = list[dict[Node, tuple[Node, str] | None]]


def _without(tree: Tree, met: set[str]) -> Origins:
    """By layer, the nodes that can be reached by passing none of these beats, and from where."""
    opening = next(iter(tree.layers[0].chances))
    origins: Origins = [{opening: None}]
    for layer in tree.layers:
        after: dict[Node, tuple[Node, str] | None] = {}
        for node in origins[-1]:
            if node[0].at not in met and node in layer.following:
                reached = zip(tree.moves(node[0]), layer.following[node], strict=True)
                for move, next_node in reached:
                    after.setdefault(next_node, (node, move.offer.id))
        origins.append(after)
    return origins


def _back(origins: Origins, depth: int, node: Node) -> tuple[str, ...]:
    choices: list[str] = []
    while (came := origins[depth][node]) is not None:
        depth, node = depth - 1, came[0]
        choices.append(came[1])
    return tuple(reversed(choices))
