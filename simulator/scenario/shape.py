"""A file's values checked for shape: right keys, right types, right ranges, said in an author's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from simulator.scenario.diagnostic import Finding, Location
from simulator.scenario.hints import Hints
from simulator.scenario.keys import described, keys_at
from simulator.scenario.model import NOT_BLANK, Manifest, Patience, Scenario
from simulator.scenario.shape_hints import form_meant

MOST_MISFITS = 2_000
"""After so many misfits of beats no more are sought."""

Shaped = TypeVar("Shaped")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A place that has not the right shape, and how many entries there may be if it has too many."""

    finding: Finding
    most: int | None = None


class Shape(Generic[Shaped]):
    """A kind of file: the class its values must fit, with every misfit as a finding."""

    def __init__(self, kind: type[Shaped]) -> None:
        self.kind = kind

    def fits(self, raw: Mapping[str, Any]) -> Shaped | None:
        """The values as one typed object, or None where they don't fit."""
        try:
            return self._adapter.validate_python(raw, context=Patience(1))
        except ValidationError:
            return None

    def check(self, raw: Mapping[str, Any]) -> tuple[Shaped | None, list[Finding]]:
        """The values as one typed object, or None and what does not fit."""
        fitting, misfits = self.examine(raw)
        return fitting, [misfit.finding for misfit in misfits]

    def examine(self, raw: Mapping[str, Any]) -> tuple[Shaped | None, list[Misfit]]:
        """The same with what is needed to mend a misfit; of more than 2,000 misfits not all are told."""
        try:
            return self._adapter.validate_python(raw, context=Patience(MOST_MISFITS)), []
        except ValidationError as refusal:
            hints = Hints()
            errors = refusal.errors(include_url=False, include_context=True)
            return None, [self._misfit(error, hints) for error in errors]

    @cached_property
    def _adapter(self) -> TypeAdapter[Shaped]:
        return TypeAdapter(self.kind)

    def _misfit(self, error: ErrorDetails, hints: Hints) -> Misfit:
        at = error["loc"]
        tell = _TELLERS.get(error["type"], _anything_else)
        code, message = tell(error, at)
        hint = None
        if error["type"] == "literal_error":
            hint = hints.did_you_mean(str(error["input"]), _quoted(error["ctx"]["expected"]))
        elif code == "unknown-key":
            hint = hints.did_you_mean(str(at[-1]), keys_at(self.kind, at[:-1]))
        elif at == ("format",) and code == "out-of-range":
            hint = "a newer version of the program may read this file"
        elif code == "wrong-type":
            hint = form_meant(error["type"], at, error["input"])
        most = error["ctx"]["max_length"] if error["type"] == "too_long" else None
        return Misfit(Finding(code, message, at, hint=hint, on_key=code == "unknown-key"), most)


SCENARIO = Shape(Scenario)
MANIFEST = Shape(Manifest)


def _missing(_: ErrorDetails, at: Location) -> tuple[str, str]:
    if at and isinstance(at[-1], int):
        return "wrong-type", f"{described(at[:-1])} needs two numbers, as in [1, 2]"
    return "missing-key", f"{described(at[:-1])} needs `{at[-1]}`"


def _unknown(_: ErrorDetails, at: Location) -> tuple[str, str]:
    return "unknown-key", f"{described(at[:-1])} has no key `{at[-1]}`"


def _wrong_type(wanted: str) -> Callable[[ErrorDetails, Location], tuple[str, str]]:
    def tell(error: ErrorDetails, at: Location) -> tuple[str, str]:
        return "wrong-type", f"{described(at)} must be {wanted}, not {_shown(error['input'])}"

    return tell


def _bound(words: str, key: str) -> Callable[[ErrorDetails, Location], tuple[str, str]]:
    def tell(error: ErrorDetails, at: Location) -> tuple[str, str]:
        limit = error["ctx"][key]
        limit = int(limit) if limit == int(limit) else limit
        return "out-of-range", f"{described(at)} must be {words} {limit}, not {_shown(error['input'])}"

    return tell


def _not_one_of(error: ErrorDetails, at: Location) -> tuple[str, str]:
    allowed = error["ctx"]["expected"].replace("'", '"')
    return "not-allowed", f"{described(at)} must be {allowed}, not {_shown(error['input'])}"


def _bad_pattern(error: ErrorDetails, at: Location) -> tuple[str, str]:
    if error["ctx"]["pattern"] == NOT_BLANK:
        return _empty(error, at)
    return "not-allowed", f"{described(at)} is not written as it should be: {_shown(error['input'])}"


def _long_text(error: ErrorDetails, at: Location) -> tuple[str, str]:
    return "too-long", f"{described(at)} may have {error['ctx']['max_length']} characters at most"


def _empty(_: ErrorDetails, at: Location) -> tuple[str, str]:
    return "empty", f"{described(at)} is empty"


def _many(error: ErrorDetails, at: Location) -> tuple[str, str]:
    most = error["ctx"]["max_length"]
    return "too-many", f"{described(at)} may have {most} entries at most"


def _anything_else(error: ErrorDetails, at: Location) -> tuple[str, str]:
    return "not-allowed", f"{described(at)}: {error['msg'][:1].lower()}{error['msg'][1:]}"


_TEXT, _WHOLE = _wrong_type("text in quotes"), _wrong_type("a whole number")
_TABLE, _LIST = _wrong_type("a table"), _wrong_type("a list in [ ]")
_ALSO_SHORT = {
    "to": _wrong_type("a name in quotes or a list of rules"),
    "reply": _wrong_type("a script in quotes"),
}


def _no_list(error: ErrorDetails, at: Location) -> tuple[str, str]:
    return _ALSO_SHORT.get(str(at[-1]), _LIST)(error, at)


_TELLERS: Mapping[str, Callable[[ErrorDetails, Location], tuple[str, str]]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _wrong_type("a number"),
    "float_parsing": _wrong_type("a number"),
    "bool_type": _wrong_type("true or false"),
    "dataclass_type": _TABLE,
    "dict_type": _TABLE,
    "tuple_type": _no_list,
    "literal_error": _not_one_of,
    "greater_than_equal": _bound("at least", "ge"),
    "less_than_equal": _bound("at most", "le"),
    "string_pattern_mismatch": _bad_pattern,
    "string_too_long": _long_text,
    "string_too_short": _empty,
    "too_short": _empty,
    "too_long": _many,
}


def _shown(value: Any) -> str:
    """A value as the author wrote it, or nearly, and never long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value[:40]}…"' if len(value) > 40 else f'"{value}"'
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else str(value)[:40]


def _quoted(expected: str) -> list[str]:
    """The words that stand in quotes in pydantic's list of what was expected."""
    return expected.split("'")[1::2]
