"""The plays that were kept, as a list, and what is due among them; and the page of one whose text is gone."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.practice.due import Due
from simulator.practice.keeper import is_unfinished
from simulator.practice.past import past_of, title_of
from simulator.practice.telling import ago, thing_told
from simulator.report.history import Past, kind_of, when
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Runs, plain
from simulator.tui.presenters.agenda import moment_of
from simulator.tui.widgets.picker import Item
from simulator.tui.words import not_kept
from simulator.words import _, n_

PLAY, DUE, OLDER = "play:", "due:", "older"
"""Before the key of a play, and before the number of what is due, in the id of an item; and the last item."""

AT_ONCE = 100
"""Plays that are listed before one asks for more."""


def rows(
    plays: Sequence[Past], due: Sequence[Due], glyphs: Glyphs, *, most: int, is_wide: bool
) -> list[Item]:
    """What is due, then the plays, the newest first; with little room the reasons stay away."""
    shown = plays[:most]
    head = Item(None, ((_("Plays, the newest first"), "title"),), before=int(bool(due)))
    older = len(plays) - len(shown)
    more = n_("{n} older play", "{n} older plays", older).format(n=f"{older:,}")
    return [
        *_due(due, is_wide=is_wide),
        head,
        *(_play(play, glyphs) for play in shown),
        *([Item(OLDER, ((more, "accent"),))] if older else []),
    ]


def _due(due: Sequence[Due], *, is_wide: bool) -> list[Item]:
    told = [(thing_told(one, moment_of(one)), one) for one in due]
    items = [
        Item(
            f"{DUE}{number}",
            ((words.what, "strong"),),
            right=((ago(one.days), "quiet"),),
            more=(plain(words.why, "quiet"),) if is_wide else (),
            clip=not is_wide,
        )
        for number, (words, one) in enumerate(told)
    ]
    return [Item(None, ((_("Due for practice"), "title"),)), *items] if items else []


def _play(play: Past, glyphs: Glyphs) -> Item:
    glance, past = play.glance, past_of(play.glance.outcome)
    how = f" {glyphs.dot} ".join((when(glance.began), kind_of(play), ending_of(play)))
    return Item(
        f"{PLAY}{glance.key}",
        ((title_of(glance, past), "strong"),),
        right=_balance(play),
        more=(Paragraph(((how, "quiet"),), clip=True),),
        clip=True,
    )


def ending_of(play: Past) -> str:
    """The title of the ending that was reached, or why there is none."""
    glance = play.glance
    if glance.outcome and glance.outcome.ending:
        return past_of(glance.outcome).ending_title or glance.outcome.ending
    return _("closed") if glance.closed is not None else _("left half-way")


def _balance(play: Past) -> Runs:
    """Never without its range."""
    outcome = play.glance.outcome
    if outcome is None or outcome.balance is None or outcome.margin is None or outcome.ending is None:
        return ()
    low, high = max(0.0, outcome.balance - outcome.margin), min(100.0, outcome.balance + outcome.margin)
    return ((f"{outcome.balance:.0f}", "accent"), (f" ({low:.0f}-{high:.0f})", "quiet"))


def what_goes(play: Past) -> list[str]:
    """What somebody is told before a play is deleted."""
    glance = play.glance
    lines = [
        title_of(glance, past_of(glance.outcome)),
        ", ".join((when(glance.began), kind_of(play), ending_of(play))),
        _("Its words, its notes and its figures are removed for good."),
    ]
    if play.is_evidence:
        lines.append(_("It is evidence: without it, the play begun after it counts as the first one."))
    elif is_unfinished(glance):
        lines.append(_("It was left half-way and could still be gone on with."))
    return lines


def nothing(problem: str | None, *, is_guest: bool) -> list[Paragraph]:
    """What stands in place of the figures where there are no plays; `problem` keeps any from being kept."""
    if not is_guest:
        return [
            plain(_("You have not played yet.")),
            plain(_("Press Esc, and Enter on a conversation; what you play comes up here."), "quiet"),
        ]
    if problem is not None:
        return [plain(not_kept(problem), "warn")]
    return [
        plain(_("You play as guest: nothing is kept.")),
        plain(
            _("Open Sparring without --guest to have your plays kept, on this machine and nowhere else."),
            "quiet",
        ),
    ]
