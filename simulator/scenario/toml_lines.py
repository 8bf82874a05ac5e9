"""Explains lines that are no statement: headers, names, missing =, stray dialogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from simulator.scenario.toml_cause import CURLY, CURLY_RUN, ODD_BLANKS, Cause, Scene, shortened
from simulator.scenario.toml_form import Expected
from simulator.scenario.toml_resume import balanced, likely_statement, line_after
from simulator.scenario.toml_scan import line_stop
from simulator.scenario.toml_values import (
    after_value,
    no_closing_quote,
    no_closing_quotes,
    no_comma,
    no_value,
)

_NAMES = "the names in a header have the letters a to z, digits, _ and -, with dots between them"
_SPACED_NAME = re.compile(r"([A-Za-z0-9_-]+(?:[ \t]+[A-Za-z0-9_-]+)+)[ \t]*=")
_FOREIGN_NAME = re.compile(r"[\w-]+[ \t]*=")
_HEADER_NAMES = re.compile(r"[A-Za-z0-9_.-]+")
_UNOPENED = re.compile(r"([A-Za-z0-9_.-]+)(\]\]?)(?:[ \t]*#.*)?")
_VALUE = re.compile(rf"[\"'\[{{{CURLY}]|[+-]?\d|true\b|false\b")
_COMMENT = re.compile(r"//|/\*|--|;|<!--")


def explain(scene: Scene) -> Cause:
    """Why a statement could not be read, in the words of someone who writes dialogue."""
    if scene.mark and scene.mark in ODD_BLANKS:
        message = (
            f"an invisible character (U+{ord(scene.mark):04X}) stands here, mostly left by a word processor"
        )
        return scene.cause("odd-blank", message, "delete it, or type an ordinary blank")
    return _EXPLAINED.get(scene.broken.expected, _unknown)(scene)


def _unknown(scene: Scene) -> Cause:
    return scene.cause("not-toml", "this cannot be read as TOML")


def _no_name(scene: Scene) -> Cause:
    if scene.text[scene.start : scene.start + 1] == "[":
        return _no_header_end(scene)
    if scene.broken.opened >= 0:
        return _no_name_in_group(scene)
    if curly := CURLY_RUN.match(scene.text, scene.at):
        hint = "write the name without quotes"
        return scene.cause("curly-quotes", "a curly quote starts no name", hint, len(curly[0]))
    if scene.mark == "=":
        where = "after this dot" if scene.at > scene.start else "before ="
        return scene.cause("missing-name", f"there is no name {where}", 'write name = "…"')
    if comment := _COMMENT.match(scene.rest):
        return scene.cause("bad-comment", f"{comment[0]} starts no comment in TOML", "start a comment with #")
    return _foreign_name(scene) or _stray(scene)


def _no_name_in_group(scene: Scene) -> Cause:
    if cause := _over_lines(scene):
        return cause
    if scene.mark == "}":
        return scene.cause("stray-comma", "a comma stands before the closing }", "leave the comma out")
    return scene.cause("missing-name", "a name is missing in this group", 'write { name = "…" }')


def _no_equals(scene: Scene) -> Cause:
    if scene.broken.opened >= 0:
        missing = scene.cause("missing-equals", "a = is missing in this group", 'write { name = "…" }')
        return _over_lines(scene) or missing
    if scene.text.startswith(('"""', "'''"), scene.start):
        message = f"this {scene.text[scene.start] * 3} belongs to no text"
        hint = 'a text starts after its key: script = """'
        return Cause("stray-text", message, scene.start, scene.start + 3, hint)
    return _unopened_header(scene) or _value_without_equals(scene) or _foreign_name(scene) or _stray(scene)


def _unopened_header(scene: Scene) -> Cause | None:
    header = _UNOPENED.fullmatch(scene.line)
    if header is None:
        return None
    message = f"the header {shortened(scene.line)} is not opened"
    hint = f"write {'[' * len(header[2])}{header[1]}{header[2]}"
    return Cause("unclosed-header", message, scene.start, scene.at + len(header[2]), hint)


