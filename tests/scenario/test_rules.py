from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from simulator.scenario.rules import RULES, findings_of
from simulator.scenario.rules.draft import draft_of
from simulator.scenario.shape import SCENARIO
from tests.scenario.files import SOUND, reading_of


def codes(more: str, folder: Path) -> list[tuple[str, int]]:
    """What is found in beats added to a sound scenario, and on which of their lines."""
    before = SOUND.count("\n")
    return [(one.code, one.span.line - before) for one in reading_of(SOUND + more, folder).diagnostics]


def beat(name: str, to: str) -> str:
    return f"[beats.{name}]\nscript = '[x]'\nto = {to}\n"


@pytest.mark.parametrize(
    ("beats", "found"),
    [
        ([("a", '"a"')], [("choiceless-loop", 3)]),
        ([("a", '"b"'), ("b", '"a"')], [("choiceless-loop", 3)]),
        ([("a", '"b"'), ("b", '"lull"')], []),
        ([("a", '"b"'), ("b", '[{when = "trust > 3", to = "a"}, {to = "interview"}]')], []),
        ([("a", '"b"'), ("b", '[{when = "trust > 3", to = "a"}, {to = "b"}]')], [("choiceless-loop", 3)]),
        ([("a", '"b"'), ("b", '"a"'), ("c", '"a"')], [("choiceless-loop", 3)]),
        ([("a", '"a"'), ("b", '"b"')], [("choiceless-loop", 3), ("choiceless-loop", 6)]),
        (
            [("a", '[{to = "a"}, {when = "trust > 3", to = "interview"}]')],
            [("choiceless-loop", 3), ("unreachable-rule", 3)],
        ),
        ([("a", '"b"'), ("b", '"nowhere"')], [("unknown-target", 6)]),
    ],
)
def test_beats_that_only_lead_on_to_each_other_are_told_once(
    beats: list[tuple[str, str]], found: list[tuple[str, int]], tmp_path: Path
) -> None:
    assert codes("".join(beat(*one) for one in beats), tmp_path) == found


def test_a_long_ring_is_told_shortly(tmp_path: Path) -> None:
    ring = "".join(beat(f"b{number}", f'"b{(number + 1) % 5000}"') for number in range(5000))
    (found,) = reading_of(SOUND + ring, tmp_path).diagnostics
    assert found.message.endswith("b0 -> b1 -> b2 -> b3 -> b4 -> b5 -> … -> b0")


@pytest.mark.parametrize(
    "table", ["facts", "flags", "gauges", "beats", "endings", "temperaments", "cast", "walks"]
)
@pytest.mark.parametrize("name", ["trust", "and", "or", "not"])
def test_words_of_conditions_are_no_ids(table: str, name: str, tmp_path: Path) -> None:
    content = {
        "facts": 'text = "x"',
        "beats": 'script = "[x]"\nto = "lull"',
        "endings": 'title = "x"\nkind = "break"\nscript = "[x]"\nlater = "x"',
        "temperaments": 'label = "x"',
        "cast": 'name = "Zoe"\nrole = "x"\nwants = "x"',
        "walks": "choices = []",
    }
    assert codes(f"[{table}.{name}]\n{content.get(table, '')}\n", tmp_path) == [("reserved-name", 1)]


def test_true_is_a_fine_name_for_a_choice_and_none_for_a_fact(tmp_path: Path) -> None:
    choice = '[beats.verdict.choices.true]\nsay="x"\nassertiveness=1\npartnership=1\nwhy="x"\nto="lull"\n'
    assert codes(choice, tmp_path) == []
    assert codes('[facts.true]\ntext = "x"\n', tmp_path) == [("reserved-name", 1)]


def test_a_reply_below_one_without_a_condition_is_never_given(tmp_path: Path) -> None:
    text = SOUND.replace(
        '"Dana (thoughtful): Signs he\'d stick around."',
        '[{ script = "Dana: Hm." }, { when = "trust > 3", script = "Dana: Oh." }]',
    )
    assert [one.code for one in reading_of(text, tmp_path).diagnostics] == ["unreachable-rule"]


def test_shared_first_names_are_told_where_they_are_used(tmp_path: Path) -> None:
    sister = '[cast.zoe]\nname = "Dana Smith"\nrole = "x"\nwants = "x"\n'
    found = reading_of(SOUND + sister, tmp_path).diagnostics
    assert {one.code for one in found} == {"shared-name"}
    full = SOUND.replace("Dana (", "dana (").replace("Dana: ", "Dana Whitlock: ")
    assert reading_of(full + sister, tmp_path).diagnostics == ()


def test_every_rule_says_why_it_is_there() -> None:
    assert all(rule.__doc__ for rule in RULES)


def test_a_misspelt_target_among_thousands_of_beats_costs_little_and_is_still_guessed(tmp_path: Path) -> None:
    beats = "".join(beat(f"b{number}_{'xyz' * (number % 5)}", '"lulll"') for number in range(6000))
    found = reading_of(SOUND + beats + beat("late", '"intervieww"'), tmp_path).diagnostics
    assert len(found) == 1001
    few = "".join(beat(f"b{number}", '"lull"') for number in range(6000))
    (one,) = reading_of(SOUND + few + beat("late", '"b59999"'), tmp_path).diagnostics
    assert one.hint == 'did you mean "b5999"?'


def test_rules_take_a_draft_and_no_file() -> None:
    scenario, misfits = SCENARIO.check(tomllib.loads(SOUND))
    assert misfits == []
    assert scenario is not None
    assert list(findings_of(draft_of(scenario, None))) == []
