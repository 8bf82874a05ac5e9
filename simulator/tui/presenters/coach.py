"""What the coach says after a choice: the effect and the reason."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.report import phrases
from simulator.scoring.scorecard import score
from simulator.tui.ink import Paragraph, Run
from simulator.tui.presenters.conversation import Entry, Teller
from simulator.tui.stage import Play
from simulator.words import _


def note(play: Play, decision: int, told: Sequence[Entry], teller: Teller) -> list[Paragraph]:
    """A turn as told, with the coach's word on its decision below; the opening has none."""
    paragraphs = teller.tell(told)
    return paragraphs if decision < 0 else [*paragraphs, *teller.aside(_word(play, decision, teller.gutter))]


def _word(play: Play, decision: int, gutter: int) -> list[Paragraph]:
    judgement = score(play.scenario, play.session.decisions[: decision + 1]).judgements[-1]
    made = judgement.made
    choice = play.scenario.beats[made.beat].choices[made.choice]
    fit = _("Fit {fit};").format(fit=phrases.fit_word(judgement.judged.fit))
    moved = _("trust {before} to {after}.").format(before=made.trust_before, after=made.trust_after)
    effect: tuple[Run, ...] = (
        (f"{fit} ", "strong"),
        (f"{moved} ", ""),
        (choice.why, "quiet"),
    )
    note = [Paragraph(effect, (_("COACH"), "label"), gutter, before=1)]
    principle = play.edition.principle(choice.principle)
    if principle:
        note.append(Paragraph(((principle.rule, "accent"),), gutter=gutter))
    return note
