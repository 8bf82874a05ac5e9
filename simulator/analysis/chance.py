"""The mark that random play would get: the yardstick beside a balance."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from random import Random

from simulator.engine.program import Program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.scoring.scorecard import balance_of, judged_play

MOST_DECISIONS = 60
"""A play unfinished after so many decisions counts as 0."""


@dataclass(frozen=True, slots=True)
class Chance:
    """The mean balance (0..100) of random plays, with the standard error of that mean."""

    mean: float
    error: float
    plays: int


def chance(program: Program, *, plays: int = 300, seed: int = 0) -> Chance:
    """Play at random, every offer as likely as the others; a play without a balance counts as 0."""
    luck = Random(seed)  # noqa: S311 - a fair sample, no secret
    marks = [_mark(program, luck) for _ in range(plays)]
    mean = sum(marks) / plays
    variance = sum((mark - mean) ** 2 for mark in marks) / max(1, plays - 1)
    return Chance(mean, sqrt(variance / plays), plays)


def _mark(program: Program, luck: Random) -> float:
    session = Session(program, Setting(scenario="", digest="", trust=program.trust))
    for _ in range(MOST_DECISIONS):
        offers = session.offers
        if not offers:
            break
        session.say(luck.choice(offers).id)
    balance = balance_of(judged_play(program.scenario, session.decisions))
    return balance if balance is not None and session.ending else 0.0
