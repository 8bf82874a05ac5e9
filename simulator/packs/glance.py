"""A glance at one TOML file: its values without the model's checks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from simulator.packs.facts import Facts, facts, text
from simulator.scenario.diagnostic import Diagnostic
from simulator.scenario.guard import refuse
from simulator.scenario.minutes import estimate
from simulator.scenario.source import read_text
from simulator.scenario.toml_errors import parse

_BEATS = re.compile(r"^[ \t]*\[{1,2}[ \t]*beats\b", re.MULTILINE)
_HEADER_OR_TEXT = re.compile(
    r"""
    ^[ \t]*
    (?: \[{1,2}[ \t]*(?P<header>[^\]\n]{0,200})\]
      | (?P<key>[\w-]+)[ \t]*=[ \t]*
        (?: \"{3}(?P<long>[^"]*(?:"(?!"")[^"]*)*)\"{3}
          | '{3}(?P<raw>.*?)'{3}
          | "(?P<short>(?:[^"\\\n]|\\[^\n])*)"
          | '(?P<bare>[^'\n]*)'
        )
    )
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_SPEAKING = re.compile(r"beats\.[^.]+(\.choices\.[^.]+)?")


def glance_at(path: Path, *, is_scenario: bool, whole: bool = True) -> tuple[Facts, bool]:
    """What a file says, and whether that holds for as long as the file stays the same.

    Whether a file can be read at all may change without a trace on it. Unless the `whole`
    file is asked for, a scenario's head is parsed where that is enough, ten times as fast:
    mistakes further down then show when it is opened.
    """
    source = read_text(path)
    if isinstance(source, Diagnostic):
        return Facts(error=source.message), False
    head = None if whole else _head(source)
    if head is not None:
        return head, True
    values, problems = parse(source)
    if values is None:
        return Facts(error=text(f"line {problems[0].span.line}: {problems[0].message}")), True
    seen = replace(facts(values), error=None)
    if not is_scenario:
        return seen, True
    error = None if seen.title else "it has no title"
    return replace(seen, minutes=seen.minutes or estimate(values), error=error), True


def _head(source: str) -> Facts | None:
    """What stands before the first beat, with the words of the beats counted; None where that won't do."""
    beats = _BEATS.search(source)
    head = source[: beats.start()] if beats else ""
    if beats is None or refuse(head):
        return None
    try:
        values = tomllib.loads(head)
    except (ValueError, RecursionError):
        return None
    seen = replace(facts(values), error=None)
    said = {"all": {"script": " ".join(_spoken(source, beats.start()))}}
    minutes = seen.minutes or estimate({**values, "beats": said})
    return replace(seen, minutes=minutes) if seen.title else None


def _spoken(source: str, start: int) -> Iterator[str]:
    """The scripts, words and replies of all beats, as they are written."""
    speaks = False
    for found in _HEADER_OR_TEXT.finditer(source, start):
        if found["header"] is not None:
            speaks = _SPEAKING.fullmatch(found["header"].strip()) is not None
        elif speaks and found["key"] in {"script", "say", "reply"}:
            yield from filter(None, (found["long"], found["raw"], found["short"], found["bare"]))
