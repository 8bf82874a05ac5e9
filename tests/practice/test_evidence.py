from __future__ import annotations

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from simulator.engine.transcript import Setting
from simulator.practice.evidence import evidence, first_plays
from simulator.store.record import Beginning, Glance, Mode, Purpose
from tests.practice.plays import glance

NAMES = st.sampled_from(["clients/one", "clients/two", "partners/one"])


@st.composite
def histories(draw: st.DrawFn) -> list[Glance]:
    """Plays in the order they were begun; their clocks say anything."""
    return [
        Glance(
            key=f"k{serial}",
            serial=serial,
            learner="sam",
            beginning=Beginning(
                setting=Setting(
                    scenario=draw(NAMES),
                    digest=draw(st.sampled_from("ab")),
                    trust=50,
                    temperament=draw(st.sampled_from([None, "even", "guarded"])),
                    version=draw(st.sampled_from(["1.0.0", "2.0.0"])),
                ),
                mode=draw(st.sampled_from([Mode.REHEARSE, Mode.REHEARSE, Mode.COACH])),
                purpose=draw(st.sampled_from([Purpose.PLAY, Purpose.PLAY, *Purpose])),
            ),
            began=draw(st.floats(0, 1e9)),
            last=draw(st.floats(0, 1e9)),
            entries=draw(st.integers(0, 9)),
            said=0,
            has_take_back=draw(st.sampled_from([False, False, True])),
            closed=draw(st.sampled_from([None, "Begun anew."])),
            outcome=None,
        )
        for serial in range(draw(st.integers(0, 12)))
    ]


@given(histories())
def test_no_scenario_has_more_evidence_than_its_first_play(history: list[Glance]) -> None:
    keys = evidence(history)
    for play in history:
        earlier = [one for one in history[: play.serial] if one.setting.scenario == play.setting.scenario]
        unaided = play.beginning.mode is Mode.REHEARSE and not play.has_take_back
        assert (play.key in keys) == (not earlier and unaided and play.beginning.purpose is Purpose.PLAY)


@given(histories(), st.integers(0, 99))
def test_neither_clock_nor_order_of_reading_decides(history: list[Glance], seed: int) -> None:
    shuffled = [replace(play, began=0.0, last=0.0) for play in history]
    Random(seed).shuffle(shuffled)  # noqa: S311 - chance, no secret
    assert evidence(shuffled) == evidence(history)


@given(histories())
def test_what_is_played_later_changes_no_evidence(history: list[Glance]) -> None:
    for length in range(len(history)):
        kept = evidence(history[:length])
        assert kept <= evidence(history) or any(play.has_take_back for play in history)
        assert kept == evidence(history) & {play.key for play in history[:length]}


def test_an_abandoned_first_play_stays_evidence() -> None:
    assert evidence([glance(key="k", ending=None, balance=None)]) == {"k"}
    assert evidence([glance(key="k", rows=[], ending=None, closed="Begun anew."), glance()]) == {"k"}


def test_after_a_coached_first_play_there_is_none() -> None:
    assert evidence([glance(mode=Mode.COACH), glance()]) == set()


def test_another_version_or_temperament_is_no_first_play() -> None:
    first, again = glance(temperament="even", key="first"), glance(temperament="guarded")
    assert evidence([first, again]) == {"first"}
    assert first_plays([again, first]) == {"small/small-no": first}


def test_a_take_back_later_on_makes_the_play_practice() -> None:
    play = glance(key="k")
    assert evidence([play]) == {"k"}
    assert evidence([replace(play, has_take_back=True)]) == set()
