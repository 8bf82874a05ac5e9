"""Each check of fairness: the fair scenario spoilt so that it speaks, and the same short of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator.analysis.checks.examine import Limits, examine
from simulator.analysis.checks.found import Group
from simulator.analysis.checks.registry import OF_SCENARIOS
from simulator.analysis.checks.selection import Selection
from simulator.packs.find import files_under

HOLDS, YIELDS = ("b0", "b2", "b4", "b6"), ("b1", "b3", "b5", "b7")
SCENARIOS = Path(__file__).parents[3] / "scenarios"


def option(beats: tuple[str, ...], role: str, **values: Any) -> dict[str, Any]:
    """The same change of one option in some beats."""
    return {f"beats.{beat}.choices.{role}.{key}": value for beat in beats for key, value in values.items()}


def first(role: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda old: {role: old[role], **old}


def longer(text: str) -> str:
    return text + "!"


def asked(text: str) -> str:
    return text[:-1] + "?"


EVERY = HOLDS + YIELDS
SHORT_CUT = {"beats.b0.choices.warm.to": "b5"}
LOUD = {
    **option(HOLDS, "wrong", partnership=4),
    **option(YIELDS, "warm", assertiveness=1),
    **option(YIELDS, "wrong", assertiveness=0),
}
STREAK = {"gauges": {"streak": {"max": 8}}, **option(EVERY, "right", adds={"streak": 1})}
RARE = {"title": "Rare", "kind": "agreement", "script": "[Yes.]", "later": "Weeks."}


def rare(least: int) -> dict[str, Any]:
    ways = [{"when": f"streak >= {least}", "to": "rare"}, {"to": "good"}]
    return {**STREAK, "endings.rare": RARE, "beats.b7.choices.right.to": ways}


CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "best-path": (option(("b0",), "right", partnership=2), option(("b0",), "right", partnership=3)),
    "recovery": (option(("b0",), "warm", to="other"), option(("b0",), "wrong", to="b2")),
    "random-play": (
        {**option(HOLDS, "warm", assertiveness=3), **option(YIELDS, "warm", assertiveness=1)},
        option(HOLDS, "warm", assertiveness=3),
    ),
    "bot-position": ({f"beats.{beat}.choices": first("right") for beat in EVERY}, {}),
    "bot-length": (option(EVERY, "right", say=longer), option(HOLDS, "right", say=longer)),
    "bot-polite": (option(YIELDS, "warm", partnership=3), option(("b1",), "warm", partnership=3)),
    "bot-most-assertive": (LOUD, option(HOLDS, "wrong", partnership=4)),
    "bot-least-assertive": (option(HOLDS, "warm", assertiveness=3), option(("b0",), "warm", assertiveness=1)),
    "bot-least-polite": (
        {**option(EVERY, "right", partnership=3), **option(EVERY, "wrong", partnership=4)},
        option(EVERY, "right", partnership=3),
    ),
    "bot-sum": (option(YIELDS, "warm", assertiveness=1), option(("b1",), "warm", assertiveness=1)),
    "bot-gear": (option(HOLDS, "warm", assertiveness=3), option(("b0",), "warm", assertiveness=3)),
    "bot-question": (option(EVERY, "right", say=asked), option(EVERY, "warm", say=asked)),
    "bot-trust": (option(EVERY, "warm", partnership=3), option(HOLDS, "right", partnership=3)),
    "bot-hammer": (LOUD, option(HOLDS, "wrong", partnership=4)),
    "few-holds": (SHORT_CUT, {"beats.b0.choices.warm.to": "b3"}),
    "few-yields": (SHORT_CUT, {"beats.b0.choices.warm.to": "b3"}),
    "heavy-decision": (
        {"beats.b0.choices.warm.to": "b3", "beats.b0.weight": 2},
        {"beats.b0.weight": 2},
    ),
    "strawman": (option(("b0", "b2"), "warm", partnership=1), option(("b0",), "warm", partnership=1)),
    "warm-over-push": (option(("b1",), "warm", partnership=2), option(("b1",), "warm", partnership=3)),
    "warm-under-push": (
        option(("b0", "b2", "b4"), "warm", partnership=2),
        option(("b0", "b2"), "warm", partnership=2),
    ),
    "colder-best": (option(("b0",), "right", partnership=2), option(("b0",), "right", partnership=3)),
    "seldom-warmest": (
        option(EVERY[:5], "right", partnership=3),
        option(EVERY[:4], "right", partnership=3),
    ),
    "rare-ending": (rare(8), rare(4)),
    "draft": ({**SHORT_CUT, "status": "draft"}, {"status": "draft"}),
}


@pytest.mark.parametrize("code", CASES)
def test_it_is_found_where_it_is_and_nowhere_else(author, code: str) -> None:
    bad, good = CASES[code]
    found = author.found(bad, code)
    assert found
    assert all(one.excerpt and one.severity == "warning" for one in found)
    assert author.found(good, code) == ()


def test_a_trick_comes_with_the_play_that_it_makes(author) -> None:
    found = author.found(option(EVERY, "right", say=longer), "bot-length")
    (one,) = [one for one in found if "longest" in one.message]
    assert one.path == ("right",) * 8
    assert one.message == "always taking the longest option scores 100.0; 55 is the most"


@pytest.mark.parametrize(("code", "band"), [("few-holds", [2, 2]), ("few-yields", [1, 2])])
def test_one_of_a_kind_must_go_all_the_way(author, code: str, band: list[int]) -> None:
    beats = HOLDS if code == "few-holds" else YIELDS
    found = author.found({f"beats.{beat}.band": band for beat in beats}, code)
    assert any("that reaches" in one.message and len(one.path) == 8 for one in found)


def test_a_break_may_come_early(author) -> None:
    left = {"title": "Left", "kind": "break", "script": "[She goes.]", "later": "Silence."}
    early = {**option(("b0",), "wrong", to="left"), "endings.left": left}
    codes = {one.code for one in author.found(early)}
    assert not codes & {"few-holds", "few-yields", "heavy-decision"}


def test_what_is_unfair_about_a_draft_is_one_line(author) -> None:
    loud = author.found(SHORT_CUT)
    unfair = {check.code for check in OF_SCENARIOS if check.group is Group.FAIRNESS}
    number = sum(one.code in unfair for one in loud)
    (folded,) = author.found({**SHORT_CUT, "status": "draft"})
    assert folded.code == "draft"
    assert f"{number} findings of fairness wait while this is a draft" in folded.message
    assert folded.span.line == author.line_of("status")


def test_without_a_sound_structure_fairness_is_not_looked_at(author) -> None:
    examined = author.examined({"beats.b1.choices.wrong.to": "b1"})
    assert [one.code for one in examined.diagnostics] == ["endless-loop", "not-weighed"]
    assert examined.coverage[0].fairness == "skipped"
    assert author.found({}, "not-weighed") == ()


def test_sixty_decisions_from_every_ending_fairness_is_skipped_with_one_warning(author) -> None:
    def long(beats: dict[str, Any]) -> dict[str, Any]:
        return {
            f"b{number}": {
                **beats["b0"],
                "choices": {
                    role: {
                        **said,
                        "say": f"{number} {role}",
                        "to": f"b{number + 1}" if number < 60 else ("good" if role == "warm" else "other"),
                    }
                    for role, said in beats["b0"]["choices"].items()
                },
            }
            for number in range(61)
        }

    examined = author.examined({"beats": long})
    assert [one.code for one in examined.diagnostics if one.code == "not-weighed"] == ["not-weighed"]
    assert examined.coverage[0].fairness == "skipped"


def test_what_is_sampled_is_called_sampled(author) -> None:
    author.limits = Limits(seconds=0.0001)
    examined = author.examined({})
    assert examined.coverage[0].fairness == "sampled"
    assert "not-weighed" in {one.code for one in examined.diagnostics}


@pytest.mark.parametrize(
    "path",
    [path for path in files_under(SCENARIOS) if path.name != "pack.toml"],
    ids=lambda path: path.stem,
)
def test_the_shipped_scenarios_have_no_errors(path: Path) -> None:
    examined = examine(path, Limits(seconds=60), Selection())
    assert [one for one in examined.diagnostics if one.is_error] == []
    assert all(one.exhaustive and one.fairness == "exact" for one in examined.coverage)
