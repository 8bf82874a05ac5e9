"""What is wrong with a text, where, and what would mend it.

A rule yields a `Finding`, which names a place by its keys. The reader turns it
into a `Diagnostic`, which names a place by line and column.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

Location: TypeAlias = tuple[str | int, ...]
"""Keys from the root of a file, list items by position: `("beats", "verdict", "to", 0, "when")`."""

EXCERPT_WIDTH = 100
"""Longest piece of a source line that a diagnostic shows, in characters."""


class Severity(StrEnum):
    """An error keeps a file from being read, or can strand, cheat or harm a player; a warning is the rest."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: lines and columns count characters from 1, the end column is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem named by keys.

    `within` narrows it to the characters [start, end) of the text at `at`;
    `on_key` points at the key itself instead of its value.
    """

    code: str
    message: str
    at: Location = ()
    severity: Severity = Severity.ERROR
    hint: str | None = None
    within: tuple[int, int] | None = None
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem named by file, line and column, with the source line it stands on.

    `path` and `temperament` are given by checks that know how a player gets there.
    """

    code: str
    message: str
    file: str
    span: Span = Span()
    severity: Severity = Severity.ERROR
    hint: str | None = None
    excerpt: str | None = None
    path: tuple[str, ...] | None = None
    temperament: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether it keeps the scenario from being played."""
        return self.severity is Severity.ERROR


def render(diagnostic: Diagnostic) -> str:
    """As text: `FILE:LINE:COLUMN: severity[code]: message`, then the line, a marker and the hint."""
    span = diagnostic.span
    head = f"{diagnostic.file}:{span.line}:{span.column}: {diagnostic.severity}[{diagnostic.code}]: "
    lines = [head + diagnostic.message]
    if diagnostic.excerpt is not None:
        lines += _marked(diagnostic.excerpt, span)
        if diagnostic.hint:
            lines[-1] += f" {diagnostic.hint}"
    elif diagnostic.hint:
        lines.append(f"      {diagnostic.hint}")
    return "\n".join(lines)


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """The diagnostic as data, with the keys that scripts rely on."""
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "file": diagnostic.file,
        "line": diagnostic.span.line,
        "column": diagnostic.span.column,
        "end_line": diagnostic.span.end_line,
        "end_column": diagnostic.span.end_column,
        "path": None if diagnostic.path is None else list(diagnostic.path),
        "temperament": diagnostic.temperament,
    }


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics sorted as one reads: by file, then by place."""
    return tuple(sorted(diagnostics, key=lambda d: (d.file, d.span.line, d.span.column, d.code)))


def _marked(source: str, span: Span) -> list[str]:
    """The source line, cut around the place if it is long, and a marker line under it."""
    start = max(0, span.column - 1 - EXCERPT_WIDTH // 2) if len(source) > EXCERPT_WIDTH else 0
    shown = source[start : start + EXCERPT_WIDTH]
    column = span.column - 1 - start
    last = span.end_column - 1 - start if span.end_line == span.line else len(shown)
    width = max(1, min(last, len(shown)) - column)
    number = f"{span.line:5}"
    return [f"{number} | {shown}", f"{' ' * len(number)} | {' ' * column}{'^' * width}"]
