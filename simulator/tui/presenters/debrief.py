"""The debrief as one reads it: how it ended, what it came to, and each decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from simulator.report.compass import Compass, Point, Target
from simulator.report.told import Debrief, DecisionTold, EndingTold, Figures
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, heading, plain
from simulator.tui.presenters.chart import trust_chart
from simulator.tui.widgets.picker import Item
from simulator.tui.words import signed
from simulator.words import _, mark, p_

METER = 20
LEAST_COLUMNS = 10
"""Of the two columns beside the decisions: fit, and the change of trust."""
LEAST_NAME = 9
HONEST = mark(
    "One play is a small sample: the balance never stands without its range. The ending and the final trust"
    " are not in it, because good conduct can lose. For practice only: never for hiring, ranking or"
    " appraisal."
)
PRACTICE = mark(
    "This play was practice: something was taken back, or it went on from another one, or a coach helped."
)


@dataclass(frozen=True, slots=True)
class SelfRating:
    """How the player rated the play before seeing the score; None where a question was skipped."""

    push: str | None = None
    respect: str | None = None


def story(told: Debrief) -> list[Paragraph]:
    """The ending and what came later, one sentence on the play, one thing to try."""
    head = _("Try next:")
    return [
        *_ending(told.ending),
        plain(told.headline, "strong", before=1),
        Paragraph(((told.try_next, ""),), (head, "accent"), cell_len(head) + 1),
    ]


def _ending(ending: EndingTold | None) -> list[Paragraph]:
    if ending is None:
        return [plain(_("You stopped before an ending"), "title")]
    return [
        Paragraph(((ending.title, "title"), (f"  {ending.kind_words}", "quiet"))),
        plain(ending.later),
    ]


def figures(told: Debrief, rated: SelfRating, glyphs: Glyphs) -> list[Paragraph]:
    """Balance with its range and band, Hold and Yield on the same scale, trust, style."""
    numbers = told.figures
    return [
        _balance(numbers, glyphs),
        *_notes(numbers),
        _meter(_("Hold"), numbers.hold, _("firm when it was due"), "hold", glyphs),
        _meter(_("Yield"), numbers.yielded, _("gave way when it was due"), "yield", glyphs),
        _trust(told, glyphs),
        *_style(numbers),
        *_rated(rated, glyphs),
    ]


def _balance(numbers: Figures, glyphs: Glyphs) -> Paragraph:
    if numbers.balance is None:
        return _named(_("Balance"), ((numbers.missing or "", ""),))
    told: tuple[Run, ...] = (
        (f"{numbers.balance:.0f}", "title"),
        (f"  {numbers.band}", "strong"),
        (f" {glyphs.dot} {numbers.range}", ""),
    )
    return _named(_("Balance"), told)


def _notes(numbers: Figures) -> list[Paragraph]:
    return [_named("", ((numbers.cap_note, "warn"),))] if numbers.cap_note else []


def _meter(name: str, share: float | None, means: str, role: str, glyphs: Glyphs) -> Paragraph:
    if share is None:
        return _named(name, ((_("no moment called for it"), "quiet"),))
    full, empty = glyphs.meter(100 * share, METER)
    return _named(
        name, ((f"{100 * share:>3.0f} ", "strong"), (full, role), (empty, "rule"), (f" {means}", "quiet"))
    )


def _trust(told: Debrief, glyphs: Glyphs) -> Paragraph:
    path = f"{told.trust[0]} {glyphs.arrow} {told.trust_final} "
    return _named(
        _("Trust"),
        ((path, "strong"), (glyphs.line(told.trust), "accent"), (f"  {told.trust_tier}", "quiet")),
    )


def _style(numbers: Figures) -> list[Paragraph]:
    return [_named(_("Style"), ((numbers.style, ""),))] if numbers.style else []


def _rated(rated: SelfRating, glyphs: Glyphs) -> list[Paragraph]:
    said = [part for part in (rated.push, rated.respect) if part]
    return [_named(_("You said"), ((f" {glyphs.dot} ".join(said), ""),))] if said else []


def _named(name: str, runs: tuple[Run, ...]) -> Paragraph:
    names = (_("Balance"), _("Hold"), _("Yield"), _("Trust"), _("Style"), _("You said"))
    return Paragraph(runs, (name, "label"), max(LEAST_NAME, *(cell_len(each) + 1 for each in names)))


def rows(told: Debrief, glyphs: Glyphs) -> list[Item]:
    """The decisions, one a line: what was said, how it fitted, what it did to trust."""
    if not told.decisions:
        return []
    fit, trust = p_("column", "fit"), p_("column", "trust")
    width = max(LEAST_COLUMNS, cell_len(fit) + 2 + cell_len(trust))
    columns = fit + trust.rjust(width - cell_len(fit))
    head = Item(None, ((_("Decisions"), "title"),), right=((columns, "quiet"),))
    return [head, *(_row(decision, width, glyphs) for decision in told.decisions)]


def _row(decision: DecisionTold, width: int, glyphs: Glyphs) -> Item:
    marks: tuple[Run, ...] = ((f"{glyphs.turn} ", "accent"),) if decision.weight > 1 else ()
    harm: tuple[Run, ...] = ((f"{_('harm')} ", "warn"),) if decision.act else ()
    fit = (f"{decision.fit_word:<{width - 4}}", "strong" if decision.fit >= 1 else "")
    moved = (f"{signed(decision.trust_moved):>4}", "quiet")
    return Item(
        str(decision.number),
        ((decision.say, ""),),
        lead=(glyphs.numeral(decision.number), "key"),
        right=(*marks, *harm, fit, moved),
        clip=True,
    )


def compass(decisions: Sequence[DecisionTold], focus: int | None) -> Compass:
    """The path of the play; `focus` is the number of the decision whose target is drawn."""
    points = tuple(Point(d.number, d.assertiveness, d.partnership) for d in decisions)
    targets = tuple(Target(*d.band, d.floor) for d in decisions)
    return Compass(points, targets, focus)


def rest(told: Debrief, glyphs: Glyphs, *, is_practice: bool, yardstick: str = "") -> list[Paragraph]:
    """Trust over time, what they wanted, the rules behind the decisions, questions, what the figures are."""
    return [
        heading(_("Trust over time")),
        *trust_chart(told.trust, glyphs),
        heading(_("What {name} wanted").format(name=told.counterpart)),
        plain(told.wants),
        *_principles(told, glyphs),
        *_questions(told, glyphs),
        *_endings(told),
        heading(_("How much this says")),
        plain(_(HONEST), "quiet"),
        *([plain(yardstick, "quiet")] if yardstick else []),
        *([plain(_(PRACTICE), "quiet")] if is_practice else []),
    ]


def _endings(told: Debrief) -> list[Paragraph]:
    if told.ending is None or told.endings < 2:
        return []
    found = _("You found one of {n}. Other words lead to the others.").format(n=told.endings)
    return [heading(_("Endings")), plain(found)]


def _principles(told: Debrief, glyphs: Glyphs) -> list[Paragraph]:
    rules = dict.fromkeys(d.principle for d in told.decisions if d.principle)
    return _listed(_("Rules worth keeping"), list(rules), glyphs)


def _questions(told: Debrief, glyphs: Glyphs) -> list[Paragraph]:
    return _listed(_("To think about"), told.questions, glyphs)


def _listed(head: str, texts: Sequence[str], glyphs: Glyphs) -> list[Paragraph]:
    if not texts:
        return []
    return [heading(head), *(Paragraph(((text, ""),), (glyphs.dot, "accent"), 2) for text in texts)]
