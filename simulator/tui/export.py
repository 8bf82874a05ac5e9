"""The debrief as a text file that anyone can open."""

from __future__ import annotations

from pathlib import Path

from simulator.errors import Refused
from simulator.packs.places import at_home
from simulator.report import compass as drawing
from simulator.report.keep import keep
from simulator.report.text import whole
from simulator.report.told import Debrief
from simulator.scenario.screenplay import YOU
from simulator.tui.presenters.debrief import compass
from simulator.tui.stage import Play
from simulator.words import _


def export(play: Play, told: Debrief) -> tuple[Path | None, str]:
    """Write the debrief to a new file among the user's documents; returns where, and what to say of it."""
    names = {member: person.name for member, person in play.scenario.cast.items()} | {
        YOU: _("YOU").capitalize()
    }
    try:
        path = keep(
            f"{whole(told, names, remarks=play.remarks)}\n{_compass(told)}\n", play.edition.id, folder()
        )
    except Refused as refusal:
        return None, _("Not written: {reason}").format(reason=refusal.message)
    return path, _("Written to {path}").format(path=at_home(path))


def _compass(told: Debrief) -> str:
    labels = (_("assertiveness"), _("partnership"))
    return "\n".join(drawing.text(drawing.draw(compass(told.decisions, None), drawing.BASIC, labels=labels)))


def folder() -> Path:
    """Where files are written that the user asked for: the documents, or else the home folder."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
