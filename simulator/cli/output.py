"""Printing for scripts and people: plain text, and a reader who leaves early is no failure."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import Any, TextIO

import click

from simulator.words.spelling import in_ascii, shows_ascii_alone

UNPRINTABLE = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)])
"""Control characters but tab and newline: what a terminal would obey instead of show."""


def put(text: str) -> None:
    """Print a text and a line end to stdout; once nobody reads it any more, the rest is dropped silently."""
    try:
        click.echo(spelled(text))
    except BrokenPipeError:
        _silence(sys.stdout)


def put_json(value: Any) -> None:
    """Print a value as JSON in ASCII, which no encoding of a terminal or pipe can garble."""
    put(json.dumps(value, indent=2))


def note(text: str) -> None:
    """Print a text to stderr, rid of control characters: it may quote what the user or a file said."""
    try:
        click.echo(spelled(text.translate(UNPRINTABLE)), err=True)
    except BrokenPipeError:
        _silence(sys.stderr)


def spelled(text: str) -> str:
    """The text as this terminal can show it."""
    encoding = None if sys.stdout is None else sys.stdout.encoding
    return in_ascii(text) if shows_ascii_alone(os.environ, encoding) else text


def forgive() -> None:
    """Let stdout and stderr show "?" for what their encoding can't say, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def flush() -> None:
    """Hand on all that was printed, so that leaving the program can't fail."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            _silence(stream)


def _silence(stream: TextIO) -> None:
    """Send what is still to come on a stream nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
