"""The paths played through a scenario, and what a map may show of it to those who played them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from simulator.engine.events import BeatReached, ChoiceMade, EndingReached
from simulator.engine.session import Session
from simulator.scenario.model import Scenario

Visit: TypeAlias = tuple[str, str | None]
"""A beat and the choice made there, None where it led on by itself; or an ending and None."""

OPEN_AFTER = 2
"""Endings found after which a map shows that there is more than was met."""


@dataclass(frozen=True, slots=True)
class Paths:
    """What somebody has played of one scenario: each play from its first beat to its ending, if it had one.

    `endings` are those found, here or elsewhere.
    """

    plays: Sequence[Sequence[Visit]] = ()
    endings: frozenset[str] = frozenset()


def paths_of(sessions: Sequence[Session]) -> Paths:
    """The paths of some plays, take-backs honoured."""
    found = frozenset(session.ending for session in sessions if session.ending is not None)
    return Paths([tuple(_visits(session)) for session in sessions], found)


def _visits(session: Session) -> Iterator[Visit]:
    at: str | None = None
    for event in session.events:
        if isinstance(event, ChoiceMade):
            yield event.beat, event.choice
            at = None
        elif isinstance(event, BeatReached | EndingReached):
            if at is not None:
                yield at, None
            at = event.beat if isinstance(event, BeatReached) else event.ending
    if at is not None:
        yield at, None


@dataclass(frozen=True, slots=True)
class Place:
    """A beat or an ending; `plays` is how many plays met it, 0 where it was never met."""

    id: str
    is_ending: bool
    plays: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a map shows: places by id in the order of the file, and the ways between them.

    A way has the number of times it was taken. `hidden` counts the places that are left out.
    """

    start: str
    places: Mapping[str, Place]
    ways: Mapping[tuple[str, str], int]
    hidden: int = 0
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def plan_of(scenario: Scenario, paths: Paths, most: int) -> Plan:
    """The map for somebody who played these paths.

    Until `OPEN_AFTER` endings are found it holds only what was met; after that all, or where
    that is more than `most` places, what was met and what lies one step further.
    """
    met = Counter(place for play in paths.plays for place in {beat for beat, _ in play})
    met.update({ending: 1 for ending in paths.endings if ending not in met})
    taken = Counter(
        (one[0], other[0]) for play in paths.plays for one, other in pairwise(play) if one[0] != other[0]
    )
    written = dict.fromkeys(_written(scenario))
    everything = [*scenario.beats, *scenario.endings]
    shown = {place for place in everything if met[place]} | {scenario.start}
    if len(paths.endings) >= OPEN_AFTER:
        near = {target for place, target in written if place in shown}
        shown = set(everything) if len(everything) <= most else shown | near
    ways = {way: taken[way] for way in written if _is_shown(way, shown, taken, paths)}
    places = {
        place: Place(place, place in scenario.endings, met[place]) for place in everything if place in shown
    }
    return _linked(Plan(scenario.start, places, ways, len(everything) - len(places)))


def _is_shown(
    way: tuple[str, str], shown: set[str], taken: Mapping[tuple[str, str], int], paths: Paths
) -> bool:
    """A way that was never taken is no one's business before the rest of the map is."""
    known = bool(taken.get(way)) or len(paths.endings) >= OPEN_AFTER
    return known and way[0] in shown and way[1] in shown


def _linked(plan: Plan) -> Plan:
    before: dict[str, list[str]] = {place: [] for place in plan.places}
    after: dict[str, list[str]] = {place: [] for place in plan.places}
    for place, target in sorted(plan.ways, key=lambda way: -plan.ways[way]):
        after[place].append(target)
        before[target].append(place)
    links = [{place: tuple(others) for place, others in known.items()} for known in (before, after)]
    return Plan(plan.start, plan.places, plan.ways, plan.hidden, *links)


def _written(scenario: Scenario) -> Iterator[tuple[str, str]]:
    for place, beat in scenario.beats.items():
        for choice in beat.choices.values():
            yield from ((place, route.to) for route in choice.to if route.to != place)
        yield from ((place, route.to) for route in beat.to or () if route.to != place)
