"""In which language the program speaks: as asked for, else as configured, else as the locale says."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click

from simulator import words
from simulator.cli.output import note
from simulator.errors import Misuse
from simulator.packs.config import load
from simulator.packs.places import places
from simulator.scenario.suggest import did_you_mean
from simulator.words import _
from simulator.words.language import languages, nearest, of_locale

ASKED = "simulator.cli.speech.asked"
CONFIGURED = "simulator.cli.speech.configured"


def settle(asked: str | None) -> None:
    """Speak from now on as this command line asks, or as the settings and the locale say.

    A language of the settings that the program does not speak is told.
    """
    remember(asked)
    wish = asked_for() or _configured()
    if wish is not None and nearest(wish, languages()) is None:
        note(_unspoken(wish))
    words.use(wished())


def remember(asked: str | None) -> None:
    """Keep what was asked for; what a command is asked for goes before what the program is."""
    if asked is not None:
        click.get_current_context().meta[ASKED] = asked


def asked_for() -> str | None:
    """The language that this command line names, if any."""
    meta = click.get_current_context().meta
    return meta.get(ASKED)


def wished() -> str | None:
    """The language to speak, and to show scenarios in where they are translated; None for each one's own."""
    return asked_for() or _configured() or of_locale(os.environ)


def _configured() -> str | None:
    """The language of the settings, read once a command line."""
    meta: dict[str, str | None] = click.get_current_context().meta
    if CONFIGURED not in meta:
        meta[CONFIGURED] = load(places().config)[0].language
    return meta[CONFIGURED]


def _unspoken(language: str) -> str:
    told = _(
        '{file}: Sparring does not speak "{language}" (there is {languages});'
        " scenarios are shown in it where they are translated."
    )
    return told.format(file=places().config, language=language, languages=", ".join(languages()))


def judged(asked: str | None) -> str | None:
    """What an option `--language` asks for; raises Misuse for a language that the program does not speak."""
    if asked is not None and nearest(asked, languages()) is None:
        told = f'there is no language "{asked}"; there is {", ".join(languages())}'
        raise Misuse(told, did_you_mean(asked, languages()))
    return asked


def _settled(_context: click.Context, _option: click.Parameter, asked: str | None) -> None:
    if asked is not None:
        settle(judged(asked))


def in_a_language(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that talks to players the option `--language`; it takes effect by itself."""
    option = click.option(
        "--language", metavar="xx", help="Speak this language.", expose_value=False, callback=_settled
    )
    return option(command)
