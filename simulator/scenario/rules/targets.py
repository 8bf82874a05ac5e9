"""Rules about the way on: every target exists, and no play gets stuck between choices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from simulator.scenario.diagnostic import Finding, Location, Severity
from simulator.scenario.model import Beat
from simulator.scenario.rules.draft import Draft

MOST_SHOWN = 8
"""Beats of a loop that are named."""


def unknown_start(draft: Draft) -> Iterator[Finding]:
    """A play needs a first beat."""
    start, beats = draft.scenario.start, draft.scenario.beats
    if start not in beats:
        message = f'the play starts at "{start}", and there is no such beat'
        yield Finding("unknown-target", message, ("start",), hint=draft.hints.did_you_mean(start, beats))


def unknown_target(draft: Draft) -> Iterator[Finding]:
    """A `to` that names nothing would strand the player."""
    beats, endings = draft.scenario.beats, draft.scenario.endings
    known = beats.keys() | endings.keys()
    listed: list[str] = []
    for at, routes in draft.ways_on():
        for position, route in enumerate(routes):
            if route.to in known:
                continue
            listed = listed or [*beats, *endings]
            message = f'{_whose(at)} leads to "{route.to}", and there is no such beat or ending'
            hint = draft.hints.did_you_mean(route.to, listed)
            yield Finding("unknown-target", message, (*at, position, "to"), hint=hint)


def _whose(at: Location) -> str:
    return f'{"choice" if "choices" in at[2:] else "beat"} "{at[-2]}"'


def unreachable_rule(draft: Draft) -> Iterator[Finding]:
    """Of rules in a list the first that holds is taken, so none is reached below one without a condition."""
    for at, routes in draft.ways_on():
        if len(routes) > 1:
            yield from _below_the_open([route.when for route in routes], at)
    for at, choice in draft.choices():
        if len(choice.reply) > 1:
            yield from _below_the_open([reply.when for reply in choice.reply], (*at, "reply"))


def _below_the_open(conditions: Sequence[str | None], at: Location) -> Iterator[Finding]:
    if None in conditions:
        for position in range(conditions.index(None) + 1, len(conditions)):
            message = "this rule is never reached: one above it has no condition"
            yield Finding("unreachable-rule", message, (*at, position), Severity.WARNING)


def dead_end(draft: Draft) -> Iterator[Finding]:
    """A beat that neither offers choices nor leads on would strand the player."""
    for beat_id, beat in draft.scenario.beats.items():
        if not beat.choices and beat.to is None:
            message = f'beat "{beat_id}" has neither choices nor a way on'
            hint = "give it choices, or `to` with the next beat or an ending"
            yield Finding("dead-end", message, ("beats", beat_id), hint=hint, on_key=True)


def choiceless_loop(draft: Draft) -> Iterator[Finding]:
    """Beats that only lead on to each other would never let the player speak again, nor end."""
    trapped = _trapped(draft.scenario.beats)
    seen: set[str] = set()
    for first in trapped:
        trail: dict[str, int] = {}
        at = first
        while at not in seen:
            seen.add(at)
            trail[at] = len(trail)
            at = trapped[at]
        if at in trail:
            ring = [*list(trail)[trail[at] :], at]
            shown = " -> ".join(ring if len(ring) <= MOST_SHOWN else [*ring[: MOST_SHOWN - 2], "…", at])
            message = f"these beats lead on to each other and offer no choice: {shown}"
            hint = "lead one of them to a beat with choices, or to an ending"
            yield Finding("choiceless-loop", message, ("beats", at, "to"), hint=hint)


def _trapped(beats: Mapping[str, Beat]) -> dict[str, str]:
    """The beats without choices from which no way leads to anything else, and what comes next to each."""
    onward = {beat_id: _ways(beat) for beat_id, beat in beats.items() if not beat.choices}
    into: dict[str, list[str]] = {}
    for beat_id, ways in onward.items():
        for way in ways:
            into.setdefault(way, []).append(beat_id)
    free = [beat_id for beat_id, ways in onward.items() if not ways]
    free += [way for way in into if way not in onward]
    escaping = set(free)
    while free:
        for before in into.get(free.pop(), ()):
            if before not in escaping:
                escaping.add(before)
                free.append(before)
    return {beat_id: ways[0] for beat_id, ways in onward.items() if beat_id not in escaping}


def _ways(beat: Beat) -> list[str]:
    """Where a beat may lead on to: its rules down to the first that has no condition."""
    ways: list[str] = []
    for route in beat.to or ():
        ways.append(route.to)
        if route.when is None:
            break
    return ways
