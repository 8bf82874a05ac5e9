"""A file with the translation laid over it, so that each finding goes to the file its text comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from simulator.scenario.diagnostic import Diagnostic, Finding
from simulator.scenario.document import Document, read_document
from simulator.scenario.source import is_there
from simulator.scenario.translation import Translated

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""What a language is called: `fr`, `pt-BR`."""

_BRACE = re.compile(r"\{|\\[uUx]")
"""A brace in the source, or an escape that could stand for one."""


class Pages:
    """A file's values in one language; `translation` is None where there is none in that language."""

    def __init__(self, document: Document, language: str | None) -> None:
        self.document = document
        self.values: dict[str, Any] = document.values
        self.translation: Document | None = None
        self._translated: Translated | None = None
        self._diagnostics = document.diagnostics(document.findings)
        if language is not None and LANGUAGE.fullmatch(language):
            path = document.path.with_name(f"{document.path.stem}.{language}.toml")
            if is_there(path):
                self._lay(read_document(path))

    def _lay(self, translation: Document | list[Diagnostic]) -> None:
        if not isinstance(translation, Document):
            self._diagnostics += translation
            return
        self.translation = translation
        self._translated = Translated(self.values, translation.values)
        self.values = self._translated.values
        self._diagnostics += translation.diagnostics([*translation.findings, *self._translated.findings])

    @property
    def may_have_braces(self) -> bool:
        """Whether any text could name a term: quick, and never wrongly no."""
        pages = (self.document, self.translation)
        return any(page is not None and _BRACE.search(page.text) for page in pages)

    def diagnostics_of(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """The files' own diagnostics, and findings placed in the file that their text comes from."""
        placed = list(self._diagnostics)
        for finding in findings:
            placed += self._home(finding).diagnostics([finding])
        return placed

    def _home(self, finding: Finding) -> Document:
        if self.translation and self._translated and self._translated.has(finding.at):
            return self.translation
        return self.document
