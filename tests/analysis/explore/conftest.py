"""Scenes with faults, made by hand and at random, and a plain search of their states to compare with."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, TypeAlias

import pytest

from simulator.engine.program import Program, compile_program
from simulator.scenario.model import Scenario
from simulator.scenario.shape import SCENARIO

Table: TypeAlias = dict[str, Any]
Scene: TypeAlias = Callable[..., Program]
Chance: TypeAlias = Callable[[int], Program]

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
FACTS, FLAGS, GAUGES = ("f0", "f1", "f2"), ("g0", "g1"), ("x0", "x1")
OPERATORS = ("<", "<=", "==", "!=", ">=", ">")
HARMS: tuple[Table, ...] = (
    {},
    {},
    {},
    {"harm": "pressure", "act": "A"},
    {"harm": "grave", "act": "A"},
    {"repairs": True},
)


def shaped(tables: Table) -> Scenario:
    """The tables as a scenario, which may be as unsound as it likes."""
    beats = {name: filled(beat) for name, beat in tables["beats"].items()}
    whole = {**AROUND, "start": next(iter(beats)), **tables, "beats": beats}
    scenario, findings = SCENARIO.check(whole)
    assert scenario is not None, findings
    return scenario


def filled(beat: Table) -> Table:
    """A beat with everything filled in that a test does not speak of."""
    said = {"say": "Words.", "assertiveness": 1, "partnership": 2, "why": "W", "to": "over"}
    choices = {name: {**said, **choice} for name, choice in beat.get("choices", {}).items()}
    judged = {"moment": "explore", "because": "need"} if choices else {}
    return {"script": "[A beat.]", **judged, **beat, "choices": choices}


class Author:
    """Writes small scenarios at random: they strand, loop and get stuck as often as not.

    One seed makes a scenario: drawing every word of it apart would take a hundred times as long.
    """

    def __init__(self, seed: int) -> None:
        self.luck = Random(seed)  # noqa: S311 - chance, no secret
        self.names = [f"b{position}" for position in range(self.luck.randint(1, 5))]
        self.forward = self.luck.random() < 0.4
        self.still = self.luck.random() < 0.5

    def program(self) -> Program:
        wide = self.luck.random() < 0.3
        scenario = shaped(
            {
                "beats": {name: self.beat(position) for position, name in enumerate(self.names)},
                "trust": self.luck.randint(0, 100),
                "facts": {name: {"text": "T", "known": self.luck.random() < 0.3} for name in FACTS},
                "flags": {name: {} for name in FLAGS},
                "gauges": {
                    "x0": {"start": 3, "max": 700 if wide else 5},
                    "x1": {"min": -4, "max": 0},
                },
                "temperaments": {"one": {"label": "L", "gain": 150, "sets": self.some(FLAGS)}},
            }
        )
        return compile_program(scenario)

    def beat(self, position: int) -> Table:
        ahead = self.names[position + 1 :] if self.forward else self.names
        targets = [*ahead, "over", "early"]
        row: Table = {
            "reveals": self.some(FACTS),
            "variants": [{"when": self.condition(), "script": "[B.]"} for _ in range(self.upto(2))],
            "moves_trust": self.luck.choice((0, 0, self.luck.randint(-60, 60))),
        }
        if position and self.luck.random() < 0.2:
            return {**row, "to": self.rules("to", targets)}
        rows = [self.choice(targets) for _ in range(1 + self.upto(2))]
        rows += [self.free(targets)] if self.luck.random() < 0.8 else []
        choices = {f"c{number}": choice for number, choice in enumerate(rows)}
        return {**row, "choices": choices, "because": self.luck.choice(("need", "duty"))}

    def choice(self, targets: list[str]) -> Table:
        """A choice that is not always on offer."""
        row = self.free(targets) | {"once": self.luck.random() < 0.4}
        row |= {"uses": self.some(FACTS)} if self.luck.random() < 0.3 else {}
        return row | ({"when": self.condition()} if self.luck.random() < 0.4 else {})

    def free(self, targets: list[str]) -> Table:
        return {
            "assertiveness": self.luck.randint(0, 4),
            "partnership": 2 if self.still else self.luck.randint(0, 4),
            "to": self.rules("to", targets),
            "reply": self.rules("script", ["Dana: Hm."]) if self.luck.random() < 0.4 else [],
            "reveals": self.some(FACTS),
            "sets": self.some(FLAGS),
            "clears": self.some(FLAGS),
            "adds": {gauge: self.luck.choice((-3, -1, 1, 2)) for gauge in self.some(GAUGES)},
            **self.luck.choice(HARMS),
        }

    def rules(self, key: str, ends: list[str]) -> list[Table]:
        """Up to two rules with conditions, mostly before one that always holds."""
        rules = [{"when": self.condition(), key: self.luck.choice(ends)} for _ in range(self.upto(2))]
        if rules and self.luck.random() < 0.1:
            return rules
        return [*rules, {key: self.luck.choice(ends)}]

    def condition(self) -> str:
        number = self.luck.choice((self.luck.randint(-5, 5), self.luck.randint(0, 100)))
        comparison = f"{self.luck.choice(('trust', *GAUGES))} {self.luck.choice(OPERATORS)} {number}"
        term = self.luck.choice((comparison, self.luck.choice(FACTS + FLAGS)))
        form = self.luck.choice(("{0}", "{0}", "not {0}", "not ({0} or {1})", "{0} and {1}"))
        return form.format(term, self.condition() if "{1}" in form else "")

    def some(self, names: tuple[str, ...]) -> list[str]:
        return self.luck.sample(names, self.luck.choice((0, 0, 0, 1, 2)))

    def upto(self, most: int) -> int:
        return self.luck.randint(0, most)


@pytest.fixture(scope="session")
def scene() -> Scene:
    """A program from beats alone, and whatever other tables it needs."""

    def made(beats: Table, **tables: Any) -> Program:
        return compile_program(shaped({"beats": beats, **tables}))

    return made


@pytest.fixture(scope="session")
def by_chance() -> Chance:
    """A small program made at random from a seed."""
    return lambda seed: Author(seed).program()
