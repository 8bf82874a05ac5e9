"""The config file as text: reading it, judging each setting."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from simulator.scenario.diagnostic import Diagnostic, Finding, in_order
from simulator.scenario.positions import Positions
from simulator.scenario.source import read_text
from simulator.scenario.suggest import did_you_mean
from simulator.scenario.toml_errors import parse
from simulator.scenario.toml_problem import TomlProblem
from simulator.store.url import without_password

Judge: TypeAlias = Callable[[Any, Mapping[str, Any]], tuple[Any, list[Finding]]]
"""From what the file says of one setting, and all that it says, to what holds and what is wrong."""

SHOWN = 20
"""How many mistakes are told at most."""

GLYPHS = ("auto", "rich", "basic")
MODES = ("rehearse", "coach")

NOTHING: Any = object()
"""In place of a setting that makes no sense."""

SCHEME = "://"
SERVERS = ("postgresql://", "postgres://")
"""How the address of a store begins that is no file."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read(path: Path, judges: Mapping[str, Judge]) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """The settings that make sense, with `pack_folders` as paths, and what is wrong with the others."""
    text = read_text(path)
    if isinstance(text, Diagnostic):
        return {}, (text,)
    values, broken = parse(text)
    positions = Positions(text)
    if values is None:
        return {}, tuple(_as_toml(path, positions, problem) for problem in broken)
    good: dict[str, Any] = {}
    findings: list[Finding] = []
    for key, value in values.items():
        held, wrong = _judge(key, value, values, judges)
        findings += wrong
        if held is not NOTHING:
            good[key] = held
    if "store" in good:
        good["store"] = _store(path, good["store"])
    good["pack_folders"] = tuple(_folder(path, name) for name in good.get("pack_folders", ()))
    return good, in_order(_located(path, positions, finding) for finding in findings[:SHOWN])


def _judge(
    key: str, value: Any, values: Mapping[str, Any], judges: Mapping[str, Judge]
) -> tuple[Any, list[Finding]]:
    """What one setting comes to, with what is wrong with it."""
    if key in judges:
        return judges[key](value, values)
    if key in SETTINGS:
        return SETTINGS[key](value, values)
    hint = did_you_mean(key, SETTINGS)
    return NOTHING, [Finding("unknown-key", f'there is no setting "{key}"', (key,), hint=hint, on_key=True)]


def _as_toml(path: Path, positions: Positions, found: TomlProblem) -> Diagnostic:
    excerpt = _quoted(positions, found.span.line)
    return Diagnostic(found.code, found.message, str(path), found.span, hint=found.hint, excerpt=excerpt)


def _located(path: Path, positions: Positions, found: Finding) -> Diagnostic:
    span = (positions.key if found.on_key else positions.value)(found.at)
    excerpt = _quoted(positions, span.line)
    return Diagnostic(found.code, found.message, str(path), span, found.severity, found.hint, excerpt)


def _quoted(positions: Positions, line: int) -> str:
    """A line of the file as it may be shown: it may hold the address of a store, password and all."""
    return without_password(positions.line_text(line))


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


def _folders(value: Any, _values: Mapping[str, Any]) -> tuple[Any, list[Finding]]:
    """The folders that are named rightly; each of the others is told."""
    wanted = 'pack_folders should be a list of folders, such as ["~/our-packs"]'
    if not isinstance(value, list):
        return NOTHING, [Finding("wrong-value", wanted, ("pack_folders",))]
    wrong = [at for at, item in enumerate(value) if not (isinstance(item, str) and item and "\0" not in item)]
    findings = [
        Finding("wrong-value", "this is no folder's name", ("pack_folders", at), hint=wanted) for at in wrong
    ]
    return [item for at, item in enumerate(value) if at not in wrong], findings


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and 0 < len(value) <= 80 and value.isprintable()


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None


def _simple(key: str, holds: Callable[[Any], bool], wanted: str) -> Judge:
    """The judge of a setting of one value."""

    def judge(value: Any, _values: Mapping[str, Any]) -> tuple[Any, list[Finding]]:
        if holds(value):
            return value, []
        return NOTHING, [Finding("wrong-value", f"{key} should be {wanted}", (key,))]

    return judge


def _unjudged(value: Any, _values: Mapping[str, Any]) -> tuple[Any, list[Finding]]:
    """A setting that is none of this command's business."""
    return (value if isinstance(value, dict) else NOTHING), []


SETTINGS: dict[str, Judge] = {
    "pack_folders": _folders,
    "keys": _unjudged,
    "themes": _unjudged,
} | {
    key: _simple(key, holds, wanted)
    for key, holds, wanted in (
        ("theme", _is_name, 'the name of a theme, or "auto"'),
        ("glyphs", lambda value: value in GLYPHS, '"auto", "rich" or "basic"'),
        ("language", _is_language, 'a language code, such as "en" or "fr"'),
        ("learner", _is_name, 'a name, such as "Sam"'),
        ("store", _is_store, 'the path of a file, or a "postgresql://" address'),
        ("motion", lambda value: isinstance(value, bool), "true or false"),
        ("mouse", lambda value: isinstance(value, bool), "true or false"),
        ("mode", lambda value: value in MODES, '"rehearse" or "coach"'),
    )
}
