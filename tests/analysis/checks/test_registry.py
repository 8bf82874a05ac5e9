"""The registry as a whole: codes that are there, unique, explained and tested; the reader's beside them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import simulator.scenario
from simulator.analysis.checks.explain import explanations, summary
from simulator.analysis.checks.found import Check
from simulator.analysis.checks.reader_codes import CODES_OF_RULES, READER_TEXTS
from simulator.analysis.checks.registry import CHECKS
from simulator.analysis.checks.selection import Selection
from simulator.scenario.rules import RULES

TESTS = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
NO_CODES = {"utf-8", "utf-8-sig"}


def test_every_code_is_unique() -> None:
    assert len({check.code for check in CHECKS}) == len(CHECKS)
    assert len({check.look for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_has_a_code_an_explanation_and_a_test(check: Check) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*", check.code)
    assert check.look.__name__ == check.code.replace("-", "_")
    first, *rest = check.explanation.split("\n\n")
    assert first.endswith(".")
    assert any(part.startswith(("To mend it:", "To see them:")) for part in rest)
    assert f'"{check.code}"' in TESTS


def test_every_rule_of_the_reader_is_explained() -> None:
    assert set(CODES_OF_RULES) == {rule.__name__ for rule in RULES}
    assert {code for code, text in explanations().items() if not text} == set()
    assert not {code for codes in CODES_OF_RULES.values() for code in codes} & READER_TEXTS.keys()


def codes_in_source() -> Iterator[str]:
    """Every text of the reader's source that is the first argument of a call and could be a code."""
    for path in Path(simulator.scenario.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call | ast.Tuple | ast.Return):
                texts = ast.walk(node)
                yield from (
                    one.value for one in texts if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )


def test_every_code_of_the_reader_is_explained() -> None:
    known = set(explanations())
    names = {
        "let-go",
        "push-back",
        "stand-firm",
        "take-the-order",
        "brittle-yes",
        "principled-no",
        "pick-battles",
    }
    found = {code for code in codes_in_source() if CODE.fullmatch(code)} - names - NO_CODES
    assert found - known == set()


def test_no_explanation_is_of_a_code_that_nobody_uses() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in Path(simulator.scenario.__file__).parent.rglob("*.py")
    )
    used = {code for code in READER_TEXTS if f'"{code}"' in source}
    assert set(READER_TEXTS) - used == set()


def test_a_summary_is_one_line() -> None:
    assert summary("never-open") == "A choice is never on offer."
    assert summary("nothing-of-the-kind") == ""


@pytest.mark.parametrize(
    ("selection", "code", "is_error", "taken"),
    [
        (Selection(), "long-say", False, True),
        (Selection(select=("long-",)), "long-say", False, True),
        (Selection(select=("long-",)), "bot-sum", False, False),
        (Selection(ignore=("long-say",)), "long-say", False, False),
        (Selection(select=("long-",), ignore=("long-say",)), "long-why", False, True),
        (Selection(select=("long-",), ignore=("long-say",)), "long-say", False, False),
        (Selection(accepted=("long-",)), "long-say", False, False),
        (Selection(accepted=("stuck",)), "stuck", True, True),
        (Selection(ignore=("stuck",)), "stuck", True, False),
    ],
)
def test_a_selection_takes(selection: Selection, code: str, is_error: bool, taken: bool) -> None:
    assert selection.takes(code, is_error=is_error) is taken
