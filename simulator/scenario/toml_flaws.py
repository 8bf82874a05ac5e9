"""What is wrong inside the values of a statement that has the form of TOML: words without quotes, escapes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from simulator.scenario.toml_cause import Cause, shortened
from simulator.scenario.toml_form import Kind, Value
from simulator.scenario.toml_scan import delimiter

_PLAIN = re.compile(r"true|false|[+-]?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([ \t]*+\r?+\n)|(.)|\Z)", re.DOTALL)
_MEANT = frozenset('btnfr"\\')
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,_' ]*")
_TRUE, _FALSE, _NOTHING = {"true", "yes", "on"}, {"false", "no", "off"}, {"none", "null", "nil"}
_LONGEST_EXAMPLE = 40


def flaws(text: str, value: Value, name: str) -> Iterator[Cause]:
    """What is wrong in the value of the key `name`."""
    if value.kind is Kind.TEXT:
        yield from _escapes(text, value)
    elif value.kind is Kind.BARE and not is_value(text[value.start : value.end]):
        yield unquoted(value.start, name, text[value.start : value.end])
    for item in value.items:
        if item.kind is Kind.BARE and not is_value(text[item.start : item.end]):
            yield item_unquoted(item.start, item.end)
        else:
            yield from flaws(text, item, name)
    for pair in value.pairs:
        yield from flaws(text, pair.value, pair.names[-1].name)


def is_value(token: str) -> bool:
    """Whether a word without quotes is a number, a date, true or false."""
    if _PLAIN.fullmatch(token):
        return True
    try:
        tomllib.loads(f"v = {token}")
    except ValueError:
        return False
    return True


def unquoted(start: int, name: str, words: str) -> Cause:
    """`words` stand as the value of `name` and are none: mostly a text without quotes."""
    end = start + len(words)
    shown = shortened(words)
    lower = words.lower()
    if lower in _TRUE | _FALSE:
        mended = "true" if lower in _TRUE else "false"
        message = f"`{name}` is {shown}, and TOML knows only true and false"
        return Cause("bad-value", message, start, end, f"write {mended}, or put quotes around a text")
    if lower in _NOTHING:
        message = f"`{name}` is {shown}, which TOML does not know"
        return Cause("bad-value", message, start, end, "leave the line out if there is nothing to say")
    if _NUMBER.fullmatch(words):
        message = f"`{name}` is {shown}, which is no number to TOML"
        return Cause("bad-value", message, start, end, _mended_number(words))
    first = words.split(maxsplit=1)[0]
    if first[0].isdigit() and is_value(first):
        message = f"`{name}` is {first}, and more follows on the line"
        return Cause(
            "after-value", message, start, end, "write the number alone, or put quotes around a text"
        )
    return Cause(
        "missing-quotes", f"the text of `{name}` has no quotes", start, end, _with_quotes(name, words)
    )


def item_unquoted(start: int, end: int) -> Cause:
    """A word of a list that is no value."""
    return Cause(
        "missing-quotes", "this item of a list has no quotes", start, end, 'write "…" around each text'
    )


def _with_quotes(name: str, words: str) -> str:
    bare = words.strip("\"'“”„«»")
    short = len(bare) <= _LONGEST_EXAMPLE and '"' not in bare and "\\" not in bare
    return f'write {name} = "{bare if short else "…"}"'


def _mended_number(words: str) -> str:
    digits = re.sub(r"[,_' ]", "", words)
    if re.fullmatch(r"[+-]?[0-9]+", digits):
        return f"write {int(digits)}"
    return "write digits alone, or put quotes around a text"


def _escapes(text: str, value: Value) -> Iterator[Cause]:
    quotes = delimiter(text, value.start)
    if quotes[0] == "'" or text.find("\\", value.start, value.end) < 0:
        return
    for found in _ESCAPE.finditer(text, value.start + len(quotes), value.end - len(quotes)):
        code = found[1] or found[2]
        if code is not None and _is_character(int(code, 16)):
            continue
        if found[4] in _MEANT or (found[3] and len(quotes) == 3):
            continue
        shown = found[0].strip()
        message = f"{shown} means nothing inside a text"
        yield Cause("bad-escape", message, *found.span(), "write \\\\ for a backslash")


def _is_character(code: int) -> bool:
    return code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
