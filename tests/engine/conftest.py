"""Scenes to play: a small file that has everything, scenes from a few lines, and scenes made at random."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest
from hypothesis import strategies as st

from simulator.engine.program import Program, compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scenario.model import Scenario
from simulator.scenario.reader import read_scenario
from simulator.scenario.rules import findings_of
from simulator.scenario.rules.draft import draft_of
from simulator.scenario.shape import SCENARIO

Table: TypeAlias = dict[str, Any]
Scene: TypeAlias = Callable[..., Program]
Play: TypeAlias = Callable[..., Session]

ENDING = {"title": "T", "kind": "agreement", "script": "[Over.]", "later": "L"}
AROUND: Table = {
    "format": 1,
    "title": "T",
    "summary": "S",
    "level": "core",
    "you": {"name": "Sam", "role": "R"},
    "cast": {"dana": {"name": "Dana", "role": "R", "wants": "W"}},
    "briefing": {"situation": "S", "history": "H", "goal": "G", "stakes": "S"},
    "endings": {"over": ENDING, "early": ENDING},
}


def sound(tables: Table) -> Scenario:
    """The tables as a scenario that the reader would let pass."""
    scenario, findings = SCENARIO.check({**AROUND, "start": next(iter(tables["beats"])), **tables})
    assert scenario is not None, findings
    assert [one for one in findings_of(draft_of(scenario, None)) if one.severity == "error"] == []
    return scenario


def filled(beat: Table) -> Table:
    """A beat with everything filled in that a test does not speak of."""
    said = {"say": "Words.", "assertiveness": 1, "partnership": 2, "why": "W", "to": "over"}
    choices = {name: {**said, **choice} for name, choice in beat.get("choices", {}).items()}
    judged = {"moment": "explore", "because": "need"} if choices else {}
    return {"script": "[A beat.]", **judged, **beat, "choices": choices}


FACTS, FLAGS, GAUGES = ("f0", "f1", "f2", "f3"), ("g0", "g1"), ("x0", "x1")
MOMENTS = ("take-the-order", "let-go", "repair", "explore", "test", "push-back", "stand-firm")
OPERATORS = ("<", "<=", "==", "!=", ">=", ">")
REASONS = ("need", "duty", "trust")
HARMS: tuple[Table, ...] = ({}, {}, {}, {"harm": "pressure", "act": "A"}, {"harm": "grave", "act": "A"})


class Author:
    """Writes small sound scenarios at random. Beats lead forward, except where a choice is used up.

    One seed makes a scenario: drawing every word of it apart would take a hundred times as long.
    """

    def __init__(self, seed: int) -> None:
        self.luck = Random(seed)  # noqa: S311 - chance, no secret
        self.names = [f"b{position}" for position in range(self.luck.randint(1, 5))]

    def scenario(self) -> Scenario:
        return sound(
            {
                "beats": {name: filled(self.beat(position)) for position, name in enumerate(self.names)},
                "trust": self.luck.randint(0, 100),
                "facts": {name: {"text": "T", "known": self.luck.random() < 0.3} for name in FACTS},
                "flags": {name: {} for name in FLAGS},
                "gauges": {"x0": {"start": 3, "max": 5}, "x1": {"min": -5, "max": 0}},
                "temperaments": {"even": {"label": "L"}, "other": self.temperament()},
            }
        )

    def temperament(self) -> Table:
        percent = self.luck.randint(0, 300), self.luck.randint(0, 300)
        return {"label": "L", "gain": percent[0], "loss": percent[1], "sets": self.some(FLAGS)}

    def beat(self, position: int) -> Table:
        forward = [*self.names[position + 1 :], "over", "early"]
        variants = [{"when": self.condition(), "script": "[B.]"} for _ in range(self.luck.randint(0, 2))]
        row: Table = {"reveals": self.some(FACTS), "variants": variants}
        row["moves_trust"] = self.luck.choice((0, self.luck.randint(-60, 60)))
        if self.luck.random() < 0.2:
            return {**row, "to": self.rules("to", forward)}
        rows = [self.choice(forward), *(self.gated(forward) for _ in range(self.luck.randint(0, 2)))]
        row["choices"] = {f"c{number}": choice for number, choice in enumerate(rows)}
        return {**row, "moment": self.luck.choice(MOMENTS), "because": self.luck.choice(REASONS)}

    def choice(self, targets: list[str]) -> Table:
        return {
            "assertiveness": self.luck.randint(0, 4),
            "partnership": self.luck.randint(0, 4),
            "to": self.rules("to", targets),
            "reply": self.rules("script", ["Dana: Hm."]) if self.luck.random() < 0.5 else [],
            "reveals": self.some(FACTS),
            "sets": self.some(FLAGS),
            "clears": self.some(FLAGS),
            "adds": {gauge: self.luck.randint(-9, 9) for gauge in self.some(GAUGES)},
            "repairs": False,
            **self.luck.choice((*HARMS, {"repairs": True})),
        }

    def gated(self, forward: list[str]) -> Table:
        """A choice that is not always on offer; where it is `once`, it may lead back."""
        once = self.luck.random() < 0.5
        choice = self.choice([*self.names, "over"] if once else forward)
        choice |= {"once": once, "uses": self.some(FACTS)}
        return choice | ({"when": self.condition()} if self.luck.random() < 0.7 else {})

    def rules(self, key: str, ends: list[str]) -> list[Table]:
        """Up to two rules with conditions before one that always holds."""
        rules = [
            {"when": self.condition(), key: self.luck.choice(ends)} for _ in range(self.luck.randint(0, 2))
        ]
        return [*rules, {key: self.luck.choice(ends)}]

    def condition(self) -> str:
        number = self.luck.choice((self.luck.randint(-5, 5), self.luck.randint(0, 100)))
        comparison = f"{self.luck.choice(('trust', *GAUGES))} {self.luck.choice(OPERATORS)} {number}"
        term = self.luck.choice((comparison, self.luck.choice(FACTS + FLAGS)))
        form = self.luck.choice(("{0}", "{0}", "not {0}", "not ({0} or {1})", "{0} and {1}"))
        return form.format(term, self.condition() if "{1}" in form else "")

    def some(self, names: tuple[str, ...]) -> list[str]:
        return self.luck.sample(names, self.luck.choice((0, 0, 1, 2)))


st.register_type_strategy(Scenario, st.integers(0, 2**32).map(lambda seed: Author(seed).scenario()))


@pytest.fixture(scope="session")
def brief() -> Scenario:
    """The scenario in late-brief.toml."""
    reading = read_scenario(Path(__file__).parent / "late-brief.toml")
    assert reading.edition is not None, reading.diagnostics
    return reading.edition.scenario


@pytest.fixture(scope="session")
def scene() -> Scene:
    """A program from beats alone, and whatever other tables it needs."""

    def made(beats: Table, temperament: str | None = None, **tables: Any) -> Program:
        return compile_program(
            sound({"beats": {name: filled(beat) for name, beat in beats.items()}, **tables}), temperament
        )

    return made


@pytest.fixture(scope="session")
def play() -> Play:
    """A session of a program in which these choices have been said."""

    def said(program: Program, *choices: str, trust: int | None = None) -> Session:
        setting = Setting(scenario="s", digest="d", trust=program.trust if trust is None else trust)
        session = Session(program, setting)
        for choice in choices:
            session.say(choice)
        return session

    return said
