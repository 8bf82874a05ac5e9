"""The user's settings, with what is wrong in them told once."""

from __future__ import annotations

from simulator.cli.output import note
from simulator.packs.config import Config, load
from simulator.packs.places import places
from simulator.scenario.diagnostic import render


def settings(*, tell: bool = True) -> Config:
    """The settings; mistakes of the config file go to stderr, and defaults take their places.

    Without `tell` the mistakes are left to the screens, which show them themselves.
    """
    config, mistakes = load(places().config)
    for mistake in mistakes if tell else ():
        note(render(mistake))
    return config
