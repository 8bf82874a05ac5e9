from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.bots.ledger import EMPTY, QUARTERS, Ledger
from simulator.analysis.bots.moves import Move
from simulator.scoring.fit import Judged, Rating
from simulator.scoring.scorecard import figures_of
from simulator.scoring.target import Target

BANDS = [(0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 4), (4, 4)]


@st.composite
def decisions(draw: st.DrawFn) -> Judged:
    band = draw(st.sampled_from(BANDS))
    target = Target(band, draw(st.integers(2, 4)), draw(st.integers(1, 2)), "evidence")
    rating = Rating(draw(st.integers(0, 4)), draw(st.integers(0, 4)))
    harm = draw(st.sampled_from([None, None, None, "pressure", "grave"]))
    return Judged(target, band, rating, harm, harm is None and draw(st.booleans()))


def entered(ledger: Ledger, judged: Judged) -> Ledger:
    target = judged.target
    held, gave = target.weight * target.is_hold, target.weight * target.is_yield
    quarters = round(judged.fit * QUARTERS)
    return Move(None, None, False, 0, quarters, held, gave, judged.harm, judged.repairs).entered(ledger)


@given(st.lists(decisions(), min_size=1, max_size=14))
def test_a_ledger_knows_the_balance_that_the_scoring_gives(play: list[Judged]) -> None:
    ledger = EMPTY
    for judged in play:
        ledger = entered(ledger, judged)
    figures = figures_of(play)
    assert ledger.harms.cap == figures.harms.cap
    if figures.balance is None:
        assert ledger.balance is None
    else:
        assert ledger.balance == pytest.approx(figures.balance, abs=1e-9)
