from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.diagnostic import Severity
from simulator.scenario.problem import Problem
from simulator.scenario.screenplay import MOODS, YOU, Line, aliases, parse_script

CAST = {"dana": "Dana Whitlock", "adams": "Lee Adams", "brown": "Lee Brown", "jose": "José Ruiz"}
NAMES, SHARED = aliases(CAST)


def lines_of(text: str) -> tuple[Line, ...]:
    lines, problems = parse_script(text, NAMES, SHARED)
    assert problems == []
    return lines


def only(text: str) -> Problem:
    _, problems = parse_script(text, NAMES, SHARED)
    assert len(problems) == 1, problems
    return problems[0]


def test_a_script_is_spoken_lines_and_what_one_can_see() -> None:
    script = """
Dana (flat): I've been through the four profiles. Nothing stands out on Amir's.
[She has already closed the folder.]

Lee Adams: It's a no: from me,
   on that one.
You: Before I take him off the list?
"""
    assert lines_of(script) == (
        Line("dana", "flat", "I've been through the four profiles. Nothing stands out on Amir's."),
        Line(None, None, "She has already closed the folder."),
        Line("adams", None, "It's a no: from me, on that one."),
        Line(YOU, None, "Before I take him off the list?"),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dana : Oui", Line("dana", None, "Oui")),
        ("Dana\u00a0: Oui", Line("dana", None, "Oui")),
        ("Dana(flat):Oui", Line("dana", "flat", "Oui")),
        ("Dana  Whitlock ( flat ) : Oui", Line("dana", "flat", "Oui")),
        ("Jose\u0301 (warm): Sí", Line("jose", "warm", "Sí")),
        ("dana: Yes\r", Line("dana", None, "Yes")),
        ("Dana:\n\tYes,\n\n\tand no", Line("dana", None, "Yes, and no")),
        ("Dana: [/b] {x} \\ (sic)", Line("dana", None, "[/b] {x} \\ (sic)")),
        ("Dana: (she means it)", Line("dana", None, "(she means it)")),
        ("[ She reads [sic] aloud. ]", Line(None, None, "She reads [sic] aloud.")),
        ("[She reads\n  [a note]\n  and leaves.]", Line(None, None, "She reads [a note] and leaves.")),
        ("[Dana: no]", Line(None, None, "Dana: no")),
        ("Dana: " + "x" * 2_000, Line("dana", None, "x" * 2_000)),
    ],
)
def test_a_form_may_be_written_in_several_ways(text: str, line: Line) -> None:
    assert lines_of(text) == (line,)


def test_a_name_with_parentheses_is_a_name() -> None:
    names, _ = aliases({"dana": "Dana (HR)"})
    script = "Dana (HR): Hi\nDana (HR) (warm): Hello"
    assert parse_script(script, names) == ((Line("dana", None, "Hi"), Line("dana", "warm", "Hello")), [])


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("Dna: Hi", "unknown-speaker", "Dna", 'did you mean "Dana"?'),
        ("DANA (flat): Hi", "unknown-speaker", "DANA", 'did you mean "Dana"?'),
        ("you: Hi", "unknown-speaker", "you", 'did you mean "You"?'),
        ("**Dana**: Hi", "unknown-speaker", "**Dana**", 'did you mean "Dana"?'),
        ("Bob: Hi", "unknown-speaker", "Bob", "known here: Dana, Lee Adams, Lee Brown, José, You"),
        ("Lee (warm): Hi", "shared-name", "Lee (warm)", "write adams or brown"),
        ("Dana (): Hi", "empty-mood", "()", "leave them out"),
        ("Dana (Flat): Hi", "unknown-mood", "(Flat)", 'did you mean "flat"?'),
        ("Dana (bored): Hi", "unknown-mood", "(bored)", None),
        ("Dana (flat, then warm): Hi", "unknown-mood", "(flat, then warm)", "write (flat)"),
        ("Dana [flat]: Hi", "not-a-line", "Dana [flat]", 'write "Dana (flat):"'),
        ("Dana (flat: Hi", "not-a-line", "Dana (flat", 'write "Dana (flat):"'),
        ("Dana (flat) Hi", "not-a-line", "Dana (flat) Hi", 'write "Dana (flat):"'),
        ("Dana Whitlock says hi", "not-a-line", "Dana Whitlock says hi", 'write "Dana Whitlock:"'),
        ("Dana says hi", "not-a-line", "Dana says hi", 'write "Dana:"'),
        ("Dana：Hi", "not-a-line", "Dana：Hi", 'write ":" after the name'),
        (": Hi", "not-a-line", ": Hi", 'write a name before ":"'),
        ("(She nods.)", "not-a-line", "(She nods.)", "write [ and ] around what one can see"),
        ("She nods.", "not-a-line", "She nods.", None),
        ("At last she says it out loud: no", "not-a-line", "At last she says it out loud: no", None),
        ("Dana:", "no-words", "Dana:", None),
        ("[She nods.", "unclosed-bracket", "[She nods.", 'add "]"'),
        ("[a [b]", "unclosed-bracket", "[a [b]", 'add "]"'),
        ("[She nods.] Hi", "after-bracket", "[She nods.] Hi", "put it on a line of its own"),
        ("[a] and [b]", "after-bracket", "[a] and [b]", "put it on a line of its own"),
        ("[ ]", "nothing-to-see", "[ ]", "leave it out"),
        ("  Dana: Hi", "indented-first-line", "Dana: Hi", "begin it at the margin"),
        ("  Dana: Hi\n  You: Ho", "indented-first-line", "Dana: Hi", "begin it at the margin"),
        ("Dana: " + "x" * 2_001, "line-too-long", "Dana: " + "x" * 2_001, "make two lines of it"),
        ("", "empty-script", "", None),
        (" \n\t\n", "empty-script", " \n\t\n", None),
    ],
)
def test_an_error_says_what_where_and_how_to_mend_it(
    text: str, code: str, place: str, hint: str | None
) -> None:
    problem = only(text)
    assert (problem.code, text[problem.start : problem.end], problem.hint) == (code, place, hint)
    assert problem.is_error
    assert re.fullmatch("[a-z][a-z0-9-]*", problem.code)


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("Dana: (flat) Hi", "mood-after-colon", "Dana: (flat) Hi", 'write "Dana (flat):"'),
        ("Dana: Hi\n  You: Ho", "indented-line", "You: Ho", "begin it at the margin"),
        (
            "Dana: Hi\n  Lee Adams (warm): Ho",
            "indented-line",
            "Lee Adams (warm): Ho",
            "begin it at the margin",
        ),
        (
            "Dana: Hi. [She nods.] Ho",
            "cue-among-words",
            "Dana: Hi. [She nods.] Ho",
            "put it on a line of its own",
        ),
        ("Dana: Hi\n  [She nods.]", "indented-line", "[She nods.]", "begin it at the margin"),
    ],
)
def test_what_reads_like_a_slip_is_a_warning(text: str, code: str, place: str, hint: str) -> None:
    problem = only(text)
    assert (problem.code, text[problem.start : problem.end], problem.hint) == (code, place, hint)
    assert problem.severity is Severity.WARNING


