"""Checks of what gives the best option away without a word being understood: length, place, cue words.

Whoever writes tests for a living counts these (Haladyna 2002); a player finds them
without counting.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, lgamma, log, log1p, sqrt

from simulator.analysis.checks.forks import Option
from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Collection, Subject

MOST_UNEVEN = 1.4
"""The longest option of a beat over the shortest, in characters."""
MOST_KEYS_LONGEST = 0.40
MOST_CORRELATION = 0.20
LEAST_SHARE, MOST_SHARE = 0.25, 0.42
"""The share of beats in which the best option stands in one of three places."""
CHANCE_OF_A_CUE = 0.001
"""A word this unlikely to keep to one side by chance is a cue."""
NEGLIGIBLE = 1e-12
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def uneven_length(subject: Subject) -> Iterator[Found]:
    """The longest option of a beat is more than 1.4 times as long as the shortest.

    Length is the first thing that a player sees. Where options differ much, the long one
    looks considered and the short one looks like a trap.

    To mend it: give the short one its reason, or take the preamble off the long one.
    """
    for fork in subject.forks:
        longest, shortest = fork.longest, fork.shortest
        if longest.length > MOST_UNEVEN * shortest.length:
            message = (
                f'in beat "{fork.id}" choice "{longest.id}" is {longest.length / shortest.length:.2f} times '
                f'as long as "{shortest.id}"; {MOST_UNEVEN} is the most'
            )
            yield Found(message, (*longest.at, "say"), f"{longest.length} characters to {shortest.length}")


def longest_is_best(subject: Subject) -> Iterator[Found]:
    """The best option is the longest in more than 40 % of the beats.

    A player who has noticed needs to read no further. Good answers grow while they are
    polished, so this happens to everybody.

    To mend it: shorten some of the best options, or let their rivals argue better.
    """
    forks = [fork for fork in subject.forks if len(fork.options) > 1]
    given_away = [fork for fork in forks if fork.key is fork.longest]
    if len(given_away) > MOST_KEYS_LONGEST * len(forks):
        message = (
            f"the best option is the longest in {len(given_away)} of {len(forks)} beats; "
            f"{MOST_KEYS_LONGEST:.0%} is the most"
        )
        yield Found(message, ("title",), f"among them {_some(fork.id for fork in given_away)}")


def length_tells(pack: Collection) -> Iterator[Found]:
    """Over the whole pack, longer options fit better (or worse).

    The rank correlation between how long an option is beside the others of its beat and how
    well it fits must stay within 0.2 either way, or "take the long one" is a strategy.

    To mend it: look for beats in which the best option is the longest or the shortest, and
    make some of them the other way round.
    """
    pairs = [
        (option.length * len(fork.options) / sum(other.length for other in fork.options), option.fit)
        for _, fork in pack.forks
        for option in fork.options
    ]
    if pack.is_whole and (found := rank_correlation(pairs)) is not None and abs(found) > MOST_CORRELATION:
        message = (
            f"over the pack, length and fit have a rank correlation of {found:+.2f}; "
            f"{MOST_CORRELATION} either way is the most"
        )
        yield Found(message, ("title",))


def key_position(pack: Collection) -> Iterator[Found]:
    """Over the whole pack, the best of three options stands too often, or too seldom, in one place.

    Players see options in an order of their own, but authors copy files, plain play and
    reviews go by the file's order, and habits show. Of the beats with three options, 25 to
    42 % should have the best one in each place.

    To mend it: move some of the best options to another place in their beat; the order
    changes nothing else.
    """
    places = Counter(fork.options.index(fork.key) for _, fork in pack.forks if len(fork.options) == 3)
    total = sum(places.values())
    for place in range(3) if pack.is_whole and total else ():
        share = places[place] / total
        if not LEAST_SHARE <= share <= MOST_SHARE:
            message = (
                f"the best of three options stands at place {place + 1} in {places[place]} of {total} beats "
                f"({share:.0%}); {LEAST_SHARE:.0%} to {MOST_SHARE:.0%} hides it"
            )
            yield Found(message, ("title",))


def same_act(pack: Collection) -> Iterator[Found]:
    """The same words are rated differently in two places of a pack.

    Ratings go by behaviour, never by intention or by what comes of it: the same act is rated
    the same, or players learn that the ratings are a mood.

    To mend it: give both the same ratings; if they are different acts, let the words say so.
    """
    first: dict[str, tuple[Subject, Option]] = {}
    for subject, fork in pack.forks:
        for option in fork.options:
            said = " ".join(option.choice.say.casefold().split())
            other_subject, other = first.setdefault(said, (subject, option))
            if _rating(other) != _rating(option):
                where = "" if other_subject is subject else f" of {other_subject.edition.id}"
                message = (
                    f'choice "{option.id}" says the same as "{other.id}" in beat "{other.at[1]}"{where}, '
                    f"rated {_told(other)}; here it is {_told(option)}"
                )
                yield Found(message, (*option.at, "say"), file=subject.edition.path)


def cue_word(pack: Collection) -> Iterator[Found]:
    """A word stands in the best options, or in the others, far more often than chance would have it.

    If "together" is said only where it is right, nobody has to listen any more. A word is
    told once it keeps so strictly to one side that chance would do it once in a thousand times.

    To mend it: say it another way in some of the options, and let the others use it, too.
    """
    forks = [fork for _, fork in pack.forks if len(fork.options) > 1]
    keys, others = Counter[str](), Counter[str]()
    for fork in forks:
        for option in fork.options:
            (keys if option is fork.key else others).update(_vocabulary(option))
    total, best = sum(len(fork.options) for fork in forks), len(forks)
    for word in sorted(keys | others):
        in_keys, in_others = keys[word], others[word]
        count = in_keys + in_others
        is_key_word = in_keys * total > count * best
        side, share = (in_keys, best / total) if is_key_word else (in_others, 1 - best / total)
        if _tail(count, side, share) < CHANCE_OF_A_CUE:
            where = "the best options" if is_key_word else "options that are not the best"
            at, subject = _first_use(pack, word, in_key=is_key_word)
            message = f'"{word}" stands in {count} options, {side} of them {where}: a cue'
            yield Found(message, at, file=subject.edition.path)


def rank_correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Spearman's rank correlation, ties sharing their mean rank; None where one side never varies."""
    if len(pairs) < 2:
        return None
    left = _ranks([pair[0] for pair in pairs])
    right = _ranks([pair[1] for pair in pairs])
    mean = (len(pairs) - 1) / 2
    spread = sqrt(sum((x - mean) ** 2 for x in left) * sum((y - mean) ** 2 for y in right))
    if not spread:
        return None
    return sum((x - mean) * (y - mean) for x, y in zip(left, right, strict=True)) / spread


