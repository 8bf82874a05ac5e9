"""From files to an edition that can be played, or to everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator.scenario import digest, mend, minutes, terms
from simulator.scenario.diagnostic import Diagnostic, Finding, Severity, in_order
from simulator.scenario.document import Document, read_document, texts_of
from simulator.scenario.edition import Edition
from simulator.scenario.model import Manifest, Scenario
from simulator.scenario.pack import MANIFEST_FILE, Pack
from simulator.scenario.rules import findings_of
from simulator.scenario.rules.draft import draft_of, located
from simulator.scenario.screenplay import aliases
from simulator.scenario.shape import MANIFEST, SCENARIO
from simulator.scenario.translation import Translated

MOST_DIAGNOSTICS = 1_000
"""A hostile file is not worth more lines than this."""

_FILE_NAME = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a scenario: an edition where nothing forbids playing it, and all diagnostics."""

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the scenario from being played."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.is_error)


def read_scenario(path: Path, language: str | None = None) -> Reading:
    """Read one scenario file, the pack's manifest beside it, and the translation asked for."""
    pack, diagnostics = read_pack(path.parent, language)
    document = read_document(path)
    if not isinstance(document, Document):
        return Reading(None, _bounded([*document, *diagnostics]))
    desk = _Desk(document, pack, language)
    scenario = desk.scenario()
    diagnostics = _bounded([*desk.diagnostics, *diagnostics])
    if scenario is None or any(diagnostic.is_error for diagnostic in diagnostics):
        return Reading(None, diagnostics)
    return Reading(desk.edition(scenario), diagnostics)


def read_pack(folder: Path, language: str | None = None) -> tuple[Pack | None, tuple[Diagnostic, ...]]:
    """A folder's pack, or None where it has no sound manifest; the diagnostics say why."""
    path = folder / MANIFEST_FILE
    if not path.is_file():
        return None, ()
    document = read_document(path)
    if not isinstance(document, Document):
        return None, tuple(document)
    pages = _Pages(document, folder / f"pack.{language}.toml" if language else None)
    manifest, findings = MANIFEST.check(pages.values)
    diagnostics = _bounded(pages.diagnostics_of(findings))
    if manifest is None or any(diagnostic.is_error for diagnostic in diagnostics):
        return None, diagnostics
    return Pack(folder.absolute().name, manifest, folder), diagnostics


def languages_of(path: Path) -> tuple[str, ...]:
    """The languages that stand beside a scenario file as translations."""
    beside = path.parent.glob(f"{path.stem}.*.toml")
    return tuple(sorted(other.name.split(".")[1] for other in beside if other.name.count(".") == 2))


class _Pages:
    """A file and the translation laid over it, if there is one."""

    def __init__(self, document: Document, translation: Path | None) -> None:
        self.document = document
        self.values: dict[str, Any] = document.values
        self.translation: Document | None = None
        self.translated: Translated | None = None
        self._diagnostics = document.diagnostics(document.findings)
        if translation is not None and translation.is_file():
            self._lay(read_document(translation))

    def _lay(self, translation: Document | list[Diagnostic]) -> None:
        if not isinstance(translation, Document):
            self._diagnostics += translation
            return
        self.translation = translation
        self.translated = Translated(self.values, translation.values)
        self.values = self.translated.values
        self._diagnostics += translation.diagnostics([*translation.findings, *self.translated.findings])

    def diagnostics_of(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """The files' own diagnostics, and findings placed in the file that their text comes from."""
        placed = list(self._diagnostics)
        for finding in findings:
            placed += self._home(finding).diagnostics([finding])
        return placed

    def _home(self, finding: Finding) -> Document:
        if self.translation and self.translated and finding.at in self.translated.places:
            return self.translation
        return self.document


class _Desk:
    """One scenario file on its way to an edition."""

    def __init__(self, document: Document, pack: Pack | None, language: str | None) -> None:
        self.document = document
        self.pack = pack
        self.terms: Mapping[str, str] = pack.manifest.terms if pack else {}
        self.language = pack.language if pack else "en"
        path = document.path
        translation = path.with_name(f"{path.stem}.{language}.toml") if language else None
        self.pages = _Pages(document, translation)
        if self.pages.translation and language:
            self.language = language
        self.diagnostics: list[Diagnostic] = []

    def scenario(self) -> Scenario | None:
        """The scenario with terms unfilled, if its shape is right; diagnostics are gathered either way."""
        values = self.pages.values
        scenario, findings = SCENARIO.check(values)
        if scenario is not None:
            findings += findings_of(self._draft(scenario))
        elif patched := mend.mended(values, findings):
            more = findings_of(self._draft(patched[0]))
            findings += [finding for finding in more if mend.is_sound(finding, patched[1])]
        findings += self._term_findings()
        findings += self._file_name_findings()
        self.diagnostics = self.pages.diagnostics_of(findings)
        return scenario

    def edition(self, scenario: Scenario) -> Edition:
        """The edition of a sound scenario, with terms filled in."""
        document = self.document
        filled = self._filled(scenario)
        authored = {member: str(who["name"]) for member, who in document.values["cast"].items()}
        translated = {member: who.name for member, who in filled.cast.items()}
        return Edition(
            scenario=filled,
            id=document.path.stem,
            path=document.path,
            pack=self.pack,
            language=self.language,
            languages=(self.pack.language if self.pack else "en", *languages_of(document.path)),
            digest=digest.digest(document.authored),
            rules=digest.rules_digest(document.authored),
            minutes=filled.minutes or minutes.estimate(document.values),
            speakers=aliases({**authored}, translated)[0],
        )

    def _draft(self, scenario: Scenario) -> Any:
        manifest: Manifest | None = self.pack.manifest if self.pack else None
        return draft_of(scenario, manifest, self._authored_names())

    def _authored_names(self) -> dict[str, str]:
        cast = self.document.values.get("cast")
        members = cast.items() if isinstance(cast, dict) else ()
        named = {member: who.get("name") for member, who in members if isinstance(who, dict)}
        return {member: name for member, name in named.items() if isinstance(name, str)}

    def _has_terms(self) -> bool:
        translation = self.pages.translation
        return "{" in self.document.text or (translation is not None and "{" in translation.text)

    def _filled(self, scenario: Scenario) -> Scenario:
        if not self._has_terms():
            return scenario
        return SCENARIO.check(terms.fill_all(self.pages.values, self.terms))[0] or scenario

    def _term_findings(self) -> list[Finding]:
        if not self._has_terms():
            return []
        texts = texts_of(self.pages.values)
        return [located(problem, at) for at, text in texts for problem in terms.misfits(text, self.terms)]

    def _file_name_findings(self) -> list[Finding]:
        stem = self.document.path.stem
        if _FILE_NAME.fullmatch(stem):
            return []
        message = f'"{stem}" is no id for a scenario: small letters, digits and -, with a letter first'
        return [Finding("file-name", message, (), Severity.WARNING, "rename the file")]


def _bounded(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    ordered = in_order(diagnostics)
    if len(ordered) <= MOST_DIAGNOSTICS:
        return ordered
    last = ordered[MOST_DIAGNOSTICS - 1]
    rest = len(ordered) - MOST_DIAGNOSTICS
    more = Diagnostic("too-many-findings", f"and {rest} more findings", last.file, last.span)
    return (*ordered[:MOST_DIAGNOSTICS], more)
