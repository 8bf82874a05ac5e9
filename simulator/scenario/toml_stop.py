"""Explains the place at which a reader stopped from what stands around it; a long text is not read again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.scenario.lines import Lines
from simulator.scenario.toml_clashes import clash_cause, far_clash_cause
from simulator.scenario.toml_form import Broken, Statement
from simulator.scenario.toml_problem import TomlProblem
from simulator.scenario.toml_recovery import problems
from simulator.scenario.toml_scan import next_statement, skip_space
from simulator.scenario.toml_skim import TooMuchError, sections, skip
from simulator.scenario.toml_tree import Tree

AROUND = 1 << 18
"""How many characters before and after a statement are looked at."""
MOST_TRIES = 20
"""How many lines that may be the header above a statement are looked at."""

_HEADER = re.compile(r"[ \t]*+\[\[?+[ \t]*+([A-Za-z0-9_.-]++)")


def explained(text: str, at: int, lines: Lines, *, clashes: bool) -> list[TomlProblem]:
    """The problem of a text that a reader could read up to the offset `at`; none if it is unclear.

    Place and cause may stand before `at`. `clashes` says that a name there clashes with
    one before. The text holds nothing that the guard refuses.
    """
    statement = skip_space(text, skip(text, 0, at))
    start = _section(text, statement)
    stop = min(at, statement + AROUND) + AROUND
    found = problems(text[start:stop], 1, lines.number(start))
    # Of a statement that goes on past the cut only its opening quotes are beyond doubt.
    is_cut = at > stop and (found[0].code, found[0].span.line) != ("unclosed-text", lines.number(statement))
    if found and found[0].span.line <= lines.number(at) and not is_cut:
        return found
    whole = _whole(text, statement) if clashes else None
    return [] if whole is None else [_clash(text, whole, lines)]


def _section(text: str, statement: int) -> int:
    """The start of the line of a statement, or of the header above it if that is near."""
    line = text.rfind("\n", 0, statement) + 1
    at, nearest = line, max(0, line - AROUND)
    for _ in range(MOST_TRIES):
        at = text.rfind("\n[", nearest, at)
        if at < 0:
            return line if nearest else 0
        # What only looks like a header, inside a text, does not lead to the statement.
        if _leads(text, at + 1, line):
            return at + 1
    return line


def _leads(text: str, at: int, to: int) -> bool:
    try:
        return skip(text, at, to) == to
    except TooMuchError:
        return False


def _whole(text: str, at: int) -> Statement | None:
    try:
        return next_statement(text, at)
    except Broken:
        return None


def _clash(text: str, statement: Statement, lines: Lines) -> TomlProblem:
    """Why a statement in good form cannot stand here."""
    tree = Tree()
    for header in _headers_above(text, statement) if statement.value is None else ():
        tree.add(header)
    before = len(tree.clashes)
    tree.add(statement)
    if len(tree.clashes) > before:
        clash = tree.clashes[before]
        cause = clash_cause(clash, lines.number(clash.first.start))
    else:
        cause = far_clash_cause(statement)
    return TomlProblem(cause.code, cause.message, lines.span(cause.start, cause.end), cause.hint)


def _headers_above(text: str, statement: Statement) -> Iterator[Statement]:
    """The headers that a header belongs to or repeats."""
    names = [name.name for name in statement.names]
    meant = {".".join(names[:length]) for length in range(1, len(names) + 1)}
    for start, _ in sections(text, statement.start):
        header = _HEADER.match(text, start)
        if header and header[1] in meant and (found := _whole(text, start)):
            yield found
