"""Whether files were saved since one looked last; cheap enough to ask every second."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
"""Names, times of change and sizes of files: equal where nothing was saved in between."""


def around(paths: Iterable[Path]) -> Stamp:
    """What all TOML files in the folders of these paths, and in the folders inside those, look like now."""
    folders = {path if path.is_dir() else path.parent for path in paths}
    folders |= {child for folder in folders for child in children(folder) if child.is_dir()}
    return stamp(file for folder in sorted(folders) for file in children(folder))


def stamp(files: Iterable[Path]) -> Stamp:
    """What the TOML files among these look like now; one that can't be looked at is left out."""
    found = []
    for file in files:
        if file.suffix != ".toml":
            continue
        try:
            status = file.stat()
        except OSError:
            continue
        found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(found)


def children(folder: Path) -> tuple[Path, ...]:
    """What a folder holds, by name; nothing where it can't be read."""
    try:
        return tuple(sorted(folder.iterdir()))
    except OSError:
        return ()
