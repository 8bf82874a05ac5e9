"""The arcs of all packs: conversations in order, as their packs declare them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import Misuse
from simulator.packs import find
from simulator.packs.facts import Facts
from simulator.packs.index import Index
from simulator.packs.places import places
from simulator.scenario.terms import fill
from simulator.words.language import nearest


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


def arcs(language: str | None = None) -> tuple[ArcEntry, ...]:
    """All arcs of all packs on this machine, with titles in the language wished for where translated."""
    return read(find.all_packs(), places().cache / "arcs.json", language)


def read(
    packs: Iterable[Path], cache: Path | None = None, language: str | None = None
) -> tuple[ArcEntry, ...]:
    """The arcs of the given packs; one that names a scenario which is not there is left out."""
    index = Index(cache)
    found = tuple(arc for pack in packs for arc in _of_pack(pack, index, language))
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


def _of_pack(folder: Path, index: Index, language: str | None) -> Iterator[ArcEntry]:
    manifest = index.manifest(folder / find.MANIFEST)
    there = {scenario.id: scenario.path for scenario in find.scenarios_of(folder)}
    said = _translation(folder, index, language) if manifest.arcs else Facts()
    terms = {**manifest.terms, **said.terms}
    for name, arc in manifest.arcs.items():
        known = tuple(there[scenario] for scenario in arc["scenarios"] if scenario in there)
        title = said.arcs.get(name, arc)["title"] or arc["title"]
        if known and len(known) == len(arc["scenarios"]):
            yield ArcEntry(name, folder.name, fill(title, terms) or name, known)


def _translation(folder: Path, index: Index, language: str | None) -> Facts:
    """What the manifest's translation says; nothing where there is none in that language."""
    stem, suffix = Path(find.MANIFEST).stem, Path(find.MANIFEST).suffix
    code = nearest(language, find.translations_of(folder).get(stem, ()))
    return index.translation(folder / f"{stem}.{code}{suffix}") if code else Facts()