def _value_without_equals(scene: Scene) -> Cause | None:
    name = shortened(scene.text[scene.start : scene.at].strip())
    if scene.mark == ":" and _VALUE.match(scene.rest[1:].lstrip()):
        return scene.cause("missing-equals", f"`{name}` has : where = belongs", f"write {name} = …")
    if _VALUE.match(scene.rest):
        example = f'{name} = "…"' if scene.mark in "\"'" + CURLY else f"{name} = …"
        return scene.cause("missing-equals", f"`{name}` has no = before its value", f"write {example}")
    if spaced := _SPACED_NAME.match(scene.line):
        joined = "_".join(spaced[1].split())
        return scene.cause(
            "bad-name", f"the name `{shortened(spaced[1])}` has a blank in it", f"write {joined} ="
        )
    if not scene.rest and re.fullmatch("[a-z_.]+", name):
        return scene.cause("missing-equals", f"`{name}` has no = and no value", f'write {name} = "…"')
    return None


def _foreign_name(scene: Scene) -> Cause | None:
    """A name with letters that need quotes in TOML, and that no key of ours has."""
    if not _FOREIGN_NAME.match(scene.line):
        return None
    return scene.cause(
        "bad-name", "this letter is not allowed in a name", "use the letters a to z, digits, _ and -"
    )


def _stray(scene: Scene) -> Cause:
    start = scene.text.rfind("\n", 0, scene.at) + 1
    end = max(start + 1, line_stop(scene.text, start))
    start += len(scene.text[start:end]) - len(scene.text[start:end].lstrip())
    message = "this line stands outside any text, and is neither a name = value nor a [header]"
    return Cause(
        "stray-text", message, start, end, 'dialogue belongs between the """ that open and close a script'
    )


def _no_header_end(scene: Scene) -> Cause:
    text = scene.text[scene.start : line_stop(scene.text, scene.start)].strip()
    many = text.startswith("[[")
    names = text.lstrip("[").rstrip("] \t")
    end = scene.start + len(text)
    if not names or scene.mark in "]." or (scene.mark == "" and text.endswith(".")):
        if many and _HEADER_NAMES.fullmatch(names) and names[-1] != ".":
            message = f"the header {shortened(text)} has two [ but one ]"
            return Cause("unclosed-header", message, scene.start, end, f"write [[{names}]]")
        return scene.cause("missing-name", "a name is missing in this header", _NAMES)
    if not text.endswith("]") and _HEADER_NAMES.fullmatch(names):
        hint = f"write [[{names}]]" if many else f"write [{names}]"
        return Cause("unclosed-header", f"the header {shortened(text)} is not closed", scene.start, end, hint)
    if " " in names and not many and "=" not in names and "." not in names.rstrip("."):
        message = "this looks like a stage direction outside any text"
        return Cause(
            "stray-text", message, scene.start, end, 'it belongs between the """ that open and close a script'
        )
    return scene.cause("bad-header", "this cannot stand in a header", _NAMES)


def _after_header(scene: Scene) -> Cause:
    if scene.mark == "]":
        return scene.cause("unclosed-header", "this header has more ] than [", "write [name], or [[name]]")
    if comment := _COMMENT.match(scene.rest):
        return scene.cause("bad-comment", f"{comment[0]} starts no comment in TOML", "start a comment with #")
    return scene.cause("two-on-a-line", "a header stands alone on its line", "begin a new line here")


def _over_lines(scene: Scene) -> Cause | None:
    """A group in { } whose line ends before it does."""
    if scene.rest and not scene.rest.startswith("#"):
        return None
    opened = scene.broken.opened
    end = balanced(scene.text, opened)
    if end is not None and likely_statement(scene.text, line_after(scene.text, scene.at), end) >= end:
        end = end if scene.text[end - 1] == "}" else None
    if end is None:
        message, hint = "this group is not closed on its line", "close it with }"
        return Cause("unclosed-bracket", message, opened, opened + 1, hint)
    message, hint = "a group in { } must stand on one line", "write it on one line, without a comma before }"
    return Cause("group-over-lines", message, opened, opened + 1, hint)


_EXPLAINED: Mapping[Expected, Callable[[Scene], Cause]] = {
    Expected.NAME: _no_name,
    Expected.EQUALS: _no_equals,
    Expected.VALUE: no_value,
    Expected.CLOSING_QUOTE: no_closing_quote,
    Expected.CLOSING_QUOTES: no_closing_quotes,
    Expected.HEADER_END: _no_header_end,
    Expected.LINE_END: lambda scene: after_value(scene) if scene.broken.last else _after_header(scene),
    Expected.COMMA_OR_BRACKET: no_comma,
    Expected.COMMA_OR_BRACE: lambda scene: _over_lines(scene) or no_comma(scene),
}
