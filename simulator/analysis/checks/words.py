"""Checks of the writing, text by text: how long it is, and how many options there are."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.subject import Subject
from simulator.scenario.rules.scripts import scripts_of
from simulator.scenario.screenplay import YOU

MOST_SAID = 35
MOST_SPOKEN = 50
MOST_WHY = 45
MOST_BRIEFING = 90
"""Words."""
BRIEFING = ("situation", "history", "goal", "stakes")
FEWEST_OPTIONS = 2


def long_say(subject: Subject) -> Iterator[Found]:
    """The player's line has more than 35 words.

    Lines are meant to be said: contractions, one move each. A long option makes two moves
    at once, which no rating can judge, and its length alone tells it apart.

    To mend it: keep the one thing that this option does, and drop its preamble.
    """
    for fork in subject.forks:
        for option in fork.options:
            count = words(option.choice.say)
            if count > MOST_SAID:
                message = f'what choice "{option.id}" says has {count} words; {MOST_SAID} can be spoken'
                yield Found(message, (*option.at, "say"))


def long_line(subject: Subject) -> Iterator[Found]:
    """Somebody speaks more than 50 words in one go.

    People in a hard conversation speak in bursts, and a player reads on a small screen. One
    visible cue says more than a second sentence about how they feel.

    To mend it: split the line with something one can see, `[She caps the pen.]`, or cut it.
    """
    for at, script in scripts_of(subject.scenario):
        for line in subject.edition.lines(script):
            count = words(line.words)
            if line.speaker not in (None, YOU) and count > MOST_SPOKEN:
                message = f"a line of {count} words; {MOST_SPOKEN} are as many as anybody listens to"
                yield Found(message, at, f"it begins: {_beginning(line.words)}")


def long_why(subject: Subject) -> Iterator[Found]:
    """The feedback on a choice has more than 45 words.

    It is read beside eight others at the debrief: behaviour, effect, principle, alternative.

    To mend it: keep what was done and what it did; let the principle say the rest.
    """
    for fork in subject.forks:
        for option in fork.options:
            count = words(option.choice.why)
            if count > MOST_WHY:
                message = f'the `why` of choice "{option.id}" has {count} words; {MOST_WHY} are enough'
                yield Found(message, (*option.at, "why"))


def long_briefing(subject: Subject) -> Iterator[Found]:
    """The four texts of the briefing have more than 90 words together.

    Whoever sits down to practise for eight minutes will not read a page first. The role, the
    history, the goal, the stakes and one constraint are enough; the rest can come out in play.

    To mend it: move what a colleague would not say in the corridor into facts and scripts.
    """
    briefing = subject.scenario.briefing
    count = sum(words(getattr(briefing, key)) for key in BRIEFING)
    if count > MOST_BRIEFING:
        message = f"the briefing has {count} words; {MOST_BRIEFING} are as many as people read"
        yield Found(message, ("briefing",))


def one_option(subject: Subject) -> Iterator[Found]:
    """A beat offers one choice, which is none.

    Three options are the rule, two or four will do. A single one is judged like a decision
    although nothing was decided.

    To mend it: write what another competent colleague would have said; or make the beat
    lead on by `to`.
    """
    for fork in subject.forks:
        if len(fork.options) < FEWEST_OPTIONS:
            message = f'beat "{fork.id}" offers a single choice, so there is nothing to decide'
            yield Found(message, fork.at, on_key=True)


def words(text: str) -> int:
    """How many words a text has, told apart by blanks; a dash by itself is none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _beginning(text: str) -> str:
    return " ".join(text.split()[:6]) + " …"
