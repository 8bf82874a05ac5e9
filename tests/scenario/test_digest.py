from __future__ import annotations

import tomllib

import pytest

from simulator.scenario.digest import digest, rules_digest
from tests.scenario.files import SOUND, spoilt

RAW = tomllib.loads(SOUND)


def test_a_digest_names_its_kind_and_does_not_depend_on_order() -> None:
    assert digest({"a": 1, "b": "ä"}) == digest({"b": "ä", "a": 1})
    # printf '{"a":1,"b":"ä"}' | sha256sum
    assert digest({"a": 1, "b": "ä"}).startswith("sha256:")
    assert len(digest(RAW)) == len("sha256:") + 64


@pytest.mark.parametrize(
    "change",
    [
        ('"The profile"', '"A profile"'),
        ("It's a no", "It's no"),
        ('"What did you hope to see?"', '"What?"'),
        ("Signs he'd stick around", "Signs"),
        ('"It keeps the door open."', '"x"'),
        ('"Dana Whitlock"', '"Dana White"'),
        ('"As she comes"', '"x"'),
        ("balance     = [0, 100]", "balance = [0, 90]"),
        ('level   = "core"', 'level = "intro"'),
    ],
)
def test_words_change_the_digest_and_no_rule(change: tuple[str, str]) -> None:
    other = tomllib.loads(spoilt(change))
    assert digest(other) != digest(RAW)
    assert rules_digest(other) == rules_digest(RAW)


@pytest.mark.parametrize(
    "change",
    [
        ("assertiveness = 1", "assertiveness = 2"),
        ('"lull"', '"interview"'),
        ("patience > 1", "patience > 2"),
        ("patience = -1", "patience = -2"),
        ('"explore"', '"test"'),
        ("max   = 5", "max = 6"),
        ('start   = "verdict"', 'start = "lull"'),
        ("trust >= 60", "trust >= 61"),
        ('reveals = ["last_hire"]', "reveals = []"),
        ('kind   = "brittle-yes"', 'kind = "break"'),
        ('label = "As she comes"', 'label = "x"\nloss = 150'),
    ],
)
def test_what_decides_a_play_changes_both(change: tuple[str, str]) -> None:
    other = tomllib.loads(spoilt(change))
    assert digest(other) != digest(RAW)
    assert rules_digest(other) != rules_digest(RAW)
