"""`sparring play`: one scenario, on screens, line by line, or driven by a script."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

import click

from simulator import words
from simulator.cli.course import Course, course_of, meant
from simulator.cli.learner import Who, keeper_or_guest
from simulator.cli.output import put_json
from simulator.cli.plain.run import Start, drive, prompt
from simulator.cli.screens import open_screens
from simulator.cli.settings import settings
from simulator.cli.speech import asked_for, remember, wished
from simulator.cli.stage import Stage, compiled, open_edition
from simulator.cli.terminal import can_draw
from simulator.engine.session import Session
from simulator.practice.keeper import Keeper, unfinished
from simulator.report.result import result
from simulator.scenario.reader import languages_of
from simulator.scoring.scorecard import score
from simulator.store.store import StoreFailed
from simulator.words import _
from simulator.words.language import nearest

LARGEST_SEED = 2**31


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asked for."""

    temperament: str | None
    trust: int | None
    seed: int | None
    language: str | None
    coach: bool
    says_first: bool


@click.command("play")
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Line by line; by itself where there is no terminal.")
@click.option("--coach/--rehearse", default=None, help="Explain each choice at once, or all at the end.")
@click.option("--temperament", metavar="NAME", help="How the other person comes today.")
@click.option("--trust", type=click.IntRange(0, 100), help="Trust to start with, 0 to 100.")
@click.option("--seed", type=click.IntRange(0), help="The same number, the same order of choices.")
@click.option("--language", metavar="xx", help="Play a translation, and speak its language.")
@click.option("--say-first", is_flag=True, help="Type your own words before the choices are shown.")
@click.option("--as", "learner", metavar="NAME", help="Who plays; the config or your login name by itself.")
@click.option("--guest", is_flag=True, help="Keep nothing of this play.")
@click.option("--choices", metavar="a,b,c", help="Say these choices, ask nothing, store nothing.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal, for its own selecting.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole result as one JSON object.")
def play(  # noqa: PLR0913, PLR0917 - the options of the command
    scenario: str,
    plain: bool,
    coach: bool | None,
    temperament: str | None,
    trust: int | None,
    seed: int | None,
    language: str | None,
    say_first: bool,
    learner: str | None,
    guest: bool,
    choices: str | None,
    no_mouse: bool,
    as_json: bool,
) -> int:
    """Play a scenario: by its id, by pack/id, or by the path to its file.

    The name of an arc, pack/arc, plays its next conversation, with the trust that the one
    before it left.

    What is played is kept from the first line on, each choice before its answer is
    shown: "sparring resume" goes on with a play that was left, "sparring history"
    shows them all. Nothing is kept with --guest or --choices.

    \b
    Example:
      sparring play overlooked-candidate
      sparring play overlooked-candidate --as Sam
      sparring play clients/overlooked-candidate --plain --coach
      sparring play our-pack/first_year
      sparring play my-scenario.toml --choices ask,evidence --json
    """
    remember(language)
    wanted = meant(scenario)
    wish = wished() if choices is None else asked_for()
    words.use(wish)
    on_screens = choices is None and not plain and not as_json and can_draw()
    if choices is None and not on_screens:
        settings()
    keeper, told, problem = keeper_or_guest(learner, guest=guest) if choices is None else Who(None, "")
    course = course_of(wanted, keeper)
    spoken = language or nearest(wish, languages_of(course.found.path))
    start_trust = course.trust if trust is None else trust
    wishes = Wishes(temperament, start_trust, seed, spoken, bool(coach), say_first)
    if on_screens:
        return _on_screens(course, wishes, coach, mouse=not no_mouse, keeper=keeper, problem=problem)
    stage = _stage(course, wishes, 0 if choices is not None else secrets.randbelow(LARGEST_SEED))
    if choices is None:
        start = Start(keeper=keeper, told=(told, *course.told, *_left_before(keeper, stage.edition.name)))
        return prompt(stage, start, as_json=as_json)
    session = drive(stage, _ids(choices), quiet=as_json)
    if as_json:
        put_json(whole(stage, session))
    return 0


def _left_before(keeper: Keeper | None, name: str) -> tuple[str, ...]:
    """Told to somebody who left a play of this scenario half-way; nothing where nobody knows."""
    try:
        left = unfinished(keeper.glances()) if keeper else []
    except StoreFailed:
        return ()
    if not any(glance.setting.scenario == name for glance in left):
        return ()
    told = _('You left a play of this half-way: "sparring resume {name}" goes on with it. Enter begins anew.')
    return (told.format(name=name),)


def whole(stage: Stage, session: Session) -> dict[str, object]:
    """A play as the object that scripts read."""
    return result(stage.edition, session, score(stage.edition.scenario, session.decisions))


def _stage(course: Course, wishes: Wishes, seed: int) -> Stage:
    edition = open_edition(course.found, wishes.language)
    program = compiled(edition, wishes.temperament)
    return Stage(
        edition=edition,
        program=program,
        trust=program.trust if wishes.trust is None else wishes.trust,
        seed=seed if wishes.seed is None else wishes.seed,
        coach=wishes.coach,
        says_first=wishes.says_first,
        arc=course.arc,
    )


def _on_screens(course: Course, wishes: Wishes, coach: bool | None, **options: Any) -> int:
    compiled(open_edition(course.found, wishes.language), wishes.temperament)
    return open_screens(
        start=str(course.found.path),
        arc=course.arc,
        carried=wishes.trust if course.arc else None,
        coach=coach,
        temperament=wishes.temperament,
        trust=None if course.arc else wishes.trust,
        seed=wishes.seed,
        **options,
    )


def _ids(choices: str) -> tuple[str, ...]:
    return tuple(choice.strip() for choice in choices.split(",") if choice.strip())
