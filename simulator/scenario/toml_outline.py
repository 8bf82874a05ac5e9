"""The tree of a TOML text, grown only where somebody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from simulator.scenario.pause import collecting_later
from simulator.scenario.toml_form import Broken
from simulator.scenario.toml_scan import name_at, next_statement, skip_space, unread_statement
from simulator.scenario.toml_skim import TooMuchError, after_statement, pair, sections
from simulator.scenario.toml_tree import Node, Section, Tree

LONG = 1 << 20
"""Most characters that are read at once to find one name among them."""


class _Index:
    """Where the pairs stand that begin with a name; sparing, because there may be a million."""

    def __init__(self, pairs: Iterable[tuple[str, int]]) -> None:
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        for name, at in pairs:
            if self._first.setdefault(name, at) != at:
                self._more.setdefault(name, []).append(at)

    def taken(self, name: str) -> list[int]:
        """Take out what is known of a name, in the order of the text."""
        first = self._first.pop(name, None)
        return [] if first is None else [first, *self._more.pop(name, ())]


class Outline:
    """All headers of a text; the pairs under one are read when its table is asked for.

    In a section of more than `long` characters only the pairs with the name that is asked
    for are read, and of a value of that length nothing but its key.
    """

    def __init__(self, text: str, long: int = LONG) -> None:
        self._text = text
        self._long = long
        self._tree = Tree(folds=True)
        self._indexes: dict[Node, _Index] = {}
        self.root = self._tree.root
        with collecting_later(), suppress(Broken, TooMuchError):
            for start, stop in sections(text):
                self._add_section(start, stop)

    def child(self, node: Node, part: str | int) -> Node | None:
        """What `part` leads to from `node`."""
        match node.folded:
            case Section(start, stop) if stop - start > self._long:
                with collecting_later():
                    self._read_named(node, part, node.folded)
            case Section():
                section, node.folded = node.folded, None
                self._read_all(node, section)
            case None:
                pass
            case value:
                node.folded = None
                self._tree.look_into(node, value)
        return node.children.get(part)

    def _add_section(self, start: int, stop: int) -> None:
        at = skip_space(self._text, start)
        if at < stop and self._text[at] == "[":
            header = next_statement(self._text, at)
            if header is not None:
                self._tree.add(header)
                start = header.after
        if start < stop:
            self._tree.here.folded = Section(start, stop)

    def _read_all(self, node: Node, section: Section) -> None:
        self._tree.here = node
        at = section.start
        with suppress(Broken):
            while at < section.stop and (statement := next_statement(self._text, at)):
                if statement.start >= section.stop:
                    break
                self._tree.add(statement)
                at = statement.after

    def _read_named(self, node: Node, name: str | int, section: Section) -> None:
        if node not in self._indexes:
            self._indexes[node] = _Index(self._pairs(section))
        self._tree.here = node
        for at in self._indexes[node].taken(str(name)):
            self._read_pair(at)

    def _pairs(self, section: Section) -> Iterator[tuple[str, int]]:
        """The first name of each pair, and where it stands."""
        at = section.start
        with suppress(Broken, TooMuchError):
            while at < section.stop:
                if found := pair().match(self._text, at, section.stop):
                    start, after = found.start(1), found.end()
                else:
                    start = skip_space(self._text, at)
                    after = after_statement(self._text, start) or section.stop
                if start < section.stop:
                    yield name_at(self._text, start).name, start
                at = after

    def _read_pair(self, at: int) -> None:
        with suppress(Broken, TooMuchError):
            found = pair().match(self._text, at)
            after = found.end() if found else after_statement(self._text, at) or at
            if after - at > self._long:
                self._tree.add(unread_statement(self._text, at, after))
            elif statement := next_statement(self._text, at):
                self._tree.add(statement)
