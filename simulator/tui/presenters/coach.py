"""What the coach says after a choice: the effect, the reason and the rule."""

from __future__ import annotations

from simulator.report import phrases
from simulator.scoring.scorecard import Judgement, score
from simulator.tui.ink import Paragraph, Run
from simulator.tui.stage import Play
from simulator.tui.widgets.picker import Item
from simulator.words import _


def note(play: Play, decision: int, gutter: int) -> list[Paragraph]:
    """The coach's word on a decision (counted from 0), as it stands in the conversation."""
    runs, *more = _word(play, decision)
    head = Paragraph(runs, (_("COACH"), "label"), gutter, before=1)
    return [head, *(Paragraph(line, gutter=gutter) for line in more)]


def card(play: Play, decision: int) -> list[Item]:
    """The same at the foot of the screen, where it can't be overlooked."""
    runs, *more = _word(play, decision)
    return [Item(None, runs, lead=(_("COACH"), "label"), more=tuple(Paragraph(line) for line in more))]


def _word(play: Play, decision: int) -> list[tuple[Run, ...]]:
    judgement = score(play.scenario, play.session.decisions[: decision + 1]).judgements[-1]
    made = judgement.made
    choice = play.scenario.beats[made.beat].choices[made.choice]
    lines: list[tuple[Run, ...]] = [(*_effect(judgement), (choice.why, ""))]
    principle = play.edition.principle(choice.principle)
    if principle:
        lines.append(((principle.rule, "accent"),))
    return lines


def _effect(judgement: Judgement) -> tuple[Run, ...]:
    """How the words fitted, and what they did to trust."""
    made = judgement.made
    fit = _("Fit: {fit}.").format(fit=phrases.fit_word(judgement.judged.fit))
    told = (
        _("Trust stays at {after}.")
        if made.trust_before == made.trust_after
        else _("Trust from {before} to {after}.")
    )
    moved = told.format(before=made.trust_before, after=made.trust_after)
    return (f"{fit} ", "strong"), (f"{moved} ", "")
