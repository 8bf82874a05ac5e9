from __future__ import annotations

import pytest

from simulator.report.debrief import debrief
from simulator.report.text import explanation, lines_text, meter, summary, thoughts, whole
from simulator.scenario.screenplay import Line

NAMES = {"you": "You", "dana": "Dana"}
BEST = ("ask", "evidence", "leave", "refuse")


def test_the_first_page_goes_from_the_ending_over_the_sentence_to_the_figures(edition, play) -> None:
    page = summary(debrief(edition, play(*BEST)))
    order = [
        "The end: The hour",
        "Later: He stayed.",
        "You held where",
        "Try next:",
        "Balance 100",
        "Trust: 50",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_nothing_is_wider_than_the_terminal(edition, play, width: int) -> None:
    told = debrief(edition, play("ask", "deadline", "press", "refuse"))
    pages = [summary(told, width), thoughts(told, NAMES, width)]
    pages += [explanation(one, width) for one in told.decisions]
    assert max(len(line) for page in pages for line in page.splitlines()) <= max(width, 64)


def test_our_own_words_are_ascii(edition, play) -> None:
    assert whole(debrief(edition, play("argue", "deadline", "press", "comply")), NAMES).isascii()


def test_markup_in_a_script_is_shown_as_it_stands(edition, play) -> None:
    assert "Dana (flat): No to Amir [/b]." in thoughts(debrief(edition, play("ask")), NAMES)


def test_what_one_can_see_stands_in_brackets() -> None:
    assert lines_text([Line(None, None, "She nods.")], NAMES) == "[She nods.]"


@pytest.mark.parametrize(("share", "full"), [(0.0, 0), (0.5, 10), (1.0, 20)])
def test_a_meter_is_as_full_as_its_share(share: float, full: int) -> None:
    assert meter(share).count("#") == full
    assert len(meter(share)) == 22


def test_everything_worth_keeping_is_in_the_file(edition, play) -> None:
    kept = whole(debrief(edition, play(*BEST)), NAMES)
    for words in (
        "The small no",
        "Decisions",
        "THEIR THOUGHTS",
        "What did you notice first?",
        "not for hiring",
    ):
        assert words in kept
