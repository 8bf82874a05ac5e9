"""Each check of structure with a scenario it speaks of and one, a line apart, it keeps silent about."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.analysis.checks.found import Group
from simulator.analysis.checks.registry import OF_SCENARIOS
from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting

B0, B1, B7 = "beats.b0.choices", "beats.b1.choices", "beats.b7.choices"
FLAG = {"flags": {"moved": {}}, f"{B0}.right.sets": ["moved"]}
ALL_GATED = {f"{B1}.{role}.when": "moved" for role in ("right", "warm", "wrong")}
GAUGE = {"gauges": {"patience": {"start": 3, "max": 5}}, f"{B1}.right.when": "patience > 2"}
ASIDE = {"script": "Dana: By the way.", "to": "b1"}
HUB = {f"{B1}.wrong.to": "b1"}
AGAIN = {"say": "Again.", "assertiveness": 1, "partnership": 3, "why": "W.", "to": "trap"}
OUT = {**AGAIN, "say": "Out.", "to": "b2"}
TRAP = {"script": "Dana: No.", "moment": "explore", "because": "need", "choices": {"again": AGAIN}}
CLOSED = {f"{B1}.wrong.to": "trap", "beats.trap": TRAP}

CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "stuck": ({**FLAG, **ALL_GATED}, {**FLAG, **ALL_GATED, f"{B1}.wrong.when": "not moved"}),
    "no-way-on": (
        {f"{B0}.warm.to": [{"when": "trust >= 60", "to": "b1"}]},
        {f"{B0}.warm.to": [{"when": "trust >= 50", "to": "b1"}]},
    ),
    "choiceless-loop": (
        {
            "beats.b1.to": [{"when": "trust < 60", "to": "aside"}, {"to": "b2"}],
            "beats.aside": {**ASIDE, "to": [{"when": "trust < 60", "to": "b1"}, {"to": "b2"}]},
            "beats.b1.choices": None,
            "beats.b1.moment": None,
            "beats.b1.because": None,
        },
        {
            "beats.b1.to": [{"when": "trust < 60", "to": "aside"}, {"to": "b2"}],
            "beats.aside": {**ASIDE, "to": [{"when": "trust < 10", "to": "b1"}, {"to": "b2"}]},
            "beats.b1.choices": None,
            "beats.b1.moment": None,
            "beats.b1.because": None,
        },
    ),
    "endless-loop": ({**HUB, f"{B1}.wrong.partnership": 2}, {**HUB, f"{B1}.wrong.once": True}),
    "no-ending": (CLOSED, {**CLOSED, "beats.trap": {**TRAP, "choices": {"again": AGAIN, "out": OUT}}}),
    "unreachable-beat": ({"beats.aside": ASIDE}, {"beats.aside": ASIDE, f"{B0}.warm.to": "aside"}),
    "unreachable-ending": ({f"{B7}.right.to": "other"}, {}),
    "unreachable-variant": (
        {"beats.b1.variants": [{"when": "trust > 90", "script": "Dana: So."}]},
        {"beats.b1.variants": [{"when": "trust > 50", "script": "Dana: So."}]},
    ),
    "never-open": ({f"{B1}.wrong.when": "trust > 90"}, {f"{B1}.wrong.when": "trust > 50"}),
    "never-said": (
        {f"{B0}.warm.reply": [{"when": "trust > 90", "script": "Dana: Hm."}]},
        {f"{B0}.warm.reply": [{"when": "trust > 50", "script": "Dana: Hm."}]},
    ),
    "never-taken": (
        {f"{B0}.warm.to": [{"when": "trust > 90", "to": "b2"}, {"to": "b1"}]},
        {f"{B1}.warm.to": [{"when": "trust > 50", "to": "b2"}, {"to": "b2"}]},
    ),
    "always-holds": ({f"{B1}.wrong.when": "trust > 10"}, {f"{B1}.wrong.when": "trust > 50"}),
    "unrevealed-fact": (
        {"facts.winter.text": "Hard.", f"{B1}.right.uses": ["winter"]},
        {"facts.winter.text": "Hard.", f"{B1}.right.uses": ["winter"], "beats.b0.reveals": ["winter"]},
    ),
    "unused-fact": (
        {"facts.winter.text": "Hard.", "beats.b0.reveals": ["winter"]},
        {"facts.winter.text": "Hard.", "beats.b0.reveals": ["winter"], f"{B1}.right.uses": ["winter"]},
    ),
    "unset-flag": (
        {"flags": {"moved": {}}, f"{B1}.right.when": "not moved"},
        {**FLAG, f"{B1}.right.when": "not moved"},
    ),
    "unread-flag": (FLAG, {**FLAG, f"{B1}.right.when": "not moved"}),
    "unset-gauge": (GAUGE, {**GAUGE, f"{B0}.right.adds": {"patience": -1}}),
    "unread-gauge": (
        {"gauges": {"patience": {"start": 3, "max": 5}}, f"{B0}.right.adds": {"patience": -1}},
        {**GAUGE, f"{B0}.right.adds": {"patience": -1}},
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", CASES)
def test_it_is_found_where_it_is_and_nowhere_else(author, code: str) -> None:
    bad, good = CASES[code]
    (found,) = author.found(bad, code)
    assert found.excerpt
    assert author.found(good, code) == ()


def test_nothing_is_found_in_the_fair_scenario(author) -> None:
    examined = author.examined({})
    assert examined.diagnostics == ()
    (covered,) = examined.coverage
    assert (covered.temperament, covered.exhaustive, covered.fairness) == (None, True, "exact")
    assert covered.states > 8


@pytest.mark.parametrize("code", ["stuck", "no-way-on", "endless-loop", "no-ending", "never-open"])
def test_a_finding_about_states_has_a_path_that_can_be_played(author, code: str) -> None:
    examined = author.examined(CASES[code][0])
    (found,) = (one for one in examined.diagnostics if one.code == code)
    assert found.path is not None
    program = compile_program(examined.subject.scenario, found.temperament)
    session = Session(program, Setting(scenario="", digest="", trust=program.trust))
    states = [session.state]
    for choice in found.path:
        session.say(choice)
        states.append(session.state)
    match code:
        case "stuck":
            assert session.offers == ()
        case "no-way-on":
            assert session.is_stranded
        case "endless-loop":
            assert session.state in states[:-1]
        case "no-ending":
            assert session.state.at == "trap"
        case _:
            assert session.state.at == "b1"


def test_where_nothing_ever_ends_it_is_told_once_at_the_start(author) -> None:
    closed = {f"beats.b7.choices.{role}.to": "b7" for role in ("right", "warm", "wrong")}
    (found,) = author.found(closed, "no-ending")
    assert (found.span.line, found.path) == (author.line_of("[beats.b0]"), ())


def test_what_one_temperament_reaches_is_reached(author) -> None:
    cold = {"temperaments": {"even": {"label": "As ever"}, "open": {"label": "Open", "trust": 95}}}
    assert author.found({f"{B1}.wrong.when": "trust > 90", **cold}, "never-open") == ()


def test_a_finding_names_the_temperament_in_which_it_happens(author) -> None:
    cold = {"temperaments": {"even": {"label": "As ever"}, "cold": {"label": "Cold", "trust": 10}}}
    gated = {f"{B0}.{role}.when": "trust > 20" for role in ("right", "warm", "wrong")}
    (found,) = author.found({**cold, **gated}, "stuck")
    assert (found.temperament, found.path) == ("cold", ())
    assert found.span.line == author.line_of("[beats.b0]")


def test_past_its_budget_it_says_so_and_calls_nothing_unreachable(author) -> None:
    author.limits = type(author.limits)(states=2)
    examined = author.examined({"beats.aside": ASIDE})
    codes = {one.code for one in examined.diagnostics}
    assert "not-exhaustive" in codes
    assert "unreachable-beat" not in codes
    assert not examined.coverage[0].exhaustive


def test_errors_are_what_harms_a_player() -> None:
    structure = {c.code: c.severity for c in OF_SCENARIOS if c.group in (Group.STRUCTURE, Group.WALKS)}
    errors = {"stuck", "no-way-on", "choiceless-loop", "endless-loop", "no-ending"}
    errors |= {"walk-choice", "walk-ending", "walk-balance"}
    assert {code for code, severity in structure.items() if severity == "error"} == errors
