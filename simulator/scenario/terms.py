"""A team's own words, filled into `{company}` in any text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario.hints import Hints
    from simulator.scenario.problem import Problem

_BRACE = re.compile(r"\{\{|\{([^{}\n]*)\}|\{")


def fill(text: str, terms: Mapping[str, str]) -> str:
    """The text with every term filled in and `{{` written as a brace; unknown terms stay as they are."""
    if "{" not in text:
        return text
    return _BRACE.sub(lambda found: _filled(found, terms), text)


def misfits(text: str, terms: Mapping[str, str], hints: Hints) -> Iterator[Problem]:
    """Every brace of a text that names no term."""
    from simulator.scenario.problem import Problem  # noqa: PLC0415 - Home only fills in, and opens fast

    for found in _BRACE.finditer(text):
        name = found.group(1)
        if found.group() == "{{" or name in terms:
            continue
        if not name:
            message, hint = "a brace without a term", "write {{ for a brace"
        else:
            message = f"there is no term {{{name}}}"
            hint = (
                hints.did_you_mean(name, terms)
                or "name it under [terms] in pack.toml, or write {{ for a brace"
            )
        yield Problem("unknown-term", message, found.start(), found.end(), hint)


def _filled(found: re.Match[str], terms: Mapping[str, str]) -> str:
    if found.group() == "{{":
        return "{"
    return terms.get(found.group(1) or "", found.group())


def nested(text: str) -> Iterator[Problem]:
    """Every brace of a term's own words: terms are filled in once, so nothing is filled into them."""
    from simulator.scenario.problem import Problem  # noqa: PLC0415 - as above

    for found in re.finditer(r"\{[^{}\n]*\}?", text):
        message = "a term's own words can't hold another term or a brace"
        yield Problem("term-in-term", message, found.start(), found.end(), "write the words out")
