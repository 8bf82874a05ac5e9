"""The order in which choices are shown."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from simulator.engine.program import compile_program
from simulator.engine.shuffle import shown
from simulator.scenario.model import Scenario


def test_the_order_of_a_seed_is_the_same_on_every_machine(brief: Scenario) -> None:
    offers = compile_program(brief).beats["opening"].offers or ()
    by_digest = sorted(offers, key=lambda offer: sha256(f"7\nopening\n{offer.id}".encode()).digest())
    assert list(shown(offers, 7)) == by_digest


def test_over_many_seeds_every_choice_stands_first_about_as_often(brief: Scenario) -> None:
    offers = compile_program(brief).beats["opening"].offers or ()
    first = Counter(shown(offers, seed)[0].id for seed in range(900))
    assert set(first) == {"ask", "fold", "threaten"}
    assert all(240 < count < 360 for count in first.values())
