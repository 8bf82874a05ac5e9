"""What the program itself was asked for, before any command: names in click's `meta`."""

from __future__ import annotations

import click

NO_MOUSE = "simulator.cli.no_mouse"


def wants_no_mouse() -> bool:
    """Whether the mouse is to be left to the terminal, as far as the program was asked."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(NO_MOUSE))
