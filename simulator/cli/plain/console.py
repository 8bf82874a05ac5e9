"""Asking and telling, one line after the other."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress

import click

from simulator.cli.output import spelled
from simulator.scenario.plain import made_plain, one_line

LONGEST = 4_000
"""Characters of what is typed in words at most; the rest is dropped."""

WIDEST = 100
"""Longer lines are tiring to read; nothing is wrapped wider, in columns."""


class InputEnded(Exception):
    """There is no more input: stdin was closed."""


def width() -> int:
    """How wide lines are printed, in columns."""
    return min(WIDEST, shutil.get_terminal_size().columns - 1)


class Console:
    """Where plain mode talks: stdout, or stderr where stdout is kept for data."""

    def __init__(self, *, aside: bool = False) -> None:
        self._aside = aside
        self.width = width()
        with suppress(AttributeError):
            sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]

    def tell(self, text: str = "") -> None:
        """Print a text, made plain, and a line end. Raises BrokenPipeError once nobody reads any more."""
        click.echo(spelled(made_plain(text)), err=self._aside)

    def ask(self, prompt: str) -> str:
        """Print a prompt and return the answer without blanks around it.

        Raises InputEnded where stdin is closed.
        """
        self.tell(prompt)
        answer = sys.stdin.readline() if sys.stdin else ""
        if not answer:
            raise InputEnded
        return answer.strip()

    def words(self, prompt: str) -> str:
        """Ask for words to keep: plain text on one line. Raises InputEnded."""
        return one_line(self.ask(prompt))[:LONGEST]
