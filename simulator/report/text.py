"""A debrief in plain text: for plain mode, for screen readers and pipes, and for a file to keep.

Our own words and rules are ASCII; what the scenario says stays as it was written.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from simulator.report.phrases import ASSERTIVENESS, PARTNERSHIP
from simulator.report.told import Debrief, DecisionTold, Figures
from simulator.report.verdict import first_name
from simulator.scenario.screenplay import YOU, Line

WIDTH = 80
METER = 20


def lines_text(lines: Iterable[Line], names: Mapping[str, str], width: int = WIDTH) -> str:
    """Dialogue with speaker labels: `Dana (flat): words`, and what one can see in brackets."""
    return "\n".join(_line(line, names, width) for line in lines)


def summary(told: Debrief, width: int = WIDTH) -> str:
    """The first page: the ending and what came later, the sentence, the thing to try, then the figures."""
    parts = [*_ending(told, width), paragraph(told.headline, width)]
    parts.append(paragraph(f"Try next: {told.try_next}", width))
    parts.append(_figures(told.figures, width))
    trust = " > ".join(str(value) for value in told.trust)
    parts.append(paragraph(f"Trust: {trust}. {told.trust_tier}.", width))
    parts.append(decisions(told.decisions, width))
    return "\n\n".join(part for part in parts if part)


def decisions(all_told: Sequence[DecisionTold], width: int = WIDTH) -> str:
    """The decisions as a list, a number each, with fit and trust."""
    if not all_told:
        return ""
    rows = [_row(told, width) for told in all_told]
    return "\n".join(["Decisions (number, what you said, fit, trust):", *rows])


def explanation(told: DecisionTold, width: int = WIDTH) -> str:
    """One decision with everything that explains its points."""
    low, high = told.band
    due = f"{low}" if low == high else f"{low} to {high}"
    weight = ", which counts double" if told.weight > 1 else ""
    did, manner = ASSERTIVENESS[told.assertiveness], PARTNERSHIP[told.partnership]
    parts = [
        f'{told.number}. "{told.say}"',
        f"The moment: {told.moment}{weight}; {told.because}.",
        f"Assertiveness {told.assertiveness} of 4, where {due} was due: you {did}.",
        f"Partnership {told.partnership} of 4, where at least {told.floor} was due: {manner}.",
        f"Fit: {told.fit_word} ({told.fit:.2f}).",
        _trust_moved(told),
        told.trust_note,
        f"Why: {told.why}",
        f"The rule: {told.principle}" + (f" (from: {told.source})" if told.source else "")
        if told.principle
        else None,
        _best(told),
    ]
    return "\n".join(paragraph(part, width) for part in parts if part)


def thoughts(told: Debrief, names: Mapping[str, str], width: int = WIDTH) -> str:
    """The conversation again, with the other person's thoughts beside their words."""
    name = first_name(told.counterpart)
    parts = [paragraph(f"What {told.counterpart} wanted: {told.wants}", width)]
    for one in told.decisions:
        parts.append(lines_text(one.lines, names, width))
        parts.append(_thought(name, one.thinks, width))
        parts.append(_line(Line(YOU, None, one.say), names, width))
        parts.append(lines_text(one.reply, names, width))
        parts.append(_thought(name, one.thinks_after, width))
    return "\n".join(part for part in parts if part)


def whole(told: Debrief, names: Mapping[str, str], width: int = WIDTH) -> str:
    """Everything, for a file to keep."""
    pages = [
        told.title,
        summary(told, width),
        *(explanation(one, width) for one in told.decisions),
        "THEIR THOUGHTS\n" + thoughts(told, names, width),
        questions(told, width),
        HONESTY,
    ]
    return "\n\n".join(page for page in pages if page) + "\n"


HONESTY = "This is practice for you. It is not for hiring, ranking or appraisal."


def questions(told: Debrief, width: int = WIDTH) -> str:
    """Questions to think about."""
    return "\n".join(paragraph(f"- {question}", width) for question in told.questions)


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
    mood = f" ({line.mood})" if line.mood else ""
    return paragraph(f"{names.get(line.speaker, line.speaker)}{mood}: {line.words}", width)


def _ending(told: Debrief, width: int) -> list[str]:
    if told.ending is None:
        return ["You left before the end."]
    heading = f"The end: {told.ending.title} ({told.ending.kind_words})."
    return [heading, paragraph(f"Later: {told.ending.later}", width)]


def _figures(figures: Figures, width: int) -> str:
    rows: list[str] = []
    if figures.balance is not None:
        rows.append(f"Balance {figures.balance:3.0f}  {figures.band}; {figures.range}")
    else:
        rows.append(paragraph(figures.missing or "", width))
    for name, share, words in (
        ("Hold   ", figures.hold, "firm when it was due"),
        ("Yield  ", figures.yielded, "gave way when it was due"),
    ):
        shown = "  -  no such moment yet" if share is None else f"{share * 100:3.0f}  {meter(share)} {words}"
        rows.append(f"{name} {shown}")
    if figures.style:
        rows.append(paragraph(f"The play: {figures.style}.", width))
    if figures.cap_note:
        rows.append(paragraph(f"The balance is {figures.cap_note}.", width))
    return "\n".join(rows)


def _row(told: DecisionTold, width: int) -> str:
    tail = f"  {told.fit_word:>6}  {told.trust_moved:+4d}"
    room = max(20, width - len(tail) - 5)
    words = textwrap.shorten(told.say, room, placeholder=" ...")
    return f"{told.number:3}. {words.ljust(room)}{tail}"


def _trust_moved(told: DecisionTold) -> str:
    evidence = "; you used what they had told you" if told.evidence else ""
    act = f"; the act: {told.act}" if told.act else ""
    return f"Trust {told.trust_before} > {told.trust_after} ({told.trust_moved:+d}){evidence}{act}."


def _best(told: DecisionTold) -> str | None:
    if told.best is None:
        return None
    gain = f" (balance {told.best.gain:+.0f})" if told.best.gain is not None else ""
    return f'Fitted best{gain}: "{told.best.say}"'


def _thought(name: str, text: str | None, width: int) -> str:
    return paragraph(f"({name} thinks: {text})", width, "    ") if text else ""
