"""Finds every problem of a TOML text: what cannot be read is explained and passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from simulator.scenario.lines import Lines
from simulator.scenario.toml_cause import Cause, Scene
from simulator.scenario.toml_clashes import clash_cause
from simulator.scenario.toml_flaws import flaws
from simulator.scenario.toml_form import Broken, Kind, Statement, Value
from simulator.scenario.toml_lines import explain
from simulator.scenario.toml_problem import TomlProblem
from simulator.scenario.toml_resume import (
    balanced,
    likely_header,
    likely_statement,
    line_after,
    margin_of,
    swallowed,
)
from simulator.scenario.toml_scan import delimiter, line_stop, next_statement, skip_space
from simulator.scenario.toml_tree import Tree
from simulator.scenario.toml_values import never_closed

_HEADER = re.compile(r"^(?:[ \t]*+\[|[^\"=\n]*\][ \t]*+\r?$)", re.MULTILINE)
_REMAINS = re.compile(r"[\]}{]|\"\"\"|\'\'\'")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


def problems(text: str, most: int, first_line: int = 1) -> list[TomlProblem]:
    """Up to `most` problems of `text` in the order of their places, none the mere effect of another.

    `first_line` is the number of its first line, if `text` is part of another.
    """
    lines = Lines(text, first_line)
    causes = [*_controls(text, most), *_Reader(text, lines).causes(most)]
    found: dict[int, TomlProblem] = {}
    for cause in sorted(causes, key=lambda cause: cause.start):
        end = min(cause.end, line_stop(text, cause.start))
        problem = TomlProblem(cause.code, cause.message, lines.span(cause.start, end), cause.hint)
        found.setdefault(cause.start, problem)
    return list(found.values())[:most]


def _controls(text: str, most: int) -> list[Cause]:
    causes = []
    for found in _CONTROL.finditer(text):
        message = f"the control character U+{ord(found[0]):04X} is not allowed in a text"
        causes.append(Cause("control-character", message, *found.span(), "delete it"))
        if len(causes) == most:
            break
    return causes


class _Reader:
    """Goes through a text once, statement by statement."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text = text
        self._lines = lines
        self._tree = Tree()
        self._at = 0
        # Whether something broke since the last header.
        self._astray = False

    def causes(self, most: int) -> list[Cause]:
        """The first causes in the order of their statements, `most` of them or a few more."""
        found: list[Cause] = []
        while self._at < len(self._text) and len(found) < most:
            start = skip_space(self._text, self._at)
            try:
                statement = next_statement(self._text, start)
            except Broken as broken:
                found += self._broken(Scene(self._text, start, broken))
            else:
                if statement is None:
                    break
                found += islice(self._whole(statement), most)
        return found

    def _broken(self, scene: Scene) -> Iterator[Cause]:
        cause = explain(scene)
        # What is left of a list or text that broke before this is no problem of its own.
        if not (self._astray and cause.code == "stray-text" and _REMAINS.match(scene.line)):
            yield cause
        self._go_on(scene.start, _after(scene, cause))

    def _whole(self, statement: Statement) -> Iterator[Cause]:
        """What is wrong with a statement that has the form of TOML."""
        value = statement.value
        if value is not None and (resume := _swallowed(self._text, value)):
            yield never_closed(self._text, value.start, statement.names[-1].name)
            self._go_on(statement.start, resume)
            return
        self._at = statement.after
        self._astray = self._astray and value is not None
        yield from self._clashes(statement)
        if value is not None:
            yield from flaws(self._text, value, statement.names[-1].name)

    def _clashes(self, statement: Statement) -> Iterator[Cause]:
        told = len(self._tree.clashes)
        self._tree.add(statement)
        for clash in self._tree.clashes[told:]:
            repeats = statement.value is not None and self._tree.repeats(clash)
            yield clash_cause(clash, self._lines.number(clash.first.start), repeats=repeats)
            if repeats:
                self._tree.lose_place()

    def _go_on(self, start: int, at: int) -> None:
        """Go on at `at`; which table the next keys belong to is open if a header was passed over."""
        if _HEADER.search(self._text[start:at]):
            self._tree.lose_place()
        self._at = at
        self._astray = True


def _swallowed(text: str, value: Value) -> int | None:
    """Where to go on if a text of several lines has swallowed the statements after it."""
    if value.kind is Kind.TEXT and len(delimiter(text, value.start)) == 3:
        return swallowed(text, value.start, value.end)
    return None


def _after(scene: Scene, cause: Cause) -> int:
    """Where to go on after a statement that could not be read."""
    text, opened = scene.text, scene.broken.opened
    if cause.code == "group-over-lines":
        value = skip_space(text, text.find("=", scene.start) + 1)
        end = balanced(text, value) if text[value : value + 1] in {"[", "{"} else None
        return line_after(text, end) if end else likely_header(text, line_after(text, scene.at))
    if opened >= 0 and text[scene.start] != "[":
        margin = None if cause.code == "unclosed-text" else margin_of(text, scene.start)
        return likely_statement(text, line_after(text, scene.start), margin=margin)
    return likely_statement(text, line_after(text, scene.at))
