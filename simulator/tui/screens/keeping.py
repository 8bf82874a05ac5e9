"""What is done where a play can't be written down: the player is told, and decides."""

from __future__ import annotations

from textual.screen import Screen

from simulator.errors import Refused
from simulator.store.store import Elsewhere
from simulator.tui.glyphs import Glyphs
from simulator.tui.screens.ask import Answer, Ask
from simulator.tui.screens.waiting import Act, attempt
from simulator.tui.stage import Play
from simulator.words import _


def kept(screen: Screen[None], play: Play, act: Act, then: Act, undo: Act) -> None:
    """Write something down and go on with `then`; where it can't be, ask: again, without keeping, or `undo`.

    Nothing that could not be kept is shown as if it had been.
    """

    def tried(failure: Refused | None) -> None:
        if failure is None:
            then()
        else:
            screen.app.push_screen(_question(failure, screen), answered)

    def answered(answer: str | None) -> None:
        if answer == "again":
            kept(screen, play, act, then, undo)
        elif answer == "without":
            play.keeping = None
            then()
        else:
            undo()

    attempt(screen.app, act, tried)


def _question(failure: Refused, screen: Screen[None]) -> Ask:
    told = [failure.message, *([failure.hint] if failure.hint else [])]
    told.append(_("What was kept before is still there."))
    answers = [
        Answer("without", _("Go on without keeping this play")),
        Answer("undo", _("Go back: leave it unsaid")),
    ]
    if not isinstance(failure, Elsewhere):  # what has gone on in another window stays so
        answers.insert(0, Answer("again", _("Try again")))
    glyphs: Glyphs = screen.app.glyphs  # type: ignore[attr-defined]
    return Ask(_("This could not be kept"), told, answers, glyphs)
