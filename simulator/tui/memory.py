"""Where one was when the app was closed, so that it opens there again: a small file that is never needed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from simulator.packs.writing import replace
from simulator.scenario.plain import one_line

FILE = "screens.json"
"""Its name in the state folder."""

LARGEST = 64 * 1024
"""Bytes beyond which it is not ours."""

LONGEST = 200
"""Characters of one thing in it."""

MODES = ("rehearse", "coach")


@dataclass
class Memory:
    """What was sought on Home, the id that was marked there, and the mode of the last play."""

    sought: str = ""
    marked: str | None = None
    mode: str | None = None


def recall(path: Path) -> Memory:
    """What the file holds; nothing where there is none, and nothing of what is broken in it."""
    try:
        data = path.read_bytes()[: LARGEST + 1]
        held = json.loads(data) if len(data) <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        return Memory()
    mode = held.get("mode")
    return Memory(_line(held.get("sought")) or "", _line(held.get("marked")), mode if mode in MODES else None)


def keep(path: Path, memory: Memory) -> None:
    """Write the file, if it would change; where it can't be written, nothing is lost but comfort."""
    if recall(path) != memory:
        with suppress(OSError):
            replace(path, json.dumps(asdict(memory)) + "\n")


def _line(value: Any) -> str | None:
    return one_line(value) if isinstance(value, str) and 0 < len(value) <= LONGEST else None
