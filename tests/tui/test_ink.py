from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.style import Style

from simulator.scenario.plain import made_plain
from simulator.tui.ink import Paragraph, Run, content, lay_out, plain, shortened

PLAIN = Style()


def lines(paragraph: Paragraph, width: int) -> list[str]:
    return [strip.text for strip in lay_out(paragraph, width, lambda _: PLAIN, PLAIN)]


@given(st.text(max_size=300), st.integers(10, 100), st.integers(0, 12), st.booleans())
def test_no_line_is_wider_than_its_room(words: str, width: int, gutter: int, clip: bool) -> None:
    paragraph = Paragraph(((words, ""),), ("LABEL", ""), gutter, clip=clip)

    assert all(strip.cell_length <= width for strip in lay_out(paragraph, width, lambda _: PLAIN, PLAIN))


@given(st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=120))
def test_no_word_is_lost_when_a_text_wraps(words: str) -> None:
    shown = "".join(lines(plain(words), 24))

    assert "".join(shown.split()) == "".join(made_plain(words).split())


def test_markup_is_words() -> None:
    evil = "[/b] [@click=app.quit]x[/] [ @click=app.bell]y"

    assert lines(plain(evil), 80) == [evil]
    assert content(((evil, "strong"),)).plain == evil


def test_what_is_not_plain_never_reaches_a_line() -> None:
    assert not set("\x1b\x07\x9b\x7f\u202e") & set(
        "".join(lines(plain("a\x1b]0;x\x07b\x9bc\x7f\u202ed"), 80))
    )


def test_words_hang_under_each_other_beside_their_label() -> None:
    told = lines(Paragraph((("one two three", ""),), ("SAM", ""), 5), 14)

    assert [line.rstrip() for line in told] == ["SAM  one two", "     three"]


def test_the_right_side_ends_at_the_edge() -> None:
    (line,) = lines(Paragraph((("title", ""),), right=(("8 min", ""),)), 20)

    assert line == "title          8 min"


def test_blank_lines_come_before() -> None:
    assert lines(plain("x", before=2), 10) == ["", "", "x"]


def test_what_is_cut_off_says_so() -> None:
    runs: tuple[Run, ...] = (("a long title", ""),)

    assert shortened(content(runs), 8).plain == "a long.."
    assert shortened(content(runs), 40).plain == "a long title"
