"""What Home says beside its shelf: a greeting, what a guest has left, and why nothing is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, plain
from simulator.tui.widgets.picker import Item
from simulator.tui.words import where
from simulator.words import _

if TYPE_CHECKING:
    from simulator.tui.stage import Play

GO_ON = "go-on:"
"""Before the name of a scenario, in the id of an item that goes on with a play."""


def greeting(troubles: Iterable[str]) -> list[Paragraph]:
    """What all of it is for, and what is wrong with keeping and remembering plays."""
    told = plain(_("Practise the conversations people would rather avoid."))
    return [told, *(plain(words, "warn") for words in troubles)]


def left_half_way(unfinished: Mapping[str, Play], glyphs: Glyphs) -> list[Item]:
    """The plays, by scenario, that were left and are kept nowhere else, under a heading."""
    if not unfinished:
        return []
    left = [
        Item(
            f"{GO_ON}{name}",
            ((play.scenario.title, "strong"),),
            right=((where(play.coach, len(play.session.choices) + 1, glyphs.dot), "quiet"),),
        )
        for name, play in unfinished.items()
    ]
    return [Item(None, ((_("Go on where you left"), "title"),)), *left]


def nothing(*, is_reading: bool, is_library_empty: bool) -> list[Paragraph]:
    """What stands in place of a shelf with nothing on it."""
    if is_reading:
        return [plain(_("Reading the library. This takes a moment the first time."), "quiet")]
    if not is_library_empty:
        return [
            plain(_("No conversation matches that.")),
            plain(_("Take a letter away, or press Esc to see all of them."), "quiet"),
        ]
    hint = _("Name a folder of packs in the config file; `sparring locate` prints where it is.")
    return [plain(_("There are no scenarios here yet.")), plain(hint, "quiet")]
