"""What the coach says after a choice: the effect, the reason, the rule, and where it lay on both axes."""

from __future__ import annotations

from simulator.report import phrases
from simulator.scoring.scorecard import Judgement, score
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run
from simulator.tui.presenters.decision import span
from simulator.tui.stage import Play
from simulator.tui.widgets.picker import Item
from simulator.words import _


def note(play: Play, decision: int, glyphs: Glyphs, gutter: int) -> list[Paragraph]:
    """The coach's word on a decision (counted from 0), as it stands in the conversation."""
    runs, *more = _word(play, decision, glyphs)
    head = Paragraph(runs, (_("COACH"), "label"), gutter, before=1)
    return [head, *(Paragraph(line, gutter=gutter) for line in more)]


def card(play: Play, decision: int, glyphs: Glyphs) -> list[Item]:
    """The same at the foot of the screen, where it can't be overlooked."""
    runs, *more = _word(play, decision, glyphs)
    return [Item(None, runs, lead=(_("COACH"), "label"), more=tuple(Paragraph(line) for line in more))]


def _word(play: Play, decision: int, glyphs: Glyphs) -> list[tuple[Run, ...]]:
    judgement = score(play.scenario, play.session.decisions[: decision + 1]).judgements[-1]
    made = judgement.made
    choice = play.scenario.beats[made.beat].choices[made.choice]
    lines: list[tuple[Run, ...]] = [(*_effect(judgement), (choice.why, ""))]
    principle = play.edition.principle(choice.principle)
    if principle:
        lines.append(((principle.rule, "accent"),))
    return [*lines, ((_axes(judgement, glyphs), "quiet"),)]


def _axes(judgement: Judgement, glyphs: Glyphs) -> str:
    """What the compass draws where there is room for it, in words: what was said, and what was due."""
    judged = judgement.judged
    due = _("due: {band}").format(band=span(judged.band, glyphs.dash))
    floor = _("at least {floor}").format(floor=judged.target.floor)
    pushed = f"{_('Assertiveness')} {judged.rating.assertiveness} ({due})"
    return f"{pushed} {glyphs.dot} {_('partnership')} {judged.rating.partnership} ({floor})"


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
