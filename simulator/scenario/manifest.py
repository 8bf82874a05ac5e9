"""A pack's manifest, read and filled with its own terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.scenario import terms as words
from simulator.scenario.diagnostic import Diagnostic, Finding
from simulator.scenario.document import Document, read_document
from simulator.scenario.keys import is_text, table
from simulator.scenario.mend import Mended
from simulator.scenario.model import Manifest
from simulator.scenario.pack import MANIFEST_FILE, Pack
from simulator.scenario.pages import Pages
from simulator.scenario.rules.draft import located
from simulator.scenario.rules.names import PACK_TABLES, misnamed
from simulator.scenario.rules.terms import unknown_terms
from simulator.scenario.shape import MANIFEST
from simulator.scenario.source import is_file, is_there
from simulator.scenario.texts import replaced, texts_where

if TYPE_CHECKING:
    from pathlib import Path

SCENARIO_ID = re.compile(r"[a-z][a-z0-9-]*")
"""The form of a scenario's id, which is the name of its file."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder says about the scenarios in it.

    `manifest` is there to check them against even where faults elsewhere in it leave
    no `pack`; `is_known` is False where nobody can say what the pack declares.
    """

    pack: Pack | None = None
    manifest: Manifest | None = None
    is_known: bool = True
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def terms(self) -> Mapping[str, str]:
        """The words that texts are filled with."""
        return self.manifest.terms if self.manifest else {}


def read_folder(folder: Path, language: str | None, terms: Mapping[str, str] | None = None) -> Folder:
    """Read a folder's manifest, if it has one, in the language asked for; `terms` replace its own."""
    path = folder / MANIFEST_FILE
    if not is_there(path):
        return Folder()
    document = read_document(path)
    if not isinstance(document, Document):
        return Folder(is_known=False, diagnostics=document)
    pages = Pages(document, language)
    if terms:
        pages.values = {**pages.values, "terms": {**table(pages.values, "terms"), **terms}}
    manifest = MANIFEST.fits(pages.values)
    findings: list[Finding] = []
    is_known = True
    if manifest is None:
        mended = Mended(MANIFEST, pages.values)
        manifest, findings, is_known = mended.whole, mended.findings, mended.is_complete
    findings += _misfits(pages.values, folder)
    diagnostics = pages.diagnostics_of(findings)
    known = manifest if is_known else None
    if manifest is None or any(diagnostic.is_error for diagnostic in diagnostics):
        return Folder(None, known, known is not None, diagnostics)
    pack = Pack(folder.absolute().name, _filled(pages.values, manifest), folder)
    return Folder(pack, pack.manifest, True, diagnostics)


def _misfits(values: Mapping[str, Any], folder: Path) -> Iterator[Finding]:
    """What the rules for a manifest find; sound for any values at all."""
    for name in PACK_TABLES:
        yield from misnamed(table(values, name), (name,))
    own = {key: text for key, text in table(values, "terms").items() if isinstance(text, str)}
    for key, text in own.items():
        yield from (located(problem, ("terms", key)) for problem in words.nested(text))
    braced = texts_where(values, lambda text: "{" in text)
    elsewhere = {at: text for at, text in braced.items() if is_text(at) and at[0] != "terms"}
    yield from unknown_terms(elsewhere, own)
    for arc_id, arc in table(values, "arcs").items():
        named = arc.get("scenarios") if isinstance(arc, Mapping) else None
        for position, name in enumerate(named if isinstance(named, list) else ()):
            if isinstance(name, str) and not _is_scenario(folder, name):
                message = f'arc "{arc_id}" names "{name}", and there is no such scenario in this pack'
                yield Finding("unknown-scenario", message, ("arcs", arc_id, "scenarios", position))


def _is_scenario(folder: Path, name: str) -> bool:
    return bool(SCENARIO_ID.fullmatch(name)) and is_file(folder / f"{name}.toml")


def _filled(values: dict[str, Any], manifest: Manifest) -> Manifest:
    """The manifest with its terms filled into its other texts."""
    braced = texts_where(
        {key: part for key, part in values.items() if key != "terms"}, lambda text: "{" in text
    )
    if not braced:
        return manifest
    filled = {at: words.fill(text, manifest.terms) for at, text in braced.items() if is_text(at)}
    return MANIFEST.fits(replaced(values, filled)) or manifest
