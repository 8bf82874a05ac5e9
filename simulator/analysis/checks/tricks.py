"""Checks that no trick beats a good conversation: the table of bots, each with its limit.

A trick is a way of choosing without listening. Each is played with every
temperament; balances go from 0 to 100.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.analysis.bots.fairness import Fairness
from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject
from simulator.scenario.diagnostic import Location

BEST_PATH = 95
RECOVERY = 70
RANDOM = 45
CERTAIN = 1.96
"""Standard errors that a sampled mean must lie above its limit to be told."""

SCENARIO: Location = ("title",)
"""Where findings about a whole scenario are shown."""

POSITIONS = ("first", "position_2", "position_3", "position_4", "last")
LENGTHS = ("longest", "shortest")
POLITE = ("polite_high", "polite_low")
GEARS = ("gear_0", "gear_1", "gear_2", "gear_3", "gear_4")

CALLED = {
    "first": "always taking the first option",
    "last": "always taking the last option",
    "position_2": "always taking the second option",
    "position_3": "always taking the third option",
    "position_4": "always taking the fourth option",
    "longest": "always taking the longest option",
    "shortest": "always taking the shortest option",
    "polite_high": "always being the most polite, then the most assertive",
    "polite_low": "always being the most polite, then the least assertive",
    "most_assertive": "always pushing hardest",
    "least_assertive": "always giving way",
    "least_polite": "always being the least polite",
    "sum": "always taking the highest ratings together",
    "question": "always asking a question",
    "trust": "always pleasing, for the most trust",
    "hammer": "pushing hardest and coldest, and giving in at the last moment",
}


def best_path(subject: Subject) -> Iterator[Found]:
    """No play reaches a balance of 95.

    There must be a way to do it well, with every temperament. Either a beat offers nothing
    that fits what trust affords there, or the good lines don't earn the trust that the
    later ones need.

    To mend it: follow the path given, and look at its decisions with a fit below 1
    (`sparring play … --choices … --json`); give those beats an option that fits.
    """
    for temperament, fairness in _weighed(subject):
        best = fairness.best
        if fairness.is_exact and best.balance < BEST_PATH:
            message = f"the best play reaches {best.balance:.1f}; it should reach {BEST_PATH}"
            yield Found(message, SCENARIO, None, best.choices, temperament)


def recovery(subject: Subject) -> Iterator[Found]:
    """One bad but harmless line puts a good play beyond repair.

    On every play that reaches 95, the worst harmless option of one decision is taken, and the
    rest is played as well as possible. People learn by slipping and coming back, so 70 must
    stay within reach.

    To mend it: let the beats after the slip offer what fits, with the trust that is left; do
    not send one slip straight to an ending; spread weight over more beats.
    """
    for temperament, fairness in _weighed(subject):
        for beat, left in (fairness.recovery or {}).items():
            if left < RECOVERY:
                message = (
                    f'after the worst harmless line in beat "{beat}" at most {left:.1f} can be reached; '
                    f"it should be {RECOVERY}"
                )
                yield Found(message, ("beats", beat), None, None, temperament, on_key=True)


def random_play(subject: Subject) -> Iterator[Found]:
    """Random play has a mean balance above 45.

    Then a good mark says little: half of it is the scenario's own. Too many options fit.

    To mend it: look for beats in which two or three options fit fully, and let each option
    make a move of its own.
    """
    for temperament, fairness in _weighed(subject):
        luck = fairness.random
        if luck.mean - CERTAIN * luck.error > RANDOM:
            about = "" if fairness.is_exact else f" (sampled, give or take {CERTAIN * luck.error:.1f})"
            message = f"random play has a mean balance of {luck.mean:.1f}{about}; {RANDOM} is the most"
            yield Found(message, SCENARIO, None, None, temperament)


def bot_position(subject: Subject) -> Iterator[Found]:
    """Always taking the option at the same place scores more than 60.

    To mend it: change the order of the options in some of the beats on the path; the order
    changes nothing else.
    """
    yield from _above(subject, POSITIONS, 60)


def bot_length(subject: Subject) -> Iterator[Found]:
    """Always taking the longest, or the shortest, option scores more than 55.

    To mend it: shorten some of the best options, or lengthen their rivals, in the beats on
    the path.
    """
    yield from _above(subject, LENGTHS, 55)


def bot_polite(subject: Subject) -> Iterator[Found]:
    """Always being the most polite scores more than 55.

    Courtesy is due everywhere and is not enough: where holding is due, the warmest line must
    be one that gives way, and where yielding is due, one that pushes.

    To mend it: give holds a warm under-push, and yields a warm over-push, at least as polite as
    the best option.
    """
    yield from _above(subject, POLITE, 55)


def bot_most_assertive(subject: Subject) -> Iterator[Found]:
    """Always pushing hardest scores more than 40.

    To mend it: the beats on the path where yielding is due need an option that pushes.
    """
    yield from _above(subject, ("most_assertive",), 40)


def bot_least_assertive(subject: Subject) -> Iterator[Found]:
    """Always giving way scores more than 30.

    To mend it: the beats on the path where holding is due need an option that drops the point.
    """
    yield from _above(subject, ("least_assertive",), 30)


def bot_least_polite(subject: Subject) -> Iterator[Found]:
    """Always being the least polite scores more than 30.

    To mend it: the beats on the path need an option below the floor of partnership.
    """
    yield from _above(subject, ("least_polite",), 30)


def bot_sum(subject: Subject) -> Iterator[Found]:
    """Always taking the highest sum of both ratings scores more than 60.

    More of everything is not balance. Where yielding is due, the option with the most of both
    should be one that pushes too far, however warmly.

    To mend it: give the yield beats on the path a warm over-push.
    """
    yield from _above(subject, ("sum",), 60)


def bot_gear(subject: Subject) -> Iterator[Found]:
    """Always staying near one degree of assertiveness scores more than 65.

    The skill is to change gear. A scenario whose moments all ask for the middle does not
    train it.

    To mend it: let some moments ask for giving way altogether and some for standing firm.
    """
    yield from _above(subject, GEARS, 65)


def bot_question(subject: Subject) -> Iterator[Found]:
    """Always asking a question scores more than 60.

    Asking first is a good habit and no answer to everything: where a limit is due, a question
    hides it.

    To mend it: put a question mark behind some of the worse options, and let some of the best
    ones end in a statement.
    """
    yield from _above(subject, ("question",), 60)


def bot_trust(subject: Subject) -> Iterator[Found]:
    """Always taking what earns the most trust scores more than 70.

    Trust is earned to be used. Where holding is due, the line that pleases most must not be
    the line that fits best.

    To mend it: let pleasing pay in trust and cost in fit on some of the holds on the path.
    """
    yield from _above(subject, ("trust",), 70)


def bot_hammer(subject: Subject) -> Iterator[Found]:
    """Pushing hardest and coldest, and giving in only where the play would end, scores more than 50.

    To mend it: let cold pushing cost the trust that later holds need, or lead to a break; the
    path shows where it got away with it.
    """
    yield from _above(subject, ("hammer",), 50)


def _weighed(subject: Subject) -> Iterator[tuple[str | None, Fairness]]:
    for trial in subject.trials:
        if trial.fairness is not None:
            yield trial.temperament, trial.fairness


def _above(subject: Subject, bots: Iterable[str], limit: int) -> Iterator[Found]:
    """The tricks among `bots` that score more than their limit, each with the play that it makes."""
    for temperament, fairness in _weighed(subject):
        for bot in bots:
            line = fairness.bots.get(bot)
            if line is not None and line.balance > limit:
                message = f"{_called(bot)} scores {line.balance:.1f}; {limit} is the most"
                yield Found(message, SCENARIO, None, line.choices, temperament)


def _called(bot: str) -> str:
    gear = bot.removeprefix("gear_")
    return CALLED.get(bot) or f"always staying near assertiveness {gear}"
