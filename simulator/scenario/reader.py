"""From files to an edition that can be played, or to everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.scenario.desk import Desk
from simulator.scenario.diagnostic import Diagnostic, Severity, in_order
from simulator.scenario.document import Document, read_document
from simulator.scenario.edition import Edition
from simulator.scenario.manifest import Folder, read_folder
from simulator.scenario.pack import MANIFEST_FILE, Pack
from simulator.scenario.pages import LANGUAGE
from simulator.scenario.pause import collecting_later
from simulator.scenario.plain import one_line
from simulator.scenario.source import is_file

MOST_DIAGNOSTICS = 1_000
"""A hostile file is not worth more lines than this."""

_TRANSLATION = re.compile(rf"(?P<id>.+)\.(?P<language>{LANGUAGE.pattern})\.toml")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a scenario: an edition where nothing forbids playing it, and all diagnostics."""

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the scenario from being played."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.is_error)


def read_scenario(path: Path, language: str | None = None, terms: Mapping[str, str] | None = None) -> Reading:
    """Read one scenario file, the pack's manifest beside it, and the translation asked for.

    `terms` replace those of the manifest, for a play that was begun under others.
    """
    if other := _other_kind(path):
        return Reading(None, (other,))
    with collecting_later():
        folder = read_folder(path.parent, language, terms)
        document = read_document(path)
        if not isinstance(document, Document):
            return Reading(None, _bounded([*document, *folder.diagnostics]))
        desk = Desk(document, folder, language)
        scenario = desk.scenario()
        diagnostics = _bounded([*desk.diagnostics, *folder.diagnostics])
        if scenario is None or any(diagnostic.is_error for diagnostic in diagnostics):
            return Reading(None, diagnostics)
        return Reading(desk.edition(scenario, languages_of(path)), diagnostics)


def read_pack(folder: Path, language: str | None = None) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """A folder's pack, or None where it has no sound manifest; the diagnostics say why."""
    read: Folder = read_folder(folder, language)
    return read.pack, _bounded(read.diagnostics)


def languages_of(path: Path) -> tuple[str, ...]:
    """The languages that stand beside a scenario file as translations."""
    try:
        beside = [_TRANSLATION.fullmatch(other.name) for other in path.parent.iterdir()]
    except (OSError, ValueError):
        return ()
    return tuple(sorted(name["language"] for name in beside if name and name["id"] == path.stem))


def _other_kind(path: Path) -> Diagnostic | None:
    """What to say of a file that belongs to a scenario and is none."""
    translation = _TRANSLATION.fullmatch(path.name)
    if translation and is_file(path.with_name(f"{translation['id']}.toml")):
        message = f"this is the translation of {translation['id']}.toml"
        hint = "name that file: its translations are read with it"
    elif path.name == MANIFEST_FILE and is_file(path):
        message, hint = "this is the manifest of a pack", "name one of the scenarios beside it"
    else:
        return None
    return Diagnostic("not-a-scenario", one_line(message), one_line(str(path)), hint=hint)


def _bounded(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of the text, each once and on a plain line; of very many, errors first."""
    ordered = in_order(dict.fromkeys(diagnostics))
    more: list[Diagnostic] = []
    if len(ordered) > MOST_DIAGNOSTICS:
        ordered = tuple(sorted(ordered, key=lambda diagnostic: not diagnostic.is_error))
        rest = ordered[MOST_DIAGNOSTICS:]
        ordered = in_order(ordered[:MOST_DIAGNOSTICS])
        severity = Severity.ERROR if rest[0].is_error else Severity.WARNING
        message = "further findings are not shown; mend these first"
        more = [Diagnostic("too-many-findings", message, ordered[-1].file, ordered[-1].span, severity)]
    return tuple(_plainly(diagnostic) for diagnostic in [*ordered, *more])


def _plainly(diagnostic: Diagnostic) -> Diagnostic:
    """The same diagnostic, with nothing in it that a terminal would obey."""
    said = (diagnostic.file, diagnostic.message, diagnostic.hint or "")
    if all(text.isprintable() for text in said):
        return diagnostic
    return Diagnostic(
        diagnostic.code,
        one_line(diagnostic.message),
        one_line(diagnostic.file),
        diagnostic.span,
        diagnostic.severity,
        None if diagnostic.hint is None else one_line(diagnostic.hint),
        diagnostic.excerpt,
    )
