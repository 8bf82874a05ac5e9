"""A long history: 100,000 decisions of evidence taken together; what to do next after 10,000 plays."""

from __future__ import annotations

from random import Random
from time import process_time

from simulator.practice.agenda import Shelves, next_things
from simulator.practice.progress import progress
from simulator.store.record import Glance
from tests.practice.plays import DAY, Shown, glance, row

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
        start = process_time()
        whole = progress(glances)
        taken.append(process_time() - start)
    print(f"\nprogress over {whole.evidence.decisions:,} decisions: {min(taken):.2f} s")
    assert whole.evidence.decisions == PLAYS * DECISIONS
    assert min(taken) < 1


def test_what_to_do_next_after_10_000_plays() -> None:
    library = [Shown(f"pack-{number % 10}/scenario-{number}") for number in range(200)]
    glances = [
        glance(library[CHANCE.randrange(200)].name, at=number * DAY / 9, rows=[row(fit=0.5)] * DECISIONS)
        for number in range(10_000)
    ]
    start = process_time()
    things = next_things(glances, Shelves(library), glances[-1].last + 9 * DAY)
    taken = process_time() - start
    print(f"\nwhat to do next after {len(glances):,} plays: {len(things)} things in {taken:.2f} s")
    assert taken < 1
