"""Rules about the way on: every target exists, and no play gets stuck between choices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.scenario.diagnostic import Finding, Location, Severity
from simulator.scenario.model import Beat, Route
from simulator.scenario.rules.draft import Draft
from simulator.scenario.suggest import did_you_mean


def unknown_start(draft: Draft) -> Iterator[Finding]:
    """A play needs a first beat."""
    start, beats = draft.scenario.start, draft.scenario.beats
    if start not in beats:
        message = f'the play starts at "{start}", and there is no such beat'
        yield Finding("unknown-target", message, ("start",), hint=did_you_mean(start, beats))


def unknown_target(draft: Draft) -> Iterator[Finding]:
    """A `to` that names nothing would strand the player."""
    for beat_id, beat in draft.scenario.beats.items():
        yield from _targets(draft, beat.to or (), ("beats", beat_id, "to"), f'beat "{beat_id}"')
        for choice_id, choice in beat.choices.items():
            at = ("beats", beat_id, "choices", choice_id, "to")
            yield from _targets(draft, choice.to, at, f'choice "{choice_id}"')


def _targets(draft: Draft, routes: Iterable[Route], at: Location, whose: str) -> Iterator[Finding]:
    beats, endings = draft.scenario.beats, draft.scenario.endings
    is_open = True
    for position, route in enumerate(routes):
        if route.to not in beats and route.to not in endings:
            message = f'{whose} leads to "{route.to}", and there is no such beat or ending'
            hint = did_you_mean(route.to, [*beats, *endings])
            yield Finding("unknown-target", message, (*at, position, "to"), hint=hint)
        if not is_open:
            message = "this rule is never reached: the one above it has no condition"
            yield Finding("unreachable-rule", message, (*at, position), Severity.WARNING)
        is_open = is_open and route.when is not None


def dead_end(draft: Draft) -> Iterator[Finding]:
    """A beat that neither offers choices nor leads on would strand the player."""
    for beat_id, beat in draft.scenario.beats.items():
        if not beat.choices and beat.to is None:
            message = f'beat "{beat_id}" has neither choices nor a way on'
            hint = "give it choices, or `to` with the next beat or an ending"
            yield Finding("dead-end", message, ("beats", beat_id), hint=hint, on_key=True)


def choiceless_loop(draft: Draft) -> Iterator[Finding]:
    """Beats that lead on to each other without a choice would never let the player speak again."""
    beats = draft.scenario.beats
    seen: set[str] = set()
    for first in beats:
        trail: dict[str, int] = {}
        at: str | None = first
        while at is not None and at not in seen:
            seen.add(at)
            trail[at] = len(trail)
            at = _certain_next(beats.get(at))
        if at in trail:
            ring = [*list(trail)[trail[at] :], at]
            shown = " -> ".join(ring if len(ring) <= 8 else [*ring[:6], "…", at])
            message = f"these beats lead on to each other and offer no choice: {shown}"
            hint = "lead one of them to a beat with choices, or to an ending"
            yield Finding("choiceless-loop", message, ("beats", str(at), "to"), hint=hint)


def _certain_next(beat: Beat | None) -> str | None:
    """Where a beat without choices always leads on to; None where that depends or choices come first."""
    if beat is None or beat.choices or not beat.to or beat.to[0].when is not None:
        return None
    return beat.to[0].to
