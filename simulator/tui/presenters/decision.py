"""One decision explained: the words, the moment, the fit, trust, why, and the best line on offer."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.report import phrases
from simulator.report.told import DecisionTold
from simulator.scenario.model import Scenario
from simulator.scenario.screenplay import Line
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, heading, plain
from simulator.tui.presenters.conversation import Entry, Teller
from simulator.tui.words import signed
from simulator.words import _, decimals, listed, mark

AXIS = 15
KINDS = {"hold": mark("hold"), "yield": mark("give way")}
LEAD_IN = 2
"""Lines shown before the player's words; the whole conversation has a page of its own."""


def page(
    scenario: Scenario, decision: DecisionTold, glyphs: Glyphs, own: str | None = None
) -> list[Paragraph]:
    """Everything the scoring has to say about one decision; the compass stands beside it.

    `own` is what the player would have said, typed before the answers appeared.
    """
    return [
        *_said(scenario, decision, glyphs, own),
        heading(_("The moment")),
        Paragraph(_moment(decision, glyphs)),
        *_axes(decision, glyphs),
        *_effect(decision, glyphs),
        heading(_("Why")),
        plain(decision.why),
        *_principle(decision),
        *_best(decision),
    ]


def _said(scenario: Scenario, decision: DecisionTold, glyphs: Glyphs, own: str | None) -> list[Paragraph]:
    """What led up to the words, the words, the answer, and the thoughts beside them."""
    teller = Teller(scenario, glyphs)
    entries = [
        *_entries(decision.lines)[-LEAD_IN:],
        *_thought(scenario, decision.thinks),
        Entry("said", decision.say, "you"),
        *([Entry("own", own)] if own else []),
    ]
    return teller.tell([*entries, *_entries(decision.reply), *_thought(scenario, decision.thinks_after)])


def _entries(lines: Sequence[Line]) -> list[Entry]:
    return [
        Entry("seen" if line.speaker is None else "said", line.words, line.speaker, line.mood)
        for line in lines
    ]


def _thought(scenario: Scenario, thought: str | None) -> list[Entry]:
    return [Entry("thought", thought, scenario.counterpart)] if thought else []


def _moment(decision: DecisionTold, glyphs: Glyphs) -> tuple[Run, ...]:
    kinds = listed([_(KINDS[kind]) for kind in decision.kinds])
    because = f" {glyphs.dot} {decision.because}"
    turn = f" {glyphs.dot} {glyphs.turn} {_('turning point')}" if decision.weight > 1 else ""
    return (decision.moment, "strong"), (f" ({kinds})", ""), (because, ""), (turn, "accent")


def _axes(decision: DecisionTold, glyphs: Glyphs) -> list[Paragraph]:
    did = _(phrases.ASSERTIVENESS[decision.assertiveness])
    how = _(phrases.PARTNERSHIP[decision.partnership])
    floor = _("at least {floor}").format(floor=decision.floor)
    return [
        _axis(
            _("assertiveness"),
            decision.assertiveness,
            _("due: {band}").format(band=span(decision.band, glyphs.dash)),
            did,
        ),
        _axis(_("partnership"), decision.partnership, floor, how),
    ]


def span(band: tuple[int, int], dash: str) -> str:
    """A band of ratings: `2` or `2-3`."""
    low, high = band
    return str(low) if low == high else f"{low}{dash}{high}"


def _axis(name: str, value: int, due: str, did: str) -> Paragraph:
    return Paragraph(((f"{value}", "strong"), (f"  {due}", "quiet"), (f"  {did}", "")), (name, "label"), AXIS)


def _effect(decision: DecisionTold, glyphs: Glyphs) -> list[Paragraph]:
    change = signed(decision.trust_moved)
    moved = f"{decision.trust_before} {glyphs.arrow} {decision.trust_after} ({change})"
    used = _("with a fact you had learned")
    evidence: tuple[Run, ...] = ((f"  {used}", "quiet"),) if decision.evidence else ()
    of_1 = _("({fit} of 1)").format(fit=decimals(f"{decision.fit:g}"))
    rows = [
        Paragraph(((decision.fit_word, "strong"), (f" {of_1}", "quiet")), (_("fit"), "label"), AXIS),
        Paragraph(((moved, "strong"), *evidence), (_("trust"), "label"), AXIS),
    ]
    if decision.trust_note:
        rows.append(Paragraph(((decision.trust_note, ""),), gutter=AXIS))
    if decision.act:
        rows.append(Paragraph(((decision.act, "warn"),), (_("harm"), "warn"), AXIS))
    if decision.repairs:
        repair = _("named what was done and its effect, and changed course")
        rows.append(Paragraph(((repair, ""),), (_("repair"), "label"), AXIS))
    return rows


def _principle(decision: DecisionTold) -> list[Paragraph]:
    if decision.principle is None:
        return []
    told = _("Where it comes from: {source}").format(source=decision.source)
    source = [plain(told, "quiet")] if decision.source else []
    return [heading(_("Rule")), plain(decision.principle), *source]


def _best(decision: DecisionTold) -> list[Paragraph]:
    if decision.best is None:
        return [heading(_("The best line on offer")), plain(_("Nothing on offer would have fitted better."))]
    gain = decision.best.gain
    worth = _would_add(gain) if gain is not None else _("It would have fitted better.")
    return [heading(_("The best line on offer")), plain(decision.best.say, "said"), plain(worth, "quiet")]


def _would_add(points: float) -> str:
    """What the best line would have added to the balance."""
    if points < 0.05:
        return _("It would have fitted better; the balance would have stayed where it is.")
    return _("It would have added {points} to the balance.").format(points=decimals(f"{points:.1f}"))
