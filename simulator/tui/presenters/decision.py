"""One decision explained: the words, the moment, the fit, trust, why, and the best line on offer."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.report import phrases
from simulator.report.told import DecisionTold
from simulator.scenario.model import Scenario
from simulator.scenario.screenplay import Line
from simulator.tui import words
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, heading, plain
from simulator.tui.presenters.conversation import Entry, Teller

AXIS = 15
LEAD_IN = 2
"""Lines shown before the player's words; the whole conversation has a page of its own."""


def page(scenario: Scenario, decision: DecisionTold, glyphs: Glyphs) -> list[Paragraph]:
    """Everything the scoring has to say about one decision; the compass stands beside it."""
    return [
        *_said(scenario, decision, glyphs),
        heading(words.THE_MOMENT),
        Paragraph(_moment(decision, glyphs)),
        *_axes(decision, glyphs),
        *_effect(decision, glyphs),
        heading(words.WHY),
        plain(decision.why),
        *_principle(decision),
        *_best(decision),
    ]


def _said(scenario: Scenario, decision: DecisionTold, glyphs: Glyphs) -> list[Paragraph]:
    """What led up to the words, the words, the answer, and the thoughts beside them."""
    teller = Teller(scenario, glyphs)
    entries = [
        *_entries(decision.lines)[-LEAD_IN:],
        *_thought(scenario, decision.thinks),
        Entry("said", decision.say, "you"),
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
    kinds = " and ".join(words.KINDS[kind] for kind in decision.kinds)
    because = f" {glyphs.dot} {decision.because}"
    turn = f" {glyphs.dot} {glyphs.turn} {words.TURNING_POINT}" if decision.weight > 1 else ""
    return (decision.moment, "strong"), (f" ({kinds})", ""), (because, ""), (turn, "accent")


def _axes(decision: DecisionTold, glyphs: Glyphs) -> list[Paragraph]:
    did = phrases.ASSERTIVENESS[decision.assertiveness]
    how = phrases.PARTNERSHIP[decision.partnership]
    return [
        _axis(
            words.ASSERTIVENESS,
            decision.assertiveness,
            f"{words.DUE} {words.span(decision.band, glyphs.dash)}",
            did,
        ),
        _axis(words.PARTNERSHIP, decision.partnership, f"{words.AT_LEAST} {decision.floor}", how),
    ]


def _axis(name: str, value: int, due: str, did: str) -> Paragraph:
    return Paragraph(((f"{value}", "strong"), (f"  {due}", "quiet"), (f"  {did}", "")), (name, "label"), AXIS)


def _effect(decision: DecisionTold, glyphs: Glyphs) -> list[Paragraph]:
    change = words.signed(decision.trust_moved)
    moved = f"{decision.trust_before} {glyphs.arrow} {decision.trust_after} ({change})"
    evidence: tuple[Run, ...] = ((f"  {words.EVIDENCE_USED}", "quiet"),) if decision.evidence else ()
    rows = [
        Paragraph(
            ((decision.fit_word, "strong"), (f" ({decision.fit:g} {words.OF_1})", "quiet")),
            (words.FIT, "label"),
            AXIS,
        ),
        Paragraph(((moved, "strong"), *evidence), (words.TRUST.lower(), "label"), AXIS),
    ]
    if decision.trust_note:
        rows.append(Paragraph(((decision.trust_note, ""),), gutter=AXIS))
    if decision.act:
        rows.append(Paragraph(((decision.act, "warn"),), (words.HARM, "warn"), AXIS))
    if decision.repairs:
        rows.append(Paragraph(((words.REPAIR_MEANS, ""),), (words.REPAIR, "label"), AXIS))
    return rows


def _principle(decision: DecisionTold) -> list[Paragraph]:
    if decision.principle is None:
        return []
    source = [plain(decision.source, "quiet")] if decision.source else []
    return [heading(words.PRINCIPLE), plain(decision.principle), *source]


def _best(decision: DecisionTold) -> list[Paragraph]:
    if decision.best is None:
        return [heading(words.WORTH), plain(words.NOTHING_BETTER)]
    gain = decision.best.gain
    worth = words.would_add(gain) if gain is not None else words.WORTH_UNKNOWN
    return [heading(words.WORTH), plain(decision.best.say, "said"), plain(worth, "quiet")]
