"""The text that a play was begun with, kept so that the play can always be gone on with.

A copy lies under `FOLDER/<digest>/<pack>/`: the scenario, its translations and the pack's
manifest, byte for byte. It is written once and in one step, and it is read as any other
scenario; whoever reads it compares the digest.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.engine.transcript import Setting
from simulator.store.log import Moved
from simulator.store.record import Record

if TYPE_CHECKING:
    from simulator.scenario.edition import Edition

Find = Callable[[str], Path | None]
"""From `pack/id` to the file of today, or None where the library has none."""

MANIFEST = "pack"

LOOSE = "_"
"""Stands for the pack of a scenario that belongs to none."""

ORIGIN = ".origin"
"""Ends the name of the file that says where a scenario was found."""

_DIGEST = re.compile(r"sha256:([0-9a-f]{64})")


class Versions:
    """Where the texts of plays are found: in the library of today, or among the copies in `folder`."""

    def __init__(self, folder: Path, find: Find) -> None:
        self._folder = folder
        self._find = find

    def keep(self, edition: Edition) -> bool:
        """Copy an edition beside the others; false where it couldn't be, or is another text by now.

        What is there already is left as it is.
        """
        path = self._place(edition.name, edition.digest)
        if path is None:
            return False
        try:
            return path.is_file() or _copied(edition, path.parent)
        except OSError:
            return False

    def kept(self, scenario: str, digest: str) -> Path | None:
        """The scenario's file in the copy of that digest."""
        path = self._place(scenario, digest)
        return path if path and path.is_file() else None

    def today(self, scenario: str, digest: str) -> Path | None:
        """The scenario's file as it is now: in the library, or where its copy was taken from."""
        return (self._find(scenario) if "/" in scenario else None) or self._origin(scenario, digest)

    def drop(self, digests: Iterable[str]) -> int:
        """Remove the copies of these digests; returns how many were there."""
        homes = {home for digest in digests if (home := self._home(digest)) and home.is_dir()}
        for home in homes:
            shutil.rmtree(home, ignore_errors=True)
        return len(homes)

    def _home(self, digest: str) -> Path | None:
        """The folder of a digest; None for what is no digest, so that no store can lead astray."""
        named = _DIGEST.fullmatch(digest)
        return self._folder / named[1] if named else None

    def _place(self, scenario: str, digest: str) -> Path | None:
        """Where a scenario's copy belongs."""
        pack, _, scenario_id = scenario.rpartition("/")
        home = self._home(digest)
        return home and home / (pack or LOOSE) / f"{scenario_id}.toml"

    def _origin(self, scenario: str, digest: str) -> Path | None:
        place = self._place(scenario, digest)
        with suppress(OSError, ValueError):
            path = Path(place.with_suffix(ORIGIN).read_text(encoding="utf-8")) if place else None
            return path if path and path.is_file() else None
        return None


def setting_of(record: Record) -> Setting:
    """How a play was begun, under the version that it has moved to since."""
    moves = [line.what for line in record.log if isinstance(line.what, Moved)]
    setting = record.glance.setting
    return replace(setting, digest=moves[-1].digest, version=moves[-1].version) if moves else setting


def _copied(edition: Edition, folder: Path) -> bool:
    """Copy into a draft, look whether it still is that text, and give it its place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".draft-"))
    try:
        for path in _files(edition):
            _copy(path, draft / path.name)
        name = edition.path.name
        (draft / name).with_suffix(ORIGIN).write_text(str(edition.path.absolute()), encoding="utf-8")
        if not _is_text_of(edition, draft / name):
            return False
        _move(draft, folder)
        return (folder / name).is_file()
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, folder: Path) -> None:
    """The whole draft at once; where the pack has a folder, the files that are missing there."""
    with suppress(OSError):
        draft.rename(folder)
        return
    for path in sorted(draft.iterdir(), key=lambda path: path.suffix == ".toml"):
        if not (folder / path.name).exists():
            path.rename(folder / path.name)


def _files(edition: Edition) -> Iterator[Path]:
    """What reading the edition again needs; an arc wants every scenario that it names to be there."""
    folder = edition.path.parent
    stems = [edition.id]
    if edition.pack is not None:
        named = {name for arc in edition.pack.manifest.arcs.values() for name in arc.scenarios}
        yield from (folder / f"{name}.toml" for name in sorted(named - {edition.id}))
        stems.append(MANIFEST)
    for stem in stems:
        yield folder / f"{stem}.toml"
        translations = (folder / f"{stem}.{language}.toml" for language in edition.languages)
        yield from (path for path in translations if path.is_file())


def _copy(source: Path, target: Path) -> None:
    with target.open("xb") as file:
        file.write(source.read_bytes())
        file.flush()
        os.fsync(file.fileno())


def _is_text_of(edition: Edition, path: Path) -> bool:
    from simulator.scenario.digest import digest  # noqa: PLC0415 - Home reads no scenario
    from simulator.scenario.document import Document, read_document  # noqa: PLC0415

    document = read_document(path)
    return isinstance(document, Document) and digest(document.authored) == edition.digest
