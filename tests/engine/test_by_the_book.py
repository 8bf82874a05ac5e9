"""The engine beside a plain reading of the format: names in sets, one sentence of the format a line."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.events import BeatReached, FactLearned, Replied
from simulator.engine.program import compile_program
from simulator.engine.session import Session
from simulator.engine.transcript import Setting
from simulator.engine.trust import change
from simulator.scenario.model import Beat, Choice, Scenario


class Book:
    """A play kept in sets and dicts, with no thought for speed."""

    def __init__(self, scenario: Scenario, temperament: str) -> None:
        self.scenario = scenario
        self.nature = scenario.temperaments[temperament]
        self.trust = scenario.trust
        self.given = {fact for fact, told in scenario.facts.items() if told.known}
        self.facts, self.flags = set(self.given), set(self.nature.sets)
        self.gauges = {name: gauge.first for name, gauge in scenario.gauges.items()}
        self.picked: set[tuple[str, str]] = set()
        self.reached: set[str] = set()
        self.told: list[tuple[Any, ...]] = []
        self.arrive(scenario.start)

    def holds(self, when: str | None) -> bool:
        names = dict.fromkeys(self.scenario.facts, False) | dict.fromkeys(self.scenario.flags, False)
        names |= dict.fromkeys(self.facts | self.flags, True)
        return when is None or bool(eval(when, {}, {**names, **self.gauges, "trust": self.trust}))  # noqa: S307

    def first(self, rules: Any) -> int | None:
        return next((position for position, rule in enumerate(rules) if self.holds(rule.when)), None)

    def learn(self, facts: tuple[str, ...]) -> None:
        for fact in facts:
            if fact not in self.facts:
                self.facts.add(fact)
                self.told.append(("learned", fact))

    def move(self, points: int) -> None:
        self.trust = max(0, min(100, self.trust + points))

    def arrive(self, at: str) -> None:
        self.at = at
        if at in self.scenario.endings:
            return
        beat = self.scenario.beats[at]
        self.learn(beat.reveals)
        if at not in self.reached:
            self.move(beat.moves_trust)
            self.reached.add(at)
        self.told.append(("reached", at, self.first(beat.variants)))
        if beat.to:
            self.arrive(beat.to[self.first(beat.to) or 0].to)

    @property
    def offers(self) -> list[str]:
        beat = self.scenario.beats.get(self.at)
        return [name for name in beat.choices if self.is_open(name, beat)] if beat else []

    def is_open(self, name: str, beat: Beat) -> bool:
        choice = beat.choices[name]
        unspent = not choice.once or (self.at, name) not in self.picked
        return unspent and set(choice.uses) <= self.facts and self.holds(choice.when)

    def say(self, name: str) -> None:
        beat = self.scenario.beats[self.at]
        choice = beat.choices[name]
        self.picked.add((self.at, name))
        self.move(self.moved_by(choice, beat))
        self.flags |= set(choice.sets)
        self.flags -= set(choice.clears)
        for gauge, amount in choice.adds.items():
            bounds = self.scenario.gauges[gauge]
            self.gauges[gauge] = max(bounds.min, min(bounds.max, self.gauges[gauge] + amount))
        self.learn(choice.reveals)
        if choice.reply:
            self.told.append(("replied", name, self.first(choice.reply)))
        self.arrive(choice.to[self.first(choice.to) or 0].to)

    def moved_by(self, choice: Choice, beat: Beat) -> int:
        return change(
            self.trust,
            choice.assertiveness,
            choice.partnership,
            evidence=bool(set(choice.uses) - self.given),
            harm=choice.harm,
            duty=beat.because == "duty",
            gain=self.nature.gain,
            loss=self.nature.loss,
        )


def told(session: Session) -> list[tuple[Any, ...]]:
    lines: list[tuple[Any, ...]] = []
    for event in session.events:
        match event:
            case FactLearned(fact):
                lines.append(("learned", fact))
            case BeatReached(beat, variant):
                lines.append(("reached", beat, variant))
            case Replied(_, choice, reply):
                lines.append(("replied", choice, reply))
            case _:
                pass
    return lines


def stands(session: Session) -> tuple[Any, ...]:
    """Where a session stands, by names."""
    program, state = session.program, session.state
    flags = {name for bit, name in enumerate(program.scenario.flags) if state.flags >> bit & 1}
    gauges = dict(zip(program.scenario.gauges, state.gauges, strict=True))
    return state.at, state.trust, set(program.fact_ids(state.facts)), flags, gauges


@settings(max_examples=200)
@given(scenario=..., temperament=st.sampled_from(("even", "other")), data=st.data())
def test_a_play_goes_as_the_format_says(scenario: Scenario, temperament: str, data: st.DataObject) -> None:
    program = compile_program(scenario, temperament)
    session = Session(program, Setting(scenario="s", digest="d", trust=program.trust))
    book = Book(scenario, temperament)
    while True:
        assert stands(session) == (book.at, book.trust, book.facts, book.flags, book.gauges)
        assert told(session) == book.told
        assert [offer.id for offer in session.offers] == book.offers
        if not book.offers:
            break
        choice = data.draw(st.sampled_from(book.offers))
        session.say(choice)
        book.say(choice)
    assert session.ending == book.at
