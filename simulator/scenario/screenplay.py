"""A script as a screenplay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.problem import Problem

MOODS: tuple[str, ...] = (
    "neutral",
    "warm",
    "amused",
    "thoughtful",
    "surprised",
    "relieved",
    "guarded",
    "flat",
    "worried",
    "annoyed",
    "hurt",
    "angry",
    "cold",
)

YOU = "you"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script: `speaker` is a cast member's id, `you`, or None for what one can see."""

    speaker: str | None
    mood: str | None
    words: str


def aliases(
    cast: Mapping[str, str], translated: Mapping[str, str] | None = None
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """Who each name stands for, and the names that stand for no one because members share them."""
    raise NotImplementedError


def parse_script(
    text: str, names: Mapping[str, str], shared: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[tuple[Line, ...], list[Problem]]:
    """The lines of a script and every problem in it."""
    raise NotImplementedError