def _ranks(values: Sequence[float]) -> list[float]:
    places: dict[float, list[int]] = {}
    for rank, value in enumerate(sorted(values)):
        places.setdefault(value, []).append(rank)
    return [sum(places[value]) / len(places[value]) for value in values]


def _tail(count: int, side: int, share: float) -> float:
    """The chance that of `count` words `side` or more fall, where each falls with chance `share`.

    `share` lies between 0 and 1, both excluded, and `side` is at least as much as would be
    expected, so that terms grow smaller and may be cut off.
    """
    logarithm = lgamma(count + 1) - lgamma(side + 1) - lgamma(count - side + 1)
    term = exp(logarithm + side * log(share) + (count - side) * log1p(-share))
    total = 0.0
    for fallen in range(side, count + 1):
        total += term
        term *= (count - fallen) / (fallen + 1) * share / (1 - share)
        if term < NEGLIGIBLE:
            break
    return total


def _vocabulary(option: Option) -> set[str]:
    return {word.casefold().replace("’", "'") for word in WORD.findall(option.choice.say)}


def _first_use(pack: Collection, word: str, *, in_key: bool) -> tuple[tuple[str | int, ...], Subject]:
    return next(
        ((*option.at, "say"), subject)
        for subject, fork in pack.forks
        if len(fork.options) > 1
        for option in fork.options
        if (option is fork.key) is in_key and word in _vocabulary(option)
    )


def _rating(option: Option) -> tuple[int, int, str | None]:
    return option.choice.assertiveness, option.choice.partnership, option.choice.harm


def _told(option: Option) -> str:
    assertiveness, partnership, harm = _rating(option)
    return f"{assertiveness}/{partnership}" + (f" with harm ({harm})" if harm else "")


def _some(names: Iterator[str] | Sequence[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:5]) + (" …" if len(listed) > 5 else "")
