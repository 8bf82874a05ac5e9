"""The harm status beside the score's own reading of whole plays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.analysis.explore.harm import GRAVE, NONE, PRESSURE, REPAIR, Harm, after, harm_table
from simulator.scoring.fit import Judged, Rating
from simulator.scoring.harm import harms_of
from simulator.scoring.target import Target

ACTS = {NONE: None, PRESSURE: "pressure", GRAVE: "grave", REPAIR: None}
plays = st.lists(st.sampled_from((NONE, NONE, PRESSURE, GRAVE, REPAIR)), max_size=9)


def judged(kind: int) -> Judged:
    target = Target((1, 2), 3, 1, "need")
    return Judged(target, (1, 2), Rating(1, 3), harm=ACTS[kind], repairs=kind == REPAIR)


@given(kinds=plays)
def test_the_cap_is_that_of_the_whole_play(kinds: list[int]) -> None:
    harm = Harm()
    for kind in kinds:
        harm = after(harm, kind)
    assert harm.cap == harms_of([judged(kind) for kind in kinds]).cap


@given(kinds=plays)
def test_where_nothing_repairs_the_last_two_choices_need_not_be_known(kinds: list[int]) -> None:
    harm = Harm()
    for kind in kinds:
        harm = after(harm, kind, mendable=False)
    assert harm.cap == harms_of([judged(kind % REPAIR) for kind in kinds]).cap
    assert harm.recent == (NONE, NONE)


@given(kinds=plays, mendable=st.booleans())
def test_the_table_says_the_same_in_numbers(kinds: list[int], mendable: bool) -> None:
    rows, statuses = harm_table(mendable)
    number, harm = 0, Harm()
    for kind in kinds:
        number, harm = rows[kind][number], after(harm, kind, mendable=mendable)
    assert statuses[number] == harm


def test_few_statuses_are_enough() -> None:
    assert len(harm_table(mendable=False)[1]) == 3
    assert len(harm_table(mendable=True)[1]) < 25
