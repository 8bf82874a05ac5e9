"""One play out of a history: by its number, the start of its key, or its scenario."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.errors import Misuse
from simulator.practice.evidence import evidence
from simulator.practice.past import past_of as told_of
from simulator.report.history import Past
from simulator.store.record import Glance
from simulator.words import _

SHORTEST = 4
"""Characters of a key that name a play; less would be taken for a number."""


def past_of(glances: Sequence[Glance]) -> list[Past]:
    """The plays with their numbers, in the order they were begun."""
    first_runs = evidence(glances)
    return [
        Past(number, glance, glance.key in first_runs, told_of(glance.outcome).ending_title)
        for number, glance in enumerate(glances, 1)
    ]


def chosen(plays: Sequence[Past], wanted: str) -> Past:
    """The play of a number, or the one whose key starts so. Raises Misuse where none or several are meant."""
    if wanted.isdecimal() and wanted.isascii() and 1 <= int(wanted[:9]) <= len(plays) and len(wanted) < 9:
        return plays[int(wanted) - 1]
    named = [play for play in plays if play.glance.key.startswith(wanted) and len(wanted) >= SHORTEST]
    if len(named) == 1:
        return named[0]
    hint = _('"sparring history" shows what there is')
    if named:
        raise Misuse(_('several plays have a key that starts with "{key}"').format(key=wanted), hint)
    raise Misuse(_('you have no play "{name}"').format(name=wanted), hint)
