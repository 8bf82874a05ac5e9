"""What the app is started with; imports nothing heavy, so that commands can build it for free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from simulator.practice.keeper import Keeper
    from simulator.scenario.diagnostic import Diagnostic
    from simulator.tui.palettes import Palette

GlyphChoice: TypeAlias = Literal["auto", "rich", "basic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to open the app; everything left out is chosen by the player or by the terminal.

    `coach` None offers both modes at the briefing; `trust` is 0..100 and
    replaces the scenario's; `seed` fixes the order of choices; `theme` is a
    name of `simulator.tui.themes.THEMES` or "auto". With `pack_folders` the
    library is the packs that these folders are or hold, and no others. `keys` are those of
    actions that don't have their default ones and `themes` are the user's own, both as
    `simulator.tui.settings_file.JUDGES` settle them; `mistakes` are what is wrong in the
    config file. `mode` is what briefings propose, None for the mode used last.
    `keeper` keeps what is played; a guest has none, and neither has anyone whose store can't
    be opened. `problem` is why nothing is kept although it should be. `resume` is
    the key of a play to go on with at once. `arc` is `pack/arc` where the scenario that the app
    opens at is played as a part of one, and `carried` the trust that it starts with then.
    """

    coach: bool | None = None
    temperament: str | None = None
    trust: int | None = None
    seed: int | None = None
    language: str | None = None
    theme: str = "auto"
    glyphs: GlyphChoice = "auto"
    pack_folders: tuple[Path, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    themes: Mapping[str, Palette] = field(default_factory=dict)
    motion: bool = True
    mouse: bool = True
    mode: Literal["rehearse", "coach"] | None = None
    mistakes: tuple[Diagnostic, ...] = ()
    keeper: Keeper | None = None
    problem: str | None = None
    resume: str | None = None
    arc: str | None = None
    carried: int | None = None
