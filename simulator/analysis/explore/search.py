"""Following every way from the start, many states at a time.

Each node passes on only what is new to it. Nodes are followed in the order of the
beats' graph, so that in a scenario without ways back each is followed once,
however many paths lead to it; or by the number of choices (`by_depth`), so that
what comes first comes by a shortest way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from simulator.analysis.explore.budget import Watch
from simulator.analysis.explore.compile import Tables
from simulator.analysis.explore.moves import Move, Step, moves
from simulator.analysis.explore.nodes import NODE_BYTES, Arrival, Batch, Key, Node, arrival
from simulator.analysis.explore.tables import Line, Reference, Rule
from simulator.scenario.diagnostic import Location


@dataclass(slots=True)
class Seen:
    """What was ever met: choices on offer; rules taken; conditions that held and that did not.

    Conditions are named by the place of their rule or choice. `stuck` holds the
    states of a node in which nothing is on offer, `stranded` the nodes in which
    some state is led nowhere, by the choice made there (None where a beat leads on).
    """

    offered: set[Reference] = field(default_factory=set)
    taken: set[Location] = field(default_factory=set)
    held: set[Location] = field(default_factory=set)
    failed: set[Location] = field(default_factory=set)
    stuck: dict[Node, int] = field(default_factory=dict)
    stranded: dict[Location, list[Node]] = field(default_factory=dict)


class Space:
    """The states reached so far. `states` counts those in which a play rests, `memory` estimates bytes."""

    def __init__(self, tables: Tables, *, by_depth: bool = False) -> None:
        self.tables = tables
        self.nodes: dict[Key, Node] = {}
        self.seen = Seen()
        self.states = 0
        self.memory = 0
        self._by_depth = by_depth
        self._last_first = False
        self._depth = 0
        self._batches = 0
        self._pushed = 0
        self._waiting: list[tuple[tuple[int, ...], int, Node]] = []
        self._next: list[tuple[Arrival, int, Node]] = []
        self._begin()

    def _begin(self) -> None:
        program, layout = self.tables.program, self.tables.layout
        start = self.tables.by_id[program.scenario.start]
        apart = layout.split(program.gauges)
        opened = arrival(start, (start.number, program.known, program.flags, 0, 0, 0, apart))
        self.arrive(opened, opened.image(layout.single(program.trust, program.gauges)), None)

    @property
    def waiting(self) -> int:
        """How many nodes have states that were not followed."""
        return sum(1 for node in self.nodes.values() if node.fresh)

    def explore(self, watch: Watch, *, last_first: bool = False) -> str | None:
        """Follow everything; the limit that stopped it, in words, or None.

        `last_first` follows what lies furthest on before the rest, to see the end
        of a scenario too large to be seen whole. Where it is interrupted, what it
        holds stays consistent.
        """
        self._put_in_order(last_first)
        while self._waiting or self._turn():
            spent = watch.spent(self.states, self.memory)
            if spent:
                return spent
            _, _, node = heappop(self._waiting)
            if node.fresh:
                self._follow(node)
        return None

    def steps(self, node: Node) -> Iterator[Step]:
        """The steps from a node to nodes that are reached."""
        for move in moves(self.tables, node):
            for way in move.exits:
                target = self.nodes.get(way.arrival.key)
                if target:
                    yield Step(node, move, way, target)

    def _turn(self) -> bool:
        """Go on with what lies one choice further; whether there is any."""
        self._depth += 1
        ahead, self._next = self._next, []
        for came, states, source in ahead:
            self.arrive(came, states, source)
        return bool(self._waiting)

    def _put_in_order(self, last_first: bool) -> None:
        if self._last_first != last_first:
            self._last_first = last_first
            self._waiting = [((-rank, *rest), at, node) for (rank, *rest), at, node in self._waiting]
            heapify(self._waiting)

    def _push(self, node: Node) -> None:
        rank, picked, inner = node.order
        self._pushed += 1
        heappush(self._waiting, ((-rank if self._last_first else rank, picked, inner), self._pushed, node))

    def _follow(self, node: Node) -> None:
        """Pass on the fresh states; they count as followed once all of them were passed on."""
        fresh, known = node.fresh, len(node.sources)
        if fresh == node.reached:
            fresh = node.reached
        self._note(node, fresh)
        offered = 0
        for move in moves(self.tables, node):
            offered |= fresh if move.where is None else fresh & move.where
            self._pass_on(node, move, fresh)
        if node.stop.lines and offered != fresh:
            self.seen.stuck[node] = self.seen.stuck.get(node, 0) | fresh & ~offered
        self._batches += 1
        node.batches.append(Batch(self._batches, self._depth, fresh, node.sources[:known]))
        self.memory += 200 + 8 * known + (0 if fresh is node.reached else fresh.bit_length() // 7)
        node.sources = node.sources[known:]
        node.fresh ^= fresh
        if node.fresh:
            self._push(node)

    def _pass_on(self, node: Node, move: Move, fresh: int) -> None:
        states, line, seen = move.image(fresh), move.line, self.seen
        if not states:
            return
        place = node.stop.place
        if line:
            seen.offered.add(line.reference)
            place = line.place
            if line.asked:
                self._ask(line.asked, move.after, states)
            if line.replies:
                self._take(line.replies, move.after, states)
        for way in move.exits:
            led = way.image(states)
            if not led:
                continue
            if way.rule:
                seen.taken.add(way.rule.place)
            elif node not in seen.stranded.setdefault(place, []):
                seen.stranded[place].append(node)
            self._reach(way.arrival, led, node)

    def _reach(self, came: Arrival, states: int, source: Node) -> None:
        """Come to a node, at once or where that takes a choice and depth counts, when it is due."""
        if self._by_depth and not source.stop.leads_on:
            self._next.append((came, states, source))
        else:
            self.arrive(came, states, source)

    def arrive(self, came: Arrival, states: int, source: Node | None) -> None:
        """Add states to a node, and have it followed where any of them is new."""
        node = self.nodes.get(came.key)
        if node is None:
            node = self.nodes[came.key] = Node(came.key, came.stop)
            self.memory += NODE_BYTES + 8 * len(came.key[-1]) + states.bit_length() // 7
        new = states & ~node.reached
        if not new:
            return
        if source:
            node.sources.append(source)
        if not node.fresh:
            self._push(node)
        node.fresh = node.fresh | new if node.fresh else new
        node.reached = node.reached | new if node.reached else new
        if not node.stop.leads_on:
            self.states += new.bit_count()

    def _note(self, node: Node, states: int) -> None:
        """Note how the conditions of a stop fare, and which of its variants are played."""
        stop = node.stop
        if stop.asked:
            self._ask(stop.asked, node.key, states)
            self._take(stop.variants, node.key, states)
        if stop.gated:
            self._ask(stop.gated, node.key, states)

    def _take(self, rules: tuple[Rule, ...], key: Key, states: int) -> None:
        """Note which rules of a list of variants or replies are taken."""
        for rule in rules:
            where = states if rule.guard is None else states & rule.guard.where(key[1], key[2], key[-1])
            if where:
                self.seen.taken.add(rule.place)
                states ^= where
            if not states:
                break

    def _ask(self, rules: tuple[Rule | Line, ...], key: Key, states: int) -> None:
        """Note of each condition whether it holds, and fails, in some of the states."""
        held, failed = self.seen.held, self.seen.failed
        for rule in rules:
            if rule.guard and not (rule.place in held and rule.place in failed):
                where = states & rule.guard.where(key[1], key[2], key[-1])
                if where:
                    held.add(rule.place)
                if where != states:
                    failed.add(rule.place)
