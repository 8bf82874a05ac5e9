"""The arcs of all packs: conversations in order, as their packs declare them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import Misuse
from simulator.packs import find
from simulator.packs.index import Index
from simulator.packs.places import places
from simulator.scenario.terms import fill


@dataclass(frozen=True, slots=True)
class ArcEntry:
    """One arc; its title is plain, `paths` are the files of its scenarios, in order."""

    id: str
    pack: str
    title: str
    paths: tuple[Path, ...]

    @property
    def name(self) -> str:
        """The full name, `pack/arc`."""
        return f"{self.pack}/{self.id}"

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Its conversations, as `pack/id`."""
        return tuple(f"{self.pack}/{path.stem}" for path in self.paths)


def arcs() -> tuple[ArcEntry, ...]:
    """All arcs of all packs on this machine."""
    return read(find.all_packs(), places().cache / "arcs.json")


def read(packs: Iterable[Path], cache: Path | None = None) -> tuple[ArcEntry, ...]:
    """The arcs of the given packs; one that names a scenario which is not there is left out."""
    index = Index(cache)
    found = tuple(arc for pack in packs for arc in _of_pack(pack, index))
    index.keep()
    return found


def named(wanted: str, every: Iterable[ArcEntry] | None = None) -> ArcEntry | None:
    """The arc meant by `pack/arc` or by its id alone; None where there is none.

    A scenario of that name comes first: ask for it before. Raises `Misuse` where more than one arc is meant.
    """
    meant = [arc for arc in (arcs() if every is None else every) if wanted in (arc.id, arc.name)]
    if len(meant) > 1:
        names = ", ".join(arc.name for arc in meant)
        raise Misuse(f'"{wanted}" could be any of these: {names}')
    return meant[0] if meant else None


def _of_pack(folder: Path, index: Index) -> Iterable[ArcEntry]:
    manifest = index.manifest(folder / find.MANIFEST)
    there = {scenario.id: scenario.path for scenario in find.scenarios_of(folder)}
    for name, arc in manifest.arcs.items():
        paths = [there.get(scenario) for scenario in arc["scenarios"]]
        known = tuple(path for path in paths if path is not None)
        if len(known) == len(paths):
            yield ArcEntry(name, folder.name, fill(arc["title"], manifest.terms) or name, known)
