"""The user's settings: one TOML file that is never needed and never fatal."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from simulator.errors import Refused
from simulator.scenario.diagnostic import Diagnostic, Finding
from simulator.scenario.positions import Positions
from simulator.scenario.source import read_text
from simulator.scenario.suggest import did_you_mean
from simulator.scenario.toml_errors import parse
from simulator.scenario.toml_problem import TomlProblem

SHOWN = 20
"""How many mistakes of a config are told at most."""

GLYPHS = ("auto", "rich", "basic")
"""`basic` keeps to characters that are one cell wide on every terminal; `auto` lets the program judge."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; what the file leaves out or gets wrong stands at its default.

    `pack_folders` are packs, or folders of packs, of one's own. `language` is
    None for each pack's own; `learner` is the name that plays are kept under.
    """

    pack_folders: tuple[Path, ...] = ()
    theme: str = "auto"
    glyphs: str = GLYPHS[0]
    language: str | None = None
    learner: str | None = None


def load(path: Path) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a file and what is wrong with it; defaults where there is no such file."""
    text = read_text(path)
    if isinstance(text, Diagnostic):
        return Config(), () if text.code == "no-such-file" else (text,)
    values, broken = parse(text)
    positions = Positions(text)
    if values is None:
        return Config(), tuple(_as_toml(path, positions, problem) for problem in broken)
    findings = [finding for key, value in values.items() if (finding := _judge(key, value))]
    wrong = {finding.at[0] for finding in findings}
    good = {key: value for key, value in values.items() if key not in wrong}
    good["pack_folders"] = tuple(_folder(path, name) for name in good.get("pack_folders", ()))
    return Config(**good), tuple(_located(path, positions, finding) for finding in findings[:SHOWN])


def remember(path: Path, settings: Mapping[str, str]) -> None:
    """Change single settings in the file and keep the others; comments don't survive.

    Raises `Refused` where the file can't be written, or has mistakes and would lose what they meant.
    """
    _, mistakes = load(path)
    if mistakes:
        raise Refused(f"the setting was not kept: {path} has mistakes that come first")
    try:
        known, _ = parse(path.read_text(encoding="utf-8-sig")) if path.exists() else ({}, [])
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, tomli_w.dumps({**(known or {}), **settings}))
    except OSError as error:
        raise Refused(f"the setting was not kept in {path}: {error.strerror}") from error


def replace(path: Path, text: str) -> None:
    """Write a text file in one step: whoever reads it meanwhile sees the old text or the new, never half."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


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


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 80 and value.isprintable()


_SETTINGS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "pack_folders": (
        lambda value: isinstance(value, list) and all(isinstance(item, str) and item for item in value),
        'a list of folders, such as ["~/our-packs"]',
    ),
    "theme": (_is_name, 'the name of a theme, or "auto"'),
    "glyphs": (lambda value: value in GLYPHS, '"auto", "rich" or "basic"'),
    "language": (
        lambda value: isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None,
        'a language code, such as "en" or "fr"',
    ),
    "learner": (_is_name, 'a name, such as "Sam"'),
}
