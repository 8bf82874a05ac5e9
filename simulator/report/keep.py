"""Writing a debrief to a file without ever overwriting one."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from simulator.errors import Refused
from simulator.words import _


def keep(content: str, name: str, folder: Path, ending: str = "txt") -> Path:
    """Write a text as `sparring-NAME.txt`, or with the next free number, and return where it is.

    Raises Refused where the folder can't be written to.
    """
    for number in count(1):
        path = folder / (f"sparring-{name}.{ending}" if number == 1 else f"sparring-{name}-{number}.{ending}")
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(content)
        except FileExistsError:
            continue
        except OSError as problem:
            told = _("{file} can't be written: {why}").format(file=path, why=problem.strerror)
            raise Refused(told, _("try from another folder")) from None
        return path
    raise AssertionError("numbers do not run out")
