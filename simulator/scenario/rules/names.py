"""Rules about names: none is used twice or reserved, and each one used exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.rules.draft import Draft
from simulator.scenario.screenplay import YOU
from simulator.scenario.suggest import did_you_mean

RESERVED = frozenset({"trust", "and", "or", "not"})
STATE_TABLES = ("facts", "flags", "gauges")


def reserved_name(draft: Draft) -> Iterator[Finding]:
    """`trust`, `and`, `or` and `not` mean something in conditions, and `you` in scripts."""
    scenario = draft.scenario
    tables: dict[str, Mapping[str, object]] = {table: getattr(scenario, table) for table in STATE_TABLES}
    tables |= {"beats": scenario.beats, "endings": scenario.endings, "temperaments": scenario.temperaments}
    for table, things in tables.items():
        for name in RESERVED & things.keys():
            yield _key_finding("reserved-name", f'"{name}" has a meaning of its own', (table, name))
    for beat_id, beat in scenario.beats.items():
        for name in RESERVED & beat.choices.keys():
            at = ("beats", beat_id, "choices", name)
            yield _key_finding("reserved-name", f'"{name}" has a meaning of its own', at)
    if YOU in scenario.cast:
        yield _key_finding("reserved-name", '"you" is the player and no cast member', ("cast", YOU))


def shared_name(draft: Draft) -> Iterator[Finding]:
    """Facts, flags, gauges, beats and endings share no name, so that a name means one thing in a file."""
    owner: dict[str, str] = {}
    for table in ("beats", "endings", *STATE_TABLES):
        for name in getattr(draft.scenario, table):
            if name in owner:
                message = f'"{name}" is already the name of one of the {owner[name]}'
                yield _key_finding("shared-name", message, (table, name))
            owner.setdefault(name, table)


def unknown_state(draft: Draft) -> Iterator[Finding]:
    """A fact, flag or gauge that a beat or a choice changes or needs must be declared."""
    scenario = draft.scenario
    for beat_id, beat in scenario.beats.items():
        if beat.reveals:
            yield from _unknown("fact", beat.reveals, scenario.facts, ("beats", beat_id, "reveals"))
    for at, choice in draft.choices():
        if choice.reveals:
            yield from _unknown("fact", choice.reveals, scenario.facts, (*at, "reveals"))
        if choice.uses:
            yield from _unknown("fact", choice.uses, scenario.facts, (*at, "uses"))
        if choice.sets:
            yield from _unknown("flag", choice.sets, scenario.flags, (*at, "sets"))
        if choice.clears:
            yield from _unknown("flag", choice.clears, scenario.flags, (*at, "clears"))
        for gauge in choice.adds:
            if gauge not in scenario.gauges:
                hint = did_you_mean(gauge, scenario.gauges)
                message = f'there is no gauge "{gauge}"'
                yield Finding("unknown-gauge", message, (*at, "adds", gauge), hint=hint, on_key=True)


def unknown_temperament_flag(draft: Draft) -> Iterator[Finding]:
    """A flag that a temperament starts with must be declared."""
    for name, temperament in draft.scenario.temperaments.items():
        at = ("temperaments", name, "sets")
        yield from _unknown("flag", temperament.sets, draft.scenario.flags, at)


def _unknown(kind: str, used: Iterable[str], known: Mapping[str, object], at: Location) -> Iterator[Finding]:
    for position, name in enumerate(used):
        if name not in known:
            hint = did_you_mean(name, known) or f"declare it: [{kind}s.{name}]"
            yield Finding(f"unknown-{kind}", f'there is no {kind} "{name}"', (*at, position), hint=hint)


def _key_finding(code: str, message: str, at: Location) -> Finding:
    return Finding(code, message, at, hint="choose another name", on_key=True)
