"""`sparring progress`: how the plays of one learner went, taken together, and what to do next."""

from __future__ import annotations

import time

import click

from simulator.cli.learner import open_keeper
from simulator.cli.output import put, put_json
from simulator.cli.progress_text import as_text
from simulator.cli.speech import in_a_language, wished
from simulator.packs import arcs
from simulator.packs.catalogue import TUTORIAL, catalogue
from simulator.practice.agenda import Shelves, next_things
from simulator.practice.progress import progress as progress_of
from simulator.practice.progress_json import as_json, thing_as_json


@click.command("progress")
@click.option("--as", "learner", metavar="NAME", help="Whose; the config or your login name by itself.")
@click.option("--json", "in_json", is_flag=True, help="Print one JSON object, for scripts.")
@in_a_language
def progress(learner: str | None, in_json: bool) -> None:
    """Show how what you played went, taken together, and what to do next.

    First plays are evidence, all others are practice; each is told by itself. The
    figures are for practice: not for hiring, ranking or appraisal.

    \b
    Example:
      sparring progress
      sparring progress --as Sam --json
    """
    keeper = open_keeper(learner)
    glances = keeper.refresh(keeper.glances())
    whole = progress_of(glances)
    library = [entry for entry in catalogue(None if in_json else wished()) if entry.error is None]
    things = next_things(glances, Shelves(library, arcs.arcs(wished()), TUTORIAL), time.time())
    if in_json:
        told = {"learner": keeper.learner, **as_json(whole)}
        put_json({**told, "next": [thing_as_json(thing) for thing in things]})
    else:
        put(as_text(keeper.learner, whole, things))
