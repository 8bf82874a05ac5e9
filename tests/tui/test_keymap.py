from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import simulator.tui.screens
from simulator.tui.app import SparringApp
from simulator.tui.keymap import ACTIONS, EVERYWHERE, Keys, actions_of, default_keys, key_of
from simulator.tui.keymap_file import judge
from simulator.tui.keys import canonical, shown, why_not
from simulator.tui.screens.page import Page
from tests.tui.conftest import MakeApp, frame
from tests.tui.steps import act


@pytest.mark.parametrize(
    ("written", "key", "screens"),
    [
        ("?", "question_mark", "?"),
        ("/", "slash", "/"),
        (",", "comma", ","),
        ("Question_Mark", "question_mark", "?"),
        ("Esc", "escape", "esc"),
        ("PgDn", "pagedown", "pgdn"),
        (" ", "space", "space"),
        ("X", "X", "X"),
        ("ä", "ä", "ä"),
        ("Ctrl+P", "ctrl+p", "ctrl+p"),
        ("F5", "f5", "f5"),
    ],
)
def test_a_key_has_one_name_inside_and_one_on_screens(written: str, key: str, screens: str) -> None:
    assert canonical(written) == key
    assert shown(key) == screens


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("ctrl+shift+a", "can't send"),
        ("super+a", "can't send"),
        ("shift+a", 'write "A"'),
        ("ctrl+i", "for Tab"),
        ("ctrl+1", "letters alone"),
        ("ctrl+c", "its own meaning"),
        ("enter", "its own meaning"),
        ("7", "its own meaning"),
        ("f13", "no key"),
        ("spaec", "no key"),
    ],
)
def test_a_key_that_no_action_can_have_is_refused_with_the_reason(key: str, reason: str) -> None:
    assert reason in str(why_not(key))


@pytest.mark.parametrize("key", ["x", "X", "space", "f12", "ctrl+p", "alt+x", "plus", "comma", "ß"])
def test_what_terminals_can_send_is_taken(key: str) -> None:
    assert why_not(key) is None


def test_every_key_of_the_registry_can_be_sent() -> None:
    assert all(why_not(key) is None for keys in default_keys().values() for key in keys)


def test_no_screen_has_two_actions_on_one_key() -> None:
    screens = {screen for action in ACTIONS.values() for screen in action.screens} - {EVERYWHERE}
    for screen in screens:
        keys = keys_on(screen, default_keys())
        assert len(keys) == len(set(keys)), screen


def keys_on(screen: str, keys: Keys) -> list[str]:
    return [key for action in (*actions_of(EVERYWHERE), *actions_of(screen)) for key in keys[action.id]]


def pages() -> Iterator[type[Page[Any]]]:
    for module in walk_packages(simulator.tui.screens.__path__, "simulator.tui.screens."):
        import_module(module.name)
    waiting: list[type[Page[Any]]] = [Page]
    while waiting:
        page = waiting.pop()
        waiting += page.__subclasses__()
        yield page


def test_every_page_can_do_what_the_registry_says_of_it() -> None:
    for page in pages():
        for action in (*actions_of(EVERYWHERE), *actions_of(page.HELP_TOPIC)):
            if page is not Page and (EVERYWHERE in action.screens or has(page, action.id)):
                method = action.method.partition("(")[0]
                owner = SparringApp if method.startswith("app.") else page
                assert hasattr(owner, f"action_{method.removeprefix('app.')}"), (page, action.id)


def has(page: type[Page[Any]], name: str) -> bool:
    return any(
        getattr(binding, "id", None) == name
        for kind in page.__mro__
        for binding in vars(kind).get("BINDINGS", ())
    )


def test_every_action_of_the_registry_is_bound_on_a_page() -> None:
    known = list(pages())
    assert [name for name in ACTIONS if not any(has(page, name) for page in known)] == []


def test_wishes_hold_and_the_rest_stays() -> None:
    keys, findings = judge({"take-back": "z", "find": ["ctrl+f", "F3"]})
    assert findings == []
    assert keys == {"take-back": ("z",), "find": ("ctrl+f", "f3")}


@pytest.mark.parametrize(
    ("table", "code", "at", "hint"),
    [
        ({"take-bakc": "z"}, "unknown-action", "take-bakc", 'did you mean "take-back"?'),
        ({"find": "slahs"}, "wrong-key", "find", 'did you mean "slash"?'),
        ({"find": "ctrl+shift+f"}, "wrong-key", "find", None),
        ({"find": 5}, "wrong-value", "find", None),
        ({"find": [5]}, "wrong-value", "find", None),
        ({"leave": []}, "no-key", "leave", "the default stays"),
        ({"help": []}, "no-key", "help", "the default stays"),
        ({"take-back": "n"}, "key-clash", "take-back", 'give "notebook" another key'),
        ({"take-back": "q"}, "key-clash", "take-back", 'give "leave" another key'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_leaves_the_default(
    table: dict[str, Any], code: str, at: str, hint: str | None
) -> None:
    keys, (finding,) = judge(table)
    assert keys == {}
    assert (finding.code, finding.at) == (code, ("keys", at))
    assert (finding.hint or "").startswith(hint or "")
    assert (hint is None) == (finding.hint is None)


def test_two_actions_can_change_places() -> None:
    assert judge({"take-back": "n", "notebook": "u"})[1] == []


def test_the_same_key_on_two_screens_is_no_clash() -> None:
    assert judge({"take-back": "w"})[1] == []


def test_of_two_wishes_for_one_key_the_first_holds() -> None:
    keys, (finding,) = judge({"take-back": "z", "notebook": "z"})
    assert keys == {"take-back": ("z",)}
    assert finding.at == ("keys", "notebook")


def test_no_table_at_all_is_told() -> None:
    assert [finding.code for finding in judge("x")[1]] == ["wrong-value"]


@given(st.dictionaries(st.sampled_from(sorted(ACTIONS)), st.lists(st.sampled_from("xyzqnu?/"), max_size=3)))
def test_whatever_is_wished_no_screen_loses_an_action_and_one_can_leave(table: dict[str, list[str]]) -> None:
    keys = default_keys() | judge(table)[0]
    assert keys["leave"]
    assert keys["help"]
    for screen in ("home", "play", "debrief", "help"):
        held = keys_on(screen, keys)
        assert len(held) == len(set(held))


async def test_a_key_of_ones_own_works_and_is_the_one_that_screens_name(make_app: MakeApp) -> None:
    wished, _ = judge({"find": "F3", "leave": "Q", "help": ["h"]})
    app = make_app(keys=wished)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "f3 find" in frame(app)
        assert "h help" in frame(app)
        assert "Q quit" in frame(app)
        await act(pilot, ("slash", "question_mark", "q"))
        assert not app.screen.query("#find")
        await act(pilot, ("f3",))
        assert app.screen.query("#find")
        await act(pilot, ("escape", "h"))
        assert "find: type" in frame(app)
        await act(pilot, ("escape", "Q"))
    assert app.return_value == 0


def test_an_action_without_a_key_is_named_without_one() -> None:
    assert key_of("find", {"find": ()}) == ""
    assert key_of("find", default_keys()) == "/"
