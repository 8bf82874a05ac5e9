"""What is wrong with a text as TOML, said in plain language."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.scenario.diagnostic import Span


@dataclass(frozen=True, slots=True)
class TomlProblem:
    """A problem of the text itself, before anyone asks what its keys mean."""

    code: str
    message: str
    span: Span
    hint: str | None = None
