"""Reads a TOML text, or says in plain language what keeps it from being read."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from simulator.scenario import guard
from simulator.scenario.diagnostic import Span
from simulator.scenario.toml_problem import TomlProblem

__all__ = ["TomlProblem", "parse"]


def parse(text: str) -> tuple[dict[str, Any] | None, list[TomlProblem]]:
    """The value of `text`, or None and every problem found in it."""
    if refused := guard.refuse(text):
        return None, refused
    try:
        return tomllib.loads(text), []
    except (ValueError, RecursionError) as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)$", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        return None, [TomlProblem("not-toml", str(error), Span(line, column, line, column + 1))]
