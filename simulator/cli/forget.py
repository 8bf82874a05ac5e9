"""`sparring forget`: one person removed completely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import click

from simulator.cli.asking import agreed
from simulator.cli.learner import open_keeper, where
from simulator.cli.output import put
from simulator.cli.settings import settings
from simulator.cli.speech import in_a_language
from simulator.packs.places import places
from simulator.practice.keeper import Keeper
from simulator.store.bodies import KINDS
from simulator.store.open import without_password
from simulator.words import _, n_

_NAMES = {kind: name for name, kind in KINDS.items()}


@click.command()
@in_a_language
@click.option("--as", "learner", metavar="NAME", help="Whom to forget; you by itself.")
@click.option("--yes", is_flag=True, help="Don't ask first.")
def forget(learner: str | None, yes: bool) -> None:
    """Remove everything that is kept of one person, and say what was removed.

    \b
    Example:
      sparring forget
      sparring forget --as Sam --yes
    """
    keeper = open_keeper(learner)
    counted = _counted(keeper)
    place = without_password(where(settings(tell=False)))
    if not any(counted.values()):
        told = _("Nothing is kept of {name} in {place}.")
        put(told.format(name=keeper.learner, place=place))
        keeper.forget()
        _tell_of_copies(keeper)
        return
    put(_("This is kept of {name} in {place}:").format(name=keeper.learner, place=place))
    put(_listed(counted))
    if not agreed(_("Remove all of it for good?"), yes=yes):
        put(_("Nothing was removed."))
        return
    removed = keeper.forget()
    put(_("Removed:") + "\n" + _listed(removed))
    _tell_of_copies(keeper)
    _tell_of_config(keeper.learner)


def _counted(keeper: Keeper) -> Mapping[str, int]:
    """What there is, by the same names as what `Keeper.forget` tells."""
    records = keeper.records()
    lines = Counter(_NAMES[type(line.what)] for record in records for line in record.log)
    return {"plays": len(records), **lines}


def _listed(counted: Mapping[str, int]) -> str:
    """What there is or was, a line each; what there is none of is left out."""
    words = {
        "plays": lambda n: n_("{n} play", "{n} plays", n),
        "said": lambda n: n_("{n} answer said", "{n} answers said", n),
        "taken-back": lambda n: n_("{n} answer taken back", "{n} answers taken back", n),
        "typed": lambda n: n_("{n} answer in your own words", "{n} answers in your own words", n),
        "rated": lambda n: n_("{n} view of your own play", "{n} views of your own play", n),
        "noted": lambda n: n_("{n} note", "{n} notes", n),
        "committed": lambda n: n_("{n} commitment", "{n} commitments", n),
        "kept": lambda n: n_("{n} answer to a commitment", "{n} answers to a commitment", n),
        "copies": lambda n: n_("{n} copy of a scenario", "{n} copies of scenarios", n),
    }
    lines = (f"  {words[name](n).format(n=n)}" for name, n in counted.items() if n and name in words)
    return "\n".join(lines)


def _tell_of_copies(keeper: Keeper) -> None:
    """What may hold plays still: files that were put aside, which are the person's own to delete."""
    if copies := keeper.store.copies():
        told = _("These copies of older plays may name {name} still; delete them if you don't need them:")
        put(told.format(name=keeper.learner) + "".join(f"\n  {copy}" for copy in copies))


def _tell_of_config(name: str) -> None:
    """What else holds the name: the config, which is the person's own file."""
    config = settings(tell=False)
    if config.learner == name:
        told = _('The config still names the learner "{name}": {file}')
        put(told.format(name=name, file=places().config))
