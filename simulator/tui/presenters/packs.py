"""The packs as a list, under where they come from, and the scenarios of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator.packs.inventory import Origin, PackTold, Source
from simulator.packs.places import at_home
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Runs, plain
from simulator.tui.presenters.library import shelf
from simulator.tui.widgets.picker import Item
from simulator.words import _, n_


def rows(sources: Sequence[Source], glyphs: Glyphs) -> list[Item]:
    """Each source with its packs; an empty one of the user's own says that nothing is there."""
    items: list[Item] = []
    for source in sources:
        if not source.packs and source.origin is not Origin.OWN:
            continue
        items.append(
            Item(None, ((_origin(source), "title"),), before=int(bool(items)), more=_nothing(source))
        )
        items += [_row(pack, glyphs, before=int(at > 0)) for at, pack in enumerate(source.packs)]
    return items


def _origin(source: Source) -> str:
    if source.origin is Origin.SHIPPED:
        return _("Shipped with Sparring")
    if source.origin is Origin.INSTALLED:
        return _("Installed")
    return _("Your folder {folder}").format(folder=at_home(source.folder))


def _nothing(source: Source) -> tuple[Paragraph, ...]:
    if source.packs:
        return ()
    there = _("No pack is here. A pack is a folder with a file pack.toml.")
    return (plain(there if source.folder.is_dir() else _("This folder is not there."), "warn"),)


def _row(pack: PackTold, glyphs: Glyphs, *, before: int) -> Item:
    dot = f" {glyphs.dot} "
    facts = pack.facts
    held = n_("{n} scenario", "{n} scenarios", len(pack.entries)).format(n=f"{len(pack.entries):,}")
    told = dot.join(filter(None, (held, ", ".join(facts.authors), facts.license)))
    right: Runs = ((" ".join(filter(None, (facts.version, *pack.languages))), "quiet"),)
    return Item(
        str(pack.folder),
        ((pack.title, "strong"),),
        right=right,
        more=(
            plain(told),
            Paragraph(((at_home(pack.folder), "quiet"),), clip=True),
            *(plain(problem, "warn") for problem in problems(pack)),
        ),
        before=before,
    )


def problems(pack: PackTold) -> list[str]:
    """What is wrong with a pack, as far as a glance tells; the Doctor tells the rest."""
    found = []
    if pack.error is not None:
        found.append(_("pack.toml can't be read: {error}").format(error=pack.error))
    if pack.broken:
        told = n_("{n} scenario can't be played", "{n} scenarios can't be played", pack.broken)
        found.append(told.format(n=pack.broken))
    if not pack.entries:
        found.append(_("it holds no scenario yet"))
    if pack.is_twin:
        found.append(_('another pack is called "{id}" too: rename the folder of one').format(id=pack.id))
    return found


def scenarios(pack: PackTold, glyphs: Glyphs) -> list[Item]:
    """The scenarios of one pack, named by their paths."""
    paths = [str(entry.path) for entry in pack.entries]
    items = [item for item in shelf(pack.entries, glyphs) if item.id is not None]
    return [
        Item(path, item.runs, item.lead, item.right, item.more, int(at > 0), item.clip)
        for at, (path, item) in enumerate(zip(paths, items, strict=True))
    ]


def about(pack: PackTold, glyphs: Glyphs) -> list[Paragraph]:
    """What stands above a pack's scenarios."""
    facts = pack.facts
    dot = f" {glyphs.dot} "
    told = dot.join(filter(None, (facts.version, ", ".join(facts.authors), facts.license)))
    return [
        *([plain(facts.summary)] if facts.summary else []),
        *([plain(told, "quiet")] if told else []),
        plain(at_home(pack.folder), "quiet"),
        *(plain(problem, "warn") for problem in problems(pack)),
    ]


def empty() -> list[Paragraph]:
    """What stands in place of a list without packs."""
    return [
        plain(_("There are no packs here yet.")),
        plain(_("Press a to add a folder of your own; the packs in it come up at once."), "quiet"),
    ]


def read_so_far(done: int, count: int) -> str:
    """How far reading the packs is."""
    return _("reading {n} of {all}").format(n=f"{done:,}", all=f"{count:,}")


def unfit(typed: str, known: Sequence[Path], packs: Sequence[Path]) -> str:
    """Why a typed folder can't be added, or nothing; `packs` are those that it is or holds."""
    folder = Path(typed)
    if not folder.exists():
        return _("There is no folder {folder}").format(folder=typed)
    if not folder.is_dir():
        return _("{folder} is a file: name the folder it lies in").format(folder=typed)
    if not packs:
        return _("No pack is in {folder}: a pack is a folder with a file pack.toml").format(folder=typed)
    if folder.resolve() in {one.resolve() for one in known}:
        return _("{folder} is there already").format(folder=typed)
    return ""
