"""A process that plays, and tells each line that was acknowledged: writer.py STORE LEARNER PLAYS CHOICES."""

from __future__ import annotations

import sys

from simulator.engine.transcript import Said, Setting
from simulator.store.open import open_store
from simulator.store.record import Beginning


def write(where: str, learner: str, plays: int, choices: int) -> None:
    store = open_store(where)
    beginning = Beginning(setting=Setting(scenario="p/s", digest="d", trust=40))
    for play in range(plays):
        key = f"{learner}-{play}"
        store.begin(learner, key, beginning, 1e9)
        for number in range(1, choices + 1):
            store.append(key, number, Said(f"choice-{number}"), at=1e9)
            sys.stdout.write(f"{key} {number}\n")
            sys.stdout.flush()
    store.close()


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
