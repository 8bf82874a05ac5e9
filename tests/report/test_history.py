from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.transcript import Said
from simulator.report.history import Past, as_csv, as_json, kind_of, table, when, whole
from simulator.report.left import written_beside
from simulator.store.log import Closed, Committed, Logged, Noted
from simulator.store.record import Mode, Purpose, Record
from tests.practice.plays import glance


def past(number: int = 1, *, is_evidence: bool = False, **fields: object) -> Past:
    return Past(number, glance(**fields), is_evidence)


def test_a_balance_never_stands_without_its_range() -> None:
    shown = table([past(balance=95.0, margin=20.0), past(balance=5.0, margin=20.0)])
    assert "95 (75-100)" in shown
    assert "5 (0-25)" in shown


def test_what_sets_a_play_apart_is_said() -> None:
    assert kind_of(past(is_evidence=True)) == "first run"
    assert kind_of(past(mode=Mode.COACH)) == "coached"
    assert kind_of(past(purpose=Purpose.WHAT_IF)) == "what if"
    assert kind_of(past(has_take_back=True)) == "taken back"
    assert kind_of(past()) == "again"


@pytest.mark.parametrize("at", [-1e18, 0.0, 1e18])
def test_a_mad_clock_is_no_fault(at: float) -> None:
    assert when(at)
    assert table([past(at=at)])


def test_a_row_shows_no_control_character_and_keeps_its_width() -> None:
    shown = table([past(scenario="small/\x1b]0;x\x07" + "y" * 200, ending="\x1b[31m")])
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80


@given(st.text(), st.text())
def test_no_cell_of_a_csv_is_a_formula(learner: str, note: str) -> None:
    play = past(learner=learner, closed=note)
    log = (Logged(1, 0.0, Said("ask")), Logged(2, 1.0, Noted(1, note)), Logged(3, 2.0, Closed(note)))
    text = as_csv([as_json(play, Record(glance=play.glance, log=log))])
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert not any((cell or "").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert row["choices"] == "ask"


@given(st.lists(st.text(), max_size=3))
def test_plays_as_data_are_one_object_in_ascii_with_a_line_each(notes: list[str]) -> None:
    plays: list[dict[str, object]] = [{"notes": {"1": note}} for note in notes]
    text = whole(plays)
    assert json.loads(text) == {"plays": plays}
    assert text.isascii()
    assert len(text.splitlines()) == (len(plays) + 4 if plays else 1)


@pytest.mark.parametrize(
    ("words", "to", "told"),
    [
        ("I see it otherwise", "Dana", "This week you will say: I see it otherwise (Dana)"),
        ("I see it otherwise", "", "This week you will say: I see it otherwise"),
        ("", "Dana", "This week you will talk to Dana."),
    ],
)
def test_what_somebody_means_to_say_reads_well_where_half_of_it_is_missing(
    words: str, to: str, told: str
) -> None:
    record = Record(glance=past().glance, log=(Logged(1, 0.0, Committed(words, to)),))
    assert written_beside(record, ()) == [told]
