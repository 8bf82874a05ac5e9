"""The rule about scripts: each one reads as a screenplay."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.model import Scenario
from simulator.scenario.rules.draft import Draft, located
from simulator.scenario.screenplay import parse_script


def scripts(draft: Draft) -> Iterator[Finding]:
    """A script that is no screenplay would put words in the wrong mouth."""
    for at, text in scripts_of(draft.scenario):
        problems = parse_script(text, draft.speakers, draft.shared_speakers)[1]
        yield from (located(problem, at) for problem in problems)


def scripts_of(scenario: Scenario) -> Iterator[tuple[Location, str]]:
    """Every script of a scenario and where it stands."""
    for beat_id, beat in scenario.beats.items():
        yield ("beats", beat_id, "script"), beat.script
        for position, variant in enumerate(beat.variants):
            yield ("beats", beat_id, "variants", position, "script"), variant.script
        for choice_id, choice in beat.choices.items():
            for position, reply in enumerate(choice.reply):
                yield ("beats", beat_id, "choices", choice_id, "reply", position, "script"), reply.script
    for ending_id, ending in scenario.endings.items():
        yield ("endings", ending_id, "script"), ending.script
