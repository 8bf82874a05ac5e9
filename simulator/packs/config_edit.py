"""Changing single settings in the config file, with everything else in it left as it was."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import tomli_w

from simulator.errors import Refused
from simulator.packs.writing import replace
from simulator.scenario.diagnostic import Diagnostic, Span
from simulator.scenario.positions import Positions
from simulator.scenario.source import read_text
from simulator.scenario.toml_errors import parse
from simulator.words import _

Value: TypeAlias = str | bool | list[str] | None


def change(path: Path, settings: Mapping[str, Value]) -> None:
    """Write settings into a file, or take out those that are None. Raises `Refused`."""
    text = _text(path)
    try:
        new, is_anew = edited(text, settings)
        if is_anew:
            _keep_old(path, text)
        replace(path, new)
    except OSError as error:
        told = _("the setting was not kept in {file}: {why}")
        raise Refused(told.format(file=path, why=error.strerror)) from error


def add(path: Path, key: str, item: str) -> None:
    """Write one more item into a list of texts, once. Raises `Refused`."""
    known = tomllib.loads(_text(path)).get(key, [])
    if not isinstance(known, list) or not all(isinstance(one, str) for one in known):
        told = _("the setting was not kept: {key} in {file} is no list of texts")
        raise Refused(told.format(key=key, file=path))
    if item not in known:
        change(path, {key: [*known, item]})


def edited(text: str, settings: Mapping[str, Value]) -> tuple[str, bool]:
    """The text with settings changed, and whether it had to be written anew, without its comments."""
    wanted = _without_none({**tomllib.loads(text), **settings})
    new = text
    for key, value in settings.items():
        new = _with(new, key, value)
        if not _holds(new, key, value):
            return tomli_w.dumps(wanted), True
    return (new, False) if _parsed(new) == wanted else (tomli_w.dumps(wanted), True)


def _text(path: Path) -> str:
    if not os.path.lexists(path):
        return ""
    text = read_text(path)
    if isinstance(text, Diagnostic) or parse(text)[0] is None:
        told = _("the setting was not kept: {file} has mistakes that come first")
        raise Refused(told.format(file=path))
    return text


def _with(text: str, key: str, value: Value) -> str:
    """The text with one setting changed; right for all but odd ways of writing, which the caller finds."""
    positions = Positions(text)
    known = tomllib.loads(text)
    if key in known:
        span = positions.value((key,))
        return _without_lines(text, positions.key((key,)), span) if value is None else _put(text, span, value)
    return text if value is None else _added(text, positions, known, f"{key} = {_literal(value)}\n")


def _put(text: str, span: Span, value: Value) -> str:
    lines = text.splitlines(keepends=True)
    before = lines[span.line - 1][: span.column - 1]
    after = lines[span.end_line - 1][span.end_column - 1 :]
    return "".join([*lines[: span.line - 1], before, _literal(value), after, *lines[span.end_line :]])


def _without_lines(text: str, key: Span, value: Span) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: key.line - 1], *lines[value.end_line :]])


def _added(text: str, positions: Positions, known: Mapping[str, Any], line: str) -> str:
    """The text with a line more below the last of the settings that stand before the first table."""
    ends = [positions.value((key,)).end_line for key, value in known.items() if not isinstance(value, dict)]
    lines = text.splitlines(keepends=True)
    at = max(ends, default=0)
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    return "".join([*lines[:at], line, *lines[at:]])


def _literal(value: Value) -> str:
    return tomli_w.dumps({"key": value}).removeprefix("key = ").rstrip("\n")


def _holds(text: str, key: str, value: Value) -> bool:
    known = _parsed(text)
    return known is not None and known.get(key) == value


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _without_none(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _keep_old(path: Path, text: str) -> None:
    """Keep the file as it was, the first time it is written anew."""
    old = path.with_name(f"{path.name}.bak")
    if not os.path.lexists(old):
        replace(old, text)
