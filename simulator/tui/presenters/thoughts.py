"""The conversation again, with what the other person thought beside their words."""

from __future__ import annotations

from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph
from simulator.tui.presenters.conversation import Entry, Teller, entries
from simulator.tui.stage import Play


def page(play: Play, glyphs: Glyphs) -> list[Paragraph]:
    """Every turn with its thoughts; what was noted in the notebook is left out."""
    told: list[Entry] = []
    for turn in play.session.turns:
        told += (entry for entry in entries(play.edition, turn, thoughts=True) if entry.kind != "fact")
    return Teller(play.scenario, glyphs).tell(told)
