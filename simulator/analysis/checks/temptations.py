"""Checks of what the options of a beat tempt to: each is worth considering, none too easy to spot."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject

MOST_STRAWMEN = 1
FIRM = 3
"""The assertiveness from which an option pushes."""
UNDER = 2
"""Steps below a hold's band from which an option gives way."""
MOST_COLDER = 1
SHARE_OF_HOLDS = SHARE_AS_WARM = 0.5


def strawman(subject: Subject) -> Iterator[Found]:
    """More than one harmless option misses both axes by two steps or more.

    Nobody would say it, so nobody learns from not saying it: an option that is both far from
    what the moment calls for and rude is no choice. One such line a scenario may pass as life.

    To mend it: let it come from a good motive (service, speed, loyalty, fear of losing the fee)
    and keep the respect that a colleague would keep.
    """
    strawmen = [
        option
        for fork in subject.forks
        for option in fork.options
        if option.choice.harm is None and option.misses_both
    ]
    for option in strawmen[MOST_STRAWMEN:]:
        first = strawmen[0]
        message = (
            f'choice "{option.id}" misses both axes by two steps or more, and so does "{first.id}" '
            f'in beat "{first.at[1]}"; one such option a scenario is the most'
        )
        yield Found(message, option.at, on_key=True)


def warm_over_push(subject: Subject) -> Iterator[Found]:
    """A beat where yielding is due offers no warm over-push.

    Pushing too far is tempting when it is well meant and well argued. Without such an option
    (assertiveness 3 or more, partnership at the floor or above) the polite line is the right
    one by itself.

    To mend it: let one option make its case, with respect, at a moment when it should wait.
    """
    for fork in subject.forks:
        if fork.target.is_yield and not any(
            option.is_warm and option.choice.assertiveness >= FIRM for option in fork.options
        ):
            message = f'in beat "{fork.id}" yielding is due, and no option pushes too far in a warm way'
            hint = f"assertiveness {FIRM} or more, partnership {fork.target.floor} or more"
            yield Found(message, fork.at, hint, on_key=True)


def warm_under_push(subject: Subject) -> Iterator[Found]:
    """Fewer than half of the beats where holding is due offer a warm under-push.

    Giving way is tempting when it is kind. Without such options (two steps or more below the
    band, partnership at the floor or above) the firm line is the only decent one.

    To mend it: let more holds offer something obliging that drops the point.
    """
    holds = [fork for fork in subject.forks if fork.target.is_hold]
    without = [
        fork
        for fork in holds
        if not any(
            option.is_warm and option.choice.assertiveness <= fork.target.band[0] - UNDER
            for option in fork.options
        )
    ]
    if len(without) > (1 - SHARE_OF_HOLDS) * len(holds):
        message = (
            f"{len(holds) - len(without)} of {len(holds)} beats where holding is due offer "
            "a warm way to give in; at least half should"
        )
        yield Found(
            message, without[0].at, f"without one: {_listed(fork.id for fork in without)}", on_key=True
        )


def colder_best(subject: Subject) -> Iterator[Found]:
    """The best option is the colder one.

    Its partnership lies two or more below the highest on offer. Good conduct must not read as
    the cold choice: a limit can be set with as much regard as it is given up.

    To mend it: let the best option acknowledge their need too, or take some warmth off the one
    that gives way.
    """
    for fork in subject.forks:
        highest = max(option.choice.partnership for option in fork.options)
        best = fork.key
        if best.choice.partnership < highest - MOST_COLDER:
            message = (
                f'choice "{best.id}" fits best in beat "{fork.id}" with a partnership of '
                f"{best.choice.partnership}, and another has {highest}"
            )
            yield Found(message, (*best.at, "partnership"))


def seldom_warmest(subject: Subject) -> Iterator[Found]:
    """In more than half of the beats something on offer is warmer than the best option.

    One such beat is life; many teach that being right costs warmth.

    To mend it: raise the best options, or cool those beside them, until half of the beats have
    a best option that nothing surpasses in partnership.
    """
    cooler = [
        fork
        for fork in subject.forks
        if fork.key.choice.partnership < max(option.choice.partnership for option in fork.options)
    ]
    if len(cooler) > (1 - SHARE_AS_WARM) * len(subject.forks):
        message = (
            f"in {len(cooler)} of {len(subject.forks)} beats something is warmer than the best option; "
            "half is the most"
        )
        yield Found(message, ("title",), f"among them {_listed(fork.id for fork in cooler)}")


def rare_ending(subject: Subject) -> Iterator[Found]:
    """An ending is reached by fewer than 2 in 1,000 random plays, whatever the temperament.

    Nobody will ever see it. Its conditions are too narrow, or it lies behind one choice at the
    end of a long road.

    To mend it: widen the `when` of the rules that lead there, or let another beat lead there.
    """
    weighed = [trial.fairness for trial in subject.trials if trial.fairness is not None]
    for ending in subject.scenario.endings if weighed else ():
        share = max(fairness.random.endings.get(ending, 0.0) for fairness in weighed)
        sampled = not all(fairness.is_exact for fairness in weighed)
        if share < LEAST_SHARE_OF_PLAYS and _is_reached(subject, ending) and not sampled:
            message = f'ending "{ending}" is reached by {share:.2%} of random plays; 0.2 % is the least'
            yield Found(message, ("endings", ending), on_key=True)


LEAST_SHARE_OF_PLAYS = 0.002


def _is_reached(subject: Subject, ending: str) -> bool:
    """What is never reached at all is another check's matter."""
    return any(ending in trial.space.reached for trial in subject.trials)


def _listed(names: Iterator[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:6]) + (" …" if len(listed) > 6 else "")
