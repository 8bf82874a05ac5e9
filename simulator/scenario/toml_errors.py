"""Reads a TOML text, or says in plain language what keeps it from being read."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from simulator.scenario import guard
from simulator.scenario.lines import Lines
from simulator.scenario.pause import collecting_later
from simulator.scenario.toml_problem import TomlProblem

__all__ = ["TomlProblem", "parse"]

MOST_PROBLEMS = 20
"""Most problems told of one text."""
RECOVERED = 1 << 20
"""Longest text, in characters, that is read to its end after its first problem."""

_PLACE = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)


def parse(text: str) -> tuple[dict[str, Any] | None, list[TomlProblem]]:
    """The value of `text`, or None and its problems in the order of their places, at most 20.

    Every problem that can be told apart from the effects of another is told, of a
    text past 1 MiB only the first. Never raises.
    """
    if refused := guard.refuse(text):
        return None, refused
    try:
        with collecting_later():
            return tomllib.loads(text), []
    except (ValueError, RecursionError) as error:
        message = str(error)
    return None, _problems(text, message)


def _problems(text: str, message: str) -> list[TomlProblem]:
    lines = Lines(text)
    placed = _PLACE.fullmatch(message)
    at = len(text.rstrip())
    if placed is not None:
        at = (lines.start(int(placed[2])) or 0) + int(placed[3]) - 1
    told = placed[1] if placed else message.removesuffix(" (at end of document)")
    own = TomlProblem("not-toml", f"this is not TOML: {told[:1].lower()}{told[1:]}", lines.span(at, at + 1))
    found = _explained(text, at, lines, clashes=told.startswith(("Cannot", "Duplicate")))
    return found if found and found[0].span.line <= own.span.line else [own]


def _explained(text: str, at: int, lines: Lines, *, clashes: bool) -> list[TomlProblem]:
    """The problems of a text that a reader could read up to the offset `at`."""
    # Only a text that is broken pays for the imports.
    if len(text) <= RECOVERED:
        from simulator.scenario.toml_recovery import problems  # noqa: PLC0415

        return problems(text, MOST_PROBLEMS)
    from simulator.scenario.toml_stop import explained  # noqa: PLC0415

    return explained(text, at, lines, clashes=clashes)
