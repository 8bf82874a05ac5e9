"""A file of somebody else's, read with bounds before any of it is understood."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from simulator.scenario.diagnostic import Diagnostic, Span
from simulator.scenario.plain import one_line

MAX_BYTES = 16 * 1024 * 1024
"""Largest file that is read, in bytes."""

_OTHER_ENCODINGS = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))


def read_text(path: Path) -> str | Diagnostic:
    """The text of a UTF-8 file without its byte-order mark, or the one reason why there is none."""
    try:
        size = _size_of(path)
        if isinstance(size, Diagnostic):
            return size
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return _refusal(path, "no-such-file", "there is no such file", "check the name and the folder")
    except PermissionError:
        return _refusal(path, "unreadable", "this file can't be read", "you lack the permission to read it")
    except (OSError, ValueError) as problem:
        return _refusal(path, "unreadable", f"this file can't be read: {_reason(problem)}")
    return _too_large(path) if len(data) > MAX_BYTES else _decoded(path, data)


def is_there(path: Path) -> bool:
    """Whether something has this name, be it readable or not."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def is_file(path: Path) -> bool:
    """Whether an ordinary file has this name, as far as one may look."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _size_of(path: Path) -> int | Diagnostic:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        return _refusal(path, "is-a-folder", "this is a folder", "name one of the .toml files inside it")
    if not stat.S_ISREG(status.st_mode):
        return _refusal(path, "not-a-file", "this is no ordinary file", "name a .toml file")
    return _too_large(path) if status.st_size > MAX_BYTES else status.st_size


def _decoded(path: Path, data: bytes) -> str | Diagnostic:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        named = [name for mark, name in _OTHER_ENCODINGS if data.startswith(mark)]
        message = "this file is not UTF-8 text" + (f" but {named[0]}" if named else "")
        before = data[: problem.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", "replace")) + 1
        span = Span(line, column, line, column + 1)
        hint = "save it again from your editor with the encoding UTF-8"
        return Diagnostic("not-utf-8", message, one_line(str(path)), span, hint=hint)


def _too_large(path: Path) -> Diagnostic:
    return _refusal(path, "file-too-large", f"this file is larger than {MAX_BYTES // 1024 // 1024} MiB")


def _refusal(path: Path, code: str, message: str, hint: str | None = None) -> Diagnostic:
    return Diagnostic(code, message, one_line(str(path)), hint=hint)


def _reason(problem: Exception) -> str:
    return (problem.strerror if isinstance(problem, OSError) else None) or str(problem)
