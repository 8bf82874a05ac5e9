"""Checks of the checking: what a draft puts off, what could not be weighed, what a pack accepts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from simulator.analysis.checks.found import Found
from simulator.analysis.checks.selection import matches
from simulator.analysis.checks.subject import Accepted, Subject
from simulator.scenario.diagnostic import Finding
from simulator.scenario.suggest import did_you_mean


def draft(findings: Sequence[Finding]) -> Iterator[Found]:
    """The scenario is a draft, so what is unfair about it is counted, not told.

    While `status = "draft"`, findings of fairness are folded into this one line: half a
    scenario can't be fair yet, and errors should not drown in it.

    To see them: set `status = "ready"`.
    """
    if findings:
        counted = ", ".join(f"{count} {code}" for code, count in Counter(f.code for f in findings).items())
        total = f"{len(findings)} finding{'s' * (len(findings) != 1)} of fairness wait"
        yield Found(f"{total + 's' * (len(findings) == 1)} while this is a draft: {counted}", ("status",))


def not_weighed(subject: Subject) -> Iterator[Found]:
    """Whether the scenario is fair was not looked at, or not exactly.

    Fairness needs every play with its score. That is skipped where an error must be mended
    first, and where every ending lies more than 60 decisions away; past the limits of time and
    size, random plays are sampled, and the best path, recovery and what every path has are not
    proven.

    To mend it: mend the errors; shorten the way to an ending; or give it more time
    (`--max-seconds`).
    """
    sampled = [t for t in subject.trials if t.fairness is not None and not t.fairness.is_exact]
    if subject.unweighed is not None:
        yield Found(f"fairness was not looked at: {subject.unweighed}", ("start",))
    elif sampled:
        message = "there are too many plays to weigh each, so fairness was sampled"
        error = max(1.96 * (trial.fairness.random.error if trial.fairness else 0) for trial in sampled)
        yield Found(message, ("start",), f"the mean of random play is known within {error:.1f}")


def unknown_code(accepted: Accepted) -> Iterator[Found]:
    """A pack accepts a code that no finding has.

    `[check] ignore` in pack.toml lists codes of warnings, or beginnings of codes, that the pack
    lives with. A misspelt one hides nothing.

    To mend it: write the code as the finding shows it in its brackets.
    """
    for position, code in enumerate(accepted.codes):
        if not any(matches(known, [code]) for known in accepted.known):
            hint = did_you_mean(code, accepted.known)
            yield Found(f'no finding has the code "{code}"', ("check", "ignore", position), hint)
