"""The rule about conditions: each `when` can be read, and names what there is."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.conditions import parse
from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.model import Beat, Choice
from simulator.scenario.rules.draft import Draft, located


def conditions(draft: Draft) -> Iterator[Finding]:
    """A condition that can't be read, or names what there is not, would close a line for good."""
    clean: set[str] = set()
    for beat_id, beat in draft.scenario.beats.items():
        for at, when in _conditions_of(("beats", beat_id), beat):
            if when in clean:
                continue
            problems = parse(when, draft.names)[1]
            if not problems:
                clean.add(when)
            yield from (located(problem, at) for problem in problems)


def _conditions_of(at: Location, beat: Beat) -> Iterator[tuple[Location, str]]:
    for position, variant in enumerate(beat.variants):
        yield (*at, "variants", position, "when"), variant.when
    for position, route in enumerate(beat.to or ()):
        if route.when is not None:
            yield (*at, "to", position, "when"), route.when
    for choice_id, choice in beat.choices.items():
        yield from _conditions_of_choice((*at, "choices", choice_id), choice)


def _conditions_of_choice(at: Location, choice: Choice) -> Iterator[tuple[Location, str]]:
    if choice.when is not None:
        yield (*at, "when"), choice.when
    for position, route in enumerate(choice.to):
        if route.when is not None:
            yield (*at, "to", position, "when"), route.when
    for position, reply in enumerate(choice.reply):
        if reply.when is not None:
            yield (*at, "reply", position, "when"), reply.when
