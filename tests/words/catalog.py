"""The catalogs brought up to date with the code: `python -m tests.words.catalog`.

It extracts every text into `simulator/words/sparring.pot`, carries what is new into
each language's `sparring.po` (untranslated) and compiles what is translated. To begin a
language: `python -m tests.words.catalog fr`.
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from simulator.words import DOMAIN, FOLDER

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = FOLDER / f"{DOMAIN}.pot"
ARGUMENTS = {"_": (None, 0, None), "mark": (None, 0, None), "n_": (None, 0, 1), "p_": (0, 1, None)}
"""Which argument of which function is the context, the text and its plural."""
COMMENT = re.compile(r"\s*# (Translators: .+)")
NOT_KEPT = ('"Generated-By:', '"Report-Msgid-Bugs-To:', '"Last-Translator:', '"Language-Team:')
HEAD = """\
# The words of Sparring.
# Copyright (C) 2026 The Sparring maintainers
# This file is distributed under the same license as Sparring."""
EVER = datetime(2026, 1, 1, tzinfo=UTC)
"""In place of the hour of an extraction, which would make each differ from the last."""


class Text(NamedTuple):
    """One text in the code, with what stands above it for translators."""

    words: str
    plural: str | None
    context: str | None
    comment: str | None
    file: str


def texts() -> Iterator[Text]:
    """Every text of the code, file by file, in the order in which they stand there."""
    for path in sorted((ROOT / "simulator").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        calls = [node for node in ast.walk(ast.parse(source)) if is_text(node)]
        lines = source.splitlines()
        for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
            context, one, many = (
                None if at is None else call.args[at].value for at in ARGUMENTS[call.func.id]
            )
            above = COMMENT.fullmatch(lines[call.lineno - 2])
            comment = above[1] if above else None
            yield Text(one, many, context, comment, path.relative_to(ROOT).as_posix())


def is_text(node: ast.AST) -> bool:
    """Whether this is a call that names a text; a variable names one that is marked elsewhere."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ARGUMENTS):
        return False
    return all(
        at is None or (isinstance(node.args[at], ast.Constant) and isinstance(node.args[at].value, str))
        for at in ARGUMENTS[node.func.id]
    )


@cache
def extracted() -> Catalog:
    """All texts as a catalog without translations; not to be changed."""
    catalog = empty(None)
    for text in texts():
        catalog.add(
            (text.words, text.plural) if text.plural else text.words,
            locations=[(text.file, None)],
            context=text.context,
            auto_comments=[text.comment] if text.comment else [],
        )
    return catalog


def empty(language: str | None) -> Catalog:
    """A catalog without texts."""
    catalog = Catalog(language, project="Sparring", version=" ", charset="utf-8", fuzzy=False)
    catalog.creation_date = catalog.revision_date = EVER
    catalog.header_comment = HEAD
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """A catalog as the text of a `.pot` or `.po` file, without what differs from machine to machine."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, ignore_obsolete=True)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(NOT_KEPT)).encode()


def as_mo(catalog: Catalog) -> bytes:
    """A catalog compiled."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def translated() -> dict[str, Path]:
    """The `.po` file of each language there is."""
    return {path.parts[-3]: path for path in sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}


def read(language: str, path: Path) -> Catalog:
    """A language's translations."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=language, domain=DOMAIN)
    catalog.revision_date = EVER
    return catalog


def main(new: list[str]) -> None:
    """Bring all catalogs up to date, and begin those of new languages."""
    template = extracted()
    TEMPLATE.write_bytes(as_po(template))
    for language in {*translated(), *new}:
        path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = read(language, path) if path.exists() else empty(language)
        catalog.update(template, no_fuzzy_matching=True)
        path.write_bytes(as_po(catalog))
        path.with_suffix(".mo").write_bytes(as_mo(catalog))
        left = [message for message in catalog if message.id and not all_of(message.string)]
        sys.stdout.write(f"{language}: {len(left)} of {len(catalog)} texts without a translation\n")


def all_of(strings: str | tuple[str, ...]) -> bool:
    """Whether a text, or every plural form of it, is there."""
    return all(strings) if isinstance(strings, tuple) else bool(strings)


if __name__ == "__main__":
    main(sys.argv[1:])
