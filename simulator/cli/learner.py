"""Who is playing, and where what they play is kept."""

from __future__ import annotations

import getpass
import os
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import click

from simulator.cli.output import note
from simulator.cli.settings import settings
from simulator.errors import Misuse, Refused
from simulator.packs.config import Config
from simulator.packs.find import all_packs, scenarios_of
from simulator.packs.places import places
from simulator.practice.keeper import Keeper
from simulator.practice.versions import Versions
from simulator.scenario.plain import one_line
from simulator.words import _

LONGEST = 60
"""Characters of a learner's name."""

NOBODY = "me"
"""The learner where the machine knows no login name."""


NAME, GUEST = "simulator.cli.learner.name", "simulator.cli.learner.guest"
"""What the program itself was asked for, before any command."""


def remember(name: str | None, *, guest: bool) -> None:
    """Keep what the program was asked for; what a command is asked for goes before it."""
    meta = click.get_current_context().meta
    meta[NAME], meta[GUEST] = name, guest


def learner_of(given: str | None, config: Config) -> str:
    """The learner's name: as given on the command line, else by the config, else the login name.

    Raises Misuse where the name given is none.
    """
    if given is not None:
        name = one_line(given).strip()
        if not 0 < len(name) <= LONGEST:
            raise Misuse(_("a learner's name has 1 to {most} characters").format(most=LONGEST))
        return name
    return next(name for name in (config.learner, _login(), NOBODY) if name and name.strip()).strip()[
        :LONGEST
    ]


def where(config: Config) -> str:
    """Where plays are kept: by SPARRING_STORE, else by the config, else in the data folder."""
    return os.environ.get("SPARRING_STORE", "").strip() or config.store or str(places().store)


def open_keeper(given: str | None) -> Keeper:
    """What keeps the learner's plays; what the store has to tell goes to stderr.

    Raises Misuse for a name that is none and for a guest, and Refused where the store can't be opened.
    """
    from simulator.store.open import open_store  # noqa: PLC0415 - only who keeps something opens it

    if given is None and _asked(GUEST):
        raise Misuse(_("a guest has no history: nothing is kept"), _("leave out --guest to see your own"))
    config = settings(tell=False)
    learner = learner_of(_asked(NAME) if given is None else given, config)
    store = open_store(where(config))
    click.get_current_context().call_on_close(store.close)
    if store.notice:
        note(store.notice)
    return Keeper(store, learner, versions())


class Who(NamedTuple):
    """What keeps the learner's plays, who is playing in one sentence, and what is in the way of keeping.

    A guest has no keeper, and neither has anyone whose store can't be opened: `problem` is why.
    """

    keeper: Keeper | None
    told: str
    problem: str | None = None


def keeper_or_guest(given: str | None, *, guest: bool) -> Who:
    """Who is playing, and what keeps their plays.

    Raises Misuse for a guest with a name, and for a name that is none.
    """
    if guest and given is not None:
        raise Misuse(_("a guest has no name: give --as or --guest, not both"))
    if guest or (given is None and _asked(GUEST)):
        return Who(None, _("You play as guest: nothing is kept."))
    try:
        keeper = open_keeper(given)
    except Refused as failure:
        return Who(None, not_kept(failure), reason(failure))
    return Who(keeper, _("Playing as {name}; what you play is kept.").format(name=keeper.learner))


def not_kept(failure: Refused) -> str:
    """Why a play won't be kept, in one paragraph."""
    return _("This play will not be kept: {why}.").format(why=reason(failure))


def reason(failure: Refused) -> str:
    """Why something failed and what to do about it, to stand in a sentence."""
    return "; ".join(filter(None, (failure.message, failure.hint)))


def versions() -> Versions:
    """The texts of plays: the library, looked through once and not before it is needed, and the copies."""
    library = cache(_library)
    return Versions(places().data / "editions", lambda name: library().get(name))


def _asked(what: str) -> Any:
    return click.get_current_context().meta.get(what)


def _login() -> str:
    try:
        return one_line(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


def _library() -> dict[str, Path]:
    """The scenarios of today by `pack/id`; of two of one name, the one that the library shows first."""
    found = [scenario for pack in reversed(all_packs()) for scenario in scenarios_of(pack)]
    return {scenario.name: scenario.path for scenario in found}
