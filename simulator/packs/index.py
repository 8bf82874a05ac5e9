"""What a glance at each TOML file told, remembered for as long as the file stays the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from simulator import __version__
from simulator.packs.facts import Facts, facts

MOST_WHOLE = 100
"""New files that are read to their ends; of those beyond, heads must do, so that no library takes long."""


class Unread(Exception):
    """More files are new than one is ready to wait for."""


class Index:
    """Facts by path, kept in a JSON file; a file that can't be read or written is done without.

    With `most_new`, `scenario` and `manifest` raise Unread once more files than that are new.
    """

    def __init__(self, path: Path | None, most_new: int | None = None) -> None:
        self._path = path
        self._known = _load(path) if path else {}
        self._seen: dict[str, list[Any]] = {}
        self._new = 0
        self._most_new = most_new

    def scenario(self, path: Path) -> Facts:
        """What a scenario file says."""
        return self._facts(path, is_scenario=True)

    def manifest(self, path: Path) -> Facts:
        """What a pack's manifest says."""
        return self._facts(path, is_scenario=False)

    def translation(self, path: Path) -> Facts:
        """What the translation of a scenario or of a manifest says."""
        return self._facts(path, is_scenario=False)

    def keep(self) -> None:
        """Write what was seen, and forget the rest."""
        if self._path is None or self._seen == self._known:
            return
        from simulator.packs.writing import replace  # noqa: PLC0415 - needed only after a change

        with suppress(OSError):
            replace(self._path, json.dumps({"program": __version__, "files": self._seen}))

    def _facts(self, path: Path, *, is_scenario: bool) -> Facts:
        key, stamp = str(path.absolute()), _stamp(path)
        found, lasting = self._remembered(key, stamp), True
        if found is None:
            from simulator.packs.glance import glance_at  # noqa: PLC0415 - needed only after a change

            self._new += 1
            if self._most_new is not None and self._new > self._most_new:
                raise Unread
            whole = not is_scenario or self._new <= MOST_WHOLE
            found, lasting = glance_at(path, is_scenario=is_scenario, whole=whole)
        if lasting:
            self._seen[key] = [*stamp, _as_json(found)]
        return found

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


def _as_json(found: Facts) -> dict[str, Any]:
    return {
        **asdict(found),
        "skills": list(found.skills),
        "cast": list(found.cast),
        "authors": list(found.authors),
    }


def _from_json(kept: Mapping[str, Any]) -> Facts | None:
    """Facts as they were kept; None where somebody changed them, so that only plain text comes out."""
    found = facts(kept)
    return found if _as_json(found) == kept else None


def _stamp(path: Path) -> list[int]:
    """What changes when the file does; empty where it can't be looked at."""
    try:
        status = path.stat()
    except OSError:
        return []
    return [status.st_mtime_ns, status.st_size]
