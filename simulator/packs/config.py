"""The user's settings: one TOML file that is never needed and never fatal."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.scenario.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; what the file leaves out or gets wrong stands at its default.

    `pack_folders` are packs, or folders of packs, of one's own. `theme` is a
    theme's name or "auto"; `glyphs` is "auto", "rich" or "basic". `language` is
    None for each pack's own; `learner` is the name that plays are kept under, `store`
    a file or a `postgresql://` address where plays are kept.
    """

    pack_folders: tuple[Path, ...] = ()
    theme: str = "auto"
    glyphs: Literal["auto", "rich", "basic"] = "auto"
    language: str | None = None
    learner: str | None = None
    store: str | None = None


def load(path: Path) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a file and what is wrong with it; defaults where there is no such file."""
    if not os.path.lexists(path):
        return Config(), ()
    from simulator.packs.config_file import read  # noqa: PLC0415 - most people have none, and Home is to open fast

    settings, mistakes = read(path)
    return Config(**settings), mistakes


def remember(path: Path, settings: Mapping[str, str]) -> None:
    """Change single settings in the file and keep the others; comments don't survive.

    Raises `Refused` where the file can't be written, or has mistakes and would lose what they meant.
    """
    from simulator.packs.config_file import change  # noqa: PLC0415 - as above

    change(path, settings)
