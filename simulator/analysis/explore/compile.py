"""From a program to tables for sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.analysis.explore.guards import Guard, Shelf
from simulator.analysis.explore.harm import REPAIR, harm_table, kind_of
from simulator.analysis.explore.layout import TRUST_VALUES, Layout
from simulator.analysis.explore.maps import Change, change_of, clamped_sum
from simulator.analysis.explore.order import components, on_cycles
from simulator.analysis.explore.tables import Addition, Line, Rule, Stop
from simulator.engine.program import Program
from simulator.engine.rows import BeatRow, ChoiceRow, Gifts
from simulator.engine.state import NOWHERE
from simulator.engine.trust import clipped
from simulator.scenario.conditions import TRUST, Condition, mentioned, parse
from simulator.scenario.diagnostic import Location
from simulator.scenario.model import Beat, Choice, Reply, Route, Scenario, Variant
from simulator.scenario.names import names_of


@dataclass(frozen=True, slots=True)
class Tables:
    """A program for sets: its stops by number and by id, and how its numbers lie in a set."""

    program: Program
    layout: Layout
    stops: tuple[Stop, ...]
    by_id: Mapping[str, Stop]

    @property
    def nowhere(self) -> Stop:
        """Where a play is when no rule of a `to` holds."""
        return self.by_id[NOWHERE]


def tables_of(program: Program) -> Tables:
    """Compile a program for sets. A target that does not exist counts as an end, for other rules to tell."""
    trees = _trees(program.scenario)
    read = frozenset(gauge for tree in trees.values() for gauge in mentioned(tree).gauges)
    ranges = {gauge: (one.min, one.max) for gauge, one in program.scenario.gauges.items()}
    layout = Layout(ranges, read)
    stops = _Compiler(program, layout, trees).stops()
    _put_in_order(stops)
    return Tables(program, layout, tuple(stops.values()), stops)


def _trees(scenario: Scenario) -> dict[str, Condition]:
    """Every condition of the scenario by its text."""
    names = names_of(scenario)
    trees: dict[str, Condition] = {}
    for rule in _conditional(scenario):
        if rule.when is not None and rule.when not in trees:
            condition, problems = parse(rule.when, names)
            if condition is None:
                raise ValueError(f"the condition {rule.when!r} was not checked: {problems[0].message}")
            trees[rule.when] = condition
    return trees


def _conditional(scenario: Scenario) -> Iterable[Route | Reply | Variant | Choice]:
    for beat in scenario.beats.values():
        yield from beat.variants
        yield from beat.to or ()
        for choice in beat.choices.values():
            yield choice
            yield from choice.reply
            yield from choice.to


class _Compiler:
    """Makes the stops of one program."""

    def __init__(self, program: Program, layout: Layout, trees: Mapping[str, Condition]) -> None:
        scenario = program.scenario
        bits = (_numbered(scenario.facts), _numbered(scenario.flags))
        shelf = Shelf()
        self.program = program
        self.layout = layout
        self.gauges = tuple(scenario.gauges)
        self.guards = {when: Guard(tree, layout, bits, shelf) for when, tree in trees.items()}
        self.changes: dict[tuple[object, ...], Change | None] = {}
        choices = (choice for beat in scenario.beats.values() for choice in beat.choices.values())
        self.harms = harm_table(any(kind_of(choice) == REPAIR for choice in choices))[0]
        self.known: dict[str, Stop] = {}

    def stops(self) -> dict[str, Stop]:
        """All stops by id: beats, endings, targets that do not exist, and nowhere."""
        scenario = self.program.scenario
        for beat_id in scenario.beats:
            self._stop(beat_id, is_end=False)
        for ending_id in scenario.endings:
            self._stop(ending_id, is_end=True)
        self._stop(NOWHERE, is_end=True)
        for beat_id, beat in scenario.beats.items():
            self._fill(self.known[beat_id], beat, self.program.beats[beat_id])
        return self.known

    def _stop(self, stop_id: str, *, is_end: bool) -> Stop:
        if stop_id not in self.known:
            place = ("endings" if is_end else "beats", stop_id)
            self.known[stop_id] = Stop(len(self.known), stop_id, place, is_end)
        return self.known[stop_id]

    def _fill(self, stop: Stop, beat: Beat, row: BeatRow) -> None:
        stop.reveals = _joined(row.reveals)
        if row.moved:
            stop.moved = row.moved
            stop.moves = self._trust(tuple(clipped(trust + row.moves_trust) for trust in range(TRUST_VALUES)))
        stop.variants = self._rules((*stop.place, "variants"), beat.variants)
        stop.routes = self._routes((*stop.place, "to"), beat.to or ())
        stop.asked = tuple(rule for rule in (*stop.variants, *stop.routes) if rule.guard)
        stop.lines = tuple(self._line(stop, one, beat.choices[one.offer.id]) for one in row.rows)
        stop.gated = tuple(line for line in stop.lines if line.guard)
        routes = (*stop.routes, *(route for line in stop.lines for route in line.routes))
        stop.targets = [route.target.number for route in routes if route.target]

    def _line(self, stop: Stop, row: ChoiceRow, choice: Choice) -> Line:
        place = (*stop.place, "choices", row.offer.id)
        replies = self._rules((*place, "reply"), choice.reply)
        routes = self._routes((*place, "to"), choice.to)
        return Line(
            reference=(stop.id, row.offer.id),
            place=place,
            once=row.once,
            uses=row.uses,
            guard=self.guards[choice.when] if choice.when is not None else None,
            changes=self._changes(row),
            sets=row.sets,
            clears=row.clears,
            reveals=_joined(row.reveals),
            harms=self.harms[kind_of(choice)],
            apart=self._apart(row),
            replies=replies,
            routes=routes,
            asked=tuple(rule for rule in (*replies, *routes) if rule.guard),
        )

    def _rules(self, place: Location, rules: Iterable[Variant | Reply]) -> tuple[Rule, ...]:
        return tuple(
            Rule((*place, at), self.guards[rule.when] if rule.when is not None else None)
            for at, rule in enumerate(rules)
        )

    def _routes(self, place: Location, routes: Iterable[Route]) -> tuple[Rule, ...]:
        return tuple(
            Rule(
                (*place, at),
                self.guards[route.when] if route.when is not None else None,
                self._stop(route.to, is_end=True),
            )
            for at, route in enumerate(routes)
        )

    def _changes(self, row: ChoiceRow) -> tuple[Change, ...]:
        changes = [self._trust(row.trusts)]
        for one in row.adds:
            gauge = self.gauges[one.gauge]
            if gauge in self.layout.dimensions:
                changes.append(self._gauge(gauge, one.amount))
        return tuple(change for change in changes if change)

    def _apart(self, row: ChoiceRow) -> tuple[Addition, ...]:
        places = self.layout.apart
        return tuple(
            Addition(places[self.gauges[one.gauge]], one.amount, one.lowest, one.highest)
            for one in row.adds
            if self.gauges[one.gauge] in places
        )

    def _trust(self, table: tuple[int, ...]) -> Change | None:
        if table not in self.changes:
            self.changes[table] = change_of(self.layout, self.layout.dimensions[TRUST], table)
        return self.changes[table]

    def _gauge(self, gauge: str, amount: int) -> Change | None:
        key = (gauge, amount)
        if key not in self.changes:
            dimension = self.layout.dimensions[gauge]
            self.changes[key] = change_of(self.layout, dimension, clamped_sum(dimension, amount))
        return self.changes[key]


def _put_in_order(stops: Mapping[str, Stop]) -> None:
    """Rank stops by the graph of beats, and within a knot by that graph without choices that are used up."""
    ordered = tuple(stops.values())
    for_good = [_targets(stop, for_good=True) for stop in ordered]
    by_itself = [
        [to for to in stop.targets if ordered[to].leads_on] if stop.leads_on else [] for stop in ordered
    ]
    knots = components([stop.targets for stop in ordered])
    inner = components(for_good)
    winds = on_cycles(for_good, inner)
    rings = on_cycles(by_itself, components(by_itself))
    knotted = {knots[number] for number, one in enumerate(winds) if one}
    for stop in ordered:
        stop.rank = len(ordered) - knots[stop.number]
        stop.knotted = knots[stop.number] in knotted
        stop.inner = len(ordered) - inner[stop.number]
        stop.winds, stop.rings = winds[stop.number], rings[stop.number]


def _targets(stop: Stop, *, for_good: bool) -> list[int]:
    """Where the rules of a stop lead; `for_good` leaves out choices that are used up."""
    rules = [*stop.routes]
    for line in stop.lines:
        if not (for_good and line.once):
            rules += line.routes
    return [rule.target.number for rule in rules if rule.target]


def _joined(gifts: Gifts) -> int:
    """The bits of all facts given away; the same fact may stand there twice."""
    bits = 0
    for bit, _ in gifts:
        bits |= bit
    return bits


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """The bit of each name."""
    return {name: 1 << position for position, name in enumerate(names)}
