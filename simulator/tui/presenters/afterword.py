"""What stands below the decisions of a debrief: what they wanted, endings, questions, and how to go on."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from simulator.report.remarks import Remarks
from simulator.report.told import Debrief
from simulator.report.verdict import first_name
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, heading, plain
from simulator.words import _, mark, n_

HONEST = mark(
    "One play is a small sample: the balance never stands without its range. The ending and the final trust"
    " are not in it, because good conduct can lose. For practice only: never for hiring, ranking or"
    " appraisal."
)
PRACTICE = mark(
    "This play was practice: something was taken back, or it went on from another one, or a coach helped."
)
CHANGED = mark(
    "The scenario's file changed while you played. This play was finished, and is told, on the version it"
    " was begun with."
)


def page(told: Debrief, remarks: Remarks, found: Collection[str], glyphs: Glyphs) -> list[Paragraph]:
    """The other person, the rules worth keeping, endings found, and the questions with what was noted.

    `found` are the titles of the endings that the player has reached so far.
    """
    return [
        heading(_("What {name} wanted").format(name=told.counterpart)),
        plain(told.wants),
        plain(
            _("t tells the conversation again, with {name}'s thoughts.").format(name=_first(told)), "quiet"
        ),
        *_principles(told, glyphs),
        *_endings(told, found, glyphs),
        *questions(told, remarks, glyphs),
        heading(_("Go on from here")),
        plain(
            _("w plays on from the marked decision, as practice; p begins again; x writes all of this down.")
        ),
    ]


def arc(carried: str) -> list[Paragraph]:
    """What is left to the next conversation of a series, if this was one of it."""
    return [heading(_("The series")), plain(carried)] if carried else []


def honest(*, is_practice: bool, has_changed: bool, yardstick: str = "") -> list[Paragraph]:
    """What the figures are worth, and what kind of play it was."""
    return [
        heading(_("How much this says")),
        plain(_(HONEST), "quiet"),
        *([plain(yardstick, "quiet")] if yardstick else []),
        *([plain(_(PRACTICE), "quiet")] if is_practice else []),
        *([plain(_(CHANGED), "warn")] if has_changed else []),
    ]


def questions(told: Debrief, remarks: Remarks, glyphs: Glyphs) -> list[Paragraph]:
    """The questions to think about, with the notes, and what the player means to say."""
    rows = [heading(_("To think about"))]
    for number, question in enumerate(told.questions, 1):
        rows.append(Paragraph(((question, ""),), (glyphs.dot, "accent"), 2))
        rows += _note(remarks.notes.get(number, ""))
    promise = remarks.promise
    rows.append(Paragraph(((_("What will you say this week, and to whom?"), ""),), (glyphs.dot, "accent"), 2))
    if promise is not None:
        to = _("to {name}:").format(name=promise.to) if promise.to else ""
        rows += _note(" ".join(part for part in (to, promise.words) if part))
    return [*rows, plain(_("n opens room to write."), "quiet")]


def _note(text: str) -> list[Paragraph]:
    return [Paragraph(((text, "said"),), indent=2)] if text else []


def _first(told: Debrief) -> str:
    return first_name(told.counterpart)


def _endings(told: Debrief, found: Collection[str], glyphs: Glyphs) -> list[Paragraph]:
    if told.endings < 2 or not found:
        return []
    count = n_("You found one of {all}:", "You found {n} of {all}:", len(found))
    titles = f" {glyphs.dot} ".join(found)
    rest = [plain(_("Other words lead to the others."), "quiet")] if len(found) < told.endings else []
    told_so = count.format(n=len(found), all=told.endings)
    return [heading(_("Endings")), Paragraph(((f"{told_so} ", ""), (titles, "strong"))), *rest]


def _principles(told: Debrief, glyphs: Glyphs) -> list[Paragraph]:
    rules = list(dict.fromkeys(d.principle for d in told.decisions if d.principle))
    return _listed(_("Rules worth keeping"), rules, glyphs)


def _listed(head: str, texts: Sequence[str], glyphs: Glyphs) -> list[Paragraph]:
    if not texts:
        return []
    return [heading(head), *(Paragraph(((text, ""),), (glyphs.dot, "accent"), 2) for text in texts)]
