from __future__ import annotations

from simulator.report.debrief import debrief
from simulator.scenario.screenplay import Line


def test_the_ending_comes_with_what_came_later(edition, play) -> None:
    told = debrief(edition, play("ask", "evidence", "leave", "refuse"))
    assert told.ending is not None
    assert (told.ending.title, told.ending.kind_words) == ("The hour", "an agreement")
    assert told.ending.lines == (Line("dana", "warm", "One hour, then."),)
    assert told.ending.later == "He stayed."


def test_every_decision_is_explained_with_words_figures_and_reasons(edition, play) -> None:
    second = debrief(edition, play("ask", "fold", "leave", "refuse")).decisions[1]
    assert (second.number, second.say) == (2, "All right, I will look further.")
    assert second.lines == (Line("dana", None, "And now?"),)
    assert (second.assertiveness, second.band, second.partnership, second.floor) == (0, (2, 3), 3, 3)
    assert (second.fit, second.fit_word, second.kinds) == (0.0, "none", ("hold",))
    assert (second.trust_before, second.trust_after, second.trust_moved) == (54, 58, 4)
    assert second.why == "The reason for the no stays unknown."
    assert second.best is not None
    assert second.best.say == "After that winter, give him one hour."
    assert second.best.gain is not None
    assert second.best.gain > 0


def test_a_rule_comes_with_its_source(edition, play) -> None:
    first = debrief(edition, play("ask")).decisions[0]
    assert first.principle == "If a no comes without a reason, then ask what was hoped for."
    assert first.source == "A good book"


def test_a_line_that_fits_fully_has_no_better_one(edition, play) -> None:
    assert debrief(edition, play("ask")).decisions[0].best is None


def test_thoughts_stand_beside_the_words_they_belong_to(edition, play) -> None:
    first = debrief(edition, play("ask")).decisions[0]
    assert (first.thinks, first.thinks_after) == ("Nobody asks.", "At last.")
    assert first.reply == (Line("dana", "thoughtful", "Somebody who stays."),)


def test_the_balance_never_stands_without_range_and_band(edition, play) -> None:
    figures = debrief(edition, play("ask", "evidence", "leave", "refuse")).figures
    assert (figures.balance, figures.band) == (100.0, "strong")
    assert figures.range == "somewhere between 92 and 100"


def test_too_little_to_speak_of_a_balance_is_said(edition, play) -> None:
    figures = debrief(edition, play("ask", "evidence")).figures
    assert figures.balance is None
    assert figures.missing is not None
    assert figures.missing.endswith("this play had 1 and 1.")


def test_an_unfinished_play_is_told_as_far_as_it_went(edition, play) -> None:
    told = debrief(edition, play("ask"))
    assert told.ending is None
    assert told.headline == "You stopped after one decision; this is what was played so far."


def test_a_play_of_nothing_can_be_told(edition, play) -> None:
    told = debrief(edition, play())
    assert told.decisions == ()
    assert told.trust == (50,)


def test_trust_is_told_from_its_start_and_in_words(edition, play) -> None:
    told = debrief(edition, play("ask", "evidence", "leave", "refuse"))
    assert told.trust == (50, 54, 66, 70, 74)
    assert told.trust_tier == "Dana will hear a view and a reason"


def test_what_was_learned_and_wanted_is_told(edition, play) -> None:
    told = debrief(edition, play("ask"))
    assert told.learned == ("Last winter was hard.",)
    assert told.wants == "To be asked."
