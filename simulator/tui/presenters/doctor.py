"""What the Doctor shows: findings one below the other, and each on a page of its own."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.cells import cell_len

from simulator.analysis.checks.findings import Findings
from simulator.report.findings import way_there
from simulator.scenario.diagnostic import Diagnostic, Severity, in_order
from simulator.scenario.plain import made_plain
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph, Run, heading, plain
from simulator.tui.widgets.picker import Item
from simulator.words import _, n_

MOST = 200
"""Findings that are listed; nobody mends more before the next look."""
NUMBER = 6
"""Columns for the number of a line before its excerpt."""


def keys_of(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A name for each finding that lasts while other lines of its file change."""
    met: Counter[tuple[str, str, str]] = Counter()
    keys = []
    for one in diagnostics:
        what = (one.file, one.code, one.message)
        met[what] += 1
        keys.append("\n".join((*what, str(met[what]))))
    return keys


def shown(findings: Findings, only: Severity | None) -> list[Diagnostic]:
    """The findings of one severity, or all; of very many the first, errors before warnings."""
    found = [one for one in findings.diagnostics if only is None or one.severity is only]
    if len(found) <= MOST:
        return found
    first = sorted(found, key=lambda one: not one.is_error)[:MOST]
    return list(in_order(first))


def rows(diagnostics: Sequence[Diagnostic], root: Path, glyphs: Glyphs) -> list[Item]:
    """The findings under the names of their files, as seen from the folder that was examined."""
    items: list[Item] = []
    named = root.suffix != ".toml" or len({one.file for one in diagnostics}) > 1
    file = None
    for key, one in zip(keys_of(diagnostics), diagnostics, strict=True):
        if named and one.file != file:
            file = one.file
            items.append(Item(None, ((_below(root, file), "title"),), before=int(bool(items))))
        items.append(_row(key, one, glyphs))
    return items


def _row(key: str, one: Diagnostic, glyphs: Glyphs) -> Item:
    width = max(map(cell_len, (_("error"), _("warning"))))
    word, line = _severity(one), _("line {n}").format(n=one.span.line)
    lead = word + " " * (width - cell_len(word))
    return Item(
        key,
        ((one.message, ""),),
        lead=(lead, "warn" if one.is_error else "label"),
        more=(plain(f"{line} {glyphs.dot} {one.code}", "quiet"),),
    )


def verdict(findings: Findings, only: Severity | None) -> list[Paragraph]:
    """What it all comes to, and how much was looked at."""
    first = plain(_verdict(findings), "strong")
    told = [_("Only errors are shown.") if only is Severity.ERROR else _("Only warnings are shown.")]
    count = len(findings.diagnostics)
    many = [_("The first {n} of {all} are listed.").format(n=MOST, all=f"{count:,}")] if count > MOST else []
    lines = [*_covered(findings), *many, *(told if only else [])]
    return [first, *(plain(line, "quiet") for line in lines)]


def _verdict(findings: Findings) -> str:
    if findings.interrupted:
        return _("The check was stopped; this was found so far.")
    if findings.errors:
        return _("Mend the errors first: a scenario that has one can't be played.")
    if findings.warnings:
        return _("It can be played. The warnings tell what would make it better.")
    return _("All is well.") if findings.coverage else _("Nothing is wrong, and there is no scenario yet.")


def counted(findings: Findings) -> str:
    """How many errors and warnings there are."""
    errors, warnings = findings.errors, findings.warnings
    return ", ".join(
        (
            n_("{n} error", "{n} errors", errors).format(n=errors),
            n_("{n} warning", "{n} warnings", warnings).format(n=warnings),
        )
    )


def _covered(findings: Findings) -> list[str]:
    if not findings.coverage:
        return []
    states = sum(covered.states for covered in findings.coverage)
    files = len({covered.file for covered in findings.coverage})
    told = n_("{states} states of {n} scenario", "{states} states of {n} scenarios", files)
    counts = told.format(states=f"{states:,}", n=files)
    if all(covered.exhaustive for covered in findings.coverage):
        return [_("Looked at: {counts}, every one there is.").format(counts=counts)]
    return [_("Looked at: {counts}, not all there is.").format(counts=counts)]


def at_work(file: str, states: int) -> str:
    """Which file is being examined, and how far that is."""
    name = Path(file).name
    if not states:
        return _("checking {file}").format(file=name)
    return _("checking {file}: {n} states").format(file=name, n=f"{states:,}")


def page(one: Diagnostic, explanation: str, width: int, glyphs: Glyphs) -> list[Paragraph]:
    """One finding: where it stands, how to mend it, how to get there, what its code means."""
    means = _("What {code} means").format(code=one.code)
    return [
        Paragraph(((one.message, "strong"),)),
        plain(f"{one.file}:{one.span.line}:{one.span.column}", "quiet"),
        *excerpt(one, width),
        *([Paragraph(((one.hint, "accent"),), before=1)] if one.hint else []),
        *_way(one, glyphs),
        *([heading(means), *_told(explanation)] if explanation else []),
    ]


def excerpt(one: Diagnostic, width: int) -> list[Paragraph]:
    """The line a finding stands on, cut around the place, and signs under the place."""
    if one.excerpt is None:
        return []
    source = made_plain(one.excerpt).replace("\t", " ")
    start = _start(source, one.span.column - 1, max(16, width - NUMBER - 2))
    end = one.span.end_column - 1 if one.span.end_line == one.span.line else len(source)
    before, here = source[start : one.span.column - 1], source[one.span.column - 1 : end]
    number = (str(one.span.line), "quiet")
    line: tuple[Run, ...] = ((before, ""), (here, "warn"), (source[max(start, end) :], ""))
    signs = " " * cell_len(before) + "^" * max(1, cell_len(here))
    return [
        Paragraph(line, number, NUMBER, before=1, clip=True),
        Paragraph(((signs, "warn"),), gutter=NUMBER, clip=True),
    ]


def _start(source: str, column: int, room: int) -> int:
    """Where to begin a line so that the column is in its first half, if the line is too long."""
    if cell_len(source) <= room:
        return 0
    start, cells = column, 0
    while start > 0 and cells < room // 2:
        start -= 1
        cells += cell_len(source[start])
    return start


def _way(one: Diagnostic, glyphs: Glyphs) -> list[Paragraph]:
    command = way_there(one)
    if command is None:
        return []
    path = f" {glyphs.arrow} ".join(one.path or ()) or _("at the very start")
    return [heading(_("How a play gets there")), plain(path), plain(command, "quiet", before=1)]


def _told(explanation: str) -> list[Paragraph]:
    """Paragraphs of an explanation, its lists kept."""
    return [
        plain(part if part.startswith("  ") else " ".join(part.split()), before=int(at > 0))
        for at, part in enumerate(explanation.split("\n\n"))
    ]


def _severity(one: Diagnostic) -> str:
    return _("error") if one.is_error else _("warning")


def _below(root: Path, file: str) -> str:
    """A file's path below the folder examined."""
    folder = root if root.suffix != ".toml" else root.parent
    return file.removeprefix(f"{folder}{os.sep}")
