"""What each code means, for `check --explain CODE` and for the lists of rules in exports."""

from __future__ import annotations

from functools import cache
from inspect import cleandoc

from simulator.analysis.checks.reader_codes import reader_explanations
from simulator.analysis.checks.registry import CHECKS


@cache
def explanations() -> dict[str, str]:
    """Every code that a finding can have, with its explanation; the first line is a sentence by itself."""
    found = {code: cleandoc(text) for code, text in reader_explanations().items()}
    return found | {check.code: check.explanation for check in CHECKS}


def summary(code: str) -> str:
    """The first paragraph of a code's explanation, on one line; empty for an unknown code."""
    return " ".join(explanations().get(code, "").split("\n\n")[0].split())
