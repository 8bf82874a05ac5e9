"""What `check` found, as text, as data and as notes for a pull request."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import PurePath
from typing import Any

from simulator.analysis.checks.findings import Findings
from simulator.scenario.diagnostic import Diagnostic, render
from simulator.scenario.diagnostic import as_json as diagnostic_as_json


def as_json(found: Findings) -> dict[str, Any]:
    """Everything as data, with the keys that scripts rely on."""
    return {
        "findings": [diagnostic_as_json(diagnostic) for diagnostic in found.diagnostics],
        "coverage": [asdict(covered) for covered in found.coverage],
        "errors": found.errors,
        "warnings": found.warnings,
    }


def as_text(found: Findings) -> str:
    """Each finding with its line and how to get there, then what was covered and how many there are."""
    lines = [f"{_told(diagnostic)}\n" for diagnostic in found.diagnostics]
    return "\n".join([*lines, *_covered(found), counted(found)])


def as_github(found: Findings) -> str:
    """Workflow commands: a note in the pull request for each finding, and a last line that counts them."""
    return "\n".join([*map(_command, found.diagnostics), counted(found)])


def counted(found: Findings) -> str:
    """How many errors and warnings there are, in words."""
    interrupted = "interrupted: " if found.interrupted else ""
    return f"{interrupted}{_counted(found.errors, 'error')}, {_counted(found.warnings, 'warning')}"


def way_there(diagnostic: Diagnostic) -> str | None:
    """The command that plays a finding's path; None where it has none."""
    if diagnostic.path is None:
        return None
    words = ["sparring", "play", shlex.quote(diagnostic.file)]
    if diagnostic.temperament is not None:
        words += ["--temperament", diagnostic.temperament]
    if diagnostic.path:
        words += ["--choices", ",".join(diagnostic.path)]
    return " ".join(words)


def _told(diagnostic: Diagnostic) -> str:
    way = way_there(diagnostic)
    if way is None and diagnostic.temperament is not None:
        way = f"with temperament {diagnostic.temperament}"
    return "\n".join([render(diagnostic), *([f"      {way}"] if way else [])])


def _covered(found: Findings) -> Iterator[str]:
    if not found.coverage:
        return
    states = sum(covered.states for covered in found.coverage)
    files = len({covered.file for covered in found.coverage})
    seen = "every one" if all(covered.exhaustive for covered in found.coverage) else "not all"
    yield f"{_counted(states, 'state')} of {_counted(files, 'scenario')} looked at, {seen} there is"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    places = {"file": PurePath(diagnostic.file).as_posix(), "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        places |= {"col": span.column, "endColumn": span.end_column}
    properties = ",".join(f"{key}={_property(str(place))}" for key, place in places.items())
    told = [diagnostic.message, diagnostic.hint, way_there(diagnostic)]
    text = _data("\n".join(filter(None, told)))
    return f"::{diagnostic.severity} {properties},title={_property(diagnostic.code)}::{text}"


def _data(text: str) -> str:
    """Escaped as GitHub reads the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as GitHub reads a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
