"""What tricks, chance and good conduct score in a scenario: as data, as a table, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from simulator.analysis.bots.fairness import Fairness
from simulator.analysis.bots.walk import Line
from simulator.scenario.edition import Edition

AS_WRITTEN = "as-written"
"""What a scenario without temperaments is listed under."""
BAR = 40
BAND = 10

Found = Mapping[str, Fairness]
"""Fairness by temperament."""


def as_json(edition: Edition, found: Found) -> dict[str, Any]:
    """Everything, not rounded, with the keys that scripts rely on."""
    return {
        "scenario": edition.name,
        "temperaments": {name: _as_json(edition, fairness) for name, fairness in found.items()},
    }


def as_text(edition: Edition, found: Found) -> str:
    """A table and a histogram for each temperament."""
    return "\n\n".join("\n".join(_lines(edition, name, fairness)) for name, fairness in found.items())


def as_csv(edition: Edition, found: Found) -> str:
    """A row for each figure: scenario, temperament, figure, balance, ending, choices."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["scenario", "temperament", "figure", "balance", "ending", "choices"])
    for name, fairness in found.items():
        for figure, balance, line in _rows(fairness):
            choices = " ".join(line.choices) if line else ""
            writer.writerow([edition.name, name, figure, balance, line.ending if line else "", choices])
    return out.getvalue()


def _as_json(edition: Edition, fairness: Fairness) -> dict[str, Any]:
    luck = fairness.random
    return {
        "exact": fairness.is_exact,
        "states": fairness.states,
        "paths": {"min_decisions": fairness.shortest, "max_decisions": fairness.longest},
        "random": {
            "mean": luck.mean,
            "sd": luck.sd,
            "quantiles": {str(percent): value for percent, value in luck.quantiles.items()},
            "error": luck.error,
            "endings": dict(luck.endings),
            "histogram": list(luck.histogram),
        },
        "best": {"balance": fairness.best.balance, "choices": list(fairness.best.choices)},
        "worst": {"balance": fairness.worst.balance, "choices": list(fairness.worst.choices)},
        "ranges": {ending: list(ends) for ending, ends in fairness.ranges.items()},
        "recovery": {"balance": fairness.recovered, "by_beat": dict(fairness.recovery or {})},
        "coverage": {"choices": len(fairness.offered), "of": _choices(edition)},
        "bots": {
            bot: {"balance": line.balance, "choices": list(line.choices), "ending": line.ending}
            for bot, line in fairness.bots.items()
        },
    }


def _rows(fairness: Fairness) -> Iterator[tuple[str, float | None, Line | None]]:
    yield "random mean", fairness.random.mean, None
    yield "best", fairness.best.balance, fairness.best
    yield "worst", fairness.worst.balance, fairness.worst
    yield "recovery", fairness.recovered, None
    for bot, line in fairness.bots.items():
        yield bot, line.balance, line


def _lines(edition: Edition, name: str, fairness: Fairness) -> Iterator[str]:
    luck = fairness.random
    how = "exact" if fairness.is_exact else f"sampled, mean plus or minus {1.96 * luck.error:.1f}"
    yield f"{edition.name}, {name}: {how}; {fairness.states} states, {_decisions(fairness)}"
    yield f"  {len(fairness.offered)} of {_choices(edition)} choices were on offer in some play"
    yield ""
    yield f"  {'best path':18}{fairness.best.balance:6.1f}  {','.join(fairness.best.choices)}"
    yield f"  {'worst path':18}{fairness.worst.balance:6.1f}  {','.join(fairness.worst.choices)}"
    yield f"  {'best recovery':18}{_number(fairness.recovered)}"
    yield f"  {'random, mean':18}{luck.mean:6.1f}  quantiles {_quantiles(fairness)}"
    yield ""
    for bot, line in fairness.bots.items():
        yield f"  {bot:18}{line.balance:6.1f}  {line.ending or 'no ending'}"
    yield ""
    for ending in edition.scenario.endings:
        yield f"  {ending:26}{luck.endings.get(ending, 0.0):7.2%}  {_range(fairness, ending)}"
    yield ""
    yield "  Balance under random play:"
    for band, share in enumerate(luck.histogram):
        bar = "#" * round(share * BAR / max(luck.histogram)) if share else ""
        yield f"  {band * BAND:3}-{band * BAND + BAND:<3} {share:6.1%}  {bar}".rstrip()


def _choices(edition: Edition) -> int:
    return sum(len(beat.choices) for beat in edition.scenario.beats.values())


def _decisions(fairness: Fairness) -> str:
    if fairness.shortest is None:
        return "decisions not counted"
    if fairness.shortest == fairness.longest:
        return f"{fairness.shortest} decisions"
    return f"{fairness.shortest} to {fairness.longest} decisions"


def _quantiles(fairness: Fairness) -> str:
    return "  ".join(f"{percent}% {value:.0f}" for percent, value in fairness.random.quantiles.items())


def _range(fairness: Fairness, ending: str) -> str:
    ends = fairness.ranges.get(ending)
    return f"balance {ends[0]:.0f} to {ends[1]:.0f}" if ends else ""


def _number(value: float | None) -> str:
    return f"{value:6.1f}" if value is not None else "     -"
