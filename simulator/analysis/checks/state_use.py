"""Checks of facts, flags and gauges: what is declared should be learned or set, and matter to something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject
from simulator.scenario.conditions import mentioned, parse
from simulator.scenario.model import Choice, Reply, Route, Scenario, Variant
from simulator.scenario.names import names_of


def unrevealed_fact(subject: Subject) -> Iterator[Found]:
    """A fact is never learned.

    It is not `known` from the start, and nothing that is reached reveals it; lines that use it
    stay closed.

    To mend it: let a beat or a choice list it in `reveals`, or take it out.
    """
    if subject.is_exhausted:
        learned = frozenset[str]().union(*(trial.space.learned for trial in subject.trials))
    else:
        learned = _revealed(subject.scenario)
    for name, fact in subject.scenario.facts.items():
        if not fact.known and name not in learned:
            yield Found(f'no play reveals fact "{name}"', ("facts", name), on_key=True)


def unused_fact(subject: Subject) -> Iterator[Found]:
    """A fact is never used.

    No choice builds on it and no condition asks for it, so learning it changes nothing; the
    notebook promises more than the scenario keeps.

    To mend it: let a choice list it in `uses`, or take it out.
    """
    used = {fact for choice in _choices(subject.scenario) for fact in choice.uses}
    used |= _read(subject.scenario)
    for name in subject.scenario.facts:
        if name not in used:
            yield Found(f'nothing uses fact "{name}"', ("facts", name), on_key=True)


def unset_flag(subject: Subject) -> Iterator[Found]:
    """A flag that conditions ask for is never set.

    No choice that is ever on offer, and no temperament, sets it; what waits for it never
    happens.

    To mend it: let a choice list it in `sets`, or take the flag and its conditions out.
    """
    read, scenario = _read(subject.scenario), subject.scenario
    at_first = {flag for temperament in scenario.temperaments.values() for flag in temperament.sets}
    if subject.is_exhausted:
        changed = frozenset[str]().union(*(trial.space.flags_changed for trial in subject.trials))
    else:
        changed = frozenset(flag for choice in _choices(scenario) for flag in choice.sets)
    for name in scenario.flags:
        if name in read and name not in changed and name not in at_first:
            yield Found(
                f'nothing sets flag "{name}", and a condition asks for it', ("flags", name), on_key=True
            )


def unread_flag(subject: Subject) -> Iterator[Found]:
    """No condition asks for a flag.

    Setting it changes nothing.

    To mend it: ask for it in a `when`, or take it out.
    """
    read = _read(subject.scenario)
    for name in subject.scenario.flags:
        if name not in read:
            yield Found(f'no condition asks for flag "{name}"', ("flags", name), on_key=True)


def unset_gauge(subject: Subject) -> Iterator[Found]:
    """A gauge never moves.

    No choice that is ever on offer adds to it, or only within its end stops, so that it stands
    where it started.

    To mend it: let a choice change it by `adds`, widen its range, or take it out.
    """
    if subject.is_exhausted:
        moved = frozenset[str]().union(*(trial.space.gauges_changed for trial in subject.trials))
    else:
        moved = frozenset(gauge for choice in _choices(subject.scenario) for gauge in choice.adds)
    for name in subject.scenario.gauges:
        if name not in moved:
            yield Found(f'nothing ever moves gauge "{name}"', ("gauges", name), on_key=True)


def unread_gauge(subject: Subject) -> Iterator[Found]:
    """No condition asks for a gauge, and the player does not see it.

    Whatever is added to it changes nothing.

    To mend it: ask for it in a `when`, show it (`shown = true`), or take it out.
    """
    read = _read(subject.scenario)
    for name, gauge in subject.scenario.gauges.items():
        if name not in read and not gauge.shown:
            yield Found(f'no condition asks for gauge "{name}"', ("gauges", name), on_key=True)


def _choices(scenario: Scenario) -> Iterator[Choice]:
    for beat in scenario.beats.values():
        yield from beat.choices.values()


def _revealed(scenario: Scenario) -> frozenset[str]:
    given = [beat.reveals for beat in scenario.beats.values()]
    given += [choice.reveals for choice in _choices(scenario)]
    return frozenset(fact for facts in given for fact in facts)


def _read(scenario: Scenario) -> set[str]:
    """The facts, flags and gauges that conditions ask for."""
    names, read = names_of(scenario), set[str]()
    for when in set(_conditions(scenario)):
        condition = parse(when, names)[0]
        if condition is not None:
            asked = mentioned(condition)
            read |= asked.facts | asked.flags | asked.gauges
    return read


def _conditions(scenario: Scenario) -> Iterator[str]:
    for beat in scenario.beats.values():
        yield from _whens(beat.variants, beat.to or (), beat.choices.values())
        for choice in beat.choices.values():
            yield from _whens(choice.reply, choice.to)


def _whens(*lists: Iterable[Variant | Route | Choice | Reply]) -> Iterator[str]:
    for rules in lists:
        yield from (rule.when for rule in rules if rule.when is not None)
