"""One small scene for each thing that can be found."""

from __future__ import annotations

from typing import Any, TypeAlias

from simulator.analysis.explore import explore
from simulator.engine.program import compile_program
from simulator.engine.state import NOWHERE
from simulator.engine.step import offers, start, step

Table: TypeAlias = dict[str, Any]
PATIENCE: Table = {"gauges": {"patience": {"start": 3, "max": 5}}}


def after(program: Any, path: tuple[str, ...] | None) -> Any:
    assert path is not None
    state = start(program)[0]
    for choice in path:
        state = step(program, state, choice)[0]
    return state


def test_a_sound_scene_has_nothing_to_find(scene: Any) -> None:
    found = explore(scene({"a": {"choices": {"go": {"to": "b"}, "end": {}}}, "b": {"choices": {"end": {}}}}))
    assert found.exhaustive
    assert found.reason is None
    assert found.states == 3
    assert found.reached == {"a", "b", "over"}
    assert not (found.stuck)
    assert not (found.stranded)
    assert not (found.rings)
    assert not (found.loops)
    assert not (found.doomed)


def test_a_beat_whose_choices_are_all_closed_is_stuck(scene: Any) -> None:
    beats = {
        "a": {"choices": {"warm": {"partnership": 4, "to": "b"}, "cold": {"partnership": 0, "to": "b"}}},
        "b": {"choices": {"on": {"when": "trust >= 50"}}},
    }
    program = scene(beats)
    found = explore(program)
    (stuck,) = found.stuck
    assert (stuck.place, stuck.states, stuck.path) == (("beats", "b"), 1, ("cold",))
    assert offers(program, after(program, stuck.path)) == ()
    assert [one.place for one in found.doomed] == [("beats", "b")]


def test_a_choice_without_a_rule_left_strands(scene: Any) -> None:
    rules = [{"when": "trust > 90", "to": "over"}, {"when": "trust < 20", "to": "early"}]
    program = scene({"a": {"choices": {"go": {"to": rules}, "end": {}}}})
    found = explore(program)
    (stranded,) = found.stranded
    assert stranded.place == ("beats", "a", "choices", "go")
    assert after(program, stranded.path).at == NOWHERE
    assert found.taken == {("beats", "a", "choices", "end", "to", 0)}
    assert found.failed == {(*stranded.place, "to", at, "when") for at in (0, 1)}
    assert not found.held


def test_a_beat_that_leads_on_by_no_rule_strands(scene: Any) -> None:
    beats = {"a": {"choices": {"go": {"to": "b"}}}, "b": {"to": [{"when": "trust > 90", "to": "over"}]}}
    program = scene(beats)
    (stranded,) = explore(program).stranded
    assert stranded.place == ("beats", "b")
    assert after(program, stranded.path).at == NOWHERE


def test_beats_that_lead_on_to_each_other_under_conditions_are_a_ring(scene: Any) -> None:
    beats = {
        "a": {"choices": {"go": {"to": "b"}, "end": {}}},
        "b": {"to": [{"when": "trust < 90", "to": "c"}, {"to": "over"}]},
        "c": {"reveals": ["met"], "to": "b"},
    }
    found = explore(scene(beats, facts={"met": {"text": "T"}}))
    (ring,) = found.rings
    assert sorted(ring.beats) == ["b", "c"]
    assert ring.path == ("go",)
    assert not found.loops
    assert found.learned == {"met"}


def test_beats_that_are_left_in_the_end_are_no_ring(scene: Any) -> None:
    beats = {
        "a": {"choices": {"go": {"to": "b"}}},
        "b": {"to": [{"when": "met", "to": "over"}, {"to": "c"}]},
        "c": {"reveals": ["met"], "to": "b"},
    }
    found = explore(scene(beats, facts={"met": {"text": "T"}}))
    assert not (found.rings)
    assert not (found.stranded)
    assert "over" in found.reached


def test_a_choice_that_leads_back_to_the_same_state_is_a_loop_even_with_a_way_out(scene: Any) -> None:
    beats = {"a": {"choices": {"again": {"to": "b"}, "end": {}}}, "b": {"choices": {"back": {"to": "a"}}}}
    program = scene(beats)
    found = explore(program)
    (loop,) = found.loops
    assert loop.choices == (("a", "again"), ("b", "back"))
    assert loop.path == ("again", "back")
    assert after(program, loop.path) == start(program)[0]
    assert not found.doomed


def test_a_loop_without_a_way_out_is_doomed(scene: Any) -> None:
    beats = {
        "a": {"choices": {"in": {"to": "b"}, "end": {}}},
        "b": {"choices": {"round": {"to": "c"}}},
        "c": {"choices": {"round": {"to": "b"}}},
    }
    found = explore(scene(beats))
    assert {one.place[1]: one.path for one in found.doomed} == {"b": ("in",), "c": ("in", "round")}
    assert len(found.loops) == 1


