"""Explains values that are not TOML: quotes, lists, groups, numbers."""

from __future__ import annotations

import re

from simulator.scenario.toml_cause import CURLY, CURLY_RUN, Cause, Scene, without_comment
from simulator.scenario.toml_flaws import is_value, item_unquoted, unquoted
from simulator.scenario.toml_form import Kind, Value
from simulator.scenario.toml_resume import likely_statement, line_after, margin_of
from simulator.scenario.toml_scan import delimiter, line_stop

MEND_INNER_QUOTE = 'put the speech in curly quotes, or write \\" before it, or use """…"""'

_NEARLY_CLOSED = re.compile(rf"^[ \t]*+([{CURLY}\"']++)[ \t]*+\r?$", re.MULTILINE)
_ANOTHER_PAIR = re.compile(r"([A-Za-z0-9_.-]+)[ \t]*=")
_COMMENT = re.compile(r"//|/\*|--|;|<!--")


def no_value(scene: Scene) -> Cause:
    """A value should start where something else stands."""
    name, rest = scene.name_before(scene.at), without_comment(scene.rest)
    if scene.in_list and (cause := not_closed(scene)):
        return cause
    if curly := CURLY_RUN.match(scene.text, scene.at):
        return _curly(scene, name, curly[0])
    if not rest:
        return scene.cause("missing-value", f"`{name}` has no value", f'write {name} = "…"')
    return _misplaced_mark(scene, name, rest) or unquoted(scene.at, name, rest)


def _misplaced_mark(scene: Scene, name: str, rest: str) -> Cause | None:
    if rest[0] == "=" and not scene.in_list:
        return scene.cause("missing-value", f"`{name}` has one = too many", f"write {name} = …")
    if rest[0] in ",;":
        return scene.cause("stray-comma", "there is nothing before this comma", "leave the comma out")
    if rest[0] in "]})" or scene.in_list:
        return scene.cause(
            "missing-value", f"no value starts with {rest[0]}", 'a text starts and ends with "'
        )
    return None


def no_closing_quote(scene: Scene) -> Cause:
    """A text between single quotes does not end on its line."""
    opened = scene.broken.opened
    name = scene.name_before(opened)
    body = scene.text[opened + 1 : scene.at].rstrip(" \t,]}")
    owner = f"the text of `{name}`" if opened > scene.start else "this name"
    if body[-1:] in set(CURLY) - {"’", "‘"} and body.count("”") > body.count("“") + body.count("„"):
        message = f"{owner} starts with a straight quote and ends with a curly one"
        return Cause("curly-quotes", message, opened, opened + 1, f'write straight quotes: {name} = "…"')
    if body.endswith('\\"'):
        message = f"the \\ before its last quote keeps {owner} from ending there"
        return Cause(
            "unclosed-text", message, opened, opened + 1, "take the \\ away, or write \\\\ for a backslash"
        )
    quote = scene.text[opened]
    hint = f'end it with {quote}, or put """ before and after a text of several lines'
    return Cause("unclosed-text", f"{owner} has no closing quote on its line", opened, opened + 1, hint)


def no_closing_quotes(scene: Scene) -> Cause:
    """A text of several lines never ends."""
    return never_closed(scene.text, scene.broken.opened, scene.name_before(scene.broken.opened))


def never_closed(text: str, opened: int, name: str) -> Cause:
    """A text of several lines that starts at `opened` runs into what comes after it."""
    quotes = delimiter(text, opened)
    first = line_after(text, opened)
    if nearly := _NEARLY_CLOSED.search(text, first, likely_statement(text, first)):
        message = f"the text of `{name}` starts with {quotes}, so this does not end it"
        code = "curly-quotes" if set(nearly[1]) & set(CURLY) else "unclosed-text"
        return Cause(code, message, *nearly.span(1), f"write {quotes}")
    message = f"the text of `{name}` that starts here is never closed"
    hint = f"write {quotes} on a line of its own after its last line"
    return Cause("unclosed-text", message, opened, opened + 3, hint)


def after_value(scene: Scene) -> Cause:
    """Something follows a value on its line."""
    last = _last(scene)
    if last.kind is Kind.TEXT:
        return _after_text(scene, last)
    if last.kind is Kind.BARE:
        name = scene.name_before(last.start)
        words = without_comment(scene.text[last.start : line_stop(scene.text, last.start)])
        if not (is_value(scene.text[last.start : last.end]) and _may_follow(scene)):
            return unquoted(last.start, name, words)
    return _more(scene) or scene.cause(
        "after-value",
        f"the value of `{scene.name}` ends before this",
        "leave out what follows it on the line",
    )


