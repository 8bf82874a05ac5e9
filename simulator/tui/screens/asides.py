"""What a play opens above itself: whether to leave it or to unsay something, and the notebook."""

from __future__ import annotations

from simulator.tui.glyphs import Glyphs
from simulator.tui.presenters import table
from simulator.tui.screens.ask import Answer, Ask
from simulator.tui.screens.reading import Reading
from simulator.tui.stage import Play
from simulator.words import _


def leaving(play: Play, glyphs: Glyphs, *, leads_back: bool) -> Ask:
    """Asks where to go: `away`, `debrief` or `stay`; `leads_back` where a debrief lies below the play."""
    return Ask(
        _("Leave the conversation?"), leaving_means(play, leads_back), _ways_out(play, leads_back), glyphs
    )


def taking_back(glyphs: Glyphs) -> Ask:
    """Asks, `yes` or `no`, before the first take-back makes a play practice."""
    told = (_("From then on this play is practice: it shows you more, and counts as no first run."),)
    answers = (Answer("yes", _("Take them back"), "y"), Answer("no", _("Leave them said"), "n"))
    return Ask(_("Take your last words back?"), told, answers, glyphs, marked="no")


def notebook(play: Play, mood: str | None, glyphs: Glyphs) -> Reading:
    """The other person and the notebook, as a page of their own."""
    person = play.scenario.cast[play.scenario.counterpart]
    return Reading(person.name, table.page(play, mood, glyphs))


def leaving_means(play: Play, back: bool) -> tuple[str, ...]:
    """What becomes of a play that is left; `back` where a debrief lies below."""
    session = play.session
    if back:
        below = _("The debrief it came from is still there.")
        kept = (
            _("Home keeps your place here until you begin anew or close Sparring.")
            if play.keeping is None
            else _("Nothing is lost: Home keeps your place.")
        )
        return (below, kept) if session.choices and session.ending is None else (below,)
    if session.ending is not None:
        return (_("This conversation is over: Home keeps no place in it."),)
    if play.keeping is not None:
        return (_("Nothing is lost: Home keeps your place."),)
    return (_("Nothing is lost: Home keeps your place until you close Sparring."),)


def _ways_out(play: Play, back: bool) -> tuple[Answer, ...]:
    """Where one can go from a play."""
    away = Answer("away", _("Back to the debrief it came from") if back else _("Go Home"))
    debrief = Answer("debrief", _("Stop here and see the debrief of what was played"))
    stay = Answer("stay", _("Stay"))
    return (away, debrief, stay) if play.session.choices else (away, stay)
