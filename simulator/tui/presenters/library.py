"""The library as Home shows it: which scenarios match, and how each is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from simulator.tui import words
from simulator.tui.ink import Paragraph, Run
from simulator.tui.widgets.picker import Item
from simulator.words import _

if TYPE_CHECKING:
    from simulator.packs.catalogue import Entry
    from simulator.tui.glyphs import Glyphs


def matching(entries: Iterable[Entry], sought: str) -> list[Entry]:
    """The entries in which every sought word occurs, whatever its case."""
    parts = sought.casefold().split()
    return [entry for entry in entries if all(part in _haystack(entry) for part in parts)]


def _haystack(entry: Entry) -> str:
    told = (entry.title, entry.summary, entry.pack_title, entry.level or "", entry.id, *entry.skills)
    return " ".join(told).replace("_", " ").casefold()


def shelf(entries: Sequence[Entry], glyphs: Glyphs, *, below: bool = False) -> list[Item]:
    """The entries under their packs' titles; `below` other items a blank line comes first."""
    items: list[Item] = []
    pack: str | None = None
    for entry in entries:
        if entry.pack != pack:
            pack = entry.pack
            items.append(Item(None, ((entry.pack_title, "title"),), before=int(bool(items) or below)))
            items.append(_book(entry, glyphs, before=0))
        else:
            items.append(_book(entry, glyphs, before=1))
    return items


def _book(entry: Entry, glyphs: Glyphs, *, before: int) -> Item:
    if entry.error is not None:
        told: tuple[Run, ...] = ((_("can't be played"), "warn"), (f" {glyphs.dash} {entry.error}", "quiet"))
        return Item(entry.name, ((entry.title, "strong"),), more=(Paragraph(told, indent=0),), before=before)
    facts = f" {glyphs.dot} ".join(filter(None, (words.level(entry.level), words.minutes(entry.minutes))))
    return Item(
        entry.name,
        ((entry.title, "strong"),),
        right=((facts, "quiet"),),
        more=(Paragraph(((entry.summary, ""),)),),
        before=before,
    )
