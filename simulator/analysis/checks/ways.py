"""Checks that a play always goes on, and always comes to an end. What they find harms a player."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject, Trial
from simulator.analysis.explore import Exploration, Loop, Sighting
from simulator.scenario.diagnostic import Location
from simulator.scenario.model import Scenario


def stuck(subject: Subject) -> Iterator[Found]:
    """A beat can be reached with nothing on offer.

    Every choice of the beat has a `when`, `uses` or `once` that can be closed at the same
    time. The player sits before a line that nobody can answer.

    To mend it: leave one choice open whatever happens. The path leads to where it is stuck.
    """
    for trial, sighting in _first_of(subject, lambda space: space.stuck):
        message = f'beat "{sighting.place[1]}" can be reached with nothing on offer'
        yield _sighted(message, trial, sighting, _states(sighting))


def no_way_on(subject: Subject) -> Iterator[Found]:
    """A `to` can be left without a rule that holds.

    Every rule has a condition, and there is a state in which none of them holds, so the play
    leads nowhere.

    To mend it: end the list with a rule without `when`. The path leads to where no rule holds.
    """
    for trial, sighting in _first_of(subject, lambda space: space.stranded):
        what = "choice" if "choices" in sighting.place else "beat"
        message = f'after {what} "{sighting.place[-1]}" there may be no way on: no rule of its `to` holds'
        path, temperament = sighting.path, trial.temperament
        yield Found(message, (*sighting.place, "to"), _states(sighting), path, temperament)


def choiceless_loop(subject: Subject) -> Iterator[Found]:
    """Beats lead on to each other and offer no choice.

    Nothing that could change their conditions happens between them, so the play never comes
    back to the player.

    To mend it: lead one of them to a beat with choices, or to an ending.
    """
    told: set[frozenset[str]] = set()
    for trial in subject.trials:
        for ring in trial.space.rings:
            if frozenset(ring.beats) not in told:
                told.add(frozenset(ring.beats))
                shown = " -> ".join([*ring.beats[:6], *(["…"] if len(ring.beats) > 6 else []), ring.beats[0]])
                message = f"these beats lead on to each other and offer no choice: {shown}"
                yield Found(message, ("beats", ring.beats[0], "to"), None, ring.path, trial.temperament)


def endless_loop(subject: Subject) -> Iterator[Found]:
    """Choices lead back to the very state they were made in.

    Whoever makes them goes round for ever: nothing is learned, used up or moved. It is an
    error even where another choice leads out, because a score over such a play means nothing.

    To mend it: make a choice on the loop `once = true`, or let it use up a gauge that its
    `when` asks for. The path leads to the loop and once round.
    """
    told: set[tuple[tuple[str, str], ...]] = set()
    for trial in subject.trials:
        for loop in trial.space.loops:
            if loop.choices not in told:
                told.add(loop.choices)
                beat, choice = loop.choices[-1]
                message = f"these choices lead back to the same state: {_shown(loop)}"
                at: Location = ("beats", beat, "choices", choice, "to")
                hint = "make one of them `once`, or let it use up a gauge"
                yield Found(message, at, hint, loop.path, trial.temperament)


def no_ending(subject: Subject) -> Iterator[Found]:
    """From here no ending can be reached.

    Whatever the player says, the play goes on for ever or gets stuck. Told once, where a play
    gets in.

    To mend it: give a beat further on a way to an ending. Where it gets stuck, mend that first.
    """
    spaces = [trial.space for trial in subject.trials]
    blocked = {one.place for space in spaces for one in (*space.stuck, *space.stranded)}
    lost = {one.place[1] for space in spaces for one in space.doomed}
    entered = _entered(subject.scenario, lost)
    for trial, sighting in _first_of(subject, lambda space: space.doomed):
        if sighting.place not in blocked and sighting.place[1] in entered:
            message = f'from beat "{sighting.place[1]}" no ending can be reached any more'
            yield _sighted(message, trial, sighting, _states(sighting))


def _entered(scenario: Scenario, lost: set[str | int]) -> set[str | int]:
    """Those of some beats to which another beat leads, or the start, if it is one of them."""
    if scenario.start in lost:
        return {scenario.start}
    found: set[str | int] = set()
    for beat_id, beat in scenario.beats.items():
        if beat_id not in lost:
            routes = [*(beat.to or ()), *(route for one in beat.choices.values() for route in one.to)]
            found |= {route.to for route in routes} & lost
    return found or lost


def not_exhaustive(subject: Subject) -> Iterator[Found]:
    """The scenario has more states than were looked at.

    What was found is there; but that nothing is stuck, and what can't be reached, is not
    proven. Gauges with wide ranges, read together at one hub, are what makes states many.

    To mend it: give it more (`--max-seconds`, `--max-states`), or narrow the gauges' ranges.
    """
    for trial in subject.trials:
        if not trial.space.exhaustive:
            message = f"not every state was looked at: {trial.space.reason}"
            yield Found(message, ("start",), None, None, trial.temperament)


def _first_of(
    subject: Subject, sightings: Callable[[Exploration], Iterable[Sighting]]
) -> Iterator[tuple[Trial, Sighting]]:
    """Each place once, with the first temperament that meets it."""
    told: set[Location] = set()
    for trial in subject.trials:
        for sighting in sightings(trial.space):
            if sighting.place not in told:
                told.add(sighting.place)
                yield trial, sighting


def _sighted(message: str, trial: Trial, sighting: Sighting, hint: str) -> Found:
    return Found(message, sighting.place, hint, sighting.path, trial.temperament, on_key=True)


def _states(sighting: Sighting) -> str:
    return f"in {sighting.states:,} state{'s' * (sighting.states != 1)}"


def _shown(loop: Loop) -> str:
    shown = [f"{beat}.{choice}" for beat, choice in loop.choices[:6]]
    return " -> ".join([*shown, *(["…"] if len(loop.choices) > 6 else [])])
