"""The rule about terms: each one that a text names is declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.hints import Hints
from simulator.scenario.rules.draft import located_all
from simulator.scenario.terms import misfits


def unknown_terms(texts: Mapping[Location, str], terms: Mapping[str, str]) -> Iterator[Finding]:
    """A term that nobody declared would stand in the play as `{company}`."""
    hints = Hints()
    yield from located_all(texts, lambda text: misfits(text, terms, hints))
