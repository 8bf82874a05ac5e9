"""Asking before something is removed for good."""

from __future__ import annotations

import sys

from simulator.cli.output import put
from simulator.errors import Misuse
from simulator.words import _


def agreed(question: str, *, yes: bool) -> bool:
    """Whether the person agrees; `yes` says so in advance.

    Raises Misuse where nobody is there to ask: no terminal, and not agreed in advance.
    """
    if yes:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        raise Misuse(_("there is no terminal to ask on"), _("--yes agrees in advance"))
    put(f"{question} {_('y/n')}:")
    return sys.stdin.readline().strip().lower() in {"y", "yes", *_("y yes").split()}
