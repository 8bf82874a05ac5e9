"""A scenario compiled once into tables that steps can be taken on quickly.

Names become bits and positions, conditions become functions, and where a choice
takes trust is worked out beforehand for every value of trust. A program holds for
one temperament, because the same line lands differently on different people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.engine.events import BeatReached, FactLearned, Replied
from simulator.engine.rows import Addition, BeatRow, ChoiceRow, Gifts, Offer, Replies, Routes, Variants
from simulator.engine.state import NOWHERE
from simulator.engine.trust import trusts_after
from simulator.scenario.conditions import Test, compile_condition, parse
from simulator.scenario.model import Beat, Choice, Gauge, Route, Scenario, Temperament
from simulator.scenario.names import names_of

__all__ = ["AS_WRITTEN", "Offer", "Program", "compile_program"]

AS_WRITTEN = Temperament(label="As written")


@dataclass(frozen=True, slots=True)
class Program:
    """A scenario with one temperament, as tables; `known` are the facts known from the start, as bits."""

    scenario: Scenario
    temperament: str | None
    trust: int
    known: int
    flags: int
    gauges: tuple[int, ...]
    facts: tuple[str, ...]
    beats: Mapping[str, BeatRow]

    def fact_ids(self, bits: int) -> tuple[str, ...]:
        """The facts that stand in `bits`, in the order in which the scenario names them."""
        return tuple(fact for position, fact in enumerate(self.facts) if bits >> position & 1)


def compile_program(scenario: Scenario, temperament: str | None = None) -> Program:
    """Compile a sound scenario for one temperament (the first, where none is named).

    Raises KeyError for a temperament the scenario does not have.
    """
    chosen = temperament or scenario.default_temperament
    nature = scenario.temperaments[chosen] if chosen else AS_WRITTEN
    compiler = _Compiler(scenario, nature)
    return Program(
        scenario=scenario,
        temperament=chosen,
        trust=scenario.trust if nature.trust is None else nature.trust,
        known=compiler.known,
        flags=compiler.flag_bits(nature.sets),
        gauges=tuple(gauge.first for gauge in scenario.gauges.values()),
        facts=tuple(scenario.facts),
        beats={beat_id: compiler.beat(beat_id, beat) for beat_id, beat in scenario.beats.items()},
    )


class _Compiler:
    """Numbers the names of one scenario and compiles its beats."""

    def __init__(self, scenario: Scenario, nature: Temperament) -> None:
        self.nature = nature
        self.gauges: tuple[Gauge, ...] = tuple(scenario.gauges.values())
        self.fact_at = _numbered(scenario.facts)
        self.flag_at = _numbered(scenario.flags)
        self.gauge_at = _numbered(scenario.gauges)
        self.names = names_of(scenario)
        self.known = self.fact_bits(fact for fact, given in scenario.facts.items() if given.known)
        self.next_once = 0
        self.next_moved = 0
        self.tests: dict[str, Test] = {}
        self.trusts: dict[tuple[object, ...], tuple[int, ...]] = {}

    def fact_bits(self, facts: Iterable[str]) -> int:
        return _bits(self.fact_at, facts)

    def flag_bits(self, flags: Iterable[str]) -> int:
        return _bits(self.flag_at, flags)

    def test(self, when: str | None) -> Test | None:
        if when is None:
            return None
        if when not in self.tests:
            condition, problems = parse(when, self.names)
            if condition is None:
                raise ValueError(f"the condition {when!r} was not checked: {problems[0].message}")
            self.tests[when] = compile_condition(condition, self.fact_at, self.flag_at, self.gauge_at)
        return self.tests[when]

    def beat(self, beat_id: str, beat: Beat) -> BeatRow:
        rows = tuple(self._choice(beat_id, beat, choice_id) for choice_id in beat.choices)
        free = all(row.free for row in rows)
        return BeatRow(
            id=beat_id,
            changes=bool(beat.reveals or beat.moves_trust),
            reveals=self._gifts(beat.reveals),
            moves_trust=beat.moves_trust,
            moved=self._moved_bit(beat),
            reached=BeatReached(beat_id, None),
            variants=self._variants(beat_id, beat),
            rows=rows,
            by_id={row.offer.id: row for row in rows},
            open=any(row.free for row in rows),
            offers=tuple(row.offer for row in rows) if free else None,
            routes=self._routes(beat.to or ()),
        )

    def _choice(self, beat_id: str, beat: Beat, choice_id: str) -> ChoiceRow:
        choice = beat.choices[choice_id]
        uses, once, first = self.fact_bits(choice.uses), self._once_bit(choice), choice.to[0]
        # Said only once all it uses is known: what was not known from the start was learned in this play.
        evidence = bool(uses & ~self.known)
        return ChoiceRow(
            offer=Offer(beat_id, choice_id, choice),
            free=not (choice.uses or choice.when or once),
            uses=uses,
            once=once,
            when=self.test(choice.when),
            evidence=evidence,
            trusts=self._trusts(beat, choice, evidence),
            changes=bool(choice.sets or choice.clears or choice.adds or choice.reveals or choice.reply),
            sets=self.flag_bits(choice.sets),
            clears=self.flag_bits(choice.clears),
            adds=tuple(self._addition(gauge, amount) for gauge, amount in choice.adds.items()),
            reveals=self._gifts(choice.reveals),
            replies=self._replies(beat_id, choice_id, choice),
            target=first.to if first.when is None else NOWHERE,
            routes=self._routes(choice.to),
        )

    def _variants(self, beat_id: str, beat: Beat) -> Variants:
        tests = ((self.test(variant.when), position) for position, variant in enumerate(beat.variants))
        return tuple((test, BeatReached(beat_id, position)) for test, position in tests if test)

    def _replies(self, beat_id: str, choice_id: str, choice: Choice) -> Replies:
        return tuple(
            (self.test(reply.when), Replied(beat_id, choice_id, position))
            for position, reply in enumerate(choice.reply)
        )

    def _gifts(self, facts: Iterable[str]) -> Gifts:
        return tuple((1 << self.fact_at[fact], FactLearned(fact)) for fact in facts)

    def _routes(self, routes: Iterable[Route]) -> Routes:
        return tuple((self.test(route.when), route.to) for route in routes)

    def _trusts(self, beat: Beat, choice: Choice, evidence: bool) -> tuple[int, ...]:
        duty = beat.because == "duty"
        alike = (choice.assertiveness, choice.partnership, choice.harm, evidence, duty)
        if alike not in self.trusts:
            self.trusts[alike] = trusts_after(
                choice.assertiveness,
                choice.partnership,
                evidence=evidence,
                harm=choice.harm,
                duty=duty,
                gain=self.nature.gain,
                loss=self.nature.loss,
            )
        return self.trusts[alike]

    def _addition(self, gauge_id: str, amount: int) -> Addition:
        position = self.gauge_at[gauge_id]
        return Addition(position, amount, self.gauges[position].min, self.gauges[position].max)

    def _once_bit(self, choice: Choice) -> int:
        if not choice.once:
            return 0
        self.next_once += 1
        return 1 << (self.next_once - 1)

    def _moved_bit(self, beat: Beat) -> int:
        if not beat.moves_trust:
            return 0
        self.next_moved += 1
        return 1 << (self.next_moved - 1)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: position for position, name in enumerate(names)}


def _bits(numbers: Mapping[str, int], names: Iterable[str]) -> int:
    bits = 0
    for name in names:
        bits |= 1 << numbers[name]
    return bits
