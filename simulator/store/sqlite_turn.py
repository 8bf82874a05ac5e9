"""One start at a time: two that look at the same damaged file would both move it away.

A connection that one of them still held would, when it closes, remove the log of the file that
the other has begun in its place.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep


@contextmanager
def taking_turns(folder: Path, patience: float) -> Iterator[None]:
    """Hold the folder's lock, which no file is needed for and which goes with the process.

    Whoever has waited `patience` seconds goes on without. On Windows nobody has to wait:
    a file that is open can't be moved there.
    """
    if sys.platform == "win32":
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        _lock(held, monotonic() + patience)
        yield
    finally:
        os.close(held)


def _lock(held: int, until: float) -> None:
    import fcntl  # noqa: PLC0415 - there is none on Windows

    with suppress(OSError):  # some network file systems know no such lock
        while monotonic() < until:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                sleep(0.01)
            else:
                return
