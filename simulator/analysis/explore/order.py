"""In which order to visit beats, so that each is visited after all that lead to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def components(successors: Sequence[Sequence[int]]) -> list[int]:
    """The strongly connected component of each vertex, numbered so that edges never lead to a higher one.

    Tarjan 1972, without recursion.
    """
    search = _Tarjan(successors)
    for root in range(len(successors)):
        if not search.index[root]:
            search.visit(root)
    return search.component


class _Tarjan:
    """One search: `index` is when a vertex was found, `low` the earliest that it is known to lead back to."""

    def __init__(self, successors: Sequence[Sequence[int]]) -> None:
        self.successors = successors
        self.component = [-1] * len(successors)
        self.index = [0] * len(successors)
        self.low = [0] * len(successors)
        self.stack: list[int] = []
        self.trail: list[tuple[int, Iterator[int]]] = []
        self.counted = self.closed = 0

    def visit(self, root: int) -> None:
        self._enter(root)
        while self.trail:
            vertex, rest = self.trail[-1]
            new = next((other for other in rest if self._is_new(vertex, other)), None)
            if new is None:
                self._leave(vertex)
            else:
                self._enter(new)

    def _enter(self, vertex: int) -> None:
        self.counted += 1
        self.index[vertex] = self.low[vertex] = self.counted
        self.stack.append(vertex)
        self.trail.append((vertex, iter(self.successors[vertex])))

    def _is_new(self, vertex: int, other: int) -> bool:
        if self.index[other] and self.component[other] < 0:
            self.low[vertex] = min(self.low[vertex], self.index[other])
        return not self.index[other]

    def _leave(self, vertex: int) -> None:
        low = self.low
        self.trail.pop()
        if self.trail:
            before = self.trail[-1][0]
            low[before] = min(low[before], low[vertex])
        if low[vertex] == self.index[vertex]:
            self._close(vertex)

    def _close(self, vertex: int) -> None:
        """All that was found since is one component."""
        while self.component[vertex] < 0:
            self.component[self.stack.pop()] = self.closed
        self.closed += 1


def on_cycles(successors: Sequence[Sequence[int]], component: Sequence[int]) -> list[bool]:
    """Whether each vertex lies on some cycle, given the components."""
    sizes = [0] * (max(component, default=-1) + 1)
    for number in component:
        sizes[number] += 1
    return [sizes[component[vertex]] > 1 or vertex in nexts for vertex, nexts in enumerate(successors)]
