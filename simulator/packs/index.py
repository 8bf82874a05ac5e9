"""What a glance at each TOML file tells, remembered for as long as the file stays the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from simulator import __version__
from simulator.packs.config import replace
from simulator.scenario.diagnostic import Diagnostic
from simulator.scenario.minutes import estimate
from simulator.scenario.plain import made_plain
from simulator.scenario.source import read_text
from simulator.scenario.toml_errors import parse

SHOWN = 300
"""Characters of a title or summary that a list shows at most."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file says about itself, of a scenario or of a pack; empty where it says nothing."""

    title: str = ""
    summary: str = ""
    level: str | None = None
    minutes: int | None = None
    skills: tuple[str, ...] = ()
    language: str | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    error: str | None = None


class Index:
    """Facts by path, kept in a JSON file; a file that can't be read or written is done without."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known = _load(path) if path else {}
        self._seen: dict[str, list[Any]] = {}

    def scenario(self, path: Path) -> Facts:
        """What a scenario file says."""
        return self._facts(path, _of_scenario)

    def manifest(self, path: Path) -> Facts:
        """What a pack's manifest says."""
        return self._facts(path, _of_manifest)

    def keep(self) -> None:
        """Write what was seen, and forget the rest."""
        if self._path is None or self._seen == self._known:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace(self._path, json.dumps({"program": __version__, "files": self._seen}))

    def _facts(self, path: Path, read: Callable[[Mapping[str, Any]], Facts]) -> Facts:
        key, stamp = str(path.absolute()), _stamp(path)
        facts = self._remembered(key, stamp)
        if facts is None:
            text = read_text(path)
            if isinstance(text, Diagnostic):
                return Facts(error=text.message)
            facts = _glance(text, read)
        self._seen[key] = [*stamp, {**asdict(facts), "skills": list(facts.skills)}]
        return facts

    def _remembered(self, key: str, stamp: list[int]) -> Facts | None:
        match self._known.get(key):
            case [mtime, size, dict(kept)] if [mtime, size] == stamp:
                return _from_json(kept)
        return None


def _load(path: Path) -> dict[str, Any]:
    """The cache's entries; none where it is missing, broken or of another version of the program."""
    with suppress(OSError, ValueError, RecursionError):
        match json.loads(path.read_bytes()):
            case {"program": version, "files": dict(files)} if version == __version__:
                return files
    return {}


def _from_json(kept: Mapping[str, Any]) -> Facts | None:
    """Facts as they were kept; None where a value has the wrong type, as after a stranger's edit."""
    with suppress(KeyError, TypeError):
        facts = Facts(
            title=_text(kept["title"]),
            summary=_text(kept["summary"]),
            level=_text(kept["level"]) or None,
            minutes=_minutes(kept["minutes"]),
            skills=_texts(kept["skills"]),
            language=_text(kept["language"]) or None,
            terms=_terms(kept["terms"]),
            error=_text(kept["error"]) or None,
        )
        if all(
            kept[name] == value for name, value in {**asdict(facts), "skills": list(facts.skills)}.items()
        ):
            return facts
    return None


def _stamp(path: Path) -> list[int]:
    """What changes when the file does; empty where it can't be looked at."""
    try:
        status = path.stat()
    except OSError:
        return []
    return [status.st_mtime_ns, status.st_size]


def _glance(text: str, read: Callable[[Mapping[str, Any]], Facts]) -> Facts:
    values, problems = parse(text)
    if values is None:
        return Facts(error=_text(f"line {problems[0].span.line}: {problems[0].message}"))
    return read(values)


def _of_scenario(values: Mapping[str, Any]) -> Facts:
    title = _text(values.get("title"))
    return Facts(
        title=title,
        summary=_text(values.get("summary")),
        level=_text(values.get("level")) or None,
        minutes=_minutes(values.get("minutes")) or estimate(values),
        skills=_texts(values.get("skills")),
        error=None if title else "it has no title",
    )


def _of_manifest(values: Mapping[str, Any]) -> Facts:
    return Facts(
        title=_text(values.get("title")),
        summary=_text(values.get("summary")),
        language=_text(values.get("language")) or None,
        terms=_terms(values.get("terms")),
    )


def _text(value: Any) -> str:
    """A text on one line, plain and no longer than a list shows; empty where the value is no text."""
    return " ".join(made_plain(value).split())[:SHOWN] if isinstance(value, str) else ""


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, value))) if isinstance(value, list) else ()


def _terms(value: Any) -> dict[str, str]:
    return {name: _text(word) for name, word in value.items()} if isinstance(value, dict) else {}


def _minutes(value: Any) -> int | None:
    return value if type(value) is int and 1 <= value <= 240 else None
