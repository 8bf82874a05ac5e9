"""One TOML file: its text, its values, and the way from a place in the values to a place in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from simulator.scenario.diagnostic import Diagnostic, Finding, Location, Severity
from simulator.scenario.plain import impurities, made_plain, may_hide_something
from simulator.scenario.positions import Positions
from simulator.scenario.rules.draft import located
from simulator.scenario.source import read_text
from simulator.scenario.toml_errors import parse


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
        if may_hide_something(text):
            self.findings = [
                located(problem, at) for at, one in texts_of(values) for problem in impurities(one)
            ]
            self.values = _all_plain(values)

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
        return Diagnostic(
            finding.code,
            finding.message,
            str(self.path),
            span,
            finding.severity,
            finding.hint,
            excerpt=made_plain(where.line_text(span.line)),
        )


def read_document(path: Path) -> Document | list[Diagnostic]:
    """A file's document, or every reason why it is none."""
    text = read_text(path)
    if isinstance(text, Diagnostic):
        return [text]
    values, problems = parse(text)
    if values is None:
        return [
            Diagnostic(
                problem.code,
                problem.message,
                str(path),
                problem.span,
                Severity.ERROR,
                problem.hint,
                excerpt=_line(text, problem.span.line),
            )
            for problem in problems
        ]
    return Document(path, text, values)


def texts_of(value: Any, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text of a file's values, keys of tables left out, and where it stands."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts_of(part, (*at, key))
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from texts_of(part, (*at, position))


def _all_plain(value: Any) -> Any:
    if isinstance(value, str):
        return made_plain(value)
    if isinstance(value, dict):
        return {key: _all_plain(part) for key, part in value.items()}
    return [_all_plain(part) for part in value] if isinstance(value, list) else value


def _line(text: str, number: int) -> str:
    lines = text.split("\n", number)
    return made_plain(lines[number - 1].rstrip("\r")) if number <= len(lines) else ""
