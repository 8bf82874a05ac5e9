"""What the library needs to know of one TOML file, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from simulator.scenario.plain import made_plain

SHOWN = 300
"""Characters of a title or summary that a list shows at most."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file says about itself, of a scenario or of a pack; empty where it says nothing.

    `cast` are the names of the people in it. `minutes` is 1..240; `arcs` are a pack's, each with a
    `title` and its `scenarios` in order.
    `error` says why the file can't be used.
    """

    title: str = ""
    summary: str = ""
    level: str | None = None
    minutes: int | None = None
    skills: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()
    language: str | None = None
    version: str = ""
    authors: tuple[str, ...] = ()
    license: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    arcs: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    error: str | None = None


def facts(values: Mapping[str, Any]) -> Facts:
    """Facts made of any values under the same names; texts are made plain, wrong types count as nothing."""
    return Facts(
        title=text(values.get("title")),
        summary=text(values.get("summary")),
        level=text(values.get("level")) or None,
        minutes=_minutes(values.get("minutes")),
        skills=_texts(values.get("skills")),
        cast=_cast(values.get("cast")),
        language=text(values.get("language")) or None,
        version=text(values.get("version")),
        authors=_texts(values.get("authors")),
        license=text(values.get("license")),
        terms=_terms(values.get("terms")),
        arcs=_arcs(values.get("arcs")),
        error=text(values.get("error")) or None,
    )


def text(value: Any) -> str:
    """A text on one line, plain and no longer than a list shows; empty where the value is no text."""
    return " ".join(made_plain(value).split())[:SHOWN] if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(filter(None, map(text, value))) if isinstance(value, list | tuple) else ()


def _cast(value: Any) -> tuple[str, ...]:
    """The names of the people: of a scenario's tables, or as they were kept."""
    if isinstance(value, dict):
        return _texts([person.get("name") for person in value.values() if isinstance(person, dict)])
    return _texts(value)


def _terms(value: Any) -> dict[str, str]:
    return {name: text(word) for name, word in value.items()} if isinstance(value, dict) else {}


def _arcs(value: Any) -> dict[str, dict[str, Any]]:
    """The arcs; lists, so that they are the same once they were kept. A translation's name no scenarios."""
    tables = value.items() if isinstance(value, dict) else ()
    arcs = {
        text(name): {"title": text(arc.get("title")), "scenarios": [*_texts(arc.get("scenarios"))]}
        for name, arc in tables
        if isinstance(arc, dict)
    }
    return {name: arc for name, arc in arcs.items() if name}


def _minutes(value: Any) -> int | None:
    return value if type(value) is int and 1 <= value <= 240 else None
