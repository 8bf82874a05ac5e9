"""The conversation again, with what the other person thought beside their words."""

from __future__ import annotations

from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph
from simulator.tui.presenters.conversation import Entry, Teller, entries
from simulator.tui.stage import Play


def page(play: Play, glyphs: Glyphs) -> list[Paragraph]:
    """Every turn with its thoughts and the player's own words; what was noted in the notebook is left out."""
    told: list[Entry] = []
    for decision, turn in enumerate(play.session.turns):
        new = [entry for entry in entries(play.edition, turn, thoughts=True) if entry.kind != "fact"]
        own = play.remarks.said_first(decision)
        told += [new[0], Entry("own", own), *new[1:]] if own else new
    return Teller(play.scenario, glyphs).tell(told)
