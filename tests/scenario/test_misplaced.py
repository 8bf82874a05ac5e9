from __future__ import annotations

import tomllib

import pytest

from simulator.scenario.misplaced import slips
from tests.scenario.faults import LAST
from tests.scenario.files import SOUND, spoilt

VARIANT = '[[beats.verdict.variants]]\nwhen = "trust > 3"\nscript = "[x]"\n'


def told(*changes: tuple[str, str]) -> list[tuple[str, str, str | None]]:
    """Where each slip stands, where it leads to, and its hint."""
    found = slips(tomllib.loads(spoilt(*changes)))
    return [
        (
            ".".join(map(str, slip.finding.at)),
            " ".join(".".join(map(str, new)) for _, new in slip.moves),
            slip.finding.hint,
        )
        for slip in found
    ]


def test_a_sound_file_has_no_slip() -> None:
    assert list(slips(tomllib.loads(SOUND))) == []


@pytest.mark.parametrize("header", ["[endings.brittle]", "[flags.offered_call]", "[you]", "[walks.partner]"])
@pytest.mark.parametrize(
    "key", ['start   = "verdict"', 'level   = "core"', 'skills  = ["evidence"]', "format  = 1"]
)
def test_a_key_of_the_file_below_any_header_belongs_at_the_top(header: str, key: str) -> None:
    name = key.partition(" ")[0]
    ((at, leads_to, hint),) = told((f"{key}\n", ""), (f"{header}\n", f"{header}\n{key}\n"))
    assert at == f"{header[1:-1]}.{name}"
    assert leads_to == name
    assert hint == f"`{name}` belongs at the top of the file, above the first [header]"


@pytest.mark.parametrize("header", ["[flags]", "[facts]", "[endings]"])
def test_so_does_one_below_the_header_of_a_table_of_tables(header: str) -> None:
    ((at, leads_to, _),) = told(('start   = "verdict"\n', ""), (LAST, f'{LAST}{header}\nstart = "verdict"\n'))
    assert (at, leads_to) == (f"{header[1:-1]}.start", "start")


def test_one_that_stands_at_the_top_as_well_is_only_unknown() -> None:
    assert told(("[endings.brittle]\n", '[endings.brittle]\nstart = "verdict"\n')) == []


@pytest.mark.parametrize(
    ("header", "meant", "hint"),
    [
        (
            "[beats.verdct.choices.more_cvs]",
            "beats.verdict.choices.more_cvs",
            'did you mean "verdict"? write [beats.verdict.choices.more_cvs]',
        ),
        ("[beats.qqqqqqqqqq.choices.more_cvs]", "", None),
        (
            "[beats.verdict.more_cvs]",
            "beats.verdict.choices.more_cvs",
            "write [beats.verdict.choices.more_cvs]",
        ),
        (
            "[beats.more_cvs]",
            "beats.more_cvs.choices.more_cvs",
            "a choice's header names its beat: [beats.BEAT.choices.more_cvs]",
        ),
    ],
)
def test_a_misspelt_choice_header_shows_how_it_is_spelt(header: str, meant: str, hint: str | None) -> None:
    ((_, leads_to, told_hint),) = told(("[beats.verdict.choices.more_cvs]", header))
    assert (leads_to, told_hint) == (meant, hint)


def test_a_misspelt_header_of_a_variant_shows_how_it_is_spelt() -> None:
    ((at, leads_to, hint),) = told(
        (LAST, LAST + '[[beats.lul.variants]]\nwhen = "trust > 3"\nscript = "[x]"\n')
    )
    assert (at, leads_to) == ("beats.lul", "beats.lull.variants")
    assert hint == 'did you mean "lull"? write [[beats.lull.variants]]'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('to            = "lull"', 'to = "lull"\nmoves_trust = 3'),
        (
            "[beats.verdict.choices.ask]",
            VARIANT + "moves_trust = 3\n[beats.verdict.choices.ask]",
        ),
    ],
)
def test_a_key_of_a_beat_below_what_follows_it_belongs_further_up(before: str, after: str) -> None:
    ((_, leads_to, hint),) = told((before, after))
    assert leads_to == "beats.verdict.moves_trust"
    assert hint == "move it up, under [beats.verdict] and above the headers that follow it"
