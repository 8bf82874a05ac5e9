"""Rules about names: none is used twice or reserved, and each one used exists."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from simulator.scenario.diagnostic import Finding, Location, Severity
from simulator.scenario.rules.draft import Draft
from simulator.scenario.speakers import YOU, YOU_IN_SCRIPTS

RESERVED = frozenset({"trust", "and", "or", "not"})
RESERVED_STATE = RESERVED | {"true", "false"}
STATE_TABLES = ("facts", "flags", "gauges")
TABLES = ("cast", *STATE_TABLES, "temperaments", "beats", "endings", "walks")
PACK_TABLES = ("terms", "principles", "skills", "arcs")
MOST_SHOWN = 60
"""Characters of a bad id that are shown."""

_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_IN_NO_SPEAKER = re.compile(r"[:(\[]")


def bad_id(draft: Draft) -> Iterator[Finding]:
    """An id is short and plain, so that it can be typed, compared and translated around."""
    for table in TABLES:
        yield from misnamed(getattr(draft.scenario, table), (table,))
    for beat_id, beat in draft.scenario.beats.items():
        yield from misnamed(beat.choices, ("beats", beat_id, "choices"))


def misnamed(table: Iterable[str], at: Location) -> Iterator[Finding]:
    """The names of a table that are no ids."""
    for name in table:
        if not _ID.fullmatch(name):
            shown = name if len(name) <= MOST_SHOWN else name[:MOST_SHOWN] + "…"
            message = (
                f'"{shown}" can\'t be an id: small letters a to z, digits and _, a letter first, 40 at most'
            )
            yield Finding("bad-id", message, (*at, name), hint=_tidied(name), on_key=True)


def _tidied(name: str) -> str | None:
    """The id that was probably meant."""
    tidy = re.sub(r"[^a-z0-9]+", "_", name[:MOST_SHOWN].lower()).strip("_")
    return f"write {tidy}" if _ID.fullmatch(tidy) else None


def reserved_name(draft: Draft) -> Iterator[Finding]:
    """`trust`, `and`, `or` and `not` mean something in conditions, and `you` in scripts."""
    for table in TABLES:
        reserved = RESERVED_STATE if table in STATE_TABLES else RESERVED
        for name in reserved & getattr(draft.scenario, table).keys():
            yield _key_finding("reserved-name", f'"{name}" has a meaning of its own', (table, name))
    for beat_id, beat in draft.scenario.beats.items():
        for name in RESERVED & beat.choices.keys():
            at = ("beats", beat_id, "choices", name)
            yield _key_finding("reserved-name", f'"{name}" has a meaning of its own', at)
    if YOU in draft.scenario.cast:
        yield _key_finding("reserved-name", '"you" is the player and no cast member', ("cast", YOU))


def unspeakable_name(draft: Draft) -> Iterator[Finding]:
    """A name that a script would read as something else can't stand before a line; the id still can."""
    for member_id, member in draft.scenario.cast.items():
        mark = _IN_NO_SPEAKER.search(member.name)
        if mark or member.name.split()[0] == YOU_IN_SCRIPTS:
            what = f'"{mark.group()}"' if mark else f'"{YOU_IN_SCRIPTS}", which is the player,'
            message = f"a name with {what} can't stand before a line of a script"
            hint = f'scripts can call them "{member_id}"'
            yield Finding("unspeakable-name", message, ("cast", member_id, "name"), Severity.WARNING, hint)


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
            yield from _unknown(draft, "fact", beat.reveals, ("beats", beat_id, "reveals"))
    for at, choice in draft.choices():
        if choice.reveals:
            yield from _unknown(draft, "fact", choice.reveals, (*at, "reveals"))
        if choice.uses:
            yield from _unknown(draft, "fact", choice.uses, (*at, "uses"))
        if choice.sets:
            yield from _unknown(draft, "flag", choice.sets, (*at, "sets"))
        if choice.clears:
            yield from _unknown(draft, "flag", choice.clears, (*at, "clears"))
        for gauge in choice.adds:
            if gauge not in scenario.gauges:
                hint = draft.hints.did_you_mean(gauge, scenario.gauges) or _declare("gauge", gauge)
                message = f'there is no gauge "{gauge}"'
                yield Finding("unknown-gauge", message, (*at, "adds", gauge), hint=hint, on_key=True)


def unknown_temperament_flag(draft: Draft) -> Iterator[Finding]:
    """A flag that a temperament starts with must be declared."""
    for name, temperament in draft.scenario.temperaments.items():
        yield from _unknown(draft, "flag", temperament.sets, ("temperaments", name, "sets"))


def _unknown(draft: Draft, kind: str, used: Iterable[str], at: Location) -> Iterator[Finding]:
    known: Collection[str] = draft.scenario.facts if kind == "fact" else draft.scenario.flags
    for position, name in enumerate(used):
        if name not in known:
            hint = draft.hints.did_you_mean(name, known) or _declare(kind, name)
            yield Finding(f"unknown-{kind}", f'there is no {kind} "{name}"', (*at, position), hint=hint)


def _declare(kind: str, name: str) -> str | None:
    return f"declare it: [{kind}s.{name}]" if _ID.fullmatch(name) else None


def _key_finding(code: str, message: str, at: Location) -> Finding:
    return Finding(code, message, at, hint="choose another name", on_key=True)
