"""A debrief in plain text: for plain mode, for screen readers and pipes, and for a file to keep.

Our own words and rules are ASCII; what the scenario says stays as it was written.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from simulator.report.phrases import PARTNERSHIP, YOU_DID, mood
from simulator.report.remarks import Remarks
from simulator.report.told import Debrief, DecisionTold, Figures
from simulator.report.verdict import first_name
from simulator.scenario.screenplay import YOU, Line
from simulator.words import _, decimals

WIDTH = 80
METER = 20


def lines_text(lines: Iterable[Line], names: Mapping[str, str], width: int = WIDTH) -> str:
    """Dialogue with speaker labels: `Dana (flat): words`, and what one can see in brackets."""
    return "\n".join(_line(line, names, width) for line in lines)


def summary(told: Debrief, width: int = WIDTH) -> str:
    """The first page: the ending and what came later, the sentence, the thing to try, then the figures."""
    parts = [*_ending(told, width), paragraph(told.headline, width)]
    parts.append(paragraph(_("Try next: {what}").format(what=told.try_next), width))
    parts.append(_figures(told.figures, width))
    trust = " > ".join(str(value) for value in told.trust)
    parts.append(paragraph(_("Trust: {path}. {tier}.").format(path=trust, tier=told.trust_tier), width))
    parts.append(decisions(told.decisions, width))
    return "\n\n".join(part for part in parts if part)


def decisions(all_told: Sequence[DecisionTold], width: int = WIDTH) -> str:
    """The decisions as a list, a number each, with fit and trust."""
    if not all_told:
        return ""
    rows = [_row(told, width) for told in all_told]
    return "\n".join([_("Decisions (number, what you said, fit, trust):"), *rows])


def explanation(told: DecisionTold, width: int = WIDTH, own: str | None = None) -> str:
    """One decision with everything that explains its points; `own` is what the player would have said."""
    low, high = told.band
    due = f"{low}" if low == high else _("{low} to {high}").format(low=low, high=high)
    assertiveness = _("Assertiveness {value} of 4, where {due} was due: {did}.")
    partnership = _("Partnership {value} of 4, where at least {floor} was due: {manner}.")
    parts = [
        _('{number}. "{words}"').format(number=told.number, words=told.say),
        _own(own),
        _moment(told),
        assertiveness.format(value=told.assertiveness, due=due, did=_(YOU_DID[told.assertiveness])),
        partnership.format(value=told.partnership, floor=told.floor, manner=_(PARTNERSHIP[told.partnership])),
        _("Fit: {word} ({fit}).").format(word=told.fit_word, fit=decimals(f"{told.fit:.2f}")),
        _trust_moved(told),
        told.trust_note,
        _("Why: {why}").format(why=told.why),
        _rule(told),
        _best(told),
    ]
    return "\n".join(paragraph(part, width) for part in parts if part)


def _moment(told: DecisionTold) -> str:
    if told.weight > 1:
        twice = _("The moment: {moment}, which counts double; {because}.")
        return twice.format(moment=told.moment, because=told.because)
    return _("The moment: {moment}; {because}.").format(moment=told.moment, because=told.because)


def _rule(told: DecisionTold) -> str | None:
    if told.principle is None or not told.source:
        return told.principle and _("The rule: {rule}").format(rule=told.principle)
    return _("The rule: {rule} (from: {source})").format(rule=told.principle, source=told.source)


def thoughts(
    told: Debrief, names: Mapping[str, str], width: int = WIDTH, remarks: Remarks | None = None
) -> str:
    """The conversation again, with the other person's thoughts and the player's own words beside the rest."""
    name = first_name(told.counterpart)
    parts = [paragraph(_("What {name} wanted: {what}").format(name=told.counterpart, what=told.wants), width)]
    for one in told.decisions:
        parts.append(lines_text(one.lines, names, width))
        parts.append(_thought(name, one.thinks, width))
        parts.append(_line(Line(YOU, None, one.say), names, width))
        own = _own(remarks.said_first(one.number) if remarks else None)
        parts.append(paragraph(own, width, "    ") if own else "")
        parts.append(lines_text(one.reply, names, width))
        parts.append(_thought(name, one.thinks_after, width))
    return "\n".join(part for part in parts if part)


def whole(told: Debrief, names: Mapping[str, str], width: int = WIDTH, remarks: Remarks | None = None) -> str:
    """Everything, for a file to keep; `remarks` are what the player wrote beside the play."""
    given = remarks or Remarks()
    pages = [
        told.title,
        summary(told, width),
        *(explanation(one, width, given.said_first(one.number)) for one in told.decisions),
        _("THEIR THOUGHTS") + "\n" + thoughts(told, names, width, given),
        questions(told, width, given),
        honesty(),
    ]
    return "\n\n".join(page for page in pages if page) + "\n"


def honesty() -> str:
    """What the figures must not be used for."""
    return _("This is practice for you. It is not for hiring, ranking or appraisal.")


def questions(told: Debrief, width: int = WIDTH, remarks: Remarks | None = None) -> str:
    """Questions to think about, with what the player wrote to each, and what they mean to say."""
    given = remarks or Remarks()
    parts: list[str] = []
    for number, question in enumerate(told.questions, 1):
        parts.append(paragraph(f"- {question}", width))
        parts.append(paragraph(given.notes.get(number, ""), width, "  "))
    parts.append(paragraph(given.notes.get(0, ""), width))
    if given.promise is not None:
        promise = _("This week I will say to {name}: {words}")
        told_so = promise.format(name=given.promise.to or "...", words=given.promise.words)
        parts.append(paragraph(told_so, width))
    return "\n".join(part for part in parts if part)


def meter(share: float) -> str:
    """A share of 0..1 as a bar in ASCII."""
    full = round(share * METER)
    return f"[{'#' * full}{'.' * (METER - full)}]"


def paragraph(text: str, width: int = WIDTH, indent: str = "") -> str:
    """Text wrapped to a width; its own line breaks stay."""
    return "\n".join(
        textwrap.fill(line, max(20, width), initial_indent=indent, subsequent_indent=indent) if line else ""
        for line in text.splitlines()
    )


def _line(line: Line, names: Mapping[str, str], width: int) -> str:
    if line.speaker is None:
        return paragraph(f"[{line.words}]", width)
    shown = f" ({mood(line.mood)})" if line.mood else ""
    return paragraph(f"{names.get(line.speaker, line.speaker)}{shown}: {line.words}", width)


def _ending(told: Debrief, width: int) -> list[str]:
    if told.ending is None:
        return [_("You left before the end.")]
    heading = _("The end: {title} ({kind}).").format(title=told.ending.title, kind=told.ending.kind_words)
    return [heading, paragraph(_("Later: {later}").format(later=told.ending.later), width)]


def _figures(figures: Figures, width: int) -> str:
    names = (_("Balance"), _("Hold"), _("Yield"))
    balance, hold, give = (name.ljust(max(map(len, names))) for name in names)
    rows: list[str] = []
    if figures.balance is not None:
        rows.append(f"{balance} {figures.balance:3.0f}  {figures.band}; {figures.range}")
    else:
        rows.append(paragraph(figures.missing or "", width))
    rows.append(f"{hold} {_share(figures.hold, _('firm when it was due'))}")
    rows.append(f"{give} {_share(figures.yielded, _('gave way when it was due'))}")
    if figures.style:
        rows.append(paragraph(_("The play: {style}.").format(style=figures.style), width))
    if figures.cap_note:
        rows.append(paragraph(_("The balance is {held}.").format(held=figures.cap_note), width))
    return "\n".join(rows)


def _share(share: float | None, means: str) -> str:
    if share is None:
        return f"  -  {_('no such moment yet')}"
    return f"{share * 100:3.0f}  {meter(share)} {means}"


def _row(told: DecisionTold, width: int) -> str:
    tail = f"  {told.fit_word:>6}  {told.trust_moved:+4d}"
    room = max(20, width - len(tail) - 5)
    words = textwrap.shorten(told.say, room, placeholder=" ...")
    return f"{told.number:3}. {words.ljust(room)}{tail}"


def _trust_moved(told: DecisionTold) -> str:
    if told.evidence:
        moved = _("Trust {before} > {after} ({change}); you used what they had told you.")
    else:
        moved = _("Trust {before} > {after} ({change}).")
    change = f"{told.trust_moved:+d}"
    act = " " + _("The act: {act}.").format(act=told.act) if told.act else ""
    return moved.format(before=told.trust_before, after=told.trust_after, change=change) + act


def _best(told: DecisionTold) -> str | None:
    if told.best is None:
        return None
    if told.best.gain is None:
        return _('Fitted best: "{words}"').format(words=told.best.say)
    told_gain = _('Fitted best (balance {gain}): "{words}"')
    return told_gain.format(gain=f"{told.best.gain:+.0f}", words=told.best.say)


def _own(own: str | None) -> str | None:
    """What the player would have said, typed before the answers appeared."""
    return _("You would have said: {words}").format(words=own) if own else None


def _thought(name: str, text: str | None, width: int) -> str:
    return (
        paragraph(_("({name} thinks: {thought})").format(name=name, thought=text), width, "    ")
        if text
        else ""
    )
