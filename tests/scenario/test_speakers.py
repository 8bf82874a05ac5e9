from __future__ import annotations

from simulator.scenario.screenplay import YOU
from simulator.scenario.speakers import aliases


def test_a_member_is_called_by_first_name_full_name_or_id() -> None:
    names, shared = aliases({"dana": "Dana Whitlock"})
    assert names == {"Dana": "dana", "Dana Whitlock": "dana", "dana": "dana", "You": YOU}
    assert shared == {}


def test_a_translated_name_stands_beside_the_authored_one() -> None:
    names, _ = aliases({"dana": "Dana Whitlock"}, {"dana": "Diane Leroy", "nobody": "Paul"})
    assert {name for name, member in names.items() if member == "dana"} == {
        "dana", "Dana", "Dana Whitlock", "Diane", "Diane Leroy"
    }  # fmt: skip
    assert "Paul" not in names


def test_a_shared_first_name_stands_for_neither() -> None:
    names, shared = aliases({"adams": "Lee Adams", "brown": "Lee Brown"})
    assert "Lee" not in names
    assert shared == {"Lee": ("adams", "brown")}
    assert names["Lee Adams"] == "adams"


def test_an_id_always_stands_for_itself() -> None:
    names, shared = aliases({"lee": "Sam Adams", "sam": "lee Brown"})
    assert (names["lee"], names["sam"]) == ("lee", "sam")
    assert shared == {}


def test_the_player_is_never_someone_else() -> None:
    names, _ = aliases({"someone": "You Jin"})
    assert names["You"] == YOU
    assert names["You Jin"] == "someone"


def test_a_name_of_blanks_calls_no_one() -> None:
    assert set(aliases({"dana": "  "})[0]) == {"dana", "You"}


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    names, _ = aliases({"jose": "Jose\u0301  Ruiz"})
    assert names["Jos\u00e9"] == names["Jos\u00e9 Ruiz"] == "jose"
