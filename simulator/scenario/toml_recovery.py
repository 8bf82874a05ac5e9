"""Finds every problem of a TOML text: what cannot be read is explained and passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scenario.lines import Lines
from simulator.scenario.toml_cause import Cause, Scene
from simulator.scenario.toml_clashes import clash_cause
from simulator.scenario.toml_flaws import flaws
from simulator.scenario.toml_lines import explain
from simulator.scenario.toml_problem import TomlProblem
from simulator.scenario.toml_resume import balanced, likely_header, likely_statement, line_after, swallowed
from simulator.scenario.toml_scan import (
    Broken,
    Kind,
    Statement,
    delimiter,
    line_stop,
    next_statement,
    skip_space,
)
from simulator.scenario.toml_tree import Tree
from simulator.scenario.toml_values import never_closed

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


def problems(text: str, most: int) -> list[TomlProblem]:
    """Up to `most` problems of `text` in the order of their places, none the mere effect of another."""
    lines = Lines(text)
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

    def causes(self, most: int) -> list[Cause]:
        found: list[Cause] = []
        while self._at < len(self._text) and len(found) < most:
            start = skip_space(self._text, self._at)
            try:
                statement = next_statement(self._text, start)
            except Broken as broken:
                found.append(self._broken(start, broken))
            else:
                if statement is None:
                    break
                found += self._whole(statement)
        return found

    def _broken(self, start: int, broken: Broken) -> Cause:
        scene = Scene(self._text, start, broken)
        cause = explain(scene)
        self._go_on(start, _after(scene, cause))
        return cause

    def _whole(self, statement: Statement) -> Iterator[Cause]:
        """What is wrong with a statement that has the form of TOML."""
        value = statement.value
        if value is not None and value.kind is Kind.TEXT and len(delimiter(self._text, value.start)) == 3:
            resume = swallowed(self._text, value.start, value.end)
            if resume is not None:
                self._go_on(statement.start, resume)
                yield never_closed(self._text, value.start, statement.names[-1].name)
                return
        self._at = statement.after
        clashes = len(self._tree.clashes)
        self._tree.add(statement)
        yield from (
            clash_cause(clash, self._lines.number(clash.first.start))
            for clash in self._tree.clashes[clashes:]
        )
        if value is not None:
            yield from flaws(self._text, value, statement.names[-1].name)

    def _go_on(self, start: int, at: int) -> None:
        """Go on at `at`; which table the next keys belong to is open if a header was passed over."""
        if re.search(r"^[ \t]*\[", self._text[start:at], re.MULTILINE):
            self._tree.lose_place()
        self._at = at


def _after(scene: Scene, cause: Cause) -> int:
    """Where to go on after a statement that could not be read."""
    text, opened = scene.text, scene.broken.opened
    if cause.code == "group-over-lines":
        value = skip_space(text, text.find("=", scene.start) + 1)
        end = balanced(text, value) if text[value : value + 1] in {"[", "{"} else None
        return line_after(text, end) if end else likely_header(text, line_after(text, scene.at))
    if opened >= 0 and text[scene.start] != "[":
        return likely_statement(text, line_after(text, scene.start))
    return likely_statement(text, line_after(text, scene.at))
