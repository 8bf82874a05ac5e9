"""What stands at the foot of a play: what is asked for, what can be said, and the keys for it."""

from __future__ import annotations

from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, plain
from simulator.tui.presenters import coach, table
from simulator.tui.stage import Play
from simulator.tui.widgets.picker import Item
from simulator.tui.words import mode
from simulator.words import _

ANSWERING, WRITING, COACHED, OVER = "answering", "writing", "coached", "over"
"""What a player is asked for: an answer, words of their own, to read the coach, to look back."""

DEBRIEF, READ_ON, GO_ON = "debrief", "read-on", "go-on"


def where(play: Play, glyphs: Glyphs) -> str:
    """How the play is played, and the decision that comes next, or that it is over."""
    kind = _("What if") if play.is_what_if else mode(play.coach)
    at = _("the end") if play.is_over else _("decision {n}").format(n=play.decision)
    practice = [_("practice")] if play.is_practice and not play.is_what_if else []
    return f" {glyphs.dot} ".join([kind, *practice, at])


def answers(play: Play) -> list[Item]:
    """The choices by number; what the player would have said stands above them."""
    own = play.remarks.said_first(play.decision)
    if own is None:
        return table.choices(play)
    runs = ((f"{_('You would say:')} ", "label"), (own.replace("\n", " "), "quiet"))
    return [Item(None, runs, clip=True), *table.choices(play)]


def over(*, has_more: bool) -> list[Item]:
    """The way on once nothing more can be said; the last words come first."""
    if has_more:
        return [Item(READ_ON, ((_("Read on"), "strong"),))]
    return [Item(DEBRIEF, ((_("See how it went"), "strong"),))]


def coached(play: Play, heard: int, glyphs: Glyphs) -> list[Item]:
    """The coach's word on the decisions since `heard`, and the way on."""
    number = len(play.session.choices)
    notes = coach.card(play, max(heard, number - 1), glyphs)
    return [*notes, Item(GO_ON, ((_("Go on"), "strong"),), before=1)]


def prompt(play: Play) -> list[Paragraph]:
    """The question for words of one's own."""
    name = play.scenario.cast[play.scenario.counterpart].name.split()[:1]
    question = _("Say it first: what would you say to {name}?").format(name=" ".join(name))
    told = plain(_("It is kept beside what you pick, and never scored."), "quiet")
    return [plain(question, "strong"), *([] if play.remarks.typed else [told])]


def changed(gutter: int) -> list[Paragraph]:
    """That the scenario's file is another one by now, and what that means for this play."""
    told = _("The scenario's file has changed since you began. You play on with the version you began with.")
    return [Paragraph(((told, "warn"),), gutter=gutter, before=1)]


def mark_first(play: Play, glyphs: Glyphs) -> str:
    """What Enter says while nothing is marked."""
    return _("Mark an answer first ({keys})").format(keys=keys(play, glyphs))


def keys(play: Play, glyphs: Glyphs) -> str:
    """The digits that mark an answer."""
    number = len(play.session.offers)
    return "1" if number == 1 else f"1{glyphs.dash}{number}"
