"""`sparring play`: one scenario, on screens, line by line, or driven by a script."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import click

from simulator import words
from simulator.cli.output import put_json
from simulator.cli.plain.run import drive, prompt
from simulator.cli.screens import open_screens
from simulator.cli.settings import settings
from simulator.cli.speech import asked_for, remember, wished
from simulator.cli.stage import Stage, compiled, open_edition
from simulator.cli.terminal import can_draw
from simulator.engine.session import Session
from simulator.packs.find import Found, resolve
from simulator.report.result import result
from simulator.scenario.reader import languages_of
from simulator.scoring.scorecard import score
from simulator.words.language import nearest

LARGEST_SEED = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the command line asked for."""

    temperament: str | None
    trust: int | None
    seed: int | None
    language: str | None
    coach: bool


@click.command("play")
@click.argument("scenario")
@click.option("--plain", is_flag=True, help="Line by line; by itself where there is no terminal.")
@click.option("--coach/--rehearse", default=None, help="Explain each choice at once, or all at the end.")
@click.option("--temperament", metavar="NAME", help="How the other person comes today.")
@click.option("--trust", type=click.IntRange(0, 100), help="Trust to start with, 0 to 100.")
@click.option("--seed", type=click.IntRange(0), help="The same number, the same order of choices.")
@click.option("--language", metavar="xx", help="Play a translation, and speak its language.")
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
    choices: str | None,
    no_mouse: bool,
    as_json: bool,
) -> int:
    """Play a scenario: by its id, by pack/id, or by the path to its file.

    \b
    Example:
      sparring play overlooked-candidate
      sparring play clients/overlooked-candidate --plain --coach
      sparring play my-scenario.toml --choices ask,evidence --json
    """
    found = resolve(scenario)
    remember(language)
    wish = wished() if choices is None else asked_for()
    words.use(wish)
    on_screens = choices is None and not plain and not as_json and can_draw()
    if choices is None and not on_screens:
        settings()
    spoken = language or nearest(wish, languages_of(found.path))
    wishes = Wishes(temperament=temperament, trust=trust, seed=seed, language=spoken, coach=bool(coach))
    if on_screens:
        return _on_screens(found, wishes, coach, mouse=not no_mouse)
    stage = _stage(found, wishes, 0 if choices is not None else secrets.randbelow(LARGEST_SEED))
    if choices is None:
        return prompt(stage, as_json=as_json)
    session = drive(stage, _ids(choices), quiet=as_json)
    if as_json:
        put_json(whole(stage, session))
    return 0


def whole(stage: Stage, session: Session) -> dict[str, object]:
    """A play as the object that scripts read."""
    return result(stage.edition, session, score(stage.edition.scenario, session.decisions))


def _stage(found: Found, wishes: Wishes, seed: int) -> Stage:
    edition = open_edition(found, wishes.language)
    program = compiled(edition, wishes.temperament)
    return Stage(
        edition=edition,
        program=program,
        trust=program.trust if wishes.trust is None else wishes.trust,
        seed=seed if wishes.seed is None else wishes.seed,
        coach=wishes.coach,
    )


def _on_screens(found: Found, wishes: Wishes, coach: bool | None, *, mouse: bool) -> int:
    compiled(open_edition(found, wishes.language), wishes.temperament)
    return open_screens(
        start=str(found.path),
        mouse=mouse,
        coach=coach,
        temperament=wishes.temperament,
        trust=wishes.trust,
        seed=wishes.seed,
    )


def _ids(choices: str) -> tuple[str, ...]:
    return tuple(choice.strip() for choice in choices.split(",") if choice.strip())
