"""What the user is told when the program itself is at fault."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from simulator import __version__
from simulator.packs.places import places
from simulator.words import _


def apology(failure: BaseException) -> str:
    """Keep a report of the failure and return the calm message that says where it is."""
    path = _keep(_report(failure))
    sorry = _("Sorry: something went wrong inside Sparring ({failure}). The fault is ours, not yours.")
    told = [sorry.format(failure=type(failure).__name__)]
    if path:
        told.append(_("What happened is written to {path}\nPlease send us that file.").format(path=path))
    return "\n".join([*told, _("Set SPARRING_DEBUG=1 to see the details here.")])


def _report(failure: BaseException) -> str:
    head = (
        f"Sparring {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"Arguments: {sys.argv[1:]!r}\n\n"
    )
    return head + "".join(traceback.format_exception(failure))


def _keep(report: str) -> Path | None:
    """Write the report into the state folder or else the temporary one; None if neither takes it."""
    name = f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    for folder in (places().state, Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(report, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None
