"""A long history: 100,000 decisions, all of them evidence, taken together."""

from __future__ import annotations

from random import Random
from time import perf_counter

from simulator.practice.progress import progress
from simulator.store.record import Glance
from tests.practice.plays import glance, row

PLAYS, DECISIONS = 12_500, 8
MOMENTS = ("take-the-order", "let-go", "repair", "explore", "push-back", "stand-firm")
CHANCE = Random(0)  # noqa: S311 - chance, no secret


def play(number: int) -> Glance:
    """A first play of a scenario of its own, so that every decision is evidence."""
    rows = [
        row(
            CHANCE.choice(MOMENTS),
            CHANCE.choice((0.0, 0.25, 0.5, 1.0)),
            assertiveness=CHANCE.randint(0, 4),
            partnership=CHANCE.randint(0, 4),
            weight=CHANCE.randint(1, 2),
        )
        for _ in range(DECISIONS)
    ]
    return glance(f"pack/scenario-{number}", rows=rows, told={"skills": {"asking": "Asking first"}})


def test_progress_over_100_000_decisions_takes_less_than_a_second() -> None:
    glances = [play(number) for number in range(PLAYS)]
    taken = []
    for _ in range(3):
        start = perf_counter()
        whole = progress(glances)
        taken.append(perf_counter() - start)
    print(f"\nprogress over {whole.evidence.decisions:,} decisions: {min(taken):.2f} s")
    assert whole.evidence.decisions == PLAYS * DECISIONS
    assert min(taken) < 1
