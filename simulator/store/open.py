"""Where plays are kept: one line here for each kind of store."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from simulator.errors import Refused
from simulator.store.store import Store, StoreFailed
from simulator.store.url import without_password
from simulator.words import _

__all__ = ["SCHEMES", "open_store", "without_password"]


def open_store(where: Path | str) -> Store:
    """The store at a path (SQLite) or URL; it is made where there is none.

    `notice` of what comes back is to be shown. Raises StoreFailed or Refused with a hint.
    """
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]+)://", str(where))
    if isinstance(where, Path) or scheme is None:
        return _file(str(where))
    opener = SCHEMES.get(scheme[1].lower())
    if opener is None:
        known = ", ".join(f"{name}://" for name in SCHEMES)
        raise Refused(
            _("{url} is no place where plays can be kept").format(url=without_password(str(where))),
            _("give the path of a file, or a URL that starts with one of these: {known}").format(known=known),
        )
    return opener(str(where))


def _file(path: str) -> Store:
    from simulator.store.sqlite import SqliteStore  # noqa: PLC0415 - only what is used is loaded

    try:
        whole = Path(path).expanduser().absolute()
    except RuntimeError:
        raise StoreFailed(
            _("{path} can't be used: there is no home folder").format(path=path),
            _("name a file for what you play"),
        ) from None
    return SqliteStore(whole)


def _postgres(url: str) -> Store:
    try:
        from simulator.store.postgres import PostgresStore  # noqa: PLC0415 - psycopg is an extra, and slow to load
    except ImportError as error:
        raise Refused(
            _("PostgreSQL needs a library that isn't installed here ({error})").format(error=error),
            _('install the extra "sparring[postgres]"'),
        ) from error
    return PostgresStore(url)


SCHEMES: dict[str, Callable[[str], Store]] = {"postgresql": _postgres, "postgres": _postgres}
"""A store back end is one file and one scheme here; it inherits the contract tests."""
