"""The tables, as a list of steps that only grows: both back ends take the same ones.

A step that has been released is never changed; what comes later is a step of its own.
Only what SQLite and PostgreSQL both understand and mean alike may stand here.

`plays` says how each play was begun and, beside it, what its log amounts to, so that a list
of thousands needs no log. `log` only ever grows: its lines go with their play, when a person
deletes it, and never otherwise. `outcomes` can be derived anew at any time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from simulator.errors import Refused
from simulator.words import _

Migrations: TypeAlias = Sequence[Sequence[str]]
"""The statements that lead from each version to the next; the first make version 1 from nothing."""

MIGRATIONS: Migrations = (
    (
        """
        CREATE TABLE learners (
            name TEXT PRIMARY KEY,
            since TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE plays (
            serial INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            learner TEXT NOT NULL REFERENCES learners (name) ON DELETE CASCADE,
            beginning TEXT NOT NULL,
            began TEXT NOT NULL,
            last TEXT NOT NULL,
            entries INTEGER NOT NULL DEFAULT 0,
            said INTEGER NOT NULL DEFAULT 0,
            take_backs INTEGER NOT NULL DEFAULT 0,
            closed TEXT
        )
        """,
        "CREATE INDEX plays_of_learner ON plays (learner, serial)",
        """
        CREATE TABLE log (
            play INTEGER NOT NULL REFERENCES plays (serial) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (play, number)
        )
        """,
        """
        CREATE TABLE outcomes (
            play INTEGER PRIMARY KEY REFERENCES plays (serial) ON DELETE CASCADE,
            entries INTEGER NOT NULL,
            scoring INTEGER NOT NULL,
            ending TEXT,
            balance DOUBLE PRECISION,
            margin DOUBLE PRECISION,
            body TEXT NOT NULL
        )
        """,
        "CREATE TABLE serials (last INTEGER NOT NULL)",
        "INSERT INTO serials (last) VALUES (0)",
    ),
)


def steps(found: int, migrations: Migrations) -> Sequence[str]:
    """The statements that lead from a version to today's.

    Raises Refused for a version that is newer than the program: nothing is touched then.
    """
    if found > len(migrations):
        raise Refused(
            _(
                "what was played is kept by a newer Sparring than this (store version {found}, here {known})"
            ).format(found=found, known=len(migrations)),
            _("update Sparring; nothing was changed"),
        )
    return [statement for step in migrations[found:] for statement in step]
