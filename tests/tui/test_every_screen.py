"""Each screen there is has its pictures in characters, in each form of window and without colour."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from textual.screen import ModalScreen, Screen

from simulator.tui import screens
from simulator.tui.screens.page import Page
from tests.tui.conftest import FRAMES

FORMS = ("40x12", "80x24", "120x40", "basic-no-colour-80x24")
SMALL = ("39x11", "basic-no-colour-39x11")
"""The one screen that is never seen in a window large enough."""

PICTURES: dict[str, tuple[str, ...]] = {
    "Ask": ("leave", "take-back"),
    "AskLine": ("name",),
    "BriefingScreen": ("briefing",),
    "CommandPalette": ("palette", "palette-find"),
    "DebriefScreen": ("debrief", "debrief-decisions", "debrief-rest"),
    "DecisionScreen": ("decision",),
    "DoctorScreen": ("doctor",),
    "FindingScreen": ("finding",),
    "Help": ("help", "help-play"),
    "Home": ("home", "home-find"),
    "MapScreen": ("map",),
    "Mistakes": ("mistakes",),
    "NotesScreen": ("notes",),
    "PackScreen": ("pack",),
    "PacksScreen": ("packs",),
    "PlayScreen": (
        "play",
        "play-mark-first",
        "play-writing",
        "play-own-words",
        "play-ended",
        "coach",
        "what-if",
    ),
    "ProgressScreen": ("progress",),
    "Rate": ("rate",),
    "Reading": ("notebook", "thoughts"),
    "Settings": ("settings",),
    "TooSmall": ("too-small",),
    "Waiting": ("waiting",),
}
"""The frames of each screen, by the class that draws it."""

FURTHER = {"map-open"}
"""Frames of some forms only."""


def all_screens() -> set[type[Screen[object]]]:
    """Every screen of the package."""
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    found: set[type[Screen[object]]] = set()
    open_ends: list[type[Screen[object]]] = [Page, ModalScreen]
    while open_ends:
        below = open_ends.pop().__subclasses__()
        found.update(below)
        open_ends += below
    return {screen for screen in found if screen.__module__.startswith(screens.__name__)}


def forms_of(screen: str) -> tuple[str, ...]:
    return SMALL if screen == "TooSmall" else FORMS


def frames_of(screen: str) -> set[str]:
    return {f"{name}-{form}" for name in PICTURES[screen] for form in forms_of(screen)}


def test_each_screen_stands_in_the_table() -> None:
    missing = {screen.__name__ for screen in all_screens()} - set(PICTURES)

    assert not missing, f"no frames of {missing}: compare() it in each of {FORMS}, and name the frames here"


@pytest.mark.parametrize("screen", PICTURES)
def test_each_screen_has_its_frame_in_each_form(screen: str) -> None:
    missing = {name for name in frames_of(screen) if not (FRAMES / f"{name}.txt").is_file()}

    assert not missing, f"{screen} lacks frames: compare() them in a test, UPDATE_FRAMES=1 takes them"
    assert all(
        (FRAMES / f"{name}.txt").read_text(encoding="utf-8").isascii()
        for name in frames_of(screen)
        if "basic" in name
    )


def test_no_frame_is_left_of_a_screen_that_is_gone() -> None:
    known = {frame for screen in PICTURES for frame in frames_of(screen)}
    left = {path.stem for path in FRAMES.glob("*.txt")} - known

    assert {name for name in left if name.rpartition("-")[0] not in FURTHER} == set()
