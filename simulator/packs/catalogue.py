"""The small index of all scenarios that Home and `sparring list` show.

It reads plain TOML values, never the whole model, and keeps them in a cache, so
that a library of hundreds of scenarios opens at once. A file that can't be read
is listed with what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from simulator.packs import find
from simulator.packs.facts import Facts
from simulator.packs.index import Index, Unread
from simulator.packs.places import places
from simulator.scenario.terms import fill
from simulator.words.language import nearest

LEVELS = ("intro", "core", "stretch")
"""From easy to hard; packs are listed in this order."""

TUTORIAL = "first-steps/first-conversation"
"""The full name of the scenario that teaches playing, which a first run is led to."""

SOON = 60
"""New files that are read before one may notice."""

LANGUAGE = "en"
"""The language of a pack that names none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One scenario as the library shows it; all texts are plain.

    `level` is one of `LEVELS`; `minutes` is how long a play takes. Both are
    None, and `title` is the id, where the file doesn't say. `languages` starts
    with the pack's own. `error` says why a file can't be played, as far as a
    glance at it tells. `cast` are the names of the people in it.
    """

    id: str
    pack: str
    pack_title: str
    title: str
    summary: str
    level: str | None
    minutes: int | None
    skills: tuple[str, ...]
    languages: tuple[str, ...]
    path: Path
    error: str | None = None
    cast: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The full name, `pack/id`, which `find.resolve` understands."""
        return f"{self.pack}/{self.id}"

    def as_json(self) -> dict[str, Any]:
        """The entry as data, with the keys that scripts rely on."""
        return {
            "id": self.id,
            "pack": self.pack,
            "title": self.title,
            "summary": self.summary,
            "level": self.level,
            "minutes": self.minutes,
            "skills": list(self.skills),
            "languages": list(self.languages),
            "path": str(self.path),
            "error": self.error,
        }


def catalogue(language: str | None = None) -> tuple[Entry, ...]:
    """All scenarios of all packs on this machine, pack by pack and from easy to hard.

    Titles and summaries are in the language wished for where they are translated.
    """
    return read(find.all_packs(), places().cache / "catalogue.json", language)


def catalogue_at_once(language: str | None = None) -> tuple[Entry, ...] | None:
    """The same where at most `SOON` files are new since the last time; otherwise None."""
    try:
        return _read(find.all_packs(), Index(places().cache / "catalogue.json", SOON), language)
    except Unread:
        return None


def read(packs: Iterable[Path], cache: Path | None = None, language: str | None = None) -> tuple[Entry, ...]:
    """The scenarios of the given packs; a cache file that can't be read or written is done without."""
    return _read(packs, Index(cache), language)


def _read(packs: Iterable[Path], index: Index, language: str | None) -> tuple[Entry, ...]:
    entries = tuple(entry for pack in packs for entry in entries_of(pack, index, language))
    index.keep()
    return entries


def entries_of(folder: Path, index: Index, wish: str | None = None) -> list[Entry]:
    """The scenarios of one pack, from easy to hard, told in the language wished for where translated."""
    path, translations = folder / find.MANIFEST, find.translations_of(folder)
    original = index.manifest(path)
    spoken = _translated(original, path, nearest(wish, translations.get(path.stem, ())), index)
    heading = fill(spoken.title, spoken.terms) or folder.name
    entries = []
    for scenario in find.scenarios_of(folder):
        languages = (original.language or LANGUAGE, *translations.get(scenario.id, ()))
        code = nearest(wish, translations.get(scenario.id, ()))
        facts = _translated(index.scenario(scenario.path), scenario.path, code, index)
        entries.append(_entry(scenario, facts, spoken if code else original, heading, languages))
    return sorted(entries, key=_ease)


def _translated(facts: Facts, path: Path, code: str | None, index: Index) -> Facts:
    """The facts of a file with the texts of its translation; what that lacks stays as it is."""
    if code is None:
        return facts
    said = index.translation(path.with_name(f"{path.stem}.{code}{path.suffix}"))
    return replace(
        facts,
        title=said.title or facts.title,
        summary=said.summary or facts.summary,
        cast=tuple(dict.fromkeys((*said.cast, *facts.cast))),
        terms={**facts.terms, **said.terms},
    )


def _ease(entry: Entry) -> tuple[bool, int, str]:
    """What can be played first, from easy to hard."""
    return entry.error is not None, LEVELS.index(entry.level) if entry.level else 0, entry.id


def _entry(
    scenario: find.Found, facts: Facts, pack: Facts, heading: str, languages: tuple[str, ...]
) -> Entry:
    return Entry(
        id=scenario.id,
        pack=scenario.pack,
        pack_title=heading,
        title=fill(facts.title, pack.terms) or scenario.id,
        summary=fill(facts.summary, pack.terms),
        level=facts.level if facts.level in LEVELS else None,
        minutes=facts.minutes,
        skills=facts.skills,
        languages=tuple(dict.fromkeys(languages)),
        path=scenario.path,
        cast=tuple(fill(name, pack.terms) for name in facts.cast),
        error=facts.error or (f"{find.MANIFEST}, {pack.error}" if pack.error else None),
    )
