"""The library as Home shows it: which scenarios match, and how each is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.tui import words
from simulator.tui.ink import Paragraph, Run
from simulator.tui.presenters.agenda import arc_item
from simulator.tui.widgets.picker import Item
from simulator.words import _, n_

if TYPE_CHECKING:
    from simulator.packs.catalogue import Entry
    from simulator.practice.arcs import ArcState
    from simulator.practice.standing import Standing
    from simulator.tui.glyphs import Glyphs


def matching(entries: Iterable[Entry], sought: str) -> list[Entry]:
    """The entries in which every sought word occurs, whatever its case."""
    parts = sought.casefold().split()
    return [entry for entry in entries if all(part in _haystack(entry) for part in parts)]


def _haystack(entry: Entry) -> str:
    told = (
        entry.title,
        entry.summary,
        entry.pack_title,
        entry.level or "",
        entry.id,
        *entry.skills,
        *entry.cast,
    )
    return " ".join(told).replace("_", " ").casefold()


def shelf(
    entries: Sequence[Entry],
    glyphs: Glyphs,
    standings: Mapping[str, Standing] | None = None,
    arcs: Iterable[ArcState] = (),
    *,
    below: bool = False,
) -> list[Item]:
    """The entries under their packs' titles, then its arcs; `below` other items a blank line comes first."""
    items: list[Item] = []
    known = standings or {}
    for books in _packs(entries):
        title = books[0].pack_title
        items.append(Item(None, ((title, "title"),), before=int(bool(items) or below)))
        items += [
            _book(entry, known.get(entry.name), glyphs, before=int(at > 0)) for at, entry in enumerate(books)
        ]
        own = f"{books[0].pack}/"
        items += [arc_item(arc, glyphs) for arc in arcs if arc.name.startswith(own)]
    return items


def _packs(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each pack, in the order given."""
    packs: dict[str, list[Entry]] = {}
    for entry in entries:
        packs.setdefault(entry.pack, []).append(entry)
    return list(packs.values())


def standing_words(standing: Standing, glyphs: Glyphs) -> str:
    """How far one has come with a scenario: `first 72 · best 86 · 2 of 5 endings`."""
    first, best = standing.first, standing.best
    parts = [
        _("first {n}").format(n=round(first)) if first is not None else "",
        _("best {n}").format(n=round(best)) if best is not None else "",
        _found(standing) if standing.found else _("begun"),
    ]
    return f" {glyphs.dot} ".join(filter(None, parts))


def _found(standing: Standing) -> str:
    if standing.endings is None:
        return n_("{n} ending", "{n} endings", standing.found).format(n=standing.found)
    return _("{n} of {all} endings").format(n=standing.found, all=standing.endings)


def _book(entry: Entry, standing: Standing | None, glyphs: Glyphs, *, before: int) -> Item:
    if entry.error is not None:
        told: tuple[Run, ...] = ((_("can't be played"), "warn"), (f" {glyphs.dash} {entry.error}", "quiet"))
        return Item(entry.name, ((entry.title, "strong"),), more=(Paragraph(told, indent=0),), before=before)
    facts = f" {glyphs.dot} ".join(filter(None, (words.level(entry.level), words.minutes(entry.minutes))))
    more = [Paragraph(((entry.summary, ""),))]
    if standing is not None:
        more.append(Paragraph(((standing_words(standing, glyphs), "accent"),)))
    return Item(
        entry.name, ((entry.title, "strong"),), right=((facts, "quiet"),), more=tuple(more), before=before
    )
