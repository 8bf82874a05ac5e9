"""The heart of the model: who does the same at every moment never wins, whatever it is they do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scoring.scorecard import Scorecard, score

DEEP_YIELDS = ("take-the-order", "let-go", "repair")
YIELDS = (*DEEP_YIELDS, "explore")
HOLDS = ("push-back", "stand-firm")
REASONS = ("relationship", "evidence", "need", "duty")


@st.composite
def moments(draw: st.DrawFn) -> list[str]:
    """Moments of full spread: two holds and two yields at least, one of them down to 0."""
    asked = [draw(st.sampled_from(DEEP_YIELDS)), draw(st.sampled_from(YIELDS))]
    asked += draw(st.lists(st.sampled_from(HOLDS), min_size=2, max_size=4))
    asked += draw(st.lists(st.sampled_from((*HOLDS, *YIELDS, "test")), max_size=4))
    return draw(st.permutations(asked))


def offered(constant: tuple[int, int], to: str) -> dict[str, Any]:
    """One line for each step of assertiveness, each of them warm, beside the line that never changes."""
    rated = {f"firm{a}": (a, 4) for a in range(5)} | {"constant": constant}
    return {
        name: {"say": "Words.", "assertiveness": a, "partnership": p, "why": "W", "to": to}
        for name, (a, p) in rated.items()
    }


@pytest.fixture(scope="module")
def played(sound: Any) -> Any:
    """Plays moments in order: by one constant rating, or by the best-fitting line each time."""

    def cards(asked: list[str], because: list[str], constant: tuple[int, int]) -> tuple[Scorecard, Scorecard]:
        beats = {
            f"b{number}": {
                "script": "[A beat.]",
                "moment": moment,
                "because": because[number],
                "choices": offered(constant, f"b{number + 1}" if number + 1 < len(asked) else "over"),
            }
            for number, moment in enumerate(asked)
        }
        program = compile_program(sound(beats=beats))
        return by_rule(program, lambda _: "constant"), by_rule(program, best)

    return cards


def by_rule(program: Any, rule: Any) -> Scorecard:
    session = Session(program, Setting(scenario="s", digest="d", trust=program.trust))
    while session.offers:
        session.say(rule(session))
    return score(program.scenario, session.decisions)


def best(session: Session) -> str:
    """What the scoring itself calls the best line here."""
    rehearsal = Session(session.program, session.setting)
    for choice in (*session.choices, session.offers[0].id):
        rehearsal.say(choice)
    return score(session.program.scenario, rehearsal.decisions).judgements[-1].best.id


@given(
    asked=moments(),
    because=st.lists(st.sampled_from(REASONS), min_size=12, max_size=12),
    constant=st.tuples(st.integers(0, 4), st.integers(0, 4)),
)
def test_a_constant_strategy_never_wins(
    played: Any, asked: list[str], because: list[str], constant: tuple[int, int]
) -> None:
    same, mixed = played(asked, because, constant)
    assert mixed.balance == pytest.approx(100)
    assert same.balance < mixed.balance
    assert same.balance <= 100 - max(one.best_gain for one in same.judgements)
