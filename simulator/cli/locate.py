"""`sparring locate`: every path that is read or written."""

from __future__ import annotations

import click

from simulator.cli.learner import where
from simulator.cli.output import put, put_json
from simulator.cli.settings import settings
from simulator.cli.speech import in_a_language
from simulator.packs.places import places, shipped
from simulator.store.open import without_password
from simulator.words import _, mark

MEANING = {
    "config": mark("your settings"),
    "data": mark("what you keep"),
    "state": mark("what helps you go on where you left, and reports of failures"),
    "cache": mark("what may be deleted at any time"),
    "store": mark("your plays"),
    "packs": mark("packs that you installed"),
}


@click.command()
@in_a_language
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, for scripts.")
def locate(as_json: bool) -> None:
    """Show every path that Sparring reads or writes.

    A path need not exist yet: it is made when something is written to it. Plays are
    kept where SPARRING_STORE or the setting "store" says: in a file, or for a team in
    a PostgreSQL database (postgresql://...).

    \b
    Example:
      sparring locate
      sparring locate --json
    """
    store = without_password(where(settings(tell=False)))
    paths = {**places().as_json(), "store": store}
    if as_json:
        put_json({**paths, "shipped": str(shipped())})
        return
    rows = [*((name, path, MEANING[name]) for name, path in paths.items())]
    rows.append(("shipped", str(shipped()), mark("packs that come with Sparring")))
    put("\n".join(f"{name:8} {path}\n         {_(meaning)}" for name, path, meaning in rows))
