"""The author's own tests are played, and told where they fail."""

from __future__ import annotations

from typing import Any

import pytest

GOOD = ["right"] * 8


def walk(**values: Any) -> dict[str, Any]:
    return {"walks.mine": {"choices": GOOD, **values}}


GATED = {"beats.b1.choices.wrong.when": "trust < 50"}
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "walk-choice": (
        {**GATED, **walk(choices=["right", "wrong"])},
        {**GATED, **walk(choices=["wrong", "wrong"])},
        'walk "mine" says "wrong" where it can\'t be said: at "b1"; on offer: right, warm',
    ),
    "walk-ending": (
        walk(ends="other"),
        walk(ends="good"),
        'walk "mine" should end at "other", and it ends at "good"',
    ),
    "walk-balance": (
        walk(balance=[20.0, 99.5]),
        walk(balance=[99.5, 100.0]),
        'walk "mine" should have a balance from 20 to 99.5, and it has 100.0',
    ),
}


@pytest.mark.parametrize("code", CASES)
def test_a_walk_that_fails_says_what_happened_instead(author, code: str) -> None:
    bad, good, message = CASES[code]
    (found,) = author.found(bad, code)
    assert (found.message, str(found.severity)) == (message, "error")
    assert author.found(good, code) == ()


def test_a_walk_that_stops_early_says_what_is_on_offer(author) -> None:
    (found,) = author.found(walk(choices=GOOD[:7], ends="good"), "walk-ending")
    assert found.message.endswith('it stops at "b7"; on offer: wrong, right, warm')
    assert found.path == ("right",) * 7


def test_a_walk_past_an_ending_says_so(author) -> None:
    (found,) = author.found(walk(choices=[*GOOD, "right"]), "walk-choice")
    assert found.message.endswith('the play is over at "good"')
    assert found.span.line == author.line_of("[walks.mine]") + 10


def test_a_walk_too_short_for_a_balance_says_so(author) -> None:
    (found,) = author.found(walk(choices=GOOD[:2], balance=[0.0, 100.0]), "walk-balance")
    assert found.message.endswith("has no balance: that takes two hold and two yield decisions")


def test_a_walk_is_played_with_its_temperament(author) -> None:
    open_today = {"temperaments": {"even": {"label": "As ever"}, "open": {"label": "Open", "trust": 90}}}
    closed = {"beats.b0.choices.right.when": "trust > 80"}
    assert author.found({**open_today, **closed, **walk(temperament="open")}, "walk-choice") == ()
    (found,) = author.found({**open_today, **closed, **walk()}, "walk-choice")
    assert found.temperament == "even"
