"""Apps over packs of the tests' own, and pictures of them in characters."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario
from simulator.tui import ink
from simulator.tui.app import SparringApp
from simulator.tui.launch import Options
from simulator.tui.stage import Play, Terms, begin

HERE = Path(__file__).parent
PACKS = HERE / "packs"
FRAMES = HERE / "frames"
UPDATE = os.environ.get("UPDATE_FRAMES") == "1"

QUIET_NO = "tables/the-quiet-no"
BEST = ("ask", "evidence", "leave", "refuse")

MakeApp: TypeAlias = Callable[..., SparringApp]
MakePlay: TypeAlias = Callable[..., Play]
Compare: TypeAlias = Callable[[SparringApp, str], None]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A terminal of full colours, whatever the tests run in; what one showed is no matter for the next."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("COLORFGBG", raising=False)
    yield
    ink.use(None)


@pytest.fixture
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that shows UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    if sys.platform != "win32":
        time.tzset()
    yield
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture
def make_app() -> MakeApp:
    """An app over one of the tests' packs; options may be given by name."""

    def app(pack: str = "tables", start: str | None = None, **options: Any) -> SparringApp:
        settled: dict[str, Any] = {"glyphs": "rich", "seed": 1, "pack_folders": (PACKS / pack,)} | options
        return SparringApp(start, Options(**settled))

    return app


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The quiet no."""
    reading = read_scenario(PACKS / f"{QUIET_NO}.toml")
    assert reading.edition is not None, reading.diagnostics
    return reading.edition


OF_TERMS = {"temperament", "trust", "seed", "arc"}


@pytest.fixture
def make_play(edition: Edition) -> MakePlay:
    """A play of the quiet no with some choices made."""

    def play(*choices: str, **how: Any) -> Play:
        terms = Terms(**{"seed": 1, **{name: how.pop(name) for name in OF_TERMS & how.keys()}})
        begun = begin(edition, terms=terms, **how)
        for choice in choices:
            begun.session.say(choice)
        return begun

    return play


def frame(app: SparringApp) -> str:
    """What the screen shows, in characters."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - the one place that knows the lines
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"


@pytest.fixture
def compare() -> Compare:
    """Compares a screen with its picture under `frames`; UPDATE_FRAMES=1 takes the pictures anew."""

    def look(app: SparringApp, name: str) -> None:
        assert not app.screen.max_scroll_y, f"{name}: more lines than the window has"
        path = FRAMES / f"{name}.txt"
        if UPDATE:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(frame(app), encoding="utf-8")
        assert frame(app) == path.read_text(encoding="utf-8"), (
            f"{name} has changed; UPDATE_FRAMES=1 takes it anew"
        )

    return look
