"""What every back end has to do: these tests run on all of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.engine.transcript import Said, TakenBack
from simulator.errors import Refused
from simulator.store.log import Closed, Committed, Kept, Logged, Moved, Noted, Rated, Typed, What
from simulator.store.record import Beginning, Record
from simulator.store.store import Elsewhere, Store, StoreFailed
from tests.store.plays import PLAIN, SETTING, WHAT_IF, outcome

EVERYTHING: tuple[What, ...] = (
    Said("ask", 12.25),
    Said("hold"),
    TakenBack(13.0),
    TakenBack(),
    Typed(1, "Warum denn?\nIch\tfrage nur. ✓ \N{PILE OF POO} \x00 \ud800"),
    Rated("too much", None),
    Rated(None, "mostly"),
    Noted(0, ""),
    Noted(3, '"quoted", \\escaped? %s :name'),
    Committed("I'd like to understand first.", "Dana"),
    Kept(said=False),
    Kept(said=True, text="Easier than I thought."),
    Moved("1" * 64, None),
    Closed("This conversation has changed."),
)
AT = 1_700_000_000.123456
_keys = (f"key-{number}" for number in count())


class TestEveryStore:
    def test_a_play_comes_back_as_it_was_begun(self, store: Store, opened: Callable[[], Store]) -> None:
        store.begin("Zoë", "k", WHAT_IF, AT)
        for each in (store, opened()):
            record = each.record("k")
            assert record is not None
            assert (record.glance.learner, record.glance.beginning) == ("Zoë", WHAT_IF)
            assert (record.glance.began, record.glance.last) == (AT, AT)
            assert (record.log, record.glance.entries, record.glance.said) == ((), 0, 0)
            assert not record.glance.has_take_back
            assert record.glance.closed is None
            assert record.glance.outcome is None

    def test_every_kind_of_line_comes_back_as_it_was_written(
        self, store: Store, opened: Callable[[], Store]
    ) -> None:
        store.begin("me", "k", PLAIN, AT)
        written = store.append("k", 1, *EVERYTHING, at=AT)
        assert written == tuple(Logged(number, AT, what) for number, what in enumerate(EVERYTHING, 1))
        assert recorded(opened(), "k").log == written
        assert recorded(store, "k").transcript.entries == EVERYTHING[:4]

    def test_a_glance_counts_what_the_log_says(self, store: Store) -> None:
        store.begin("me", "k", PLAIN, 1.0)
        store.append("k", 1, Said("a"), Said("b"), at=2.0)
        store.append("k", 3, TakenBack(), Noted(1, "hm"), at=3.0)
        (glance,) = store.glances("me")
        assert (glance.entries, glance.said, glance.has_take_back, glance.last) == (4, 1, True, 3.0)
        assert glance.closed is None
        store.append("k", 5, Closed("anew"), Noted(1, "still"), at=4.0)
        assert store.glances("me")[0].closed == "anew"

    def test_plays_come_in_the_order_they_were_begun_whatever_the_clock_says(self, store: Store) -> None:
        for key, at in (("late", 900.0), ("early", 100.0), ("before-1970", -5.5), ("same", 100.0)):
            store.begin("me", key, PLAIN, at)
            store.append(key, 1, Said("a"), at=at - 50)
        glances = store.glances("me")
        assert [glance.key for glance in glances] == ["late", "early", "before-1970", "same"]
        assert [glance.serial for glance in glances] == sorted({glance.serial for glance in glances})
        assert [glance.last for glance in glances] == [850.0, 50.0, -55.5, 50.0]
        assert [record.glance for record in store.records("me")] == glances

    def test_the_serial_of_a_deleted_play_is_not_given_again(self, store: Store) -> None:
        store.begin("me", "a", PLAIN, AT)
        deleted = recorded(store, "a").glance.serial
        store.delete("a")
        store.begin("me", "b", PLAIN, AT)
        assert recorded(store, "b").glance.serial > deleted

    @pytest.mark.parametrize("at", [1e18, -1e18, float("inf"), float("-inf")])
    def test_a_mad_clock_loses_nothing(self, store: Store, at: float) -> None:
        store.begin("me", "k", PLAIN, at)
        store.append("k", 1, Said("a", AT), at=at)
        assert recorded(store, "k").transcript.entries == (Said("a", AT),)

    @pytest.mark.parametrize("first", [-1, 0, 1, 2, 4, 5])
    def test_a_number_that_is_not_the_next_is_refused(self, store: Store, first: int) -> None:
        store.begin("me", "k", PLAIN, AT)
        before = store.append("k", 1, Said("a"), Said("b"), at=AT)
        with pytest.raises(Elsewhere):
            store.append("k", first, Said("c"), Said("d"), at=AT)
        assert recorded(store, "k").log == before
        store.append("k", 3, Said("c"), at=AT)

    def test_the_same_lines_of_the_same_time_are_written_once(self, store: Store) -> None:
        store.begin("me", "k", PLAIN, AT)
        lines = store.append("k", 1, Said("a"), Said("b"), at=AT)
        assert store.append("k", 1, Said("a"), Said("b"), at=AT) == lines
        with pytest.raises(Elsewhere):
            store.append("k", 1, Said("a"), Said("b"), at=AT + 1)
        assert recorded(store, "k").log == lines
        assert recorded(store, "k").glance.said == 2

    def test_nothing_is_appended_to_a_play_that_is_gone(self, store: Store) -> None:
        with pytest.raises(Elsewhere):
            store.append("k", 1, Said("a"), at=AT)
        store.begin("me", "k", PLAIN, AT)
        store.delete("k")
        with pytest.raises(Elsewhere):
            store.append("k", 1, Said("a"), at=AT)
        assert store.append("k", 1, at=AT) == ()

    def test_a_key_names_one_play(self, store: Store) -> None:
        store.begin("me", "k", PLAIN, AT)
        store.begin("me", "k", PLAIN, AT + 1)
        for learner, beginning in (("you", PLAIN), ("me", WHAT_IF)):
            with pytest.raises(Elsewhere):
                store.begin(learner, "k", beginning, AT)
        assert [glance.began for glance in store.glances("me")] == [AT]
        assert store.learners() == ["me"]

    def test_the_last_outcome_stands(self, store: Store, opened: Callable[[], Store]) -> None:
        store.begin("me", "k", PLAIN, AT)
        store.append("k", 1, Said("a"), Said("b"), at=AT)
        for derived in (
            outcome(),
            outcome(ending=None, balance=None, margin=None),
            outcome(balance=0.1 + 0.2),
        ):
            store.derive("k", derived)
            assert opened().glances("me")[0].outcome == derived
        assert store.glances("me")[0].is_fresh
        store.append("k", 3, Noted(1, "hm"), at=AT)
        assert not store.glances("me")[0].is_fresh

    def test_an_outcome_of_a_play_that_is_gone_is_no_fault(self, store: Store) -> None:
        store.derive("k", outcome())
        assert store.record("k") is None

    def test_everyone_sees_their_own_plays_alone(self, store: Store) -> None:
        for learner, key in (("me", "a"), ("you", "b"), ("me", "c"), ("Me", "d")):
            store.begin(learner, key, PLAIN, AT)
            store.append(key, 1, Said(key), at=AT)
        assert [glance.key for glance in store.glances("me")] == ["a", "c"]
        assert [record.log[0].what for record in store.records("you")] == [Said("b")]
        assert store.glances("nobody") == []
        assert store.records("nobody") == []
        assert store.learners() == ["Me", "me", "you"]

    def test_a_deleted_play_is_gone_with_its_log(self, store: Store) -> None:
        for key in "ab":
            store.begin("me", key, PLAIN, AT)
            store.append(key, 1, Said(key), at=AT)
            store.derive(key, outcome())
        assert store.delete("a")
        assert not store.delete("a")
        assert store.record("a") is None
        assert [glance.key for glance in store.glances("me")] == ["b"]
        store.begin("me", "a", PLAIN, AT)
        assert recorded(store, "a").log == ()
        assert recorded(store, "a").glance.outcome is None

    def test_forgetting_removes_one_person_and_says_what(self, store: Store) -> None:
        for learner, key in (("me", "a"), ("you", "b"), ("me", "c")):
            store.begin(learner, key, PLAIN, AT)
            store.append(key, 1, *EVERYTHING, at=AT)
            store.derive(key, outcome())
        yours = store.records("you")
        kinds = ["said", "taken-back", "typed", "rated", "noted", "committed", "kept", "moved", "closed"]
        twice = dict(zip(kinds, (4, 4, 2, 4, 4, 2, 4, 2, 2), strict=True))
        assert store.forget("me") == {"plays": 2, **twice}
        assert store.learners() == ["you"]
        assert store.records("me") == []
        assert store.records("you") == yours
        assert set(store.forget("me").values()) == {0}

    @pytest.mark.parametrize("name", ["a\0b", "\ud800"])
    def test_names_that_no_store_can_keep_are_refused(self, store: Store, name: str) -> None:
        for use in (
            lambda: store.begin(name, "k", PLAIN, AT),
            lambda: store.begin("me", name, PLAIN, AT),
            lambda: store.glances(name),
            lambda: store.forget(name),
            lambda: store.record(name),
        ):
            with pytest.raises(Refused):
                use()
        assert store.learners() == []

    @pytest.mark.parametrize("name", ["'; DROP TABLE log; --", "%s", "?", "Zoë ✓", " ", "x" * 500])
    def test_names_are_only_names(self, store: Store, name: str) -> None:
        store.begin(name, name, PLAIN, AT)
        store.append(name, 1, Said(name), at=AT)
        assert [record.log[0].what for record in store.records(name)] == [Said(name)]

    def test_a_store_that_was_closed_fails_in_words(self, store: Store, opened: Callable[[], Store]) -> None:
        store.begin("me", "k", PLAIN, AT)
        store.close()
        store.close()
        with pytest.raises(StoreFailed):
            store.glances("me")
        assert opened().record("k") is not None

    def test_of_many_windows_one_writes_the_line(self, store: Store, opened: Callable[[], Store]) -> None:
        store.begin("me", "k", PLAIN, AT)
        windows = [opened() for _ in range(4)]

        def say(window: int) -> bool:
            try:
                windows[window].append("k", 1, Said(f"choice-{window}"), at=AT)
            except Elsewhere:
                return False
            return True

        with ThreadPoolExecutor(4) as pool:
            assert sorted(pool.map(say, range(4))) == [False, False, False, True]
        assert len(recorded(store, "k").log) == 1

    def test_one_store_serves_many_threads(self, store: Store) -> None:
        def play(thread: int) -> None:
            for number in range(5):
                key = f"{thread}-{number}"
                store.begin(f"learner {thread % 2}", key, PLAIN, AT)
                store.append(key, 1, Said("a"), at=AT)
                store.append(key, 2, Said("b"), at=AT)
                assert len(recorded(store, key).log) == 2

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(play, range(6)))
        glances = store.glances("learner 0") + store.glances("learner 1")
        assert len(glances) == 30
        assert {glance.said for glance in glances} == {2}
        assert len({glance.serial for glance in glances}) == 30

    def test_nobody_is_told_anything_about_a_sound_store(self, store: Store) -> None:
        assert store.notice is None


BEGINNINGS = st.builds(
    Beginning,
    setting=st.builds(
        lambda **changes: replace(SETTING, **changes),
        scenario=st.text(),
        digest=st.text(),
        trust=st.integers(0, 100),
        seed=st.integers(),
        terms=st.dictionaries(st.text(), st.text()),
    ),
    mode=...,
    purpose=...,
    origin=st.none() | st.text(),
)
TIMES = st.none() | st.floats(allow_nan=False)  # what is no number equals nothing, not even itself
REMARKS = (Typed, Rated, Noted, Committed, Kept, Moved, Closed)
ANYTHING = st.lists(
    st.builds(Said, st.text(), TIMES) | st.builds(TakenBack, TIMES) | st.one_of(map(st.from_type, REMARKS)),
    min_size=1,
    max_size=6,
)


@given(beginning=BEGINNINGS, what=ANYTHING, at=st.floats(-1e9, 1e11))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_person_writes_is_kept_as_it_was(
    store: Store, beginning: Beginning, what: list[What], at: float
) -> None:
    key = next(_keys)
    store.begin("me", key, beginning, at)
    lines = store.append(key, 1, *what, at=at)
    record = recorded(store, key)
    assert record.log == lines
    assert [line.what for line in lines] == what
    assert record.glance.beginning == beginning
    assert record.glance.began == pytest.approx(at, abs=1e-5)


def recorded(store: Store, key: str) -> Record:
    record = store.record(key)
    assert record is not None
    return record
