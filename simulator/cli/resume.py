"""`sparring resume`: going on with a play that was left."""

from __future__ import annotations

from collections.abc import Sequence

import click

from simulator.cli.chosen import chosen, past_of
from simulator.cli.learner import open_keeper
from simulator.cli.output import note
from simulator.cli.past_play import stage_of
from simulator.cli.plain.run import Start, prompt
from simulator.cli.settings import settings
from simulator.cli.speech import in_a_language
from simulator.cli.terminal import can_draw
from simulator.errors import Refused
from simulator.practice.bringing_back import BroughtBack
from simulator.practice.keeper import Keeper, Keeping, is_unfinished, unfinished
from simulator.store.record import Glance
from simulator.words import _, n_


@click.command()
@in_a_language
@click.argument("play", required=False)
@click.option("--plain", is_flag=True, help="Line by line; by itself where there is no terminal.")
@click.option("--say-first", is_flag=True, help="Type your own words before the choices are shown.")
@click.option("--as", "learner", metavar="NAME", help="Who plays; the config or your login name by itself.")
def resume(play: str | None, plain: bool, say_first: bool, learner: str | None) -> int:
    """Go on with a play that was left, the last one unless PLAY names another.

    PLAY is a scenario, a number that "sparring history" shows, or the start of a play's key.

    \b
    Example:
      sparring resume
      sparring resume overlooked-candidate --plain
    """
    keeper = open_keeper(learner)
    brought, keeping = _first_that_goes_on(keeper, _wanted(keeper.glances(), play))
    if not plain and can_draw():
        from simulator.cli.screens import open_screens  # noqa: PLC0415 - only a screen needs Textual

        return open_screens(keeper=keeper, resume=keeping.key)
    settings()
    stage = stage_of(brought, says_first=say_first)
    start = Start(
        keeper=keeper,
        told=tuple(filter(None, [_where(stage.edition.scenario.title, brought), brought.told])),
        session=brought.session,
        keeping=keeping,
        log=brought.record.log,
    )
    return prompt(stage, start, as_json=False)


def _wanted(glances: Sequence[Glance], play: str | None) -> list[Glance]:
    """The plays that could be meant, the likeliest first. Raises Refused where there is none."""
    if play is None:
        left = unfinished(glances)
    else:
        left = [glance for glance in reversed(glances) if _is_of(glance, play) and is_unfinished(glance)]
        if not left and not any(_is_of(glance, play) for glance in glances):
            return [chosen(past_of(glances), play).glance]
    if not left:
        hint = _(
            '"sparring history" shows your plays; "sparring resume NUMBER" goes on with any that was left'
        )
        raise Refused(_("there is no play to go on with"), hint)
    return left


def _is_of(glance: Glance, scenario: str) -> bool:
    name = glance.setting.scenario
    return scenario in {name, name.rpartition("/")[2]}


def _first_that_goes_on(keeper: Keeper, glances: Sequence[Glance]) -> tuple[BroughtBack, Keeping]:
    """The first of the plays that comes back; why others don't is told on the way."""
    for position, glance in enumerate(glances, 1):
        brought = keeper.bring_back(glance.key)
        try:
            return brought, keeper.go_on(brought)
        except Refused as failure:
            if position == len(glances):
                raise
            note(failure.message)
    raise AssertionError("there is at least one play")


def _where(title: str, brought: BroughtBack) -> str:
    said = len(brought.session.choices) if brought.session else 0
    told = n_(
        "{title}: you go on where you left, after one answer.",
        "{title}: you go on where you left, after {n} answers.",
        said,
    )
    return told.format(title=title, n=said)
