"""A glance at one TOML file: its values without the model's checks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from simulator.packs.facts import Facts, facts, text
from simulator.scenario.diagnostic import Diagnostic
from simulator.scenario.minutes import estimate
from simulator.scenario.source import read_text
from simulator.scenario.toml_errors import parse


def glance_at(path: Path, *, is_scenario: bool) -> tuple[Facts, bool]:
    """What a file says, and whether that holds for as long as the file stays the same.

    Whether a file can be read at all may change without a trace on it.
    """
    source = read_text(path)
    if isinstance(source, Diagnostic):
        return Facts(error=source.message), False
    values, problems = parse(source)
    if values is None:
        return Facts(error=text(f"line {problems[0].span.line}: {problems[0].message}")), True
    seen = replace(facts(values), error=None)
    if not is_scenario:
        return seen, True
    error = None if seen.title else "it has no title"
    return replace(seen, minutes=seen.minutes or estimate(values), error=error), True
