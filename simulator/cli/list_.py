"""`sparring list`: what there is to play."""

from __future__ import annotations

from itertools import groupby

import click

from simulator.cli.output import note, put, put_json
from simulator.cli.settings import settings
from simulator.cli.speech import in_a_language, wished
from simulator.packs.arcs import ArcEntry, arcs
from simulator.packs.catalogue import Entry, catalogue
from simulator.packs.find import packs_in
from simulator.tui.words import level
from simulator.words import _, mark

NOTHING = mark(
    """There is nothing to play: no packs were found. "sparring locate" shows where they are looked for."""
)


@click.command("list")
@in_a_language
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for scripts.")
def list_(as_json: bool) -> None:
    """List the scenarios that can be played.

    Arcs, conversations to be played in order, come last. Own packs are found through
    `pack_folders` in the config file, whose place "sparring locate" shows.

    \b
    Example:
      sparring list
      sparring list --json
    """
    for folder in settings().pack_folders:
        if not packs_in([folder]):
            note(_("{folder}: no packs are here, though the config names it").format(folder=folder))
    entries = catalogue(None if as_json else wished())
    if as_json:
        told = [{"name": arc.name, "title": arc.title, "scenarios": list(arc.scenarios)} for arc in arcs()]
        put_json({"scenarios": [entry.as_json() for entry in entries], "arcs": told})
    else:
        put("\n\n".join(filter(None, (_as_text(entries) or _(NOTHING), _of_arcs(arcs(wished()))))))


def _as_text(entries: tuple[Entry, ...]) -> str:
    """Packs as headings, two lines a scenario."""
    blocks = []
    for pack, group in groupby(entries, key=lambda entry: (entry.path.parent, entry.pack_title, entry.pack)):
        blocks.append("\n".join([f"{pack[1]} ({pack[2]})", *(_lines(entry) for entry in group)]))
    return "\n\n".join(blocks)


def _of_arcs(series: tuple[ArcEntry, ...]) -> str:
    """The arcs under one heading; nothing where there are none."""
    lines = [
        f"  {arc.name}\n      {arc.title}: {', '.join(path.stem for path in arc.paths)}" for arc in series
    ]
    return "\n".join([_("Arcs: conversations in order, with trust carried over"), *lines]) if lines else ""


def _lines(entry: Entry) -> str:
    facts = [level(entry.level), _("{n} min").format(n=entry.minutes) if entry.minutes else None]
    if len(entry.languages) > 1:
        facts.append(" ".join(entry.languages))
    head = f"  {entry.id}  {', '.join(filter(None, facts))}".rstrip()
    about = _("can't be played: {why}").format(why=entry.error) if entry.error else entry.title
    return f"{head}\n      {about}"
