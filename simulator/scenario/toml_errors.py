"""Reads a TOML text, or says in plain language what keeps it from being read."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from simulator.scenario import guard
from simulator.scenario.diagnostic import Span
from simulator.scenario.lines import Lines
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
        return tomllib.loads(text), []
    except (ValueError, RecursionError) as error:
        return None, _problems(text, error)


def _problems(text: str, error: Exception) -> list[TomlProblem]:
    # Only a text that is broken pays for the import.
    from simulator.scenario.toml_recovery import problems  # noqa: PLC0415

    found = problems(text, MOST_PROBLEMS if len(text) <= RECOVERED else 1)
    own = _own(text, error)
    return found if found and found[0].span.line <= own.span.line else [own]


def _own(text: str, error: Exception) -> TomlProblem:
    """The first problem as the TOML reader itself tells it."""
    placed = _PLACE.fullmatch(str(error))
    if placed is None:
        last = Lines(text).span(len(text.rstrip()), len(text.rstrip()) + 1)
        return TomlProblem("not-toml", f"this is not TOML: {_lower(str(error))}", last)
    line, column = int(placed[2]), int(placed[3])
    message = f"this is not TOML: {_lower(placed[1])}"
    return TomlProblem("not-toml", message, Span(line, column, line, column + 1))


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:].removesuffix(" (at end of document)")