def test_a_choice_that_is_used_up_makes_no_loop(scene: Any) -> None:
    beats = {"a": {"choices": {"ask": {"once": True, "to": "b"}, "end": {}}}, "b": {"to": "a"}}
    found = explore(scene(beats))
    assert not found.loops
    assert found.states == 3 + 1  # a before and after asking, the ending after either


def test_a_gauge_that_is_used_up_makes_no_loop(scene: Any) -> None:
    beats = {
        "a": {"choices": {"ask": {"adds": {"patience": -1}, "when": "patience > 0", "to": "a"}, "end": {}}}
    }
    found = explore(scene(beats, **PATIENCE))
    assert not found.loops
    assert found.states == 2 * 4
    assert found.gauges_changed == {"patience"}


def test_a_gauge_that_stops_at_its_end_does_not_keep_a_choice_from_going_round(scene: Any) -> None:
    program = scene({"a": {"choices": {"ask": {"adds": {"patience": -1}, "to": "a"}, "end": {}}}}, **PATIENCE)
    (loop,) = explore(program).loops
    assert loop.path == ("ask",) * 4
    assert after(program, loop.path) == after(program, loop.path[:-1])


def test_loops_through_different_choices_are_told_apart(scene: Any) -> None:
    hub = {"choices": {name: {"to": name} for name in ("x", "y", "z")} | {"end": {}}}
    spokes = {name: {"choices": {"back": {"to": "hub"}}} for name in ("x", "y", "z")}
    found = explore(scene({"hub": hub, **spokes}))
    assert {loop.choices[0] for loop in found.loops} == {("hub", "x"), ("hub", "y"), ("hub", "z")}


def test_what_can_never_be_is_not_among_what_is_met(scene: Any) -> None:
    beats = {
        "a": {
            "variants": [{"when": "trust < 50", "script": "[V.]"}, {"when": "trust == 50", "script": "[V.]"}],
            "choices": {
                "go": {"to": "over", "reply": [{"when": "seen", "script": "[R.]"}, {"script": "[R.]"}]},
                "never": {"when": "seen", "to": "b"},
                "unknown": {"uses": ["met"], "to": "b"},
            },
        },
        "b": {"choices": {"end": {}}},
    }
    found = explore(scene(beats, facts={"met": {"text": "T"}}, flags={"seen": {}}))
    assert found.reached == {"a", "over"}
    assert found.offered == {("a", "go")}
    assert found.taken == {
        ("beats", "a", "variants", 1),
        ("beats", "a", "choices", "go", "reply", 1),
        ("beats", "a", "choices", "go", "to", 0),
    }
    assert found.held == {("beats", "a", "variants", 1, "when")}
    assert found.failed == {
        ("beats", "a", "variants", 0, "when"),
        ("beats", "a", "choices", "go", "reply", 0, "when"),
        ("beats", "a", "choices", "never", "when"),
    }
    assert not (found.learned)
    assert not (found.flags_changed)
    assert not (found.gauges_changed)
    assert found.path_to("b") is None
    assert found.path_to("over") == ("go",)


def test_each_temperament_is_explored_by_itself(scene: Any) -> None:
    beats = {
        "a": {
            "choices": {"go": {"partnership": 0, "to": [{"when": "trust < 30", "to": "b"}, {"to": "over"}]}}
        },
        "b": {"choices": {"end": {}}},
    }
    tempers = {"even": {"label": "L"}, "touchy": {"label": "L", "loss": 300, "sets": ["cross"]}}
    scenario = scene(beats, temperaments=tempers, flags={"cross": {}}).scenario
    even, touchy = (explore(compile_program(scenario, name)) for name in tempers)
    assert (even.temperament, touchy.temperament) == ("even", "touchy")
    assert "b" not in even.reached
    assert "b" in touchy.reached
    assert not touchy.flags_changed


def test_a_target_that_does_not_exist_is_an_end_and_no_place(scene: Any) -> None:
    found = explore(scene({"a": {"choices": {"go": {"to": "nobody"}}}}))
    assert found.reached == {"a"}
    assert found.exhaustive
    assert not (found.stranded)
    assert not (found.doomed)


def test_harm_that_can_still_be_mended_is_part_of_the_state(scene: Any) -> None:
    push = {"harm": "pressure", "act": "A", "to": "b"}
    beats = {"a": {"choices": {"push": push, "ask": {"to": "b"}}}, "b": {"choices": {"end": {}}}}
    program = scene(beats, trust=0)
    assert explore(program).states == 1 + 2 + 2
