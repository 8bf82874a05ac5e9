"""What to do next, and where each arc stands, as items of Home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.tui.ink import Paragraph
from simulator.tui.widgets.picker import Item
from simulator.words import _, n_

if TYPE_CHECKING:
    from simulator.practice.agenda import Thing
    from simulator.practice.arcs import ArcState
    from simulator.tui.glyphs import Glyphs

NEXT, ARC = "next:", "arc:"
"""Before the number of a thing to do, and before the name of an arc, in the id of an item."""

MOST = 3
"""More than this many things to do next are no help in choosing."""


def agenda(things: Sequence[Thing]) -> list[Item]:
    """The first things to do, each with the reason for it, under a heading."""
    if not things:
        return []
    items = [_thing(number, thing) for number, thing in enumerate(things[:MOST])]
    return [Item(None, ((_("Next"), "title"),)), *items]


def _thing(number: int, thing: Thing) -> Item:
    from simulator.practice.telling import thing_told  # noqa: PLC0415 - the first frame has nothing to tell yet

    told = thing_told(thing, moment_of(thing))
    return Item(f"{NEXT}{number}", ((told.what, "strong"),), more=(Paragraph(((told.why, "quiet"),)),))


def moment_of(thing: Thing) -> str | None:
    """The words for the moment that something due is about."""
    from simulator.practice.due import Due  # noqa: PLC0415 - as above

    if not isinstance(thing, Due) or not thing.moment:
        return None
    from simulator.report.phrases import moment_words  # noqa: PLC0415 - Home is to open fast, and little is due

    return moment_words(thing.moment)


def arc_item(arc: ArcState, glyphs: Glyphs) -> Item:
    """A series of conversations: where it stands, and what comes next."""
    count = len(arc.scenarios)
    told = n_("{n} conversation, trust is carried over", "{n} conversations, trust is carried over", count)
    place = _("{done} of {all}").format(done=len(arc.done), all=count) if arc.is_begun else ""
    right = f" {glyphs.dot} ".join(filter(None, (_("a series"), place)))
    return Item(
        f"{ARC}{arc.name}",
        ((arc.title, "strong"),),
        right=((right, "quiet"),),
        more=(Paragraph(((told.format(n=count), "quiet"),)),),
        before=1,
    )
