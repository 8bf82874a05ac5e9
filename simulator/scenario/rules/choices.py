"""Rules about beats and their choices taken by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.diagnostic import Finding, Severity
from simulator.scenario.model import COMFORTABLE_CHOICES
from simulator.scenario.rules.draft import Draft


def half_a_beat(draft: Draft) -> Iterator[Finding]:
    """A beat has either choices, with a moment and a reason to judge them by, or `to`; never both."""
    for beat_id, beat in draft.scenario.beats.items():
        at = ("beats", beat_id)
        if beat.choices and beat.to is not None:
            message = f'beat "{beat_id}" has both choices and `to`, so it is not clear what comes next'
            yield Finding("choices-and-to", message, (*at, "to"), hint="keep one of them", on_key=True)
        for key in ("moment", "because"):
            if beat.choices and getattr(beat, key) is None:
                message = f'beat "{beat_id}" offers choices, so it needs `{key}` to judge them by'
                yield Finding("missing-key", message, (*at, key))


def crowded_beat(draft: Draft) -> Iterator[Finding]:
    """More than four choices are more than a player weighs (Rodriguez 2005: three options suffice)."""
    for beat_id, beat in draft.scenario.beats.items():
        if len(beat.choices) > COMFORTABLE_CHOICES:
            message = f'beat "{beat_id}" has {len(beat.choices)} choices; three are enough, four are many'
            yield Finding("many-choices", message, ("beats", beat_id), Severity.WARNING, on_key=True)


def impossible_band(draft: Draft) -> Iterator[Finding]:
    """A band is one step or two neighbouring ones, the lower first."""
    for beat_id, beat in draft.scenario.beats.items():
        if beat.band and not 0 <= beat.band[1] - beat.band[0] <= 1:
            message = f"a band is [lowest, highest] and one step wide at most, not {list(beat.band)}"
            yield Finding("bad-band", message, ("beats", beat_id, "band"), hint="as in [2, 3] or [2, 2]")


def weighty_test(draft: Draft) -> Iterator[Finding]:
    """The moment `test` counts for holding and yielding at once, so it weighs 1."""
    for beat_id, beat in draft.scenario.beats.items():
        if beat.moment == "test" and beat.weight != 1 and beat.band is None:
            message = "the moment `test` counts twice already, as hold and as yield, so its weight is 1"
            yield Finding("weighty-test", message, ("beats", beat_id, "weight"))


def harm_without_act(draft: Draft) -> Iterator[Finding]:
    """The debrief names the act that did harm, so `harm` and `act` go together."""
    for at, choice in draft.choices():
        if choice.harm and not choice.act:
            message = f'choice "{at[-1]}" does harm, and `act` does not say what it is called'
            yield Finding("harm-without-act", message, (*at, "harm"), hint='as in act = "invented deadline"')
        if choice.act and not choice.harm:
            message = f'choice "{at[-1]}" names an act and no `harm`'
            yield Finding("act-without-harm", message, (*at, "act"), hint='add harm = "pressure" or "grave"')


def harmful_repair(draft: Draft) -> Iterator[Finding]:
    """A repair names the act and changes course; it can't do harm itself."""
    for at, choice in draft.choices():
        if choice.repairs and choice.harm:
            message = f'choice "{at[-1]}" can\'t repair and do harm at once'
            yield Finding("harmful-repair", message, (*at, "repairs"))
