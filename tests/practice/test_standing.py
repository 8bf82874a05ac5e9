from __future__ import annotations

from simulator.practice.standing import standings
from simulator.store.record import Mode, Purpose
from tests.practice.plays import glance


def test_the_first_balance_stays_and_the_best_may_come_from_practice() -> None:
    plays = [glance(balance=61.0), glance(balance=88.0), glance(balance=70.0)]
    (standing,) = standings(plays).values()
    assert (standing.first, standing.best, standing.plays) == (61.0, 88.0, 3)


def test_after_a_coached_first_play_there_is_a_best_and_no_first() -> None:
    (standing,) = standings([glance(mode=Mode.COACH, balance=75.0), glance(balance=60.0)]).values()
    assert (standing.first, standing.best) == (None, 75.0)


def test_a_balance_of_nought_is_a_balance() -> None:
    (standing,) = standings([glance(balance=0.0)]).values()
    assert (standing.first, standing.best) == (0.0, 0.0)


def test_endings_count_once_however_often_they_were_reached() -> None:
    (standing,) = standings([glance(ending="yes"), glance(ending="yes"), glance(ending="no")]).values()
    assert standing.found == 2
    assert standing.is_known


def test_a_play_left_half_way_is_counted_and_makes_nothing_known() -> None:
    (standing,) = standings([glance(ending=None)]).values()
    assert (standing.plays, standing.found, standing.best) == (1, 0, None)
    assert not standing.is_known


def test_what_an_author_previews_and_a_room_plays_is_nobodys_standing() -> None:
    assert not standings([glance(purpose=Purpose.PREVIEW), glance(purpose=Purpose.HOSTED)])
