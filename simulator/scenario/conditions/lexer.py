"""Text to tokens. What people write out of habit is read as they meant it, and said."""

from __future__ import annotations

import re
from typing import NamedTuple

from simulator.scenario.problem import Problem

MILLION = 1_000_000
"""Numbers and gauges lie within a million either side of 0."""


class Token(NamedTuple):
    """A piece of a condition: the characters [start, end), and what they mean.

    `kind` is name, number, truth (`true` or `false`), compare, and, or, not, (, )
    or junk. `text` is the right spelling, so `=` has the text `==`.
    """

    kind: str
    text: str
    start: int
    end: int


_PIECE = re.compile(
    r"""
      (?P<word>   [^\W\d] \w* (?: [-.] [^\W\d] \w* )* )
    | (?P<number> [-+−]? [0-9] (?: [\w.,]* [\w%] )? )
    | (?P<sign>   [<>=!≤≥≠]+ (?: \s+ =+ )? | &+ | \|+ | [()] )
    | (?P<quoted> "[^"]*"? | '[^']*'? | [“”„«‘’] [^“”»‘’]* [“”»‘’]? )
    | (?P<junk>   \S )
    """,
    re.VERBOSE,
)
_WHOLE = re.compile(r"-?[0-9]+", re.ASCII)
_SIGNS = {
    "<": "<", "<=": "<=", "==": "==", "!=": "!=", ">=": ">=", ">": ">", "(": "(", ")": ")",
    "=": "==", "===": "==", "=<": "<=", "=>": ">=", "<>": "!=", "!==": "!=", "≤": "<=", "≥": ">=", "≠": "!=",
    "&&": "and", "&": "and", "||": "or", "|": "or", "!": "not",
}  # fmt: skip
_OWN_KIND = frozenset({"and", "or", "not", "(", ")"})
_PURPOSE = {"==": " to compare"}


def scan(text: str) -> tuple[list[Token], list[Problem]]:
    """The tokens of a condition, and a problem for each that is spelt wrong."""
    tokens: list[Token] = []
    problems: list[Problem] = []
    for piece in _PIECE.finditer(text):
        token, problem = _READ[piece.lastgroup or "junk"](piece.group(), piece.start())
        tokens.append(token)
        if problem is not None:
            problems.append(problem)
    return tokens, problems


def _word(source: str, start: int) -> tuple[Token, Problem | None]:
    end = start + len(source)
    word = source.lower()
    if word in ("true", "false"):
        return Token("truth", word, start, end), None
    if word not in _OWN_KIND:
        return Token("name", source, start, end), None
    token = Token(word, word, start, end)
    if word == source:
        return token, None
    message = f'"{source}" has capital letters; and, or, not are written in small letters'
    return token, Problem("bad-symbol", message, start, end, f"write {word}")


def _number(source: str, start: int) -> tuple[Token, Problem | None]:
    end = start + len(source)
    token = Token("number", source, start, end)
    if not _WHOLE.fullmatch(source):
        return token, _not_whole(source, start)
    if abs(int(source)) <= MILLION:
        return token, None
    message = "this number is too large; numbers lie between -1000000 and 1000000"
    return token, Problem("number-too-large", message, start, end)


def _not_whole(source: str, start: int) -> Problem:
    """What to say of `60.5`, `60%`, `+60` or a typographer's minus."""
    whole = re.match(r"-?[0-9]+", source.replace("−", "-").removeprefix("+"), re.ASCII)
    hint = f"write {whole.group()}" if whole else None
    message = f'"{source}" is no whole number; numbers are written with digits only, such as 60 or -2'
    return Problem("not-a-whole-number", message, start, start + len(source), hint)


def _sign(source: str, start: int) -> tuple[Token, Problem | None]:
    end = start + len(source)
    meant = _SIGNS.get("".join(source.split()))
    if meant is None:
        return Token("junk", source, start, end), None
    token = Token(meant if meant in _OWN_KIND else "compare", meant, start, end)
    if meant == source:
        return token, None
    message = f'"{source}" is not understood; the signs are < <= == != >= > and the words and, or, not'
    return token, Problem("bad-symbol", message, start, end, f"write {meant}{_PURPOSE.get(meant, '')}")


def _quoted(source: str, start: int) -> tuple[Token, Problem | None]:
    end = start + len(source)
    name = source.strip("\"'“”„«»‘’ ")
    hint = f"write {name} without quotation marks" if re.fullmatch(r"\w{1,60}", name) else None
    message = "quotation marks have no place in a condition; it holds names, whole numbers and signs"
    token = Token("name" if hint else "junk", name, start, end)
    return token, Problem("quoted-name", message, start, end, hint)


def _junk(source: str, start: int) -> tuple[Token, Problem | None]:
    return Token("junk", source, start, start + len(source)), None


_READ = {"word": _word, "number": _number, "sign": _sign, "quoted": _quoted, "junk": _junk}
