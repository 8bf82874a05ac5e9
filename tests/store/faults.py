"""Real faults: rights that are missing, a disk that takes no more, pages that are damaged."""

from __future__ import annotations

import os
import pwd
import resource
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def someone_elses_folder(*held: Path) -> Iterator[Path]:
    """A folder, with copies of files in it, that may be read but not written by the user who is asking."""
    folder = Path(tempfile.mkdtemp(prefix="sparring-"))
    for file in held:
        shutil.copy(file, folder)
        (folder / file.name).chmod(0o444)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file can grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def damage(path: Path, *, after: int = 0) -> bytes:
    """Overwrite all pages but those before an offset, and return what the file is then."""
    content = path.read_bytes()
    spoilt = content[:after] + b"\xa5" * (len(content) - after)
    with path.open("r+b") as file:
        file.write(spoilt)
    return spoilt


def files(path: Path) -> dict[str, bytes]:
    """Everything that lies beside a file, and the file."""
    found = {}
    for each in path.parent.iterdir():
        with suppress(OSError):
            found[each.name] = each.read_bytes()
    return found
