"""Explains keys and headers that cannot stand where they do because of what stands before them."""

from __future__ import annotations

from simulator.scenario.toml_cause import Cause, shortened
from simulator.scenario.toml_form import Statement
from simulator.scenario.toml_tree import Clash, Made

_TABLES = frozenset({Made.HEADER, Made.IMPLIED, Made.DOTTED, Made.TABLES})
_RENAME = "give one of the two another name"


def clash_cause(clash: Clash, first: int, *, repeats: bool = False) -> Cause:
    """Why a key cannot stand here; `first` is the line of what it clashes with.

    `repeats` says that the keys of its table seem to start over.
    """
    if clash.statement is not None and clash.statement.value is None:
        return _header(clash, clash.statement, first)
    name = shortened(clash.name.name)
    message, hint = f"`{name}` is written twice; it stood first on line {first}", "leave one of the two out"
    if repeats:
        hint += ", or put a [header] above if another part starts here"
    if clash.first.made in _TABLES:
        message, hint = f"`{name}` is already a table, since line {first}", _RENAME
    elif clash.statement is not None and clash.name is not clash.statement.names[-1]:
        message, hint = f"`{name}` already has a value, on line {first}, and so can be no table", _RENAME
    return Cause("duplicate-key", message, clash.name.start, clash.name.end, hint)


def far_clash_cause(statement: Statement) -> Cause:
    """A statement clashes with something before it, and nobody has looked where that stands."""
    name = statement.names[-1]
    if statement.value is None:
        header = shortened(".".join(part.name for part in statement.names))
        message = f"the header [{header}] cannot stand here: something further up has its name"
        return Cause("duplicate-table", message, statement.start, statement.end, _RENAME)
    message = f"`{shortened(name.name)}` cannot stand here: something further up has its name"
    return Cause("duplicate-key", message, name.start, name.end, _RENAME)


def _header(clash: Clash, statement: Statement, first: int) -> Cause:
    name = shortened(clash.name.name)
    header = shortened(".".join(part.name for part in statement.names))
    if clash.first.made not in _TABLES:
        message, hint = f"`{name}` already has a value, on line {first}, and so can be no table", _RENAME
    elif clash.first.made is Made.TABLES:
        message = f"[[{header}]] is a list of tables since line {first}"
        hint = "write this header with two brackets on each side"
    else:
        message = f"the header [{header}] is written twice; it stood first on line {first}"
        hint = f"{_RENAME}, or move these lines under the first"
    return Cause("duplicate-table", message, statement.start, statement.end, hint)
