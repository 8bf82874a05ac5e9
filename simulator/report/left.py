"""What is left of a play beside its text: the ids of what was said, and what the player wrote."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.transcript import Said, TakenBack
from simulator.report.history import when
from simulator.report.phrases import own_view
from simulator.report.remarks import remarks_of
from simulator.scenario.plain import made_plain
from simulator.store.log import Committed
from simulator.store.record import Record
from simulator.words import _


def said_by_id(record: Record) -> str:
    """What was said, by the ids of the choices, where the words are gone."""
    lines = []
    for line in record.log:
        if isinstance(line.what, Said):
            lines.append(f"{when(line.at)}  {made_plain(line.what.choice)}")
        elif isinstance(line.what, TakenBack):
            lines.append(f"{when(line.at)}  {_('(taken back)')}")
    return "\n".join([_("What you said, by the names of the choices:"), *lines])


def written_beside(record: Record, questions: Sequence[str]) -> list[str]:
    """What the player wrote beside a play; `questions` are those of the debrief, as far as they are known."""
    remarks = remarks_of(line.what for line in record.log)
    written: list[str] = []
    if remarks.rated:
        said = ", ".join(own_view(remarks.rated.push, remarks.rated.respect))
        written.append(_("How you saw it: {answers}").format(answers=said))
    own = _("Before answer {n} you wrote: {words}")
    written += [own.format(n=number, words=words) for number, words in sorted(remarks.typed.items()) if words]
    for number, text in sorted(remarks.notes.items()):
        asked = questions[number - 1] if 1 <= number <= len(questions) else _("Your note:")
        written += [f"{asked}\n{text}"] if text else []
    if remarks.promise:
        written.append(_promise(remarks.promise))
    return written


def _promise(given: Committed) -> str:
    """What somebody means to say and to whom; either may have been left empty."""
    if not given.words:
        return _("This week you will talk to {name}.").format(name=given.to)
    words = _("This week you will say: {words}").format(words=given.words)
    return words + (f" ({given.to})" if given.to else "")
