from __future__ import annotations

import pytest

from simulator import words
from simulator.words.language import languages, nearest, of_locale, own_name


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, None),
        ({"LANG": "de_DE.UTF-8"}, "de-DE"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_AT"}, "de-AT"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_FR", "LC_ALL": "C.UTF-8"}, None),
        ({"LANG": "de_DE@euro", "LC_ALL": ""}, "de-DE"),
        ({"LANG": "POSIX"}, None),
        ({"LC_CTYPE": "de_DE.UTF-8"}, None),
    ],
)
def test_the_locale_for_messages_is_found_in_posix_order(
    environment: dict[str, str], language: str | None
) -> None:
    assert of_locale(environment) == language


@pytest.mark.parametrize(
    ("wish", "meant"),
    [
        ("de", "de"),
        ("de-AT", "de"),
        ("de_CH", "de"),
        ("PT-br", "pt-BR"),
        ("pt", None),
        ("d", None),
        (None, None),
    ],
)
def test_a_wish_means_the_nearest_language_there_is(wish: str | None, meant: str | None) -> None:
    assert nearest(wish, ["en", "de", "pt-BR"]) == meant


def test_english_and_german_are_spoken() -> None:
    assert {"en", "de"} <= set(languages())


def test_a_region_speaks_its_language_and_an_unknown_one_english() -> None:
    words.use("de-AT")
    assert words._("Help") == "Hilfe"

    words.use("xx")
    assert words._("Help") == "Help"


def test_numbers_have_the_decimal_sign_of_the_language() -> None:
    assert words.decimals("4.2") == "4.2"

    words.use("de")
    assert words.decimals("4.2") == "4,2"


def test_items_are_listed_as_a_language_lists_them() -> None:
    assert [words.listed(["2", "4", "7"][:number]) for number in range(4)] == [
        "",
        "2",
        "2 and 4",
        "2, 4 and 7",
    ]

    words.use("de")
    assert words.listed(["2", "4", "7"]) == "2, 4 und 7"


def test_a_language_is_shown_under_the_name_it_gives_itself() -> None:
    assert [own_name(code) for code in ("en", "de", "tlh")] == ["English", "Deutsch", "tlh"]
