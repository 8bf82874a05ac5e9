"""A scenario as it was read: in one language, with its pack's words filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from simulator.scenario.model import Principle, Scenario
from simulator.scenario.pack import Pack
from simulator.scenario.screenplay import Line, parse_script


@dataclass(frozen=True, slots=True)
class Edition:
    """A sound scenario and what identifies it.

    `digest` names the authored text (any language, terms unfilled); `rules` only
    what decides a play. `speakers` says who each name in a script stands for.
    """

    scenario: Scenario
    id: str
    path: Path
    pack: Pack | None
    language: str
    languages: tuple[str, ...]
    digest: str
    rules: str
    minutes: int
    speakers: Mapping[str, str] = field(repr=False)

    @property
    def name(self) -> str:
        """`pack/id`, or the id alone for a file outside any pack."""
        return f"{self.pack.id}/{self.id}" if self.pack else self.id

    @property
    def version(self) -> str | None:
        """The pack's version."""
        return self.pack.manifest.version if self.pack else None

    @property
    def terms(self) -> Mapping[str, str]:
        """The words that were filled in."""
        return self.pack.manifest.terms if self.pack else {}

    def lines(self, script: str) -> tuple[Line, ...]:
        """One of this scenario's scripts, as lines to show."""
        return parse_script(script, self.speakers)[0]

    def principle(self, principle_id: str | None) -> Principle | None:
        """A principle of the pack by its id."""
        if principle_id is None or self.pack is None:
            return None
        return self.pack.manifest.principles.get(principle_id)
