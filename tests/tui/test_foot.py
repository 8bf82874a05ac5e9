"""What stands at the foot of a play, beside it and below its debrief, as values."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.report.debrief import debrief
from simulator.report.remarks import Remarks, remarks_of
from simulator.report.text import whole
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario
from simulator.store.log import Closed, Committed, Noted, Rated, Typed
from simulator.store.record import Mode
from simulator.tui.glyphs import RICH
from simulator.tui.ink import Paragraph, text
from simulator.tui.presenters import afterword, decision, foot, thoughts
from simulator.tui.presenters import debrief as shown_debrief
from simulator.tui.screens.asides import leaving_means
from simulator.tui.stage import Play, begin, what_if
from tests.tui.conftest import BEST, MakePlay
from tests.tui.keeping import Desk


def words(paragraphs: list[Paragraph]) -> str:
    return "\n".join(f"{p.label[0]} {text(p.runs)}".strip() for p in paragraphs)


@pytest.mark.parametrize(
    ("choices", "told"),
    [((), "Rehearse · decision 1"), (("ask",), "Rehearse · decision 2"), (BEST, "Rehearse · the end")],
)
def test_the_title_tells_the_decision_that_comes_next_or_the_end(
    choices: tuple[str, ...], told: str, make_play: MakePlay
) -> None:
    assert foot.where(make_play(*choices), RICH) == told


def test_a_what_if_is_called_one(make_play: MakePlay) -> None:
    play = make_play(*BEST)

    assert foot.where(what_if(play, 2), RICH) == "What if · decision 3"
    play.is_practice = True
    assert foot.where(play, RICH) == "Rehearse · practice · the end"


def test_ones_own_words_stand_above_the_answers_on_one_line(make_play: MakePlay) -> None:
    play = make_play("ask")
    play.remark(Typed(2, "Why\nnot?"))
    first, *others = foot.answers(play)

    assert first.id is None
    assert text(first.runs) == "You would say: Why not?"
    assert all(item.id for item in others)


def test_own_words_are_asked_for_once_a_decision_and_never_after_the_end(make_play: MakePlay) -> None:
    play = make_play("ask")
    assert not play.asks_for_words
    play.says_first = True
    assert play.asks_for_words
    play.remark(Typed(2, ""))
    assert not play.asks_for_words
    over = make_play(*BEST)
    over.says_first = True
    assert not over.asks_for_words


def test_a_what_if_keeps_the_words_of_the_decisions_it_shares(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    for number in (1, 2, 3):
        play.remark(Typed(number, str(number)))

    assert what_if(play, 2).remarks.typed == {1: "1", 2: "2"}


def test_the_last_remark_of_a_kind_stands() -> None:
    log = [
        Typed(1, "a"),
        Noted(1, "b"),
        Noted(1, "c"),
        Rated("too much", None),
        Committed("d", "e"),
        Closed("f"),
    ]
    remarks = remarks_of(log)

    assert remarks == Remarks({1: "a"}, {1: "c"}, Rated("too much", None), Committed("d", "e"))
    assert remarks.promise == Committed("d", "e")
    remarks.add(Committed("", ""))
    assert remarks.promise is None


def test_own_words_stand_in_the_explanation_the_conversation_and_the_file(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    play.remark(Typed(2, "Look at him again."))
    told = debrief(play.edition, play.session)
    own = "You would have said: Look at him again."

    assert own in words(decision.page(play.scenario, told.decisions[1], RICH, "Look at him again."))
    lines = words(thoughts.page(play, RICH)).splitlines()
    assert lines[lines.index(own) - 1].startswith("YOU Your last hire")
    assert whole(told, {}, remarks=play.remarks).count(own) == 2


def test_notes_stand_below_their_questions_and_the_promise_below_them(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    told = debrief(play.edition, play.session)
    play.remark(Noted(1, "My first answer"))
    play.remark(Committed("Why that name?", "Ines"))
    page = words(afterword.questions(told, play.remarks, RICH))
    file = whole(told, {}, remarks=play.remarks)

    assert (
        page.index(told.questions[0]) < page.index("My first answer") < page.index("to Ines: Why that name?")
    )
    assert file.index(told.questions[0]) < file.index("My first answer")
    assert "This week I will say to Ines: Why that name?" in file


def test_endings_found_are_counted_and_named(make_play: MakePlay) -> None:
    play = make_play(*BEST)
    told = debrief(play.edition, play.session)
    page = words(afterword.page(told, Remarks(), ("Amir gets the hour",), RICH))

    assert f"You found one of {told.endings}: Amir gets the hour" in page
    assert "Other words lead to the others." in page


def test_the_legend_explains_what_is_there(make_play: MakePlay) -> None:
    harmful = make_play("ask", "deadline", "leave", "refuse")
    legend = words(shown_debrief.legend(debrief(harmful.edition, harmful.session), RICH))

    assert "fit: full, half, little or none" in legend
    assert "harm:" in legend
    best = make_play(*BEST)
    assert "harm" not in words(shown_debrief.legend(debrief(best.edition, best.session), RICH))


def test_a_file_that_says_something_else_by_now_is_noticed(edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "quiet.toml"
    source = edition.path.read_text(encoding="utf-8").replace("{company}", "Northline")
    path.write_text(source, encoding="utf-8")
    play = fresh(path)
    assert not play.file_has_changed()
    path.write_text(source + "\n# a remark changes nothing\n", encoding="utf-8")
    assert not play.file_has_changed()
    path.write_text(source.replace("The quiet no", "The loud no"), encoding="utf-8")
    assert play.file_has_changed()
    path.unlink()
    assert play.file_has_changed()


def fresh(path: Path) -> Play:
    reading = read_scenario(path)
    assert reading.edition is not None, reading.diagnostics
    return begin(reading.edition)


def test_leaving_a_play_that_is_kept_loses_nothing_whatever_lies_below(
    make_play: MakePlay, tmp_path: Path
) -> None:
    play = make_play("ask")
    assert "close Sparring" in " ".join(leaving_means(play, back=True))
    desk = Desk(tmp_path)
    play.keeping = desk.keeper.begin(play.edition, play.session, mode=Mode.REHEARSE)
    told = " ".join(leaving_means(play, back=True))

    assert "Nothing is lost" in told
    assert "close Sparring" not in told
