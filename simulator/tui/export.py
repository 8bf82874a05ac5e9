"""The debrief as a text file that anyone can open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count
from pathlib import Path

from textual.style import Style

from simulator.report import compass as drawing
from simulator.report.told import Debrief
from simulator.tui import words
from simulator.tui.glyphs import RICH
from simulator.tui.ink import Paragraph, heading, lay_out
from simulator.tui.presenters.debrief import compass
from simulator.tui.presenters.decision import page
from simulator.tui.presenters.thoughts import page as thoughts
from simulator.tui.stage import Play

WIDTH = 78
MOST_TRIES = 1_000


def export(play: Play, told: Debrief, top: Sequence[Paragraph]) -> str:
    """Write the debrief beside the user's documents and say where, or why not; never overwrite."""
    text = "\n".join([*as_text(top), "", *_compass(told), *as_text(_rest(play, told))]) + "\n"
    try:
        return words.written_to(str(_write(_folder(), f"sparring-{play.edition.id}-{date.today()}", text)))  # noqa: DTZ011
    except OSError as error:
        return words.not_written(error.strerror or str(error))


def as_text(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Paragraphs as lines of plain text."""
    plain = Style()
    return [
        line.text.rstrip()
        for paragraph in paragraphs
        for line in lay_out(paragraph, WIDTH, lambda _: plain, plain)
    ]


def _rest(play: Play, told: Debrief) -> list[Paragraph]:
    """The decisions one by one, then the conversation with its thoughts."""
    paragraphs: list[Paragraph] = []
    for decision in told.decisions:
        paragraphs.append(heading(f"{words.DECISION} {decision.number}"))
        paragraphs += page(play.scenario, decision, RICH)
    return [*paragraphs, heading(words.THOUGHTS), *thoughts(play, RICH)]


def _compass(told: Debrief) -> list[str]:
    labels = (words.ASSERTIVENESS, words.PARTNERSHIP)
    return drawing.text(drawing.draw(compass(told.decisions, None), RICH.ink, labels=labels))


def _folder() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _write(folder: Path, stem: str, text: str) -> Path:
    """Write under the first name that is free."""
    for number in count(1):
        path = folder / (f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            if number >= MOST_TRIES:
                raise
            continue
        return path
    raise AssertionError("count never ends")
