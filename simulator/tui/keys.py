"""The names of keys: as users write them, as Textual calls them, as screens show them.

Only keys that every terminal can send, tmux included, can be given to an action.
"""

from __future__ import annotations

import string
import unicodedata

from textual.keys import format_key

from simulator.words import _, mark

NAMED = ("space", "tab", "backspace", "delete", "insert", *(f"f{number}" for number in range(1, 13)))
"""Keys with a name of their own that an action may have."""

KEPT = frozenset({
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "escape"),
    *("ctrl+c", "ctrl+q"),
    *string.digits,
})  # fmt: skip
"""Keys that always mean the same, so that nobody is ever locked in."""

ALIASES = {
    "esc": "escape",
    "return": "enter",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "del": "delete",
    "ins": "insert",
    "blank": "space",
    " ": "space",
}

TWINS = {"ctrl+i": "Tab", "ctrl+m": "Enter", "ctrl+j": "Enter", "ctrl+h": "Backspace"}
"""What a terminal can't tell from another key."""

SHORT = {"escape": "esc", "pageup": "pgup", "pagedown": "pgdn", "delete": "del", "insert": "ins"}

PRINTED = {"space": mark("space"), "tab": mark("tab"), "backspace": mark("backspace")}

CHARACTERS = {
    unicodedata.name(character).lower().replace("-", "_").replace(" ", "_"): character
    for character in string.punctuation
}
"""Signs by their Unicode names, which is what Textual calls most of them."""

CHARACTERS |= {"slash": "/", "backslash": "\\", "at": "@", "minus": "-", "plus": "+", "underscore": "_"}


def canonical(written: str) -> str:
    """A key as Textual names it in bindings: `?` is `question_mark`, `Esc` is `escape`."""
    name = written if len(written) == 1 else written.strip().lower().replace("control+", "ctrl+")
    name = ALIASES.get(name, name)
    return _name_of(name) if len(name) == 1 and not name.isalnum() else name


def shown(key: str) -> str:
    """A key as screens name it: `?`, `esc`, `ctrl+p`."""
    if key in SHORT:
        return SHORT[key]
    if key in CHARACTERS:
        return CHARACTERS[key]
    return key if len(key) == 1 or "+" in key or key in NAMED else format_key(key)


def printed(key: str) -> str:
    """A key as it stands on a keyboard of the language spoken; the config file has it in English."""
    return _(PRINTED.get(key, "")) or shown(key)


def why_not(key: str) -> str | None:
    """Why an action can't have a key, given by its canonical name; None where it can."""
    if key in KEPT:
        return f'"{shown(key)}" always keeps its own meaning'
    *modifiers, last = key.split("+") if key != "plus" else ["plus"]
    if not modifiers:
        known = (len(last) == 1 and last.isprintable()) or last in NAMED or last in CHARACTERS
        return None if known else f'there is no key "{key}"'
    return _why_not_with(modifiers, last, key)


def known() -> tuple[str, ...]:
    """The names to suggest for one that is misspelt."""
    return (*NAMED, *CHARACTERS, *SHORT)


def _why_not_with(modifiers: list[str], last: str, key: str) -> str | None:
    if key in TWINS:
        return f'terminals send the same for "{key}" as for {TWINS[key]}'
    if modifiers == ["shift"] and len(last) == 1:
        return f'terminals send a capital letter for "{key}"; write "{last.upper()}"'
    if modifiers not in (["ctrl"], ["alt"]):
        return f'most terminals, and tmux, can\'t send "{key}"'
    if len(last) != 1 or last not in string.ascii_letters:
        return f'terminals can\'t send "{key}": {modifiers[0]} goes with letters alone'
    return None


def _name_of(character: str) -> str:
    for name, sign in reversed(CHARACTERS.items()):
        if sign == character:
            return name
    return character
