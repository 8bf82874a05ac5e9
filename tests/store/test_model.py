"""A store beside the plainest thing that could be one: after any steps, both say the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from simulator.engine.transcript import Said, TakenBack
from simulator.store.bodies import KINDS
from simulator.store.log import Closed, Logged, Noted, What
from simulator.store.record import Outcome
from simulator.store.store import Elsewhere, Store
from tests.store.plays import PLAIN, outcome

LEARNERS = st.sampled_from(["me", "you"])
LINES = st.lists(
    st.sampled_from([Said("a"), Said("b", 2.5), TakenBack(), Noted(1, "hm"), Closed("anew")]),
    min_size=1,
    max_size=3,
)


class Play:
    """A play as the model has it."""

    def __init__(self, learner: str, began: float) -> None:
        self.learner = learner
        self.began = began
        self.log: list[Logged] = []
        self.outcome: Outcome | None = None

    @property
    def counted(self) -> tuple[object, ...]:
        said = [line.what for line in self.log]
        taken_back = sum(isinstance(what, TakenBack) for what in said)
        closed = [what.why for what in said if isinstance(what, Closed)]
        return (
            len(said),
            sum(isinstance(what, Said) for what in said) - taken_back,
            taken_back > 0,
            closed[-1] if closed else None,
            self.log[-1].at if self.log else self.began,
        )


class Beside(RuleBasedStateMachine):
    """Two handles on one store, used in turn, and a dict."""

    open_empty: Callable[[], tuple[Store, Store]]
    keys = Bundle("keys")

    def __init__(self) -> None:
        super().__init__()
        self.stores = type(self).open_empty()
        self.plays: dict[str, Play] = {}
        self.known: set[str] = set()
        self.clock = 1000.0
        self.steps = 0

    @property
    def store(self) -> Store:
        self.steps += 1
        return self.stores[self.steps % 2]

    @rule(by=st.floats(-500, 500))
    def clock_moves(self, by: float) -> None:
        self.clock = round(self.clock + by, 3)

    @rule(target=keys, learner=LEARNERS)
    def begin(self, learner: str) -> str:
        key = f"k{self.steps}"
        self.store.begin(learner, key, PLAIN, self.clock)
        self.plays[key] = Play(learner, self.clock)
        self.known.add(learner)
        return key

    @rule(key=keys, what=LINES)
    def append(self, key: str, what: list[What]) -> None:
        if key not in self.plays:
            with pytest.raises(Elsewhere):
                self.store.append(key, 1, *what, at=self.clock)
            return
        log = self.plays[key].log
        log += self.store.append(key, len(log) + 1, *what, at=self.clock)

    @rule(key=keys, what=LINES, off=st.sampled_from([-2, -1, 1]))
    def append_out_of_turn(self, key: str, what: list[What], off: int) -> None:
        first = len(self.plays[key].log) + 1 + off if key in self.plays else 1
        with pytest.raises(Elsewhere):
            self.store.append(key, first, *what, at=self.clock + 0.5)

    @rule(key=keys, ending=st.none() | st.just("agreed"), entries=st.integers(0, 5))
    def derive(self, key: str, ending: str | None, entries: int) -> None:
        derived = outcome(ending=ending, entries=entries)
        self.store.derive(key, derived)
        if key in self.plays:
            self.plays[key].outcome = derived

    @rule(key=keys)
    def delete(self, key: str) -> None:
        assert self.store.delete(key) == (key in self.plays)
        self.plays.pop(key, None)

    @rule(learner=LEARNERS)
    def forget(self, learner: str) -> None:
        gone = [key for key, play in self.plays.items() if play.learner == learner]
        kinds = [type(line.what) for key in gone for line in self.plays.pop(key).log]
        counted = {name: kinds.count(kind) for name, kind in KINDS.items()}
        assert self.store.forget(learner) == {"plays": len(gone), **counted}
        self.known.discard(learner)

    @invariant()
    def says_the_same(self) -> None:
        store = self.store
        assert store.learners() == sorted(self.known)
        for learner in ("me", "you"):
            mine = {key: play for key, play in self.plays.items() if play.learner == learner}
            records = store.records(learner)
            assert [record.glance for record in records] == store.glances(learner)
            assert [record.glance.key for record in records] == list(mine)
            for record, play in zip(records, mine.values(), strict=True):
                glance = record.glance
                assert list(record.log) == play.log
                assert (glance.began, glance.outcome) == (play.began, play.outcome)
                counted = (glance.entries, glance.said, glance.has_take_back, glance.closed, glance.last)
                assert counted == play.counted
                assert store.record(glance.key) == record

    def teardown(self) -> None:
        for learner in ("me", "you"):
            self.stores[0].forget(learner)


def test_a_store_is_what_a_dict_would_be(opened: Callable[[], Store]) -> None:
    stores = opened(), opened()

    class Here(Beside):
        open_empty = staticmethod(lambda: stores)

    run_state_machine_as_test(Here, settings=settings(max_examples=15, stateful_step_count=25))
