"""Two hundred plays with every expected figure, worked out independently of this program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.engine import trust
from simulator.scoring.fit import Judged, Rating
from simulator.scoring.scorecard import figures_of
from simulator.scoring.target import Target

VECTORS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "vectors.json").read_text("utf-8"))


def close(value: Any) -> Any:
    return pytest.approx(value, abs=1e-9) if isinstance(value, float | int) else value


def played(play: dict[str, Any]) -> tuple[list[Judged], list[int]]:
    """The judged decisions of a vector, and the trust after each."""
    judged, trusts, now = [], [], play["trust"]
    for decision in play["decisions"]:
        beat, choice = decision["beat"], decision["choice"]
        harm = None if choice["harm"] == "none" else choice["harm"]
        now = trust.clipped(now + decision.get("arrives", 0))
        target = Target(tuple(beat["band"]), beat["floor"], beat["weight"], beat["because"])
        rating = Rating(choice["assertiveness"], choice["partnership"])
        judged.append(Judged(target, target.afforded(now), rating, harm, choice["repairs"]))
        moved = trust.change(
            now,
            rating.assertiveness,
            rating.partnership,
            evidence=choice["evidence"],
            harm=harm,
            duty=target.because == "duty",
            **play["temperament"],
        )
        now = trust.clipped(now + moved)
        trusts.append(now)
    return judged, trusts


def test_there_are_two_hundred_vectors() -> None:
    assert len(VECTORS) == 200


@pytest.mark.parametrize("vector", VECTORS, ids=range(len(VECTORS)))
def test_the_model_reproduces_the_vector(vector: dict[str, Any]) -> None:
    expected = vector["expect"]
    judged, trusts = played(vector["play"])
    figures = figures_of(judged)
    assert trusts == expected["trust"]
    assert [list(one.band) for one in judged] == expected["bands"]
    assert [one.fit for one in judged] == pytest.approx(expected["fits"], abs=1e-9)
    hold, give = figures.sums.shares
    actual = {
        "hold": hold,
        "yield": give,
        "cap": figures.harms.cap,
        "balance": figures.balance,
        "margin": figures.margin,
        "style": figures.style,
        "firm": figures.firm,
    }
    assert actual == {key: close(expected[key]) for key in actual}
