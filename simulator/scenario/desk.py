"""One scenario file on its way to an edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.scenario import digest, minutes, terms
from simulator.scenario.diagnostic import Diagnostic, Finding, Location, Severity
from simulator.scenario.document import Document
from simulator.scenario.edition import Edition
from simulator.scenario.keys import is_text
from simulator.scenario.manifest import SCENARIO_ID, Folder
from simulator.scenario.mend import Mended
from simulator.scenario.model import Scenario
from simulator.scenario.pages import Pages
from simulator.scenario.rules import findings_of
from simulator.scenario.rules.draft import Draft, draft_of
from simulator.scenario.rules.scripts import scripts_of
from simulator.scenario.rules.terms import unknown_terms
from simulator.scenario.screenplay import aliases, parse_script
from simulator.scenario.shape import SCENARIO
from simulator.scenario.texts import replaced, texts_where

_ONCE_FILLED = "once its terms are filled in"


class Desk:
    """A scenario's file, its translation and its pack, and everything found in them."""

    def __init__(self, document: Document, folder: Folder, language: str | None) -> None:
        self.document = document
        self.pages = Pages(document, language)
        self.diagnostics: list[Diagnostic] = []
        self._folder = folder
        self._language = language if self.pages.translation and language else self._own_language()
        self._braced = self._texts_with_braces()

    def scenario(self) -> Scenario | None:
        """The scenario with its terms filled in, or None; what is wrong with it is gathered either way."""
        values = self.pages.values
        found = list(self._term_findings())
        found += self._file_name_findings()
        scenario = SCENARIO.fits(values)
        if scenario is not None:
            found += findings_of(self._draft(scenario))
            if self._braced and not any(finding.severity is Severity.ERROR for finding in found):
                scenario, misfits = self._filled()
                found += misfits
        else:
            mended = Mended(SCENARIO, values)
            found += mended.findings
            if mended.whole is not None:
                found += mended.sound(findings_of(self._draft(mended.whole)))
        self.diagnostics = self.pages.diagnostics_of(found)
        return scenario

    def edition(self, scenario: Scenario, languages: Iterable[str]) -> Edition:
        """The edition of a sound scenario, its terms filled in."""
        document, pack = self.document, self._folder.pack
        return Edition(
            scenario=scenario,
            id=document.path.stem,
            path=document.path,
            pack=pack,
            language=self._language,
            languages=tuple(dict.fromkeys([self._own_language(), *languages])),
            digest=digest.digest(document.authored),
            rules=digest.rules_digest(document.authored),
            minutes=scenario.minutes or minutes.estimate(document.values),
            speakers=self._speakers(scenario),
        )

    def _own_language(self) -> str:
        return self._folder.pack.language if self._folder.pack else "en"

    def _draft(self, scenario: Scenario) -> Draft:
        return draft_of(scenario, self._folder.manifest, self._authored_names())

    def _speakers(self, scenario: Scenario) -> dict[str, str]:
        """Who each name stands for, in the author's language and in this one, terms filled in."""
        here = {member_id: member.name for member_id, member in scenario.cast.items()}
        own = {
            member_id: terms.fill(name, self._folder.terms)
            for member_id, name in self._authored_names().items()
        }
        return aliases({**here, **own}, here)[0]

    def _authored_names(self) -> dict[str, str]:
        cast = self.document.values.get("cast")
        members = cast.items() if isinstance(cast, dict) else ()
        named = {member: who.get("name") for member, who in members if isinstance(who, dict)}
        return {member: name for member, name in named.items() if isinstance(name, str)}

    def _texts_with_braces(self) -> dict[Location, str]:
        if not self.pages.may_have_braces:
            return {}
        braced = texts_where(self.pages.values, lambda text: "{" in text)
        return {at: text for at, text in braced.items() if is_text(at)}

    def _term_findings(self) -> Iterator[Finding]:
        if self._folder.is_known:
            yield from unknown_terms(self._braced, self._folder.terms)

    def _filled(self) -> tuple[Scenario | None, list[Finding]]:
        """The scenario with its terms filled in, and what is wrong with it only then."""
        texts = {at: terms.fill(text, self._folder.terms) for at, text in self._braced.items()}
        filled, misfits = SCENARIO.check(replaced(self.pages.values, texts))
        found = [_once_filled(finding.code, finding.message, finding.at) for finding in misfits]
        if filled is not None:
            found += self._scripts_once_filled(filled)
        return filled, found

    def _scripts_once_filled(self, filled: Scenario) -> Iterator[Finding]:
        speakers = self._speakers(filled)
        has_new_names = any(at[0] == "cast" for at in self._braced)
        for at, script in scripts_of(filled):
            if has_new_names or at in self._braced or at[:-2] in self._braced:
                for problem in parse_script(script, speakers)[1]:
                    if problem.is_error:
                        yield _once_filled(problem.code, problem.message, at)

    def _file_name_findings(self) -> Iterator[Finding]:
        stem = self.document.path.stem
        if not SCENARIO_ID.fullmatch(stem):
            message = f'"{stem}" is no id for a scenario: small letters, digits and -, with a letter first'
            yield Finding("file-name", message, (), Severity.WARNING, "rename the file")


def _once_filled(code: str, message: str, at: Location) -> Finding:
    return Finding(code, f"{message}, {_ONCE_FILLED}", at)
