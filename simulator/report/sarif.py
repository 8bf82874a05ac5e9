"""What `check` found as SARIF 2.1.0 (OASIS, 2020), the form in which code hosts take findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

from simulator import __version__
from simulator.analysis.checks.explain import explanations, summary
from simulator.analysis.checks.findings import Findings
from simulator.report.findings import way_there
from simulator.scenario.diagnostic import Diagnostic

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
VERSION = "2.1.0"


def as_sarif(found: Findings) -> dict[str, Any]:
    """One run with a rule for each code that was found."""
    codes = sorted({diagnostic.code for diagnostic in found.diagnostics})
    driver = {"name": "Sparring", "version": __version__, "rules": [_rule(code) for code in codes]}
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [{"executionSuccessful": not found.interrupted}],
                "results": [_result(one, codes.index(one.code)) for one in found.diagnostics],
            }
        ],
    }


def _rule(code: str) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": summary(code) or code},
        "fullDescription": {"text": explanations().get(code) or code},
    }


def _result(diagnostic: Diagnostic, index: int) -> dict[str, Any]:
    told = [diagnostic.message, diagnostic.hint, way_there(diagnostic)]
    path = None if diagnostic.path is None else list(diagnostic.path)
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": str(diagnostic.severity),
        "message": {"text": "\n".join(filter(None, told))},
        "locations": [{"physicalLocation": _place(diagnostic)}],
        "properties": {"path": path, "temperament": diagnostic.temperament},
    }


def _place(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"artifactLocation": {"uri": _uri(diagnostic.file)}, "region": region}


def _uri(file: str) -> str:
    """Relative where the file was named so, else absolute."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
