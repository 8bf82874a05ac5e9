from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.diagnostic import render
from tests.scenario.faults import LAST
from tests.scenario.files import SOUND, place, places, reading_of, spoilt


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    text = spoilt(
        ('"core"', '"cor"'),
        ('role = "Consultant"', 'role = "C"\nmood = "flat"'),
        ('role  = "Director"\n', ""),
        ("max   = 5", 'max = "5"'),
        ('"Dana (thoughtful): Signs', '"Dona (thoughtful): Signs'),
        ('"patience > 1 and not offered_call"', '"offered_cal"'),
        ("assertiveness = 1", "assertivness = 1"),
        ('to            = "lull"', 'to = "lul"'),
        ('script = "Dana: Fine."', "script = 3"),
    )
    parts = {
        "not-allowed": '"cor"',
        "unknown-key": "mood =",
        "missing-key": "[cast.dana]",
        "wrong-type": '"5"',
        "unknown-speaker": "Dona",
        "unknown-name": "offered_cal\n".strip() + '"\n',
        "unknown-target": '"lul"',
    }
    found = {(code, line, column) for code, line, column in places(reading_of(text, tmp_path).diagnostics)}
    expected = {(code, *place(text, part)) for code, part in parts.items()}
    expected |= {("unknown-key", *place(text, "assertivness")), ("wrong-type", *place(text, "3\nlater"))}
    assert found == expected


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ([('"lull"\n', "3\n")], ["wrong-type"]),
        ([('name  = "Dana Whitlock"\n', "")], ["missing-key"]),
        ([('to     = "interview"', "choices = 3")], ["wrong-type"]),
        ([("max   = 5", 'max = "5"'), ("start = 3", "start = 200")], ["wrong-type"]),
        ([('choices     = ["ask"]', 'choices = "ask"')], ["wrong-type"]),
        (
            [('uses          = ["last_hire"]', 'uses = ["last_hire"]\nharm = "grav"\nact = "x"')],
            ["not-allowed"],
        ),
        ([('because = "need"', 'because = "need"\nband = [0, "x"]')], ["wrong-type"]),
        ([('to     = "interview"', 'too = "interview"')], ["unknown-key"]),
        ([("[facts.last_hire]", "[wibble.last_hire]")], ["unknown-key"]),
        ([("[cast.dana]", "[kast.dana]")], ["unknown-key"]),
        ([("[beats.lull]", "[beat.lull]")], ["unknown-key"]),
        ([("[endings.interview]", "[ending.interview]")], ["unknown-key"]),
        ([('start   = "verdict"\n', ""), (LAST, LAST + 'start = "verdict"\n')], ["misplaced-key"]),
        (
            [
                ('start   = "verdict"\n', ""),
                ("[flags.offered_call]\n", '[flags.offered_call]\nstart="verdict"\n'),
            ],
            ["misplaced-key"],
        ),
        (
            [('moment  = "explore"\n', ""), ('to            = "lull"', 'to = "lull"\nmoment = "explore"')],
            ["misplaced-key"],
        ),
    ],
)
def test_a_fault_has_no_false_followers(
    changes: list[tuple[str, str]], codes: list[str], tmp_path: Path
) -> None:
    found = reading_of(spoilt(*changes), tmp_path).diagnostics
    assert [one.code for one in found] == codes, [render(one) for one in found]


def test_what_was_misspelt_or_misplaced_is_looked_into_as_it_was_meant(tmp_path: Path) -> None:
    text = spoilt(
        ("[beats.verdict.choices.more_cvs]", "[beats.verdct.choices.more_cvs]"),
        ('{ to = "brittle" }', '{ to = "britle" }'),
        ('to     = "interview"', 'too = "intervew"'),
        ('start   = "verdict"\n', ""),
        (LAST, LAST + 'start = "verdic"\n'),
    )
    found = {(code, line) for code, line, _ in places(reading_of(text, tmp_path).diagnostics)}
    assert found == {
        ("misspelt-header", place(text, "[beats.verdct")[0]),
        ("unknown-target", place(text, '"britle"')[0]),
        ("unknown-key", place(text, "too = ")[0]),
        ("unknown-target", place(text, '"intervew"')[0]),
        ("misplaced-key", place(text, 'start = "verdic"')[0]),
        ("unknown-target", place(text, '"verdic"')[0]),
    }


def many(table: str, count: int, content: str = "") -> str:
    return "".join(f"[{table}.n{number}]\n{content}" for number in range(count))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (many("facts", 64, 'text = "x"\n'), "too-many"),
        (many("flags", 64), "too-many"),
        (many("gauges", 16), "too-many"),
        (many("temperaments", 20, 'label = "x"\n'), "too-many"),
        (
            many("beats.verdict.choices", 7, 'say="x"\nassertiveness=1\npartnership=1\nwhy="x"\nto="lull"\n'),
            "too-many",
        ),
        (
            many("beats.verdict.choices", 3, 'say="x"\nassertiveness=1\npartnership=1\nwhy="x"\nto="lull"\n'),
            "many-choices",
        ),
        ("[[beats.lull.variants]]\nwhen = 'trust > 3'\nscript = '[x]'\n" * 21, "too-many"),
        (f"[beats.long]\nto = 'lull'\nscript = 'Dana: {'x' * 2001}'\n", "line-too-long"),
        (
            "[beats.many]\nscript = '[x]'\nto = [" + '{ to = "lull", when = "trust > 3" },' * 21 + "]\n",
            "too-many",
        ),
    ],
)
def test_past_a_limit_that_is_what_is_said(more: str, code: str, tmp_path: Path) -> None:
    found = reading_of(SOUND + more, tmp_path).diagnostics
    assert [one.code for one in found] == [code]
