"""What a player reads before the first line."""

from __future__ import annotations

from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario
from simulator.tui import words
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run
from simulator.words import _

GUTTER = 11


def page(edition: Edition, glyphs: Glyphs) -> list[Paragraph]:
    """Who one is, with whom, what happened, what is wanted, what is known, and how it is judged."""
    scenario = edition.scenario
    told = scenario.briefing
    rows = (
        (_("Now"), told.situation),
        (_("Before"), told.history),
        (_("Your aim"), told.goal),
        (_("At stake"), told.stakes),
    )
    return [
        *_people(scenario, glyphs),
        *(_row(label, ((text, ""),), before=int(at == 0)) for at, (label, text) in enumerate(rows)),
        *_known(scenario),
        _row(_("Judged by"), ((words.rubric(), ""),), before=1),
    ]


def _people(scenario: Scenario, glyphs: Glyphs) -> list[Paragraph]:
    dot = f" {glyphs.dot} "
    you: tuple[Run, ...] = ((scenario.you.name, "you"), (f"{dot}{scenario.you.role}", ""))
    others = [
        ((person.name, "them" if member == scenario.counterpart else "other"), (f"{dot}{person.role}", ""))
        for member, person in scenario.cast.items()
    ]
    return [
        _row(_("You are"), you),
        *(_row(_("With") if at == 0 else "", runs) for at, runs in enumerate(others)),
    ]


def _known(scenario: Scenario) -> list[Paragraph]:
    known = [fact.text for fact in scenario.facts.values() if fact.known]
    return [
        Paragraph(
            ((text, ""),),
            label=(_("You know") if at == 0 else "", "label"),
            gutter=GUTTER,
            before=int(at == 0),
        )
        for at, text in enumerate(known)
    ]


def _row(label: str, runs: tuple[Run, ...], before: int = 0) -> Paragraph:
    return Paragraph(runs, (label, "label"), GUTTER, before=before)
