"""The rule about walks: the author's own tests name what there is."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.diagnostic import Finding
from simulator.scenario.rules.draft import Draft


def walk_names(draft: Draft) -> Iterator[Finding]:
    """A walk that names what there is not can't be walked."""
    scenario = draft.scenario
    choices = {name for beat in scenario.beats.values() for name in beat.choices}
    for walk_id, walk in scenario.walks.items():
        at = ("walks", walk_id)
        for position, choice in enumerate(walk.choices):
            if choice not in choices:
                hint = draft.hints.did_you_mean(choice, choices)
                message = f'walk "{walk_id}" takes "{choice}", and there is no such choice'
                yield Finding("unknown-choice", message, (*at, "choices", position), hint=hint)
        if walk.temperament is not None and walk.temperament not in scenario.temperaments:
            hint = draft.hints.did_you_mean(walk.temperament, scenario.temperaments)
            message = f'there is no temperament "{walk.temperament}"'
            yield Finding("unknown-temperament", message, (*at, "temperament"), hint=hint)
        if walk.ends is not None and walk.ends not in scenario.endings:
            hint = draft.hints.did_you_mean(walk.ends, scenario.endings)
            yield Finding("unknown-ending", f'there is no ending "{walk.ends}"', (*at, "ends"), hint=hint)
        if walk.balance is not None and walk.balance[0] > walk.balance[1]:
            message = "a walk's balance is [lowest, highest], from 0 to 100"
            yield Finding("bad-range", message, (*at, "balance"), hint="as in [80, 100]")
