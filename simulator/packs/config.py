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
from simulator.scenario.diagnostic import Diagnostic, Location, Span
from simulator.scenario.positions import Positions
from simulator.scenario.suggest import did_you_mean
from simulator.scenario.toml_errors import parse

LARGEST = 1_048_576
"""Bytes of a config file at most."""

GLYPHS = ("full", "basic")
"""`basic` keeps to characters that are one cell wide on every terminal."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; what the file leaves out or gets wrong stands at its default.

    `pack_folders` are packs, or folders of packs, of one's own. `theme` and
    `language` are None where the program chooses; `learner` is the name that
    plays are kept under.
    """

    pack_folders: tuple[Path, ...] = ()
    theme: str | None = None
    glyphs: str = GLYPHS[0]
    language: str | None = None
    learner: str | None = None


def load(path: Path) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a file and what is wrong with it; defaults where there is no such file."""
    try:
        if path.stat().st_size > LARGEST:
            return Config(), (_about_file(path, "too-large", "the config file is larger than 1 MiB"),)
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return Config(), ()
    except OSError as error:
        return Config(), (_about_file(path, "unreadable", f"the config can't be read: {error.strerror}"),)
    except UnicodeDecodeError:
        return Config(), (_about_file(path, "not-utf-8", "the config is not UTF-8 text"),)
    return _read(path, text)


def remember(path: Path, settings: Mapping[str, str]) -> None:
    """Change single settings in the file and keep the others; comments don't survive.

    Raises `Refused` where the file can't be written, or holds what can't be read and would be lost.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        known, problems = parse(text)
        if problems or known is None:
            raise Refused(f"{path} has mistakes, so nothing was changed in it")
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, tomli_w.dumps({**known, **settings}))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"the setting could not be kept in {path}: {error}") from error


def replace(path: Path, text: str) -> None:
    """Write a text file in one step: whoever reads it meanwhile sees the old text or the new, never half."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _read(path: Path, text: str) -> tuple[Config, tuple[Diagnostic, ...]]:
    values, broken = parse(text)
    if values is None:
        return Config(), tuple(
            _diagnostic(path, text, problem.span, problem.code, problem.message, problem.hint)
            for problem in broken
        )
    good: dict[str, Any] = {}
    found = []
    for key, value in values.items():
        if wrong := _wrong(key, value):
            code, message, hint = wrong
            positions = Positions(text)
            at: Location = (key,)
            span = positions.key(at) if code == "unknown-key" else positions.value(at)
            found.append(_diagnostic(path, text, span, code, message, hint))
        else:
            good[key] = value
    good["pack_folders"] = tuple(_folder(path, name) for name in good.get("pack_folders", ()))
    return Config(**good), tuple(found)


def _wrong(key: str, value: Any) -> tuple[str, str, str | None] | None:
    """Code, message and hint of what is wrong with one setting, or None."""
    if key not in _SETTINGS:
        return "unknown-key", f'there is no setting "{key}"', did_you_mean(key, _SETTINGS)
    holds, wanted = _SETTINGS[key]
    return None if holds(value) else ("wrong-value", f"{key} should be {wanted}", None)


def _folder(config: Path, name: str) -> Path:
    """A folder as written: from the home folder, absolute, or beside the config file."""
    return config.parent / Path(name).expanduser()


def _about_file(path: Path, code: str, message: str) -> Diagnostic:
    return Diagnostic(code, message, str(path))


def _diagnostic(path: Path, text: str, span: Span, code: str, message: str, hint: str | None) -> Diagnostic:
    lines = text.splitlines()
    excerpt = lines[span.line - 1] if span.line <= len(lines) else None
    return Diagnostic(code, message, str(path), span, hint=hint, excerpt=excerpt)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 80 and value.isprintable()


_SETTINGS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "pack_folders": (
        lambda value: isinstance(value, list) and all(isinstance(item, str) and item for item in value),
        'a list of folders, such as ["~/our-packs"]',
    ),
    "theme": (_is_name, 'the name of a theme, such as "textual-light"'),
    "glyphs": (lambda value: value in GLYPHS, '"full" or "basic"'),
    "language": (
        lambda value: isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None,
        'a language code, such as "en" or "fr"',
    ),
    "learner": (_is_name, 'a name, such as "Sam"'),
}
