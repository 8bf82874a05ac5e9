"""What a PostgreSQL server and the way to it complain of, in words that help and without the password."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict

from simulator.errors import Refused
from simulator.store.store import StoreFailed
from simulator.store.url import without_password
from simulator.words import _, mark

_BUSY = mark("others are writing there"), mark("try again")
_FORBIDDEN = mark("this user may not write there"), mark("ask whoever looks after the server for that right")
_BY_STATE = {
    "25006": _FORBIDDEN,
    "42501": _FORBIDDEN,
    "53100": (mark("the server's disk is full"), mark("tell whoever looks after the server")),
    "55P03": _BUSY,
    "57014": _BUSY,
}
_GONE = (
    mark("the server can't be reached"),
    mark("see that it runs and that the address is right, then try again"),
)


def parts_of(url: str) -> Mapping[str, Any]:
    """What a URL says, by libpq's names. Raises Refused, without repeating what could be a secret."""
    user, at, _place = url.partition("://")[2].rpartition("@")
    if not at or not any(letter in user for letter in "@/?#"):
        try:
            return conninfo_to_dict(url)
        except psycopg.ProgrammingError:
            pass
    raise Refused(
        _("{url} can't be understood").format(url=without_password(url)),
        _("letters such as @ : / ? # % in a name or password are written as %40 %3A %2F %3F %23 %25"),
    )


@contextmanager
def told(url: str) -> Iterator[None]:
    """Whatever goes wrong on the way to a server or in it is raised as StoreFailed, in words."""
    try:
        yield
    except psycopg.Error as error:
        message, hint = _BY_STATE.get(error.sqlstate or "", _GONE)
        if (message, hint) == _GONE and error.sqlstate and error.sqlstate[:2] not in ("08", "57"):
            message, hint = mark("the server refuses"), mark("tell whoever looks after the server")
        text = _("{url} can't be used: {reason} ({details})").format(
            url=without_password(url), reason=_(message), details=_details(url, error)
        )
        raise StoreFailed(text, _(hint)) from None  # no traceback is to repeat what the driver said


def _details(url: str, error: psycopg.Error) -> str:
    """The first line of what the driver or server said, without the password."""
    said = (str(error).strip() or type(error).__name__).splitlines()[0]
    for name in ("password", "sslpassword"):
        secret = parts_of(url).get(name)
        said = said.replace(str(secret), "***") if secret else said
    return said
