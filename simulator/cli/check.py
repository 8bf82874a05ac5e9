"""`sparring check`: everything that is wrong with scenarios and packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from simulator.cli.output import put, put_json
from simulator.errors import Misuse
from simulator.packs.find import files_under
from simulator.scenario.diagnostic import Diagnostic, as_json, in_order, render
from simulator.scenario.pack import MANIFEST_FILE
from simulator.scenario.reader import languages_of, read_pack, read_scenario


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
def check(paths: tuple[str, ...], form: str, strict: bool) -> int:
    """Check files, packs and folders of packs, and tell every finding with its line.

    \b
    Example:
      sparring check scenarios/clients
      sparring check my-scenario.toml --format json
    """
    diagnostics = _diagnostics(Path(path) for path in paths)
    errors = sum(diagnostic.is_error for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    if form == "json":
        found = [as_json(diagnostic) for diagnostic in diagnostics]
        put_json({"findings": found, "coverage": [], "errors": errors, "warnings": warnings})
    else:
        for diagnostic in diagnostics:
            put(render(diagnostic) + "\n")
        put(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}")
    return 1 if errors or (strict and warnings) else 0


def _diagnostics(paths: Iterable[Path]) -> tuple[Diagnostic, ...]:
    """Everything found below some paths, each finding once, however many files share it."""
    found = {diagnostic: None for path in paths for file in _files(path) for diagnostic in _of_file(file)}
    return in_order(found)


def _files(path: Path) -> tuple[Path, ...]:
    if not path.exists():
        raise Misuse(f"there is no file or folder {path}")
    return files_under(path) if path.is_dir() else (path,)


def _of_file(path: Path) -> Iterator[Diagnostic]:
    if path.name == MANIFEST_FILE:
        yield from read_pack(path.parent)[1]
        return
    for language in (None, *languages_of(path)):
        yield from read_scenario(path, language).diagnostics


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"
