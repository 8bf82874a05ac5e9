"""Rules about what a scenario takes from its pack."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.scenario.diagnostic import Finding, Severity
from simulator.scenario.rules.draft import Draft


def unknown_principle(draft: Draft) -> Iterator[Finding]:
    """The debrief shows a principle by its rule, so the pack must have it."""
    if draft.manifest is None:
        return
    known = draft.manifest.principles
    for at, choice in draft.choices():
        name = choice.principle
        if name is not None and name not in known:
            hint = draft.hints.did_you_mean(name, known) or f"declare it in pack.toml: [principles.{name}]"
            message = f'the pack has no principle "{name}"'
            yield Finding("unknown-principle", message, (*at, "principle"), hint=hint)


def unknown_skill(draft: Draft) -> Iterator[Finding]:
    """Progress is told by skill, so a misspelt skill would stand apart; the pack's list settles it."""
    if draft.manifest is None:
        return
    known = draft.manifest.skills
    for position, skill in enumerate(draft.scenario.skills):
        if skill not in known:
            hint = draft.hints.did_you_mean(skill, known) or "declare it in pack.toml under [skills]"
            message = f'the pack has no skill "{skill}"'
            yield Finding("unknown-skill", message, ("skills", position), Severity.WARNING, hint)
