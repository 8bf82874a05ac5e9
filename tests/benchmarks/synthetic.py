"""Scenarios of any size, the same for the same size and seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

MOMENTS = ("take-the-order", "let-go", "explore", "push-back", "stand-firm")
ENDINGS = ("agreement", "break")
WORDS = "before the list is closed what did you hope to see that the page leaves out and who".split()  # noqa: SIM905

HEAD = """\
format  = 1
title   = "A long day"
summary = "As many moments as one likes."
level   = "core"
start   = "beat_0"

[you]
name = "Sam"
role = "Consultant"

[cast.dana]
name  = "Dana Whitlock"
role  = "Engineering director"
wants = "Not to repeat the hire who left after six weeks."

[briefing]
situation = "Late on a Tuesday."
history   = "Your first search for her."
goal      = "A fair hearing."
stakes    = "Her next search."

[gauges.patience]
start = 50

[gauges.time]
start = 50

"""


def scenario(beats: int, seed: int = 0) -> str:
    """A sound scenario file: three choices a beat, each changing two gauges, every third with a condition."""
    return HEAD + "".join(_parts(beats, Random(seed)))  # noqa: S311


def _parts(beats: int, chance: Random) -> Iterator[str]:
    for number in range(beats):
        yield _beat(number, chance)
        for position, name in enumerate(("hold", "ask", "yield_")):
            yield _choice(number, position, name, beats, chance)
    for kind in ENDINGS:
        yield f'[endings.{kind}]\ntitle = "So it ends"\nkind = "{kind}"\n'
        yield f'script = "Dana: {_words(chance, 12)}"\nlater = "{_words(chance, 12)}"\n\n'


def _beat(number: int, chance: Random) -> str:
    return (
        f'[beats.beat_{number}]\nmoment = "{chance.choice(MOMENTS)}"\nbecause = "need"\n'
        f'script = """\nDana (flat): {_words(chance, 14)}.\n[{_words(chance, 6)}.]\n"""\n\n'
    )


def _choice(number: int, position: int, name: str, beats: int, chance: Random) -> str:
    ahead = number + 1 + chance.randrange(3)
    target = f"beat_{ahead}" if ahead < beats else ENDINGS[position % 2]
    when = f'when = "patience >= {chance.randrange(5, 40)} and trust < 90"\n' if position == 2 else ""
    return (
        f"[beats.beat_{number}.choices.{name}]\n"
        f'say = "{_words(chance, 16)}?"\n'
        f"assertiveness = {chance.randrange(5)}\npartnership = {chance.randrange(5)}\n"
        f"adds = {{ patience = {chance.choice((-2, -1, 1))}, time = -1 }}\n"
        f'{when}why = "{_words(chance, 14)}."\nto = "{target}"\n\n'
    )


def _words(chance: Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize()
