"""The debrief as one reads it: how it ended, what it came to, and each decision."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from simulator.report.compass import Compass, Point, Target
from simulator.report.phrases import ONE_SIDED, own_view
from simulator.report.told import Debrief, DecisionTold, EndingTold, Figures
from simulator.store.log import Rated
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, plain
from simulator.tui.widgets.picker import Item
from simulator.tui.words import signed
from simulator.words import _, p_

METER = 20
LEAST_COLUMNS = 10
"""Of the two columns beside the decisions: fit, and the change of trust."""
LEAST_NAME = 9


def story(told: Debrief, glyphs: Glyphs, what_if: str) -> list[Paragraph]:
    """The ending and what came later, one sentence on the play, one thing to try, and the key that does."""
    head = _("Try next:")
    gutter = cell_len(head) + 1
    return [
        *_ending(told.ending),
        plain(told.headline, "strong", before=1),
        Paragraph(((told.try_next, ""),), (head, "accent"), gutter),
        *_way_back(told, glyphs, what_if, gutter),
    ]


def _way_back(told: Debrief, glyphs: Glyphs, what_if: str, gutter: int) -> list[Paragraph]:
    """Where the thing to try is to be tried; `what_if` is the key that plays on, or nothing without one."""
    if told.try_at is None or not what_if:
        return []
    words = _("{key} plays on from {decision}, with that in mind")
    return [plain(words.format(key=what_if, decision=glyphs.numeral(told.try_at)), "quiet", indent=gutter)]


def _ending(ending: EndingTold | None) -> list[Paragraph]:
    if ending is None:
        return [plain(_("You stopped before an ending"), "title")]
    return [
        Paragraph(((ending.title, "title"), (f"  {ending.kind_words}", "quiet"))),
        plain(ending.later),
    ]


def figures(told: Debrief, rated: Rated | None, glyphs: Glyphs) -> list[Paragraph]:
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
    """What holds the balance down, and what its band leaves unsaid."""
    notes = [_named("", ((numbers.cap_note, "warn"),))] if numbers.cap_note else []
    if numbers.band and abs((numbers.hold or 0.0) - (numbers.yielded or 0.0)) >= ONE_SIDED:
        told = _("one-sided: Hold and Yield lie {n} points or more apart").format(n=round(100 * ONE_SIDED))
        notes.append(_named("", ((told, "quiet"),)))
    return notes


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


def _rated(rated: Rated | None, glyphs: Glyphs) -> list[Paragraph]:
    given = rated or Rated(None, None)
    said = own_view(given.push, given.respect)
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


def legend(told: Debrief, glyphs: Glyphs) -> list[Paragraph]:
    """What the signs beside the decisions mean, those that are there."""
    if not told.decisions:
        return []
    parts = [_("fit: full, half, little or none of what the moment called for")]
    if any(decision.weight > 1 for decision in told.decisions):
        parts.append(_("{sign} turning point, counts double").format(sign=glyphs.turn))
    if any(decision.act for decision in told.decisions):
        parts.append(_("harm: an act that holds the balance down"))
    return [plain(f" {glyphs.dot} ".join(parts), "quiet")]


def compass(decisions: Sequence[DecisionTold], focus: int | None) -> Compass:
    """The path of the play; `focus` is the number of the decision whose target is drawn."""
    points = tuple(Point(d.number, d.assertiveness, d.partnership) for d in decisions)
    targets = tuple(Target(*d.band, d.floor) for d in decisions)
    return Compass(points, targets, focus)
