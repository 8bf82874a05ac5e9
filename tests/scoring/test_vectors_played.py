"""The two hundred vectors once more, as scenarios that pass the reader's rules and are played to the end."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scoring.scorecard import score
from simulator.scoring.target import BANDS

Table: TypeAlias = dict[str, Any]

VECTORS: list[Table] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))
MOMENTS = {band: moment for moment, band in reversed(BANDS.items())}
OTHER = {"say": "Hm.", "assertiveness": 2, "partnership": 2, "why": "W", "to": "over"}


def tables_of(play: Table) -> Table:
    """A scenario whose one line from start to end is the vector's play, each beat with a decoy beside it."""
    beats = {f"b{number}": beat_of(number, decision) for number, decision in enumerate(play["decisions"], 1)}
    beats[f"b{len(beats) + 1}"] = {"script": "[The end.]", "to": "over"}
    return {
        "trust": 7,
        "temperaments": {
            "plain": {"label": "P", "trust": 93, "loss": 999},
            "own": {"label": "O", "trust": play["trust"], **play["temperament"]},
        },
        "facts": {f"told{number}": {"text": "T"} for number in range(1, len(beats))},
        "beats": beats,
    }


def beat_of(number: int, decision: Table) -> Table:
    """The vector's beat: by its moment alone where one says the same, else with everything overridden."""
    beat, fact = decision["beat"], f"told{number}"
    moment = MOMENTS.get(tuple(beat["band"]))
    plain_floor = 2 if beat["because"] == "duty" else 3
    overrides: Table = {"band": beat["band"]} if moment is None or beat["weight"] == 2 else {}
    return {
        "script": "[A beat.]",
        "moment": moment or "explore",
        "because": beat["because"],
        "weight": beat["weight"],
        **overrides,
        **({} if beat["floor"] == plain_floor else {"floor": beat["floor"]}),
        "moves_trust": decision.get("arrives", 0),
        "reveals": [fact] if decision["choice"]["evidence"] else [],
        "choices": {"decoy": OTHER, "said": choice_of(number, decision["choice"], fact)},
    }


def choice_of(number: int, choice: Table, fact: str) -> Table:
    harm = {} if choice["harm"] == "none" else {"harm": choice["harm"], "act": "an act"}
    return {
        "say": "Words.",
        "assertiveness": choice["assertiveness"],
        "partnership": choice["partnership"],
        "uses": [fact] if choice["evidence"] else [],
        "repairs": choice["repairs"],
        "why": "W",
        "to": f"b{number + 1}",
        **harm,
    }


def close(value: Any) -> Any:
    return pytest.approx(value, abs=1e-9) if isinstance(value, float | int) else value


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_a_play_of_the_vectors_scenario_gives_its_figures(vector: Table, sound: Any) -> None:
    play, expected = vector["play"], vector["expect"]
    scenario = sound(**tables_of(play))
    program = compile_program(scenario, "own")
    session = Session(program, Setting(scenario="s", digest="d", trust=program.trust, temperament="own"))
    for _ in play["decisions"]:
        session.say("said")
    card = score(scenario, session.decisions)
    assert session.ending == "over"
    assert [one.made.trust_after for one in card.judgements] == expected["trust"]
    assert [list(one.judged.band) for one in card.judgements] == expected["bands"]
    assert [one.judged.fit for one in card.judgements] == pytest.approx(expected["fits"], abs=1e-9)
    figures = {key: getattr(card, key) for key in ("hold", "cap", "balance", "margin", "style", "firm")}
    figures["yield"] = card.yielded
    assert figures == {key: close(expected[key]) for key in figures}
