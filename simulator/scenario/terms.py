"""A team's own words, filled into `{company}` in any text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.scenario.problem import Problem
from simulator.scenario.suggest import did_you_mean

_BRACE = re.compile(r"\{\{|\{([^{}\n]*)\}|\{")


def fill(text: str, terms: Mapping[str, str]) -> str:
    """The text with every term filled in and `{{` written as a brace; unknown terms stay as they are."""
    if "{" not in text:
        return text
    return _BRACE.sub(lambda found: _filled(found, terms), text)


def fill_all(value: Any, terms: Mapping[str, str]) -> Any:
    """A whole file's values with every text filled in."""
    if isinstance(value, str):
        return fill(value, terms)
    if isinstance(value, dict):
        return {key: fill_all(part, terms) for key, part in value.items()}
    if isinstance(value, list):
        return [fill_all(part, terms) for part in value]
    return value


def misfits(text: str, terms: Mapping[str, str]) -> Iterator[Problem]:
    """Every brace of a text that names no term."""
    for found in _BRACE.finditer(text):
        name = found.group(1)
        if found.group() == "{{" or name in terms:
            continue
        if not name:
            message, hint = "a brace without a term", "write {{ for a brace"
        else:
            message = f"there is no term {{{name}}}"
            hint = did_you_mean(name, terms) or "name it under [terms] in pack.toml, or write {{ for a brace"
        yield Problem("unknown-term", message, found.start(), found.end(), hint)


def _filled(found: re.Match[str], terms: Mapping[str, str]) -> str:
    if found.group() == "{{":
        return "{"
    return terms.get(found.group(1) or "", found.group())
