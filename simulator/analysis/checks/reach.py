"""Checks of what is never met: no play, with any temperament, comes by it.

They speak only where every state was seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject
from simulator.scenario.conditions import always_or_never, parse
from simulator.scenario.diagnostic import Location
from simulator.scenario.model import Beat, Reply, Route, Scenario
from simulator.scenario.names import names_of


def unreachable_beat(subject: Subject) -> Iterator[Found]:
    """No play reaches this beat.

    Either nothing leads to it, or only what is itself never reached, or the conditions on
    every way to it never hold together.

    To mend it: let a `to` lead to it, loosen the conditions on the way, or take it out.
    """
    if subject.is_exhausted:
        targets = _targets(subject.scenario)
        for beat in subject.scenario.beats:
            if beat not in subject.reached:
                yield Found(
                    f'no play reaches beat "{beat}"', ("beats", beat), _why(beat, targets), on_key=True
                )


def unreachable_ending(subject: Subject) -> Iterator[Found]:
    """No play reaches this ending.

    Either nothing leads to it, or the conditions on every way to it never hold together.

    To mend it: let a `to` lead to it, loosen the conditions on the way, or take it out.
    """
    if subject.is_exhausted:
        targets = _targets(subject.scenario)
        for ending in subject.scenario.endings:
            if ending not in subject.reached:
                message = f'no play reaches ending "{ending}"'
                yield Found(message, ("endings", ending), _why(ending, targets), on_key=True)


def unreachable_variant(subject: Subject) -> Iterator[Found]:
    """A variant of a beat's script is never shown.

    Its condition never holds when the beat is reached, or a variant above it always comes
    first. Variants are tried in order.

    To mend it: change its `when`, move it up, or take it out.
    """
    for beat_id, beat in _reached_beats(subject):
        for position in range(len(beat.variants)):
            at: Location = ("beats", beat_id, "variants", position)
            if at not in subject.taken:
                message = f'variant {position + 1} of beat "{beat_id}" is never shown'
                yield Found(message, (*at, "when"), None, *subject.way_to(beat_id))


def never_open(subject: Subject) -> Iterator[Found]:
    """A choice is never on offer.

    Its beat is reached, but never with all of `uses` known, `when` true and, for `once`, not
    yet said.

    To mend it: let the facts it uses be revealed before, loosen its `when`, or take it out.
    The path leads to the beat.
    """
    for beat_id, beat in _reached_beats(subject):
        for choice_id, choice in beat.choices.items():
            if (beat_id, choice_id) not in subject.offered:
                at: Location = ("beats", beat_id, "choices", choice_id)
                closed = (*at, "when") if choice.when else (*at, "uses") if choice.uses else at
                message = f'choice "{choice_id}" of beat "{beat_id}" is never on offer'
                yield Found(message, closed, None, *subject.way_to(beat_id), on_key=closed == at)


def never_said(subject: Subject) -> Iterator[Found]:
    """A reply is never given.

    Its condition never holds once its choice is made (trust, flags and gauges have moved by
    then), or a reply above it always comes first.

    To mend it: change its `when`, move it up, or take it out.
    """
    for beat_id, choice_id, replies in _offered(subject, "reply"):
        for position, reply in enumerate(replies):
            at: Location = ("beats", beat_id, "choices", choice_id, "reply", position)
            if at not in subject.taken:
                message = f'reply {position + 1} to choice "{choice_id}" is never given'
                where = (*at, "when") if reply.when else at
                yield Found(message, where, None, *subject.way_to(beat_id))


def never_taken(subject: Subject) -> Iterator[Found]:
    """A rule of a `to` is never followed.

    Its condition never holds when it is asked, or a rule above it always comes first.

    To mend it: change its `when`, move it up, or take it out. The path leads to the beat.
    """
    for beat_id, beat in _reached_beats(subject):
        at: Location = ("beats", beat_id, "to")
        for position, route in _never_followed(subject, at, beat.to or ()):
            yield _closed_way((*at, position), route, f'beat "{beat_id}"', subject, beat_id)
    for beat_id, choice_id, routes in _offered(subject, "to"):
        at = ("beats", beat_id, "choices", choice_id, "to")
        for position, route in _never_followed(subject, at, routes):
            yield _closed_way((*at, position), route, f'choice "{choice_id}"', subject, beat_id)


def always_holds(subject: Subject) -> Iterator[Found]:
    """A condition holds in every state in which it is asked.

    It tests nothing: what it should tell apart never happens, with any temperament.

    To mend it: leave it out, or see why the other case can't come about (a flag that is never
    cleared, a trust that never falls so low).
    """
    if not subject.is_exhausted:
        return
    names = names_of(subject.scenario)
    held = frozenset[Location]().union(*(trial.space.held for trial in subject.trials))
    failed = frozenset[Location]().union(*(trial.space.failed for trial in subject.trials))
    for at in sorted(held - failed, key=str):
        when = _text_at(subject.scenario, at)
        condition = parse(when, names)[0]
        if condition is not None and always_or_never(condition, names) is None:
            yield Found(f"in every state that comes by, this holds: {when}", at, "leave it out")


def _reached_beats(subject: Subject) -> Iterator[tuple[str, Beat]]:
    """The beats that are reached; none unless every state was seen."""
    for beat_id, beat in subject.scenario.beats.items() if subject.is_exhausted else ():
        if beat_id in subject.reached:
            yield beat_id, beat


def _offered(subject: Subject, key: str) -> Iterator[tuple[str, str, tuple[Reply | Route, ...]]]:
    """The rules under a key of every choice that is on offer at some time."""
    for beat_id, beat in _reached_beats(subject):
        for choice_id, choice in beat.choices.items():
            if (beat_id, choice_id) in subject.offered:
                yield beat_id, choice_id, getattr(choice, key)


def _never_followed(
    subject: Subject, at: Location, rules: Iterable[Reply | Route]
) -> Iterator[tuple[int, Reply | Route]]:
    """The rules never followed; what stands below a rule without a condition is the reader's matter."""
    for position, rule in enumerate(rules):
        if (*at, position) not in subject.taken:
            yield position, rule
        if rule.when is None:
            return


def _closed_way(at: Location, rule: Reply | Route, whose: str, subject: Subject, beat: str) -> Found:
    target = rule.to if isinstance(rule, Route) else ""
    message = f'the way of {whose} to "{target}" is never taken'
    return Found(message, (*at, "when") if rule.when else at, None, *subject.way_to(beat))


def _targets(scenario: Scenario) -> frozenset[str]:
    """Everything that some `to` names, and the start."""
    routes = [route for beat in scenario.beats.values() for route in beat.to or ()]
    routes += [
        route for beat in scenario.beats.values() for choice in beat.choices.values() for route in choice.to
    ]
    return frozenset({scenario.start, *(route.to for route in routes)})


def _why(name: str, targets: frozenset[str]) -> str:
    return "its ways in are never taken" if name in targets else "nothing leads to it"


def _text_at(scenario: Scenario, at: Location) -> str:
    """The condition at a place of the model."""
    here: Any = scenario
    key: Any
    for key in at:
        here = here[key] if isinstance(here, dict | tuple) else getattr(here, key)
    return str(here)
