"""Opening the screens, with what the settings and the command line ask for."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any

from simulator.cli.asked import wants_no_mouse
from simulator.cli.speech import wished
from simulator.packs.config import Config, load
from simulator.packs.places import places

if TYPE_CHECKING:
    from simulator.scenario.diagnostic import Diagnostic


def open_screens(start: str | None = None, *, mouse: bool = True, **wishes: Any) -> int:
    """Run the app at Home, or at the briefing of `start`, until it is left; returns the exit status.

    Mistakes of the config file are shown on a screen of their own. `mouse` False leaves the
    mouse to the terminal; `wishes` are fields of `simulator.tui.launch.Options`.
    """
    gc.disable()  # there is no garbage yet to look for: the app does so once its first frame is drawn
    from simulator.tui.app import run_app  # noqa: PLC0415 - only a screen needs Textual
    from simulator.tui.launch import Options  # noqa: PLC0415

    config, mistakes = _settings()
    settled: dict[str, Any] = {
        "theme": config.theme,
        "glyphs": config.glyphs,
        "language": wished(),
        "keys": config.keys,
        "themes": config.themes,
        "motion": config.motion,
        "mode": config.mode,
        "mouse": config.mouse and mouse and not wants_no_mouse(),
        "mistakes": mistakes,
    }
    return run_app(start=start, options=Options(**settled | wishes))


def _settings() -> tuple[Config, tuple[Diagnostic, ...]]:
    """The settings and what is wrong with them, as the screens judge them."""
    path = places().config
    if not path.exists():
        return load(path)
    from simulator.tui.settings_file import JUDGES  # noqa: PLC0415 - most people have none, and Home is to open fast

    return load(path, JUDGES)