def test_a_line_at_the_margin_without_a_form_is_answered_with_the_forms() -> None:
    message = only("She nods.").message
    assert all(
        form in message for form in ("Name: words", "Name (mood): words", "You: words", "[what one can see]")
    )


def test_an_unknown_mood_is_answered_with_the_thirteen() -> None:
    assert len(MOODS) == 13
    assert ", ".join(MOODS) in only("Dana (bored): Hi").message


def test_every_problem_is_found_and_the_other_lines_are_read() -> None:
    script = "Dna: one\n  and more\nDana (bored): two\nshe nods\n[three]\nYou:"
    lines, problems = parse_script(script, NAMES, SHARED)
    assert [problem.code for problem in problems] == [
        "unknown-speaker",
        "unknown-mood",
        "not-a-line",
        "no-words",
    ]
    assert lines == (Line("dana", None, "two"), Line(None, None, "three"))


words = st.lists(st.text("abcXYZ.,:'é¿", min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)
spoken = st.builds(Line, st.sampled_from([*CAST, YOU]), st.sampled_from([None, *MOODS]), words)
seen = st.builds(Line, st.none(), st.none(), words)


@st.composite
def rendered(draw: st.DrawFn) -> tuple[tuple[Line, ...], str]:
    """Lines, and a script that says them, broken and indented wherever that is allowed."""
    lines = draw(st.lists(st.one_of(spoken, seen), min_size=1, max_size=6))
    return tuple(lines), "\n".join(
        draw(st.sampled_from(["", "\n", " \n"])) + render(line, draw) for line in lines
    )


def render(line: Line, draw: st.DrawFn) -> str:
    breaks = draw(st.sampled_from([" ", "\n  ", "\n\n\t"]))
    text = line.words.replace(" ", breaks)
    if line.speaker is None:
        return f"[{text}]"
    name = draw(st.sampled_from([name for name, member in NAMES.items() if member == line.speaker]))
    mood = "" if line.mood is None else f" ({line.mood})"
    return f"{name}{mood}{draw(st.sampled_from([':', ' :', ': ', ':  ']))}{text}"


@given(rendered())
def test_a_rendered_script_gives_its_lines_back(case: tuple[tuple[Line, ...], str]) -> None:
    lines, script = case
    assert parse_script(script, NAMES, SHARED) == (lines, [])


pieces = st.sampled_from(
    ["Dana", "Lee", "You", " ", "  ", "\n", "\n\n", "(", ")", "[", "]", ":", "flat", "\r", "é", "："]
)


@given(st.one_of(st.text(), st.lists(pieces).map("".join)))
def test_any_text_gives_lines_or_problems_that_point_into_it(text: str) -> None:
    lines, problems = parse_script(text, NAMES, SHARED)
    assert lines or problems
    for problem in problems:
        assert 0 <= problem.start <= problem.end <= len(text)
        assert problem.start < problem.end or not text
    for line in lines:
        assert line.words == line.words.strip() != ""
        assert line.speaker in {None, YOU, *CAST}


@pytest.mark.parametrize(
    "text",
    ["x:a\n" * 5_000, "x\n" * 10_000, "[" * 20_000, "[\n" * 10_000, "[" + "\n [a]" * 4_000,
     "Dana: a" + "\n [a]" * 4_000, "Dana ((" * 3_000, " Dana:a\n" * 2_500,
     "(" * 20_000 + ":", "a " * 10_000 + ":"],
)  # fmt: skip
@pytest.mark.timeout(30)
def test_hostile_text_is_answered(text: str) -> None:
    parse_script(text, NAMES, SHARED)


@pytest.mark.timeout(30)
def test_a_large_cast_and_many_strangers_are_no_burden() -> None:
    names, _ = aliases({f"member_{number}": f"Member{number} Surname{number}" for number in range(3_000)})
    parse_script("\n".join(f"Somebody{number}: a" for number in range(1_200)), names)
