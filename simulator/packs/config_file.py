"""The config file as text: reading it, judging each setting, changing single ones."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import tomli_w

from simulator.errors import Refused
from simulator.packs.writing import replace
from simulator.scenario.diagnostic import Diagnostic, Finding
from simulator.scenario.positions import Positions
from simulator.scenario.source import read_text
from simulator.scenario.suggest import did_you_mean
from simulator.scenario.toml_errors import parse
from simulator.scenario.toml_problem import TomlProblem

SHOWN = 20
"""How many mistakes are told at most."""

GLYPHS = ("auto", "rich", "basic")

SCHEME = "://"
SERVERS = ("postgresql://", "postgres://")
"""How the address of a store begins that is no file."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read(path: Path) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """The settings that make sense, with `pack_folders` as paths, and what is wrong with the others."""
    text = read_text(path)
    if isinstance(text, Diagnostic):
        return {}, (text,)
    values, broken = parse(text)
    positions = Positions(text)
    if values is None:
        return {}, tuple(_as_toml(path, positions, problem) for problem in broken)
    findings = [finding for key, value in values.items() if (finding := _judge(key, value))]
    wrong = {finding.at[0] for finding in findings}
    good = {key: value for key, value in values.items() if key not in wrong}
    if "store" in good:
        good["store"] = _store(path, good["store"])
    good["pack_folders"] = tuple(_folder(path, name) for name in good.get("pack_folders", ()))
    return good, tuple(_located(path, positions, finding) for finding in findings[:SHOWN])


def change(path: Path, settings: Mapping[str, str]) -> None:
    """Write settings beside those that the file has. Raises `Refused`."""
    known: dict[str, Any] = {}
    if os.path.lexists(path):
        text = read_text(path)
        values = None if isinstance(text, Diagnostic) else parse(text)[0]
        if values is None or read(path)[1]:
            raise Refused(f"the setting was not kept: {path} has mistakes that come first")
        known = values
    try:
        replace(path, tomli_w.dumps({**known, **settings}))
    except OSError as error:
        raise Refused(f"the setting was not kept in {path}: {error.strerror}") from error


def _judge(key: str, value: Any) -> Finding | None:
    """What is wrong with one setting."""
    if key not in _SETTINGS:
        hint = did_you_mean(key, _SETTINGS)
        return Finding("unknown-key", f'there is no setting "{key}"', (key,), hint=hint, on_key=True)
    holds, wanted = _SETTINGS[key]
    return None if holds(value) else Finding("wrong-value", f"{key} should be {wanted}", (key,))


def _as_toml(path: Path, positions: Positions, found: TomlProblem) -> Diagnostic:
    excerpt = positions.line_text(found.span.line)
    return Diagnostic(found.code, found.message, str(path), found.span, hint=found.hint, excerpt=excerpt)


def _located(path: Path, positions: Positions, found: Finding) -> Diagnostic:
    span = (positions.key if found.on_key else positions.value)(found.at)
    excerpt = positions.line_text(span.line)
    return Diagnostic(found.code, found.message, str(path), span, hint=found.hint, excerpt=excerpt)


def _folder(config: Path, name: str) -> Path:
    """A folder as written: from the home folder, absolute, or beside the config file."""
    return config.parent / os.path.expanduser(name)  # noqa: PTH111 - the other one fails where there is no home


def _store(config: Path, where: str) -> str:
    """An address as written; a file like a folder."""
    return where if SCHEME in where else str(_folder(config, where))


def _is_store(value: Any) -> bool:
    if not isinstance(value, str) or not value.isprintable():
        return False
    return value.startswith(SERVERS) if SCHEME in value else bool(value.strip())


def _are_folders(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) and item for item in value)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 80 and value.isprintable()


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None


_SETTINGS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "pack_folders": (_are_folders, 'a list of folders, such as ["~/our-packs"]'),
    "theme": (_is_name, 'the name of a theme, or "auto"'),
    "glyphs": (lambda value: value in GLYPHS, '"auto", "rich" or "basic"'),
    "language": (_is_language, 'a language code, such as "en" or "fr"'),
    "learner": (_is_name, 'a name, such as "Sam"'),
    "store": (_is_store, 'a file, such as "~/plays.sqlite3", or an address "postgresql://..."'),
}
