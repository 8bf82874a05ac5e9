"""`sparring check`: everything that is wrong with scenarios and packs, proven over all that can happen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep

import click

from simulator.analysis.checks.examine import Limits
from simulator.analysis.checks.explain import explanations
from simulator.analysis.checks.findings import Findings
from simulator.analysis.checks.selection import Selection, matches
from simulator.analysis.checks.survey import Survey
from simulator.cli.main import INTERRUPTED
from simulator.cli.output import note, put, put_json
from simulator.errors import Misuse
from simulator.packs.find import files_under
from simulator.report.findings import as_github, as_json, as_text
from simulator.report.sarif import as_sarif
from simulator.scenario.suggest import did_you_mean

FORMATS: Mapping[str, Callable[[Findings], None]] = {
    "text": lambda found: put(as_text(found)),
    "json": lambda found: put_json(as_json(found)),
    "sarif": lambda found: put_json(as_sarif(found)),
    "github": lambda found: put(as_github(found)),
}
LOOK_EVERY = 0.3
"""Seconds between two looks at the files while watching."""
SETTLING = 0.05
"""Seconds that files must stay as they are before they are read: a save takes more than one step."""
LONG = 1.0
"""Seconds of work after which progress is shown."""


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option(
    "--select", metavar="CODES", multiple=True, help="Tell only these codes, or beginnings of codes."
)
@click.option("--ignore", metavar="CODES", multiple=True, help="Leave these codes, or beginnings, out.")
@click.option(
    "--explain", metavar="CODE", help="Say what a code means and how to mend it, and check nothing."
)
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.option("--max-states", type=click.IntRange(1), help="Most states of one scenario and temperament.")
@click.option(
    "--max-seconds",
    type=click.FloatRange(0, min_open=True),
    default=6.0,
    show_default=True,
    help="Most seconds for one file.",
)
def check(  # noqa: PLR0913, PLR0917 - the options are the command's own
    paths: tuple[str, ...],
    form: str,
    strict: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    explain: str | None,
    watch: bool,
    max_states: int | None,
    max_seconds: float,
) -> int:
    """Prove files, packs and folders of packs sound and fair, and tell every finding with its line.

    CODES are parted by commas. What keeps a file from being read is always told. Ctrl-C ends a
    check with what was found so far, and a watch with exit status 0.

    \b
    Example:
      sparring check scenarios/clients
      sparring check my-scenario.toml --watch
      sparring check --explain never-open
    """
    if explain is not None:
        put(_explanation(explain))
        return 0
    if not paths:
        raise click.UsageError("Name a file or a folder to check.", click.get_current_context())
    selection = Selection(_codes(select), _codes(ignore))
    progress = _Progress()
    limits = Limits(max_states, max_seconds)
    survey = Survey(tuple(map(Path, paths)), files_under, limits, selection, progress.tell)
    if watch:
        with suppress(KeyboardInterrupt):
            _watch(survey, progress, FORMATS[form])
        return 0
    found = survey.run()
    progress.wipe()
    FORMATS[form](found)
    if found.interrupted:
        return INTERRUPTED
    return 1 if found.errors or (strict and found.warnings) else 0


def _watch(survey: Survey, progress: _Progress, show: Callable[[Findings], None]) -> None:
    """Check now and whenever a file has changed; returns once Ctrl-C cut a check short."""
    survey.files()
    seen = None
    while True:
        stamp = survey.stamp()
        if stamp == seen:
            sleep(LOOK_EVERY)
            continue
        sleep(SETTLING)
        if stamp != survey.stamp():
            continue
        seen = stamp
        try:
            found = survey.run()
        except Misuse as gone:
            note(gone.message)
            continue
        progress.wipe()
        show(found)
        if found.interrupted:
            return
        note("watching; Ctrl-C ends it")


def _codes(options: Iterable[str]) -> tuple[str, ...]:
    """Codes and beginnings of codes; raises Misuse for one that fits none."""
    codes = tuple(code for option in options for code in option.replace(",", " ").split())
    for code in codes:
        if not any(matches(known, [code]) for known in explanations()):
            raise Misuse(f'no finding has the code "{code}"', did_you_mean(code, explanations()))
    return codes


def _explanation(code: str) -> str:
    known = explanations()
    if code not in known:
        alike = ", ".join(one for one in known if matches(one, [code]))
        hint = did_you_mean(code, known) or (f"there is {alike}" if alike and code else None)
        raise Misuse(f'no finding has the code "{code}"', hint)
    return f"{code}\n\n{known[code]}"


class _Progress:
    """One line on stderr about long work, if a person is there to read it."""

    def __init__(self) -> None:
        self._started = monotonic()
        self._file: Path | None = None
        self._shown = 0

    def tell(self, file: Path, states: int) -> None:
        """Show the file at work and its states, once it takes long."""
        if file != self._file:
            self._file, self._started = file, monotonic()
        if states and monotonic() - self._started > LONG and sys.stderr is not None and sys.stderr.isatty():
            text = f"{file.name}: {states:,} states so far"
            click.echo("\r" + text.ljust(self._shown), nl=False, err=True)
            self._shown = len(text)

    def wipe(self) -> None:
        """Take the line away again."""
        if self._shown:
            click.echo("\r" + " " * self._shown + "\r", nl=False, err=True)
            self._shown = 0
