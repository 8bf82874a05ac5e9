"""One exploration from start to end, within its budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from simulator.analysis.explore import doomed, loops, rings
from simulator.analysis.explore.budget import MIB, Budget, Late, Progress, Watch
from simulator.analysis.explore.compile import tables_of
from simulator.analysis.explore.exploration import Exploration, Loop, Ring, Sighting
from simulator.analysis.explore.lasting import Sets
from simulator.analysis.explore.moves import moves
from simulator.analysis.explore.nodes import Node
from simulator.analysis.explore.paths import LONGEST, Paths, Spot
from simulator.analysis.explore.search import Space
from simulator.analysis.explore.summary import changed, met
from simulator.engine.program import Program
from simulator.engine.state import NOWHERE
from simulator.scenario.diagnostic import Location

FIRST, LAST_FIRST, ALL = (0.5, 0.8), (0.6, 0.9), (0.7, 1.0)
"""The parts of the time, and of states and memory, after which following ways changes its order, or ends.

What is too large to be seen whole shows its end as well as its beginning.
"""

ROUND, BACK = 0.8, 0.9
"""The parts of the time after which looking for what goes round, and going back from endings, must end."""

KEPT = 100 * MIB
"""Bytes of sets that the explorations of all temperaments of a scenario may keep together."""

MOST_PATHS = 200
"""Paths given: more findings than that are told without one."""


def explore(program: Program, budget: Budget | None = None, progress: Progress | None = None) -> Exploration:
    """Reach every state of a program that can be reached, and say what is met there.

    `progress` is told the number of states about five times a second. Where the
    budget is used up, or Ctrl-C is pressed once the first state is reached, what
    was found so far is returned and is not called exhaustive.
    """
    watch = Watch(budget or Budget(), progress)
    survey = _Survey(Space(tables_of(program)), watch)
    try:
        survey.run()
    except KeyboardInterrupt:
        survey.interrupted = True
        survey.gaps.insert(0, "interrupted")
    return survey.result()


class _Survey:
    """The findings of one exploration as they come in."""

    def __init__(self, space: Space, watch: Watch) -> None:
        self.space = space
        self.watch = watch
        self.paths = Paths(space)
        self.gaps: list[str] = []
        self.interrupted = False
        self.told = 0
        self.findings: dict[str, tuple[Sighting, ...]] = {}
        self.rings: tuple[Ring, ...] = ()
        self.loops: tuple[Loop, ...] = ()

    def run(self) -> None:
        """Follow every way, then judge: rings before loops, and what is doomed last."""
        self._follow()
        self.watch.allow(ROUND)
        going = self._find_rings()
        self._find_loops(going)
        seen = self.space.seen
        self.findings["stuck"] = self._by_place(seen.stuck)
        self.findings["stranded"] = tuple(self._stranded(*one) for one in seen.stranded.items())
        self.watch.allow(BACK)
        if self._has_faults:
            self._find_doomed()

    def _follow(self) -> None:
        for allowed in (FIRST, LAST_FIRST, ALL):
            self.watch.allow(*allowed)
            spent = self.space.explore(self.watch, last_first=allowed is LAST_FIRST)
            if not spent:
                return
        self.gaps.append(self._stopped_at(str(spent)))

    @property
    def _has_faults(self) -> bool:
        """Where no state is stuck, stranded or comes again, every way ends at an ending."""
        return bool(
            self.space.seen.stuck or self.space.seen.stranded or self.rings or self.loops or self.gaps
        )

    def _stopped_at(self, spent: str) -> str:
        space, beats = self.space, self.space.tables.program.scenario.beats
        seen = len({node.stop.id for node in space.nodes.values()} & beats.keys())
        return (
            f"stopped at {spent} with {space.states:,} states at {seen:,} of {len(beats):,} beats, "
            f"{space.waiting:,} sets of them not followed"
        )

    def _find_rings(self) -> Sets:
        try:
            found, going = rings.rings(self.space, self.watch)
        except Late:
            self.gaps.append("rings of beats without choices were not looked for to the end")
            return {}
        self.rings = tuple(Ring(ring.beats, self._path([ring.spot])) for ring in found)
        if going and not self.gaps:
            rings.strand(self.space, going)
            self.space.explore(self.watch)
        return going

    def _find_loops(self, going: Sets) -> None:
        try:
            found = loops.loops(self.space, going, self.watch)
        except Late:
            self.gaps.append("loops were not looked for to the end")
            return
        self.loops = tuple(self._loop(one) for one in found)

    def _loop(self, found: loops.Found) -> Loop:
        path = self._path([found.spot])
        if path is not None:
            path += tuple(choice for _, choice in found.choices)
        return Loop(found.choices, path if path is None or len(path) <= LONGEST else None)

    def _find_doomed(self) -> None:
        try:
            lost = doomed.doomed(self.space, self.watch)
        except Late:
            self.gaps.append("states without a way to an ending were not looked for to the end")
            return
        resting = {
            node: states for node, states in lost.items() if not (node.stop.is_end or node.stop.leads_on)
        }
        self.findings["doomed"] = self._by_place(resting)

    def _stranded(self, place: Location, nodes: Iterable[Node]) -> Sighting:
        """States in which no rule of the `to` at `place` holds, told before the choice there is made."""
        spots, said = [], place[3:4]
        for node in nodes:
            for move in moves(self.space.tables, node):
                if (move.line.place if move.line else node.stop.place) == place:
                    left = next(way for way in move.exits if way.rule is None)
                    full = self.space.tables.layout.full
                    where = full if left.where is None else left.where
                    spots.append(Spot(node, move.preimage(where) & node.reached))
        path = self._path(spots)
        if path is not None:
            path += tuple(str(choice) for choice in said)
        return Sighting(place, sum(spot.states.bit_count() for spot in spots), path)

    def _by_place(self, sets: Mapping[Node, int]) -> tuple[Sighting, ...]:
        places: dict[Location, list[Spot]] = {}
        for node, states in sets.items():
            places.setdefault(node.stop.place, []).append(Spot(node, states))
        return tuple(
            Sighting(place, sum(spot.states.bit_count() for spot in spots), self._path(spots))
            for place, spots in places.items()
        )

    def _path(self, spots: list[Spot]) -> tuple[str, ...] | None:
        self.told += 1
        left = self.watch.left
        if self.told > MOST_PATHS or left == 0:
            return None
        return self.paths.to(spots, left)

    def result(self) -> Exploration:
        """What was found."""
        space, seen = self.space, self.space.seen
        program = space.tables.program
        facts, flags, gauges = changed(space)
        if space.memory * max(1, len(program.scenario.temperaments)) > KEPT:
            self.paths.forget()
        return Exploration(
            temperament=program.temperament,
            states=space.states,
            exhaustive=not self.gaps,
            seconds=self.watch.seconds,
            reason="; ".join(self.gaps) or None,
            interrupted=self.interrupted,
            reached=met(space) - {NOWHERE},
            offered=frozenset(seen.offered),
            taken=frozenset(seen.taken),
            held=frozenset((*place, "when") for place in seen.held),
            failed=frozenset((*place, "when") for place in seen.failed),
            learned=facts,
            flags_changed=flags,
            gauges_changed=gauges,
            rings=self.rings,
            loops=self.loops,
            paths=self.paths,
            **self.findings,
        )
