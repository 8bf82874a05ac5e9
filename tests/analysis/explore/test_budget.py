"""Work that is too much stops, says so, and keeps what it has."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest

from simulator.analysis.explore import Budget, budget, explore, explorer
from simulator.engine.program import Program
from simulator.engine.step import offers, start, step

MIB = 1 << 20


@pytest.fixture(autouse=True)
def own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Budgets count the processor's time for this process, whatever else the machine does."""
    monkeypatch.setattr(budget, "monotonic", process_time)


@pytest.fixture(scope="module")
def bomb(scene: Any) -> Program:
    """Sixteen gauges and a hub: more states than can ever be looked at, and one way to get stuck early on."""
    names = [f"x{number}" for number in range(16)]
    choices: dict[str, Any] = {
        f"c{number}": {"adds": {names[2 * number]: 1, names[2 * number + 1]: -2}, "to": "hub"}
        for number in range(7)
    }
    choices["trap"] = {"to": "trap", "when": f"{names[0]} == 52"}
    never = " or ".join(f"{name} > 200" for name in names)
    beats = {
        "hub": {"choices": choices},
        "trap": {"choices": {"out": {"when": f"not ({names[0]} < 60) or {never}"}}},
    }
    return scene(beats, gauges={name: {"start": 50} for name in names})


def test_a_bomb_stops_in_time_says_what_was_left_and_tells_what_it_found(bomb: Program) -> None:
    began = process_time()
    found = explore(bomb, Budget(seconds=1))
    assert process_time() - began < 2
    assert not found.exhaustive
    assert found.reason is not None
    assert "the limit of 1 s" in found.reason
    assert "not followed" in found.reason


def test_the_end_of_what_is_too_large_is_looked_at_too(bomb: Program) -> None:
    found = explore(bomb, Budget(states=1_000))
    assert not found.exhaustive
    assert found.reached == {"hub", "trap"}
    (stuck,) = found.stuck
    state = start(bomb)[0]
    for choice in stuck.path or ():
        state = step(bomb, state, choice)[0]
    assert state.at == "trap"
    assert offers(bomb, state) == ()


def test_states_and_memory_are_limits_too(bomb: Program) -> None:
    few = explore(bomb, Budget(states=1_000))
    assert 1_000 <= few.states < 1_100
    assert not few.exhaustive
    assert few.reason is not None
    assert few.reason.startswith("stopped at the limit of 1,000 states with 1,0")
    small = explore(bomb, Budget(memory=5 * MIB))
    assert small.reason is not None
    assert "the limit of 5 MiB" in small.reason


def test_a_budget_that_is_enough_is_not_mentioned(scene: Any) -> None:
    found = explore(scene({"a": {"choices": {"end": {}}}}), Budget(states=3, seconds=60))
    assert found.exhaustive
    assert found.reason is None


def test_nothing_is_called_doomed_because_the_budget_ended(scene: Any) -> None:
    beats: dict[str, Any] = {
        f"b{number}": {"choices": {"go": {"to": f"b{number + 1}"}}} for number in range(30)
    }
    beats["b30"] = {"choices": {"end": {}}}
    found = explore(scene(beats), Budget(states=10))
    assert not found.exhaustive
    assert not (found.doomed)
    assert not (found.stuck)
    assert not (found.stranded)
    assert not (found.loops)


def test_progress_is_told_now_and_then(bomb: Program) -> None:
    told: list[int] = []
    found = explore(bomb, Budget(seconds=1), told.append)
    assert 3 <= len(told) <= 6
    assert told == sorted(told)
    assert told[-1] <= found.states


def test_an_interruption_keeps_what_was_found(bomb: Program) -> None:
    def interrupt(states: int) -> None:
        raise KeyboardInterrupt

    found = explore(bomb, Budget(seconds=60), interrupt)
    assert found.interrupted
    assert not found.exhaustive
    assert found.reason is not None
    assert found.reason.startswith("interrupted")
    assert found.states > 100
    assert "hub" in found.reached


def test_many_ways_to_the_same_states_cost_no_more(scene: Any) -> None:
    """Sixty beats of three ways each are 10**28 paths."""
    beats: dict[str, Any] = {
        f"b{number}": {"choices": {name: {"to": f"b{number + 1}"} for name in ("x", "y", "z")}}
        for number in range(60)
    }
    beats["b60"] = {"choices": {"end": {}}}
    found = explore(scene(beats), Budget(seconds=5))
    assert found.exhaustive
    assert found.states == 62
    assert found.path_to("over") == ("x",) * 60 + ("end",)


def test_a_path_of_more_than_a_thousand_choices_is_not_given(scene: Any) -> None:
    beats: dict[str, Any] = {
        f"b{number}": {"choices": {"go": {"to": f"b{number + 1}"}}} for number in range(1_002)
    }
    beats["b1002"] = {"choices": {"end": {"when": "trust > 90"}}}
    found = explore(scene(beats))
    (stuck,) = found.stuck
    assert stuck.path is None
    assert found.path_to("b1000") == ("go",) * 1_000
    assert found.path_to("b1001") is None


def test_paths_are_searched_for_anew_where_the_sets_were_let_go(scene: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(explorer, "KEPT", 0)
    found = explore(scene({"a": {"choices": {"go": {"to": "b"}}}, "b": {"choices": {"end": {}}}}))
    assert found.path_to("over") == ("go", "end")
