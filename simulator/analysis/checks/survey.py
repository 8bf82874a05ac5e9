"""All files that a check was asked about, each examined once for as long as it stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from simulator.analysis.checks.examine import Examined, Limits, examine, examine_manifest, examine_pack
from simulator.analysis.checks.findings import Findings
from simulator.analysis.checks.saved import Stamp, around, children, stamp
from simulator.analysis.checks.selection import Selection
from simulator.errors import Misuse
from simulator.scenario.diagnostic import Diagnostic, in_order
from simulator.scenario.pack import MANIFEST_FILE
from simulator.scenario.reader import read_pack

Telling: TypeAlias = Callable[[Path, int], None]
"""Told which file is at work, and how many of its states were found."""

Find: TypeAlias = Callable[[Path], tuple[Path, ...]]
"""From a folder to the manifests and scenarios in it; raises Misuse where there are none."""


@dataclass
class Survey:
    """Examines paths, and in folders the files that `find` finds there; `tell` hears of long work."""

    paths: tuple[Path, ...]
    find: Find
    limits: Limits
    selection: Selection
    tell: Telling
    _known: dict[Path, tuple[Stamp, Examined]] = field(default_factory=dict)

    def stamp(self) -> Stamp:
        """What all files look like now; it changes when one of them is saved."""
        return around(self.paths)

    def run(self) -> Findings:
        """Examine every file, or as many as there were before Ctrl-C.

        Raises Misuse for a path that is not there.
        """
        files = self.files()
        done: dict[Path, Examined] = {}
        interrupted = False
        try:
            for file in files:
                done[file] = self._examined(file)
                if done[file].interrupted:
                    interrupted = True
                    break
        except KeyboardInterrupt:
            interrupted = True
        diagnostics = [one for examined in done.values() for one in examined.diagnostics]
        if not interrupted:
            diagnostics += self._of_packs(done)
        coverage = [covered for examined in done.values() for covered in examined.coverage]
        return Findings(in_order(dict.fromkeys(diagnostics)), tuple(coverage), interrupted)

    def files(self) -> dict[Path, None]:
        """The manifests and scenarios below the paths, each once."""
        return {file: None for path in self.paths for file in self._files(path)}

    def _files(self, path: Path) -> tuple[Path, ...]:
        if not path.exists():
            raise Misuse(f"there is no file or folder {path}")
        return self.find(path) if path.is_dir() else (path,)

    def _examined(self, file: Path) -> Examined:
        beside = (one for one in children(file.parent) if one.name.split(".")[0] in (file.stem, "pack"))
        stamped = stamp(beside)
        known = self._known.get(file)
        if known is not None and known[0] == stamped:
            return known[1]
        examined = self._examine(file)
        if not examined.interrupted:
            self._known[file] = stamped, examined
        return examined

    def _examine(self, file: Path) -> Examined:
        selection = self._selection(file.parent)
        if file.name == MANIFEST_FILE:
            return examine_manifest(file, selection)
        self.tell(file, 0)
        return examine(file, self.limits, selection, lambda states: self.tell(file, states))

    def _selection(self, folder: Path) -> Selection:
        pack, _ = read_pack(folder)
        return replace(self.selection, accepted=pack.manifest.check.ignore) if pack else self.selection

    def _of_packs(self, done: dict[Path, Examined]) -> Iterator[Diagnostic]:
        folders: dict[Path, list[Path]] = {}
        for file in done:
            folders.setdefault(file.parent, []).append(file)
        for folder, files in folders.items():
            manifest = folder / MANIFEST_FILE
            subjects = [subject for file in files if (subject := done[file].subject) is not None]
            is_whole = manifest in done and set(self.find(folder)) <= set(files)
            yield from examine_pack(manifest, subjects, self._selection(folder), is_whole=is_whole)
