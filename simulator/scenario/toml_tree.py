"""The tables and values of a TOML text, with their places and with the keys that clash."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple

from simulator.scenario.toml_form import Kind, Name, Pair, Statement, Value


class Made(StrEnum):
    """How a node came to be, which decides what may still be added to it."""

    TEXT = auto()
    BARE = auto()
    LIST = auto()
    INLINE = auto()
    HEADER = auto()
    IMPLIED = auto()
    DOTTED = auto()
    TABLES = auto()


_MADE = {Kind.TEXT: Made.TEXT, Kind.BARE: Made.BARE, Kind.LIST: Made.LIST, Kind.TABLE: Made.INLINE}
_OPEN_TO_HEADERS = frozenset({Made.HEADER, Made.IMPLIED, Made.DOTTED})
_OPEN_TO_KEYS = frozenset({Made.IMPLIED, Made.DOTTED})


class Section(NamedTuple):
    """The characters [start, stop) of a text: whole lines of pairs under one header."""

    start: int
    stop: int


class Node:
    """A value or table: `name` is where its key first stands (None for items of a list),

    [start, end) is the value as written, a table's header, or the name that implies a table.
    `folded` is what nobody has looked into yet: a list, an inline table, the pairs under a header.
    """

    __slots__ = ("children", "end", "folded", "made", "name", "start")

    def __init__(self, made: Made, name: Name | None, start: int, end: int) -> None:
        self.made = made
        self.name = name
        self.start = start
        self.end = end
        self.children: dict[str | int, Node] = {}
        self.folded: Value | Section | None = None


class Clash(NamedTuple):
    """A key that cannot stand where it does because of what stands at `first`."""

    name: Name
    first: Node
    statement: Statement | None


class Tree:
    """Grows by one statement at a time; what clashes is left out and kept in `clashes`.

    `here` is the table that the next pairs belong to. With `folds`, lists and
    inline tables stay folded until `look_into` is called.
    """

    def __init__(self, *, folds: bool = False) -> None:
        self._folds = folds
        self.root = Node(Made.HEADER, None, 0, 0)
        self.clashes: list[Clash] = []
        self.here = self.root

    def add(self, statement: Statement) -> None:
        """Take in a statement; the pairs after a header that clashes are kept apart from the rest."""
        if statement.value is not None:
            self._add_pair(self.here, Pair(statement.names, statement.value), statement)
            return
        place = self._tables(statement) if statement.many else self._table(statement)
        self.here = place or Node(Made.HEADER, None, statement.start, statement.end)

    def look_into(self, node: Node, value: Value) -> None:
        """Add the items of a list or the pairs of an inline table to its node."""
        for index, item in enumerate(value.items):
            node.children[index] = self._node(item, None)
        for pair in value.pairs:
            self._add_pair(node, pair)

    def repeats(self, clash: Clash) -> bool:
        """Whether a clash repeats the first key of its table, as if the header of another were missing."""
        return clash.first is next(iter(self.here.children.values()), None)

    def lose_place(self) -> None:
        """Forget which header the next pairs belong to: part of the text could not be read."""
        self.here = Node(Made.HEADER, None, 0, 0)

    def _table(self, statement: Statement) -> Node | None:
        """The table of a header `[names]`, or None if it clashes."""
        parent = self._parent(statement)
        name = statement.names[-1]
        if parent is None:
            return None
        node = parent.children.get(name.name)
        if node is None:
            node = _put(parent, name, Made.HEADER)
        elif node.made is not Made.IMPLIED:
            self.clashes.append(Clash(name, node, statement))
            return None
        node.made, node.start, node.end = Made.HEADER, statement.start, statement.end
        return node

    def _tables(self, statement: Statement) -> Node | None:
        """The new table of a header `[[names]]`, or None if it clashes."""
        parent = self._parent(statement)
        name = statement.names[-1]
        if parent is None:
            return None
        node = parent.children.get(name.name)
        if node is None:
            node = _put(parent, name, Made.TABLES)
            node.start, node.end = statement.start, statement.end
        elif node.made is not Made.TABLES:
            self.clashes.append(Clash(name, node, statement))
            return None
        item = Node(Made.HEADER, name, statement.start, statement.end)
        node.children[len(node.children)] = item
        return item

    def _parent(self, statement: Statement) -> Node | None:
        """The table that holds the last name of a header, or None if a name before it clashes."""
        node = self.root
        for name in statement.names[:-1]:
            child = node.children.get(name.name)
            if child is None:
                child = _put(node, name, Made.IMPLIED)
            elif child.made is Made.TABLES:
                child = child.children[len(child.children) - 1]
            elif child.made not in _OPEN_TO_HEADERS:
                self.clashes.append(Clash(name, child, statement))
                return None
            node = child
        return node

    def _add_pair(self, node: Node, pair: Pair, statement: Statement | None = None) -> None:
        for name in pair.names[:-1]:
            child = node.children.get(name.name)
            if child is None:
                child = _put(node, name, Made.DOTTED)
            elif child.made not in _OPEN_TO_KEYS:
                self.clashes.append(Clash(name, child, statement))
                return
            elif child.name is not None and child.name.start > name.start:
                # A header made it, which was read before the pairs above it.
                child.name, child.start, child.end = name, name.start, name.end
            child.made = Made.DOTTED
            node = child
        name = pair.names[-1]
        if name.name in node.children:
            self.clashes.append(Clash(name, node.children[name.name], statement))
        else:
            node.children[name.name] = self._node(pair.value, name)

    def _node(self, value: Value, name: Name | None) -> Node:
        node = Node(_MADE[value.kind], name, value.start, value.end)
        if self._folds:
            node.folded = value if value.items or value.pairs else None
        else:
            self.look_into(node, value)
        return node


def _put(parent: Node, name: Name, made: Made) -> Node:
    parent.children[name.name] = node = Node(made, name, name.start, name.end)
    return node
