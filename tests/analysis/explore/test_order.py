"""Components beside what can be reached from where."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.explore.order import components, on_cycles

graphs = st.integers(0, 9).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, max(0, size - 1)), max_size=3), min_size=size, max_size=size
    )
)


def reach(graph: list[list[int]], start: int) -> set[int]:
    """What can be reached from a vertex by one edge or more."""
    found: set[int] = set()
    waiting = [*graph[start]]
    while waiting:
        vertex = waiting.pop()
        if vertex not in found:
            found.add(vertex)
            waiting += graph[vertex]
    return found


@given(graph=graphs)
def test_components_are_what_leads_to_each_other_and_edges_lead_to_lower_ones(graph: list[list[int]]) -> None:
    component = components(graph)
    reached = [reach(graph, vertex) for vertex in range(len(graph))]
    for one in range(len(graph)):
        assert all(component[one] >= component[other] for other in graph[one])
        for other in range(len(graph)):
            together = one == other or (other in reached[one] and one in reached[other])
            assert (component[one] == component[other]) == together


@given(graph=graphs)
def test_a_vertex_lies_on_a_cycle_where_it_reaches_itself(graph: list[list[int]]) -> None:
    assert on_cycles(graph, components(graph)) == [
        vertex in reach(graph, vertex) for vertex in range(len(graph))
    ]


def test_a_chain_of_any_length_needs_no_recursion() -> None:
    chain = [[vertex + 1] for vertex in range(50_000)] + [[]]
    assert components(chain) == list(range(50_000, -1, -1))
