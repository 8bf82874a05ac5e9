from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.report.debrief import debrief
from simulator.report.verdict import headline
from simulator.scoring.scorecard import score

BEST = ("ask", "evidence", "leave", "refuse")


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (BEST, "You held where holding was due and gave way where that was due, and stayed with Dana."),
        (
            ("ask", "deadline", "leave", "refuse"),
            "What weighs most: the invented deadline at 2 was not put right.",
        ),
        (
            ("ask", "fold", "leave", "comply"),
            "You gave way gracefully, and let your point go where holding",
        ),
        (
            ("ask", "evidence", "press", "refuse"),
            "You stood up for your view, also where it was time to give",
        ),
    ],
)
def test_one_sentence_names_what_matters_most(edition, play, choices: tuple[str, ...], sentence: str) -> None:
    assert debrief(edition, play(*choices)).headline.startswith(sentence)


def test_missing_regard_goes_before_a_single_push_too_many(play, edition) -> None:
    session = play("ask", "evidence", "press", "refuse")
    told = debrief(edition, session)
    decisions = [replace(one, partnership=1) if "hold" in one.kinds else one for one in told.decisions]
    card = score(edition.scenario, session.decisions)
    sentence = headline(card, decisions, told.trust, "Dana Whitlock", is_over=True)
    assert sentence == "At 2 moments your point came without enough regard for Dana's side of it."


def test_trust_that_was_built_and_not_used_is_named(edition, play) -> None:
    told = debrief(edition, play("ask", "fold", "leave", "comply", trust=70))
    assert told.headline == "You built trust to 86 and did not use it: 2 moments called for holding."


def test_trust_that_was_there_from_the_start_was_not_built(edition, play) -> None:
    told = debrief(edition, play("argue", "fold", "leave", "comply", trust=100))
    assert "built" not in told.headline


def test_harm_left_unrepaired_is_named_instead_of_a_style(edition, play) -> None:
    figures = debrief(edition, play("ask", "deadline", "leave", "refuse")).figures
    assert figures.style is None
    assert figures.cap_note == "held to 69: the invented deadline at 2 was not put right"


def test_trust_that_was_too_low_for_a_line_is_explained(edition, play) -> None:
    second = debrief(edition, play("ask", "evidence", trust=42)).decisions[1]
    assert second.fit == 0.5
    assert second.trust_note == (
        "At 46, Dana would hear a plain view; you argued the case: view, reason and ask. "
        "From 50 on this line fits fully."
    )


def test_the_thing_to_try_is_the_rule_behind_the_line_that_would_have_added_most(edition, play) -> None:
    told = debrief(edition, play("argue", "fold", "leave", "refuse"))
    best = edition.scenario.beats["second"].choices["evidence"].say

    assert told.try_next in {
        "If a no comes without a reason, then ask what was hoped for.",
        f'at decision 2, say instead: "{best}"',
    }


def test_when_nothing_was_missed_another_day_is_suggested(edition, play) -> None:
    assert debrief(edition, play(*BEST)).try_next == "Play it again on another day: Guarded today."
