from __future__ import annotations

import ast
import string
import unicodedata
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from rich.cells import cell_len

from simulator.scenario.plain import made_plain
from tests.words.catalog import ARGUMENTS, ROOT, TEMPLATE, as_po, extracted, read, translated

LANGUAGES = translated()
ANEW = "python -m tests.words.catalog brings the catalogs up to date"


@pytest.fixture(params=LANGUAGES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """The translations of one language."""
    return read(request.param, LANGUAGES[request.param])


def texts(catalog: Catalog) -> dict[tuple[object, str | None], Message]:
    return {(message.id, message.context): message for message in catalog if message.id}


def forms(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return texts if isinstance(texts, tuple) else (texts,)


def named(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_template_holds_the_texts_of_the_code() -> None:
    assert TEMPLATE.read_bytes() == as_po(extracted()), ANEW


def test_every_text_is_translated_and_no_other(catalog: Catalog) -> None:
    wanted, there = texts(extracted()), texts(catalog)
    assert there.keys() == wanted.keys(), ANEW
    assert not catalog.obsolete
    assert [m.id for m in there.values() if m.fuzzy or not all(forms(m.string))] == []


def test_what_is_filled_in_is_filled_in_everywhere(catalog: Catalog) -> None:
    for message in texts(catalog).values():
        *others, whole = forms(message.string)
        assert named(whole) == named(forms(message.id)[-1]), message.id
        assert all(named(other) <= named(whole) for other in others), message.id


def test_blanks_at_the_edges_are_those_of_the_original(catalog: Catalog) -> None:
    for message in texts(catalog).values():
        for text in forms(message.string):
            original = forms(message.id)[0]
            assert text.startswith(" ") == original.startswith(" "), text
            assert text.endswith(" ") == original.endswith(" "), text


def test_every_sign_is_plain_and_one_column_wide(catalog: Catalog) -> None:
    for message in texts(catalog).values():
        for text in forms(message.string):
            assert made_plain(text) == text == unicodedata.normalize("NFC", text)
            assert all(cell_len(sign) == 1 for sign in text if sign != "\n"), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_translated(language: str) -> None:
    with LANGUAGES[language].with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in texts(read(language, LANGUAGES[language])).values():
        if isinstance(message.id, tuple):
            spoken = tuple(compiled.ngettext(*message.id, number) for number in (1, 2))
        elif message.context:
            spoken = compiled.pgettext(message.context, message.id)
        else:
            spoken = compiled.gettext(message.id)
        assert spoken == message.string, ANEW


def run_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Everything that runs when a module is imported: all but the bodies of functions."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            parts = [*child.decorator_list, child.args]
        else:
            parts = [] if isinstance(child, ast.Lambda) else [child]
        for part in parts:
            yield part
            yield from run_at_import(part)


def calls(path: Path) -> Iterator[ast.Call]:
    for node in run_at_import(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node


def test_nothing_is_translated_while_a_module_is_imported() -> None:
    early = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "simulator").rglob("*.py")
        for call in calls(path)
        if call.func.id in ARGUMENTS and call.func.id != "mark"
    ]
    assert early == []
