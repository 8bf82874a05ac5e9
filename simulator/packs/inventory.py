"""What packs there are and where they come from, with what is wrong with them at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from simulator.packs.catalogue import Entry, entries_of
from simulator.packs.config import load
from simulator.packs.facts import Facts
from simulator.packs.find import FIRST, MANIFEST, packs_in
from simulator.packs.index import Index
from simulator.packs.places import places, shipped
from simulator.scenario.terms import fill

Telling: TypeAlias = Callable[[int, int], None]
"""Told how many packs have been read, and how many there are."""


class Origin(StrEnum):
    """How a pack came to this machine."""

    SHIPPED = "shipped"
    OWN = "own"
    INSTALLED = "installed"


@dataclass(frozen=True, slots=True)
class PackTold:
    """One pack as a list shows it; all texts are plain.

    `is_twin` is true where another pack has the same id, so that `pack/id` names both.
    """

    folder: Path
    facts: Facts
    title: str
    entries: tuple[Entry, ...]
    is_twin: bool = False

    @property
    def id(self) -> str:
        """The pack's id: the name of its folder."""
        return self.folder.name

    @property
    def error(self) -> str | None:
        """Why its manifest can't be read, as far as a glance tells."""
        return self.facts.error

    @property
    def broken(self) -> int:
        """How many of its scenarios can't be played, as far as a glance tells."""
        return 0 if self.error else sum(entry.error is not None for entry in self.entries)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages of its scenarios, its own first."""
        return tuple(dict.fromkeys(language for entry in self.entries for language in entry.languages))


@dataclass(frozen=True, slots=True)
class Source:
    """A folder that is a pack or holds packs, and what is there."""

    origin: Origin
    folder: Path
    packs: tuple[PackTold, ...]


def inventory(
    tell: Telling | None = None, folders: Sequence[Path] = (), language: str | None = None
) -> tuple[Source, ...]:
    """The packs by where they come from, each once; of `folders` alone where some are given.

    Titles are in the language wished for where they are translated.
    """
    given = [(Origin.OWN, folder, packs_in([folder])) for folder in folders] or _everywhere()
    count = sum(len(packs) for *_, packs in given)
    index = Index(places().cache / "catalogue.json")
    met: set[Path] = set()
    sources = []
    for origin, folder, packs in given:
        told = []
        for pack in packs:
            if pack.resolve() not in met:
                met.add(pack.resolve())
                told.append(_told(pack, index, language))
            if tell:
                tell(len(met), count)
        sources.append(Source(origin, folder, tuple(told)))
    if not folders:
        index.keep()
    return _with_twins(sources)


def _everywhere() -> list[tuple[Origin, Path, tuple[Path, ...]]]:
    """Every folder in which `find.all_packs` looks, in its order."""
    here = places()
    config, _ = load(here.config)
    first = packs_in([*(shipped() / name for name in FIRST), shipped()])
    own = [(Origin.OWN, folder, packs_in([folder])) for folder in config.pack_folders]
    return [
        (Origin.SHIPPED, shipped(), first),
        *own,
        (Origin.INSTALLED, here.packs, packs_in([here.packs])),
    ]


def _told(folder: Path, index: Index, language: str | None) -> PackTold:
    facts, entries = index.manifest(folder / MANIFEST), tuple(entries_of(folder, index, language))
    title = entries[0].pack_title if entries else fill(facts.title, facts.terms) or folder.name
    return PackTold(folder, facts, title, entries)


def _with_twins(sources: list[Source]) -> tuple[Source, ...]:
    ids = Counter(pack.id for source in sources for pack in source.packs)
    return tuple(
        replace(source, packs=tuple(replace(pack, is_twin=ids[pack.id] > 1) for pack in source.packs))
        for source in sources
    )
