"""What is wrong in the settings file, shown once after the start and reachable from the settings."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.scenario.diagnostic import EXCERPT_WIDTH, Diagnostic
from simulator.tui.ink import Paragraph, plain
from simulator.tui.screens.reading import Reading
from simulator.words import _, n_

INDENT = 2


class Mistakes(Reading):
    """Each mistake of the settings file with its line and what mends it."""

    HELP_TOPIC = "mistakes"

    def __init__(self, mistakes: Iterable[Diagnostic]) -> None:
        told = tuple(mistakes)
        head = n_(
            "Your settings file has {n} mistake", "Your settings file has {n} mistakes", len(told)
        ).format(n=len(told))
        super().__init__(head, _page(told))


def _page(mistakes: tuple[Diagnostic, ...]) -> list[Paragraph]:
    file = mistakes[0].file if mistakes else ""
    means = _("What is wrong counts as not there; everything else in the file holds.")
    return [
        plain(file, "strong"),
        plain(means, "quiet"),
        *(paragraph for mistake in mistakes for paragraph in _told(mistake)),
    ]


def _told(mistake: Diagnostic) -> list[Paragraph]:
    span = mistake.span
    where = _("Line {line}, column {column}").format(line=span.line, column=span.column)
    excerpt = (mistake.excerpt or "").strip()[:EXCERPT_WIDTH]
    return [
        Paragraph(((f"{where}: ", "strong"), (mistake.message, "")), before=1),
        *([plain(excerpt, "accent", indent=INDENT)] if excerpt else []),
        *([plain(mistake.hint, "quiet", indent=INDENT)] if mistake.hint else []),
    ]
