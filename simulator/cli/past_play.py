"""One play of the history, told again."""

from __future__ import annotations

from simulator.cli.plain.conversation import so_far
from simulator.cli.stage import Stage
from simulator.practice.bringing_back import BroughtBack
from simulator.report.debrief import debrief
from simulator.report.history import Past, kind_of, when
from simulator.report.left import said_by_id, written_beside
from simulator.report.text import paragraph, summary
from simulator.scenario.plain import made_plain
from simulator.store.record import Mode
from simulator.words import _


def told(play: Past, brought: BroughtBack, width: int) -> str:
    """The conversation word by word, the debrief's first page, and what the player wrote.

    Where the scenario is gone: why, and all that is kept.
    """
    parts = [_heading(play), *filter(None, [play.glance.closed or brought.told])]
    if brought.edition is not None and brought.session is not None:
        stage = stage_of(brought)
        told_again = debrief(brought.edition, brought.session)
        parts = [brought.edition.scenario.title, *parts]
        shown = [so_far(stage, brought.session, width), _("DEBRIEF") + "\n" + summary(told_again, width)]
        questions = told_again.questions
    else:
        shown, questions = [said_by_id(brought.record)], ()
    written = written_beside(brought.record, questions)
    wrapped = [paragraph(made_plain(part), width) for part in parts]
    return "\n\n".join([*wrapped, *shown, *(paragraph(made_plain(part), width) for part in written)])


def stage_of(brought: BroughtBack, *, says_first: bool = False) -> Stage:
    """The stage of a play that was brought back. Raises ValueError for one that is gone."""
    if brought.edition is None or brought.session is None:
        raise ValueError("a play that is gone has no stage")
    setting = brought.session.setting
    return Stage(
        edition=brought.edition,
        program=brought.session.program,
        trust=setting.trust,
        seed=setting.seed,
        coach=brought.record.glance.beginning.mode is Mode.COACH,
        says_first=says_first,
        arc=setting.arc,
    )


def _heading(play: Past) -> str:
    glance = play.glance
    words = _("{number}. {scenario}, {when}, {kind}; key {key}")
    return words.format(
        number=play.number,
        scenario=glance.setting.scenario,
        when=when(glance.began),
        kind=kind_of(play),
        key=glance.key,
    )
