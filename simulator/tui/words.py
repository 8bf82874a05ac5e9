"""Words that more than one screen needs; all others stand where they are drawn."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.words import _, mark

LEVELS: Mapping[str, str] = {"intro": mark("gentle"), "core": mark("core"), "stretch": mark("stretch")}


def level(name: str | None) -> str:
    """How hard a scenario is, or nothing where nobody knows."""
    return _(LEVELS.get(name, name)) if name else ""


def mode(coach: bool) -> str:
    """How a play is played."""
    return _("Coach") if coach else _("Rehearse")


def minutes(number: int | None) -> str:
    """How long a play takes, or nothing where nobody knows."""
    return _("{n} min").format(n=number) if number else ""


def signed(number: int) -> str:
    """A change as one reads it: `+4`, `-12`, `0`."""
    return f"{number:+d}" if number else "0"


def where(coach: bool, decision: int, dot: str) -> str:
    """The mode and the number of the decision that comes next."""
    return f"{mode(coach)} {dot} {_('decision {n}').format(n=decision)}"


def not_kept(problem: str) -> str:
    """Told to somebody whose plays should be kept and can't be."""
    return _("What you play now is not kept: {why}.").format(why=problem.rstrip("."))


def rubric() -> str:
    """What is scored, in one glance."""
    return _(
        "Did you push when pushing was due, give way when giving way was due, and stay respectful throughout?"
        " Pushing lands better once trust is earned."
    )


def not_for() -> str:
    """What the figures must not be used for."""
    return _("For practice only: never for hiring, ranking or appraisal.")
