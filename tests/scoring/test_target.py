"""What a moment calls for, and what trust makes of it."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.scenario.model import Beat
from simulator.scoring.target import Target, target_of


def beat(**tables: Any) -> Beat:
    return Beat(script="[A beat.]", **tables)


@pytest.mark.parametrize(
    ("moment", "band", "kinds"),
    [
        ("take-the-order", (0, 1), ("yield",)),
        ("let-go", (0, 1), ("yield",)),
        ("repair", (0, 1), ("yield",)),
        ("explore", (1, 2), ("yield",)),
        ("test", (2, 2), ("hold", "yield")),
        ("push-back", (2, 3), ("hold",)),
        ("stand-firm", (3, 4), ("hold",)),
    ],
)
def test_a_moment_sets_the_band_and_the_band_the_kind(
    moment: Any, band: tuple[int, int], kinds: tuple[str, ...]
) -> None:
    target = target_of(beat(moment=moment, because="need"))
    assert (target.band, target.floor, target.weight, target.kinds) == (band, 3, 1, kinds)


def test_the_author_may_override_band_floor_and_weight() -> None:
    target = target_of(beat(moment="explore", because="duty", band=(0, 0), floor=0, weight=2))
    assert (target.band, target.floor, target.weight) == ((0, 0), 0, 2)


def test_duty_asks_for_less_partnership() -> None:
    assert target_of(beat(moment="stand-firm", because="duty")).floor == 2


def test_a_beat_without_choices_has_no_target() -> None:
    with pytest.raises(ValueError, match="only a beat with choices"):
        target_of(beat())


@pytest.mark.parametrize(
    ("band", "because", "trust", "allowed"),
    [
        ((3, 4), "evidence", 0, (2, 2)),
        ((3, 4), "evidence", 49, (2, 2)),
        ((3, 4), "evidence", 50, (3, 3)),
        ((3, 4), "evidence", 75, (3, 4)),
        ((2, 3), "evidence", 49, (2, 2)),
        ((2, 3), "evidence", 50, (2, 3)),
        ((3, 4), "duty", 0, (3, 4)),
        ((2, 2), "evidence", 0, (2, 2)),
        ((0, 1), "evidence", 0, (0, 1)),
    ],
)
def test_the_right_to_push_is_earned_unless_duty_calls(
    band: tuple[int, int], because: Any, trust: int, allowed: tuple[int, int]
) -> None:
    target = Target(band, 3, 1, because)
    assert target.afforded(trust) == allowed
    assert target.kinds == Target(band, 3, 1, "duty").kinds
