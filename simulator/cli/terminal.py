"""Whether there is a terminal to draw on."""

from __future__ import annotations

import os
import sys


def can_draw() -> bool:
    """Whether both ends of the program are a terminal that can be drawn on."""
    ends = (sys.stdin, sys.stdout)
    return os.environ.get("TERM") != "dumb" and all(end is not None and end.isatty() for end in ends)
