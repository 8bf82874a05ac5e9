"""What is kept, as text: JSON bodies by kind, and times in UTC.

The texts are plain ASCII, so that any back end can keep whatever a person typed. A body that
comes to say something else than before needs a schema version of its own: an older program
has to know that it can't read it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import UTC, datetime, timedelta
from typing import Any

from simulator.engine.transcript import Said, Setting, TakenBack
from simulator.store.log import Closed, Committed, Kept, Moved, Noted, Rated, Typed, What
from simulator.store.record import Beginning, Mode, Purpose

KINDS: dict[str, type[Any]] = {
    "said": Said,
    "taken-back": TakenBack,
    "typed": Typed,
    "rated": Rated,
    "noted": Noted,
    "committed": Committed,
    "kept": Kept,
    "moved": Moved,
    "closed": Closed,
}
"""Every kind of line in a play's log, by the name it is kept under."""

_NAMES = {kind: name for name, kind in KINDS.items()}
_SETTING = tuple(field.name for field in fields(Setting))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST = (datetime(1, 1, 1, tzinfo=UTC) - _EPOCH).total_seconds()
_LATEST = (datetime(9999, 12, 31, tzinfo=UTC) - _EPOCH).total_seconds()


def as_time(at: float) -> str:
    """Seconds since 1970 as text that sorts by time, to the microsecond; cut to what calendars hold."""
    moment = _EPOCH + timedelta(seconds=min(max(at, _EARLIEST), _LATEST))
    return moment.isoformat(timespec="microseconds")[: -len("+00:00")] + "Z"


def from_time(text: str) -> float:
    """Seconds since 1970. Raises ValueError."""
    return datetime.fromisoformat(text).timestamp()


def as_body(what: What) -> tuple[str, str]:
    """The kind of a line and what it says, as JSON."""
    said = what._asdict() if isinstance(what, Said | TakenBack) else asdict(what)
    return _NAMES[type(what)], _json(said)


def from_body(kind: str, body: str) -> What:
    """What a line says. Raises ValueError, KeyError or TypeError where it can't be understood."""
    what: What = KINDS[kind](**json.loads(body))
    return what


def as_beginning(beginning: Beginning) -> str:
    """How a play was begun, as JSON; settings stand beside the rest."""
    setting = {name: getattr(beginning.setting, name) for name in _SETTING}
    terms = dict(beginning.setting.terms)
    rest = {"mode": beginning.mode, "purpose": beginning.purpose, "origin": beginning.origin}
    return _json({**setting, "terms": terms, **rest})


def from_beginning(body: str) -> Beginning:
    """How a play was begun. Raises ValueError, KeyError or TypeError as `from_body` does."""
    kept = json.loads(body)
    mode, purpose, origin = Mode(kept.pop("mode")), Purpose(kept.pop("purpose")), kept.pop("origin")
    return Beginning(setting=Setting(**kept), mode=mode, purpose=purpose, origin=origin)


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"))
