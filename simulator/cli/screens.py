"""Opening the screens, with what the settings and the command line ask for."""

from __future__ import annotations

from typing import Any

from simulator.cli.asked import wants_no_mouse
from simulator.cli.speech import wished
from simulator.packs.config import load
from simulator.packs.places import places


def open_screens(start: str | None = None, *, mouse: bool = True, **wishes: Any) -> int:
    """Run the app at Home, or at the briefing of `start`, until it is left; returns the exit status.

    Mistakes of the config file are shown on a screen of their own. `mouse` False leaves the
    mouse to the terminal; `wishes` are fields of `simulator.tui.launch.Options`.
    """
    from simulator.tui.app import run_app  # noqa: PLC0415 - only a screen needs Textual
    from simulator.tui.launch import Options  # noqa: PLC0415
    from simulator.tui.settings_file import JUDGES  # noqa: PLC0415

    config, mistakes = load(places().config, JUDGES)
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
