"""How fast a play goes and is judged. Run: pytest tests/benchmarks/test_engine.py --benchmark-only --dist=no

Every play is driven through the real Session, its opening, events and transcript
included. The plays are random lines to an ending, drawn before the clock starts;
nothing of them is kept between rounds but the compiled program. Choices a second
are stated beside the least asked for, and beside the empty calls that this
machine makes in the same time, which does not depend on how fast it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from timeit import repeat
from typing import Any

import pytest

from simulator.engine.program import Program, compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario.model import Scenario
from simulator.scenario.reader import read_scenario
from simulator.scenario.shape import SCENARIO
from simulator.scoring.scorecard import score

LEAST = 50_000
"""Choices a second."""
SCENARIOS = Path(__file__).parents[2] / "scenarios"
LONG = 500
"""Beats of the synthetic scenario; a play of it is as many choices."""

Lines = Sequence[Sequence[str]]


def synthetic() -> Scenario:
    """Three choices a beat: each changes two gauges and trust, the third has conditions."""
    luck = Random(0)  # noqa: S311 - the same scenario every time
    ending = {"title": "T", "kind": "agreement", "script": "[Over.]", "later": "L"}
    scenario, findings = SCENARIO.check(
        {
            "format": 1,
            "title": "T",
            "summary": "S",
            "level": "core",
            "start": "b0",
            "you": {"name": "Sam", "role": "R"},
            "cast": {"dana": {"name": "Dana", "role": "R", "wants": "W"}},
            "briefing": {"situation": "S", "history": "H", "goal": "G", "stakes": "S"},
            "gauges": {"patience": {"start": 50}, "time": {"start": 50}},
            "beats": {f"b{number}": _beat(number, luck) for number in range(LONG)},
            "endings": {"over": ending},
        }
    )
    assert scenario is not None, findings
    return scenario


def _beat(number: int, luck: Random) -> dict[str, Any]:
    to = f"b{number + 1}" if number + 1 < LONG else "over"
    choices = {name: _choice(to, luck) for name in ("ask", "hold", "give")}
    choices["give"] |= {
        "when": "patience >= 20 and trust < 90",
        "to": [{"when": "time > 10", "to": to}, {"to": to}],
    }
    moment = luck.choice(("let-go", "explore", "push-back", "stand-firm"))
    return {"script": "[A beat.]", "moment": moment, "because": "need", "choices": choices}


def _choice(to: str, luck: Random) -> dict[str, Any]:
    return {
        "say": "Words.",
        "assertiveness": luck.randint(0, 4),
        "partnership": luck.randint(1, 4),
        "adds": {"patience": luck.choice((-2, -1, 1, 2)), "time": luck.choice((-1, 1))},
        "reply": "Dana: Hm.",
        "why": "W",
        "to": to,
    }


def shipped(name: str) -> Scenario:
    reading = read_scenario(SCENARIOS / f"{name}.toml")
    assert reading.edition is not None, reading.diagnostics
    return reading.edition.scenario


SCENES: dict[str, Callable[[], Scenario]] = {
    "clients/overlooked-candidate": lambda: shipped("clients/overlooked-candidate"),
    "candidates/felt-bullied": lambda: shipped("candidates/felt-bullied"),
    "synthetic": synthetic,
}


def opened(program: Program) -> Session:
    return Session(program, Setting(scenario="s", digest="d", trust=program.trust))


def random_lines(program: Program, count: int) -> Lines:
    """The choice ids of random plays, each to its ending."""
    luck = Random(1)  # noqa: S311 - the same plays every time
    lines = []
    for _ in range(count):
        session = opened(program)
        while session.offers:
            session.say(luck.choice(session.offers).id)
        lines.append(session.choices)
    return lines


def say_all(program: Program, lines: Lines) -> None:
    for line in lines:
        session = opened(program)
        for choice in line:
            session.say(choice)


def ask_and_say_all(program: Program, lines: Lines) -> None:
    """As a screen does: what is on offer is asked before each choice."""
    for line in lines:
        session = opened(program)
        for choice in line:
            assert session.offers
            session.say(choice)


def empty_call() -> float:
    """Seconds that an empty call takes on this machine, the loop about it included."""
    return min(repeat("nothing()", "def nothing(): pass", number=100_000, repeat=5)) / 100_000


@pytest.fixture
def tell(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Writes a line among pytest's own."""

    def line(text: str) -> None:
        with capsys.disabled():
            request.config.get_terminal_writer().line(f"\n{text}")

    return line


@pytest.mark.parametrize("run", [say_all, ask_and_say_all])
@pytest.mark.parametrize("scene", SCENES)
def test_choices_a_second(
    benchmark: Any, tell: Callable[[str], None], scene: str, run: Callable[[Program, Lines], None]
) -> None:
    program = compile_program(SCENES[scene]())
    lines = random_lines(program, 5 if scene == "synthetic" else 300)
    choices = sum(map(len, lines))
    benchmark.pedantic(run, (program, lines), rounds=30, warmup_rounds=2)
    if benchmark.disabled:
        return
    best, usual = (choices / benchmark.stats.stats.as_dict()[key] for key in ("min", "median"))
    calls = 1 / usual / empty_call()
    benchmark.extra_info |= {"choices_a_second": usual, "best": best, "empty_calls_a_choice": calls}
    tell(
        f"{run.__name__}, {scene}, {choices} choices in {len(lines)} plays: "
        f"median {usual:,.0f}/s, best {best:,.0f}/s; "
        f"{usual / LEAST:.1f} x the least, {calls:.0f} empty calls a choice"
    )


@pytest.mark.parametrize("how", ["once at the end", "live, after every choice"])
def test_scores(benchmark: Any, tell: Callable[[str], None], how: str) -> None:
    program = compile_program(SCENES["candidates/felt-bullied"]())
    line = next(line for line in random_lines(program, 1_000) if len(line) == 9)
    session = opened(program)
    so_far = []
    for choice in line:
        session.say(choice)
        so_far.append(session.decisions)
    judged = so_far if how.startswith("live") else so_far[-1:]
    benchmark(lambda: [score(program.scenario, decisions) for decisions in judged])
    if benchmark.disabled:
        return
    each = benchmark.stats.stats.median / len(judged) * 1e6
    tell(f"9 decisions, scored {how}: {each:.0f} us a score")


def test_compiling(benchmark: Any) -> None:
    benchmark(compile_program, SCENES["clients/overlooked-candidate"]())