def no_comma(scene: Scene) -> Cause:
    """Something follows an item of a list or group, and it is neither a comma nor the closing bracket."""
    last = _last(scene)
    if cause := not_closed(scene):
        return cause
    closing = "]" if scene.in_list else "}"
    what = "list" if scene.in_list else "group"
    if scene.mark in "]}":
        opening = scene.text[scene.broken.opened]
        message = f"this {what} was opened with {opening}, so {scene.mark} cannot close it"
        return scene.cause("wrong-bracket", message, f"close it with {closing}")
    if last.kind is Kind.TEXT and scene.mark not in {'"', "'", ";"} and _has_quote(scene.rest):
        return _inner_quote(scene, last)
    if last.kind is Kind.BARE and not is_value(scene.text[last.start : last.end]):
        return item_unquoted(last.start, scene.at)
    return scene.cause("missing-comma", f"a comma is missing in this {what}", "write , between two items")


def not_closed(scene: Scene) -> Cause | None:
    """The list or group that is open, if it runs into the end of the text or into the next statement."""
    opened = scene.broken.opened
    margin = margin_of(scene.text, scene.start)
    stop = likely_statement(
        scene.text, line_after(scene.text, opened), line_after(scene.text, scene.at), margin
    )
    if scene.mark and stop > scene.at:
        return None
    name = scene.name_before(opened)
    hint = f"close it with {']' if scene.in_list else '}'}"
    what = "list" if scene.in_list else "group"
    return Cause(
        "unclosed-bracket", f"the {what} of `{name}` that starts here is not closed", opened, opened + 1, hint
    )


def _last(scene: Scene) -> Value:
    """The value that ends before the place where reading stopped."""
    return scene.broken.last or Value(Kind.LIST, scene.at, scene.at)


def _curly(scene: Scene, name: str, quotes: str) -> Cause:
    straight = '"""…"""' if len(quotes) >= 3 else '"…"'
    message = "a text in this list starts with a curly quote"
    example = straight
    if not scene.in_list:
        message, example = f"the text of `{name}` starts with a curly quote", f"{name} = {straight}"
    return scene.cause("curly-quotes", message, f"write straight quotes: {example}", len(quotes))


def _after_text(scene: Scene, last: Value) -> Cause:
    quotes = delimiter(scene.text, last.start)
    name = scene.name_before(last.start)
    if cause := _more(scene):
        return cause
    if len(quotes) == 3:
        message = f"the text of `{name}` ends at the {quotes} before this, and more follows"
        return scene.cause("after-value", message, f"write {quotes} only where the text ends")
    if quotes == "'":
        hint = f'write straight double quotes around the text: {name} = "…"'
        message = f"an apostrophe ends the text of `{name}`, because the text began with one"
        return Cause("quote-in-text", message, last.end - 1, last.end, hint)
    if _has_quote(scene.rest):
        return _inner_quote(scene, last)
    hint = "if it belongs to the text, move the closing quote behind it"
    return scene.cause("after-value", f"the text of `{name}` ends before this", hint)


def _inner_quote(scene: Scene, last: Value) -> Cause:
    message = f"a straight quote inside the text of `{scene.name_before(last.start)}` ends it here"
    return Cause("quote-in-text", message, last.end - 1, last.end, MEND_INNER_QUOTE)


def _more(scene: Scene) -> Cause | None:
    """A comma, another statement or a comment of another language after a value."""
    if scene.rest in {",", ";"}:
        return scene.cause(
            "stray-comma", "nothing may follow the value on this line", f"leave out the {scene.rest}"
        )
    if pair := _ANOTHER_PAIR.match(scene.rest):
        return scene.cause(
            "two-on-a-line", "a second key starts on this line", f"begin a new line before {pair[1]}"
        )
    if mark := _COMMENT.match(scene.rest):
        return scene.cause("bad-comment", f"{mark[0]} starts no comment in TOML", "start a comment with #")
    return None


def _may_follow(scene: Scene) -> bool:
    """Whether what follows a number or true or false is a slip of its own, not part of a text."""
    return scene.rest in {",", ";"} or bool(_ANOTHER_PAIR.match(scene.rest) or _COMMENT.match(scene.rest))


def _has_quote(rest: str) -> bool:
    return '"' in rest or any(mark in rest for mark in "“”")
