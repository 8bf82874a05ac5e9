"""Refuses texts that would keep a TOML reader busy for too long."""

from __future__ import annotations

from simulator.scenario.toml_problem import TomlProblem


def refuse(text: str) -> list[TomlProblem]:
    """Keys with too many dots and values nested too deep."""
    return []
