"""One file from reading to its findings: everything of the reader, then every check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from simulator.analysis.checks.explain import explanations
from simulator.analysis.checks.findings import Coverage
from simulator.analysis.checks.found import Check, Found, Group
from simulator.analysis.checks.patch import patched
from simulator.analysis.checks.registry import DRAFT, OF_MANIFESTS, OF_PACKS, OF_SCENARIOS, OF_TRANSLATIONS
from simulator.analysis.checks.selection import Selection
from simulator.analysis.checks.subject import Accepted, Collection, Subject, Translation, Trial
from simulator.analysis.checks.weigh import Clock, Limits, Progress, explored, weighed
from simulator.scenario.diagnostic import Diagnostic, Finding, Severity
from simulator.scenario.document import Document, read_document
from simulator.scenario.pause import collecting_later
from simulator.scenario.reader import MOST_DIAGNOSTICS, languages_of, read_pack, read_scenario
from simulator.scenario.source import read_text

__all__ = ["Examined", "Limits", "examine", "examine_manifest", "examine_pack"]


@dataclass(frozen=True)
class Examined:
    """What came of one file; `subject` is None where it can't be read."""

    diagnostics: tuple[Diagnostic, ...]
    coverage: tuple[Coverage, ...] = ()
    subject: Subject | None = None
    interrupted: bool = False


def examine(path: Path, limits: Limits, selection: Selection, progress: Progress | None = None) -> Examined:
    """Read a scenario with its translations, prove it, and look at it with every check."""
    with collecting_later():
        return _examine(path, limits, selection, progress)


def _examine(path: Path, limits: Limits, selection: Selection, progress: Progress | None) -> Examined:
    readings = [read_scenario(path, language) for language in (None, *languages_of(path))]
    desk = _Desk(path, selection)
    desk.take_over(diagnostic for reading in readings for diagnostic in reading.diagnostics)
    for language in languages_of(path):
        desk.look_at_translation(language)
    edition = readings[0].edition
    if edition is None:
        interrupted = desk.look_past_errors(limits, progress)
        return Examined(desk.diagnostics(), interrupted=interrupted)
    subject, interrupted = weighed(edition, limits, progress)
    desk.look_at(subject)
    coverage = tuple(_covered(path, trial) for trial in subject.trials)
    return Examined(desk.diagnostics(), coverage, Subject(edition), interrupted)


def examine_manifest(path: Path, selection: Selection) -> Examined:
    """Read a pack's manifest with its translations, and look at those and at what it accepts."""
    desk = _Desk(path, selection)
    for language in (None, *languages_of(path)):
        desk.take_over(read_pack(path.parent, language)[1])
        if language is not None:
            desk.look_at_translation(language)
    accepted = Accepted(selection.accepted, frozenset(explanations()))
    for check in OF_MANIFESTS:
        desk.report(check, check.look(accepted))
    return Examined(desk.diagnostics())


def examine_pack(
    manifest: Path, subjects: Iterable[Subject], selection: Selection, *, is_whole: bool
) -> tuple[Diagnostic, ...]:
    """Look at the scenarios of a pack together; findings about all of them stand in the manifest."""
    desk = _Desk(manifest, selection)
    collection = Collection(tuple(subjects), is_whole)
    for check in OF_PACKS:
        desk.report(check, check.look(collection))
    return desk.diagnostics()


@dataclass(frozen=True, slots=True)
class _Note:
    """Something a check found, not yet placed in its file."""

    finding: Finding
    found: Found
    file: Path


class _Desk:
    """Gathers what is found in one file and in those beside it."""

    def __init__(self, path: Path, selection: Selection) -> None:
        self.path = path
        self.selection = selection
        self._read: dict[Diagnostic, None] = {}
        self._notes: list[_Note] = []

    def take_over(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Keep the reader's diagnostics, each once; its errors are always told."""
        for diagnostic in diagnostics:
            if diagnostic.is_error or self.selection.takes(diagnostic.code, is_error=False):
                self._read[diagnostic] = None

    def look_at(self, subject: Subject) -> None:
        """Every check of scenarios; of a draft, those of fairness are folded into one."""
        unfair: list[Finding] = []
        for check in OF_SCENARIOS:
            if check.group is Group.FAIRNESS and subject.scenario.status == "draft":
                if self._wants(check):
                    unfair += [check.finding(found) for found in check.look(subject)]
            else:
                self.report(check, check.look(subject))
        self.report(DRAFT, DRAFT.look(unfair))

    def look_past_errors(self, limits: Limits, progress: Progress | None) -> bool:
        """The checks of structure, as far as they hold in spite of errors; whether Ctrl-C cut them short."""
        document = read_document(self.path)
        whole = patched(document) if isinstance(document, Document) else None
        if whole is None:
            return False
        trials = explored(whole.edition, limits, Clock(limits), progress)
        subject = Subject(whole.edition, trials)
        for check in OF_SCENARIOS:
            if check.group is Group.STRUCTURE:
                self.report(check, (one for one in check.look(subject) if whole.is_sound(one.at)))
        return any(trial.space.interrupted for trial in trials)

    def look_at_translation(self, language: str) -> None:
        """Every check of translations, where original and translation are files that can be read."""
        path = self.path.with_name(f"{self.path.stem}.{language}.toml")
        original, translated = read_document(self.path), read_document(path)
        if isinstance(original, Document) and isinstance(translated, Document):
            translation = Translation(language, original.values, translated.values)
            for check in OF_TRANSLATIONS:
                self.report(check, (found._replace(file=path) for found in check.look(translation)))

    def report(self, check: Check[Any], found: Iterable[Found]) -> None:
        """Note what a check found, if the check was asked for."""
        if self._wants(check):
            self._notes += [_Note(check.finding(one), one, one.file or self.path) for one in found]

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything with its place; of very many, errors first, and how many more there are."""
        left = max(0, MOST_DIAGNOSTICS - len(self._read))
        notes = sorted(self._notes, key=lambda note: note.finding.severity is not Severity.ERROR)
        pages: dict[Path, Document | None] = {}
        placed = [_placed(note, pages) for note in notes[:left]]
        return (*self._read, *placed, *self._more(notes[left:]))

    def _more(self, rest: Sequence[_Note]) -> Iterator[Diagnostic]:
        if rest:
            message = f"{len(rest):,} more findings are not shown; mend these first"
            severity = rest[0].finding.severity
            yield Diagnostic("too-many-findings", message, str(self.path), severity=severity)

    def _wants(self, check: Check[Any]) -> bool:
        return self.selection.takes(check.code, is_error=check.severity is Severity.ERROR)


def _placed(note: _Note, pages: dict[Path, Document | None]) -> Diagnostic:
    if note.file not in pages:
        text = read_text(note.file)
        # Places are sought in the text alone, so its values need not be read once more.
        pages[note.file] = Document(note.file, text, {}) if isinstance(text, str) else None
    page, finding = pages[note.file], note.finding
    if page is not None:
        placed = page.diagnostics([finding])[0]
    else:
        code, message, severity = finding.code, finding.message, finding.severity
        placed = Diagnostic(code, message, str(note.file), severity=severity, hint=finding.hint)
    return replace(placed, path=note.found.path, temperament=note.found.temperament)


def _covered(path: Path, trial: Trial) -> Coverage:
    space, weighed_plays = trial.space, trial.fairness
    fairness = "skipped"
    if weighed_plays is not None:
        fairness = "exact" if weighed_plays.is_exact else "sampled"
    return Coverage(str(path), trial.temperament, space.states, space.exhaustive, space.seconds, fairness)
