"""One TOML file: its text, its values, and the way from a place in the values to a place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from simulator.scenario.diagnostic import Diagnostic, Finding, Severity
from simulator.scenario.lines import Lines
from simulator.scenario.plain import excerpt, impurities, is_plain, made_plain, may_hide_something
from simulator.scenario.positions import Positions
from simulator.scenario.rules.draft import located_all
from simulator.scenario.source import read_text
from simulator.scenario.texts import replaced, texts_where
from simulator.scenario.toml_errors import parse

MOST_MARKS: tuple[tuple[str, str, re.Pattern[str], int], ...] = (
    ("headers", "[", re.compile(r"\n[ \t]*\["), 150_000),
    ("keys", "=", re.compile("="), 800_000),
    ("entries of lists", ",", re.compile(","), 500_000),
    ("dotted keys", ".", re.compile(r"\.[ \t]*[A-Za-z0-9_\"'-]"), 500_000),
)
"""How often a sign may stand in a file: more than any scenario needs, less than fills a memory."""


class Document:
    """A file that is TOML, with its texts made plain.

    `values` are its values as they may be shown, `authored` exactly as they were
    written, `findings` what plain text demanded.
    """

    def __init__(self, path: Path, text: str, values: dict[str, Any]) -> None:
        self.path = path
        self.text = text
        self.authored = values
        self.values = values
        self.findings: list[Finding] = []
        self._excerpts: dict[int, str] = {}
        if may_hide_something(text):
            odd = texts_where(values, lambda one: not is_plain(one))
            self.findings = list(located_all(odd, impurities))
            self.values = replaced(values, {at: made_plain(one) for at, one in odd.items()})

    @cached_property
    def positions(self) -> Positions:
        """Where every key and value stands; worked out only where there is something to report."""
        return Positions(self.text)

    def diagnostics(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """Findings with their place in this file."""
        return [self._diagnostic(finding) for finding in findings]

    def _diagnostic(self, finding: Finding) -> Diagnostic:
        where = self.positions
        if finding.within is not None:
            span = where.inside(finding.at, *finding.within)
        else:
            span = where.key(finding.at) if finding.on_key else where.value(finding.at)
        if span.line not in self._excerpts:
            self._excerpts[span.line] = excerpt(where.line_text(span.line))
        return Diagnostic(
            finding.code,
            finding.message,
            str(self.path),
            span,
            finding.severity,
            finding.hint,
            excerpt=self._excerpts[span.line],
        )


def read_document(path: Path) -> Document | list[Diagnostic]:
    """A file's document, or every reason why it is none."""
    text = read_text(path)
    if isinstance(text, Diagnostic):
        return [text]
    if too_much := _too_much(path, text):
        return [too_much]
    values, problems = parse(text)
    if values is None:
        lines = Lines(text)
        return [
            Diagnostic(
                problem.code,
                problem.message,
                str(path),
                problem.span,
                Severity.ERROR,
                problem.hint,
                excerpt=excerpt(lines.text(problem.span.line)),
            )
            for problem in problems
        ]
    if not values:
        hint = "a scenario begins with format = 1"
        return [Diagnostic("empty-file", "there is nothing in this file", str(path), hint=hint)]
    return Document(path, text, values)


def _too_much(path: Path, text: str) -> Diagnostic | None:
    """The limit that a file goes past, found before a reader spends minutes on it."""
    for what, sign, mark, most in MOST_MARKS:
        if text.count(sign) > most and sum(1 for _ in islice(mark.finditer(text), most + 1)) > most:
            message = f"this file has more than {most:,} {what}"
            return Diagnostic("file-too-large", message, str(path), hint="make several scenarios of it")
    return None
