"""Each check of the writing, of translations and of packs with what it speaks of and what it lets pass."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.analysis.checks.cues import rank_correlation
from simulator.analysis.checks.translations import source_hash

SAY, WHY = "beats.b0.choices.right.say", "beats.b0.choices.right.why"
EVERY = tuple(f"b{number}" for number in range(8))


def words(count: int) -> str:
    return " ".join(["word"] * count)


def only_right(options: dict[str, Any]) -> dict[str, Any]:
    return {"right": options["right"]}


CASES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "long-say": ({SAY: words(36)}, {SAY: words(35)}),
    "long-line": (
        {"beats.b0.script": f"Dana: {words(51)}"},
        {"beats.b0.script": f"Dana: {words(50)}\n[{words(60)}]"},
    ),
    "long-why": ({WHY: words(46)}, {WHY: words(45)}),
    "long-briefing": ({"briefing.situation": words(86)}, {"briefing.situation": words(85)}),
    "one-option": ({"beats.b0.choices": only_right}, {}),
    "uneven-length": ({SAY: lambda text: text + "x" * 12}, {SAY: lambda text: text + "x" * 11}),
    "longest-is-best": ({"beats.b1.choices.right.say": lambda text: text + "!"}, {}),
}


@pytest.mark.parametrize("code", CASES)
def test_it_is_found_where_it_is_and_nowhere_else(author, code: str) -> None:
    bad, good = CASES[code]
    (found,) = author.found(bad, code)
    assert (found.excerpt is not None, str(found.severity)) == (True, "warning")
    assert author.found(good, code) == ()


def right(change: Any, key: str = "say", beats: tuple[str, ...] = EVERY) -> dict[str, Any]:
    return {f"beats.{beat}.choices.right.{key}": change for beat in beats}


def right_first(options: dict[str, Any]) -> dict[str, Any]:
    return {"right": options["right"], **options}


def together(text: str) -> str:
    return f"Together: {text}"


PACKS: dict[str, tuple[list[dict[str, Any]], list[dict[str, Any]]]] = {
    "length-tells": ([right(lambda text: text + "!")], [{}]),
    "key-position": ([{f"beats.{beat}.choices": right_first for beat in EVERY}], [{}]),
    "same-act": ([{}, right(4, "assertiveness", ("b0",))], [{}, {}]),
    "cue-word": ([right(together)], [right(together, beats=EVERY[:5])]),
}


@pytest.mark.parametrize("code", PACKS)
def test_in_a_pack_it_is_found_where_it_is_and_nowhere_else(author, code: str) -> None:
    bad, good = PACKS[code]
    found = [one for one in author.found_in_pack(*bad) if one.code == code]
    assert found
    assert all(one.excerpt for one in found)
    assert [one for one in author.found_in_pack(*good) if one.code == code] == []


def test_a_part_of_a_pack_says_nothing_about_the_whole(author) -> None:
    told = right(lambda text: text + "!")
    assert author.found_in_pack(told, is_whole=False) == ()


def test_the_same_act_is_shown_where_it_comes_second(author) -> None:
    (found,) = author.found_in_pack({}, right(4, "assertiveness", ("b0",)))
    assert found.file.endswith("fair-1.toml")
    assert 'says the same as "right" in beat "b0" of fair-0, rated 3/4; here it is 4/4' in found.message


def test_a_gap_is_listed_and_a_name_is_none(author) -> None:
    found = author.found_in_translation({"title": "Le juste"})
    assert {one.code for one in found} == {"missing-translation"}
    assert all(one.file.endswith("fair.fr.toml") for one in found)
    messages = [one.message for one in found]
    assert "`summary` is not translated into fr" in messages
    assert "`beats` is not translated into fr (56 texts)" in messages
    assert not any("`name`" in message for message in messages)


def test_a_text_whose_original_has_changed_is_stale(author) -> None:
    fresh = {"title": "Le juste", "sources": {"title": source_hash("The fair one")}}
    old = {"title": "Le juste", "sources": {"title": source_hash("The unfair one")}}
    assert [one for one in author.found_in_translation(fresh) if one.code == "stale-translation"] == []
    (found,) = [one for one in author.found_in_translation(old) if one.code == "stale-translation"]
    assert found.message == "`title` has changed in the original since it was translated"


def test_a_pack_that_accepts_what_there_is_not_is_told(author) -> None:
    assert author.found_in_manifest("long-say", "bot-") == ()
    (found,) = author.found_in_manifest("long-sey")
    assert (found.code, found.hint) == ("unknown-code", 'did you mean "long-say"?')


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(1, 10), (2, 20), (3, 30)], 1.0),
        ([(1, 30), (2, 20), (3, 10)], -1.0),
        ([(1, 1), (2, 1), (3, 1)], None),
        # worked by hand: ranks 0, 1.5, 1.5, 3 and 0, 2, 1, 3
        ([(1, 1), (2, 3), (2, 2), (4, 4)], 0.9486832980505138),
        ([], None),
    ],
)
def test_rank_correlation_shares_ranks_among_equals(pairs, expected) -> None:
    found = rank_correlation(pairs)
    assert found == (None if expected is None else pytest.approx(expected))
