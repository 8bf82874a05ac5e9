"""Trust by the formula of the scoring model, by its own worked numbers."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from simulator.engine.trust import affords, change, clipped, trusts_after


@pytest.mark.parametrize(
    ("trust", "level"), [(0, 1), (24, 1), (25, 2), (49, 2), (50, 3), (74, 3), (75, 4), (100, 4)]
)
def test_what_trust_affords_rises_by_a_step_every_quarter(trust: int, level: int) -> None:
    assert affords(trust) == level


@pytest.mark.parametrize(
    ("trust", "a", "p", "how", "points"),
    [
        (50, 2, 2, {}, 0),
        (50, 2, 4, {}, 8),
        (50, 2, 4, {"evidence": True}, 12),
        (49, 3, 3, {}, -4),
        (49, 3, 3, {"duty": True}, 4),
        (0, 4, 0, {"harm": "grave"}, -40),
        (50, 3, 3, {"harm": "pressure"}, -21),
        (50, 0, 3, {"gain": 60}, 2),
        (50, 0, 3, {"gain": 0}, 0),
        (50, 0, 1, {"loss": 110}, -4),
        (50, 0, 1, {"loss": 120}, -5),
    ],
)
def test_a_choice_moves_trust(trust: int, a: int, p: int, how: dict[str, Any], points: int) -> None:
    assert change(trust, a, p, **how) == points


def test_the_table_by_trust_says_what_the_formula_says() -> None:
    for a, p, duty in product(range(5), range(5), (False, True)):
        table = trusts_after(a, p, duty=duty, loss=150)
        assert table == tuple(
            clipped(trust + change(trust, a, p, duty=duty, loss=150)) for trust in range(101)
        )
