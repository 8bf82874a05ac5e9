"""A pack: scenarios that belong together, with their words, skills and principles."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.scenario.model import Manifest

MANIFEST_FILE = "pack.toml"


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as its manifest tells it; its id is the name of its folder."""

    id: str
    manifest: Manifest
    folder: Path

    @property
    def language(self) -> str:
        """The language that the pack's scenarios are written in."""
        return self.manifest.language
