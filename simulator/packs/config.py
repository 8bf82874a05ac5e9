"""The user's settings: one TOML file that is never needed and never fatal."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from simulator.packs.config_file import Judge
    from simulator.scenario.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Config:
    """The settings; what the file leaves out or gets wrong stands at its default.

    `pack_folders` are packs, or folders of packs, of one's own. `theme` is a
    theme's name or "auto"; `glyphs` is "auto", "rich" or "basic". `language` is
    None for each pack's own; `learner` is the name that plays are kept under, `store`
    a file or a `postgresql://` address where plays are kept.
    `mode` is how briefings propose to play, None for the last one used. `keys`
    and `themes` are the tables of those names, which only screens judge.
    """

    pack_folders: tuple[Path, ...] = ()
    theme: str = "auto"
    glyphs: Literal["auto", "rich", "basic"] = "auto"
    language: str | None = None
    learner: str | None = None
    store: str | None = None
    motion: bool = True
    mouse: bool = True
    mode: Literal["rehearse", "coach"] | None = None
    keys: Mapping[str, Any] = field(default_factory=dict)
    themes: Mapping[str, Any] = field(default_factory=dict)


def load(path: Path, judges: Mapping[str, Judge] | None = None) -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings in a file and what is wrong with it; defaults where there is no such file.

    `judges` settle what this package knows nothing of: themes, keys.
    """
    if not os.path.lexists(path):
        return Config(), ()
    from simulator.packs.config_file import read  # noqa: PLC0415 - most people have none, and Home is to open fast

    settings, mistakes = read(path, judges or {})
    return Config(**settings), mistakes


def remember(path: Path, settings: Mapping[str, str | bool | None]) -> None:
    """Change single settings in the file and keep all else in it, comments too; None takes a setting out.

    Where the file is written in a way that only allows writing it anew, the old one is kept beside it as
    `.bak`. Raises `Refused` where the file can't be written, or is no TOML.
    """
    from simulator.packs.config_edit import change  # noqa: PLC0415 - as above

    change(path, settings)


def add_pack_folder(path: Path, folder: str) -> None:
    """Add one folder to the file's `pack_folders`, as it is written. Raises `Refused` as `remember` does."""
    from simulator.packs.config_edit import add  # noqa: PLC0415 - as above

    add(path, "pack_folders", folder)
