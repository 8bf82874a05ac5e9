"""How harm holds a score down. In a play, `p` is pressure, `g` a grave act, `r` a repair, `.` the rest."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from simulator.scenario.model import Harm
from simulator.scoring.fit import Judged, Rating
from simulator.scoring.harm import harms_of
from simulator.scoring.target import Target

HARMS: dict[str, Harm] = {"p": "pressure", "g": "grave"}


def play(word: str) -> Sequence[Judged]:
    target = Target((1, 2), 3, 1, "need")
    return [Judged(target, (1, 2), Rating(1, 3), HARMS.get(sign), sign == "r") for sign in word]


@pytest.mark.parametrize(
    ("word", "cap"),
    [
        pytest.param("....", 100, id="no harm"),
        pytest.param("r...", 100, id="a repair of nothing"),
        pytest.param(".p..", 69, id="one unrepaired pressure"),
        pytest.param("p...p", 39, id="two unrepaired acts"),
        pytest.param("..g", 39, id="an unrepaired grave act"),
        pytest.param("pr", 84, id="a repaired pressure"),
        pytest.param("p.r", 84, id="repaired two choices later"),
        pytest.param("p..r", 69, id="three choices later is too late"),
        pytest.param("gr", 59, id="a repaired grave act"),
        pytest.param("pgr", 59, id="one repair mends both acts before it"),
        pytest.param("ppr", 84, id="two pressures mended by one repair"),
        pytest.param("p..pr", 69, id="one mended, one too long ago"),
        pytest.param("pr.pr", 69, id="there is one repair a play"),
        pytest.param("pr.gr", 39, id="a grave act after the one repair"),
        pytest.param("rp..r", 69, id="a repair before the act mends nothing"),
        pytest.param("p..rpr", 69, id="a repair that reaches nothing does not use the one repair up"),
    ],
)
def test_the_lowest_cap_that_applies_holds(word: str, cap: int) -> None:
    assert harms_of(play(word)).cap == cap


def test_every_harmful_act_is_either_mended_or_left() -> None:
    harms = harms_of(play("p.gpr.p"))
    assert harms.repair == 4
    assert harms.repaired == (2, 3)
    assert harms.unrepaired == (0, 6)
