from __future__ import annotations

import tomllib
from typing import Any

import pytest

from simulator.scenario.keys import described, keys_at, kind_at
from simulator.scenario.model import Choice, Gauge, Manifest, Scenario
from simulator.scenario.shape import MANIFEST, MOST_MISFITS, SCENARIO
from tests.scenario.files import MANIFEST as PACK
from tests.scenario.files import SOUND


def test_a_sound_file_fits() -> None:
    scenario, misfits = SCENARIO.check(tomllib.loads(SOUND))
    assert misfits == []
    assert scenario is not None
    assert (scenario.counterpart, scenario.default_temperament) == ("dana", "even")
    manifest, misfits = MANIFEST.check(tomllib.loads(PACK))
    assert misfits == []
    assert manifest is not None


def test_what_is_left_out_has_the_default_of_the_format() -> None:
    scenario = SCENARIO.fits(tomllib.loads(SOUND))
    assert scenario is not None
    assert (scenario.trust, scenario.status, scenario.minutes, scenario.mirrors) == (50, "ready", None, None)
    assert (Gauge().min, Gauge().max, Gauge().first, Gauge().shown) == (0, 100, 0, False)
    beat, even = scenario.beats["lull"], scenario.temperaments["even"]
    assert (beat.weight, beat.band, beat.floor, beat.moves_trust) == (1, None, None, 0)
    assert (even.gain, even.loss, even.trust) == (100, 100, None)


def without(raw: dict[str, Any], *at: str) -> dict[str, Any]:
    if len(at) == 1:
        return {key: part for key, part in raw.items() if key != at[0]}
    return {**raw, at[0]: without(raw[at[0]], *at[1:])}


REQUIRED = [
    *(
        (key,)
        for key in (
            "format",
            "title",
            "summary",
            "level",
            "start",
            "you",
            "cast",
            "briefing",
            "beats",
            "endings",
        )
    ),
    *(("you", key) for key in ("name", "role")),
    *(("cast", "dana", key) for key in ("name", "role", "wants")),
    *(("briefing", key) for key in ("situation", "history", "goal", "stakes")),
    ("beats", "verdict", "script"),
    *(
        ("beats", "verdict", "choices", "ask", key)
        for key in ("say", "assertiveness", "partnership", "why", "to")
    ),
    *(("endings", "brittle", key) for key in ("title", "kind", "script", "later")),
    ("facts", "last_hire", "text"),
    ("temperaments", "even", "label"),
]


@pytest.mark.parametrize("at", REQUIRED, ids=".".join)
def test_what_must_be_there_is_missed(at: tuple[str, ...]) -> None:
    scenario, misfits = SCENARIO.check(without(tomllib.loads(SOUND), *at))
    assert scenario is None
    assert [(one.code, one.at) for one in misfits] == [("missing-key", at)]
    assert f"`{at[-1]}`" in misfits[0].message


def test_hostile_values_give_no_more_misfits_than_anyone_reads() -> None:
    choices = {f"c{number}": {} for number in range(8)}
    raw = tomllib.loads(SOUND) | {"beats": {f"b{number}": {"choices": choices} for number in range(10_000)}}
    scenario, misfits = SCENARIO.check(raw)
    assert scenario is None
    assert len(misfits) < MOST_MISFITS + 100


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ((), "the file"),
        (("title",), "`title`"),
        (("beats",), "`beats`"),
        (("beats", "a"), 'beat "a"'),
        (("beats", "a", "choices", "b", "to", 0, "when"), '`to` (number 1) `when` of choice "b" of beat "a"'),
        (("cast", "dana", "name"), '`name` of cast member "dana"'),
        (("skills", 1), "`skills` (number 2)"),
    ],
)
def test_a_place_is_called_as_an_author_would(at: tuple[str | int, ...], words: str) -> None:
    assert described(at) == words


def test_the_keys_of_every_table_are_known() -> None:
    assert "say" in keys_at(Scenario, ("beats", "any", "choices", "any"))
    assert keys_at(Scenario, ("beats", "any", "variants", 0)) == ("when", "script")
    assert keys_at(Scenario, ("beats", "any", "to", 0)) == ("to", "when")
    assert keys_at(Scenario, ("beats",)) == ()
    assert keys_at(Manifest, ("principles", "any")) == ("rule", "source")
    assert kind_at(Scenario, ("beats", "any", "choices", "any")) is Choice
    assert kind_at(Scenario, ("nothing", "here")) is None
