"""What every SQL back end does alike; a back end adds how one transaction is run."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

from simulator.engine.transcript import Said, TakenBack
from simulator.errors import Refused
from simulator.store import texts
from simulator.store.bodies import KINDS, as_beginning, as_body, as_time, from_time
from simulator.store.log import Closed, Logged, What
from simulator.store.record import Beginning, Glance, Outcome, Record
from simulator.store.rows import glance_of, line_of, lines_by_play
from simulator.store.store import Elsewhere, StoreFailed
from simulator.words import _

T = TypeVar("T")


class Answer(Protocol):
    """What a statement found, and how many rows it wrote."""

    @property
    def rowcount(self) -> int:
        """Rows written by the statement."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""


class Run(Protocol):
    """Runs one SQL text of ours; `?` in it stands for the values in turn."""

    def __call__(self, text: str, *values: Any) -> Answer:
        """Run one statement."""


Job: TypeAlias = Callable[[Run], T]


class _Line(NamedTuple):
    """A line of a log as the table has it."""

    number: int
    at: str
    kind: str
    body: str


class SqlStore(ABC):
    """Plays in the tables of an SQL database.

    A job may be run twice, where a connection was lost and nobody knows whether its commit
    arrived: the jobs here come to the same end the second time.
    """

    notice: str | None = None

    def __init__(self) -> None:
        self._unsure: dict[str, list[_Line]] = {}

    @abstractmethod
    def _read(self, job: Job[T]) -> T:
        """Run a job that writes nothing and sees one state of the store throughout."""

    @abstractmethod
    def _write(self, job: Job[T]) -> T:
        """Run a job as one transaction, and return once it is on the disk."""

    @abstractmethod
    def close(self) -> None:
        """See `Store.close`."""

    def copies(self) -> list[Path]:
        """See `Store.copies`."""
        return []

    def begin(self, learner: str, key: str, beginning: Beginning, at: float) -> None:
        """See `Store.begin`."""
        row = (_sound(key), _sound(learner), as_beginning(beginning), as_time(at), as_time(at))
        self._write(lambda run: _begin(run, row))

    def append(self, key: str, first: int, *what: What, at: float) -> tuple[Logged, ...]:
        """See `Store.append`."""
        if not what:
            return ()
        lines = self._lines(_sound(key), first, what, at)
        try:
            self._write(lambda run: _append(run, key, lines, what))
        except StoreFailed:
            self._unsure[key] = lines
            raise
        self._unsure.pop(key, None)
        return tuple(
            Logged(line.number, from_time(line.at), item) for line, item in zip(lines, what, strict=True)
        )

    def derive(self, key: str, outcome: Outcome) -> None:
        """See `Store.derive`."""
        derived = (
            outcome.entries,
            outcome.scoring,
            outcome.ending,
            outcome.balance,
            outcome.margin,
            outcome.body,
        )

        def job(run: Run) -> None:
            if play := run(texts.PLAY, _sound(key)).fetchone():
                run(texts.DERIVE, play[0], *derived)

        self._write(job)

    def learners(self) -> list[str]:
        """See `Store.learners`."""
        return sorted(name for (name,) in self._read(lambda run: run(texts.LEARNERS).fetchall()))

    def glances(self, learner: str) -> list[Glance]:
        """See `Store.glances`."""
        rows = self._read(lambda run: run(texts.GLANCES, _sound(learner)).fetchall())
        return [glance_of(row) for row in rows]

    def record(self, key: str) -> Record | None:
        """See `Store.record`."""

        def job(run: Run) -> Record | None:
            row = run(texts.GLANCE, _sound(key)).fetchone()
            if row is None:
                return None
            glance = glance_of(row)
            log = run(texts.LOG, glance.serial).fetchall()
            return Record(glance=glance, log=tuple(map(line_of, log)))

        return self._read(job)

    def records(self, learner: str) -> list[Record]:
        """See `Store.records`."""
        _sound(learner)
        glances, rows = self._read(
            lambda run: (run(texts.GLANCES, learner).fetchall(), run(texts.LOGS, learner).fetchall())
        )
        logs = lines_by_play(rows)
        return [
            Record(glance=glance, log=tuple(logs.get(glance.serial, ())))
            for glance in map(glance_of, glances)
        ]

    def delete(self, key: str) -> bool:
        """See `Store.delete`."""
        _sound(key)
        found: set[bool] = set()
        self._write(lambda run: found.add(run(texts.DELETE, key).rowcount > 0))
        return True in found

    def forget(self, learner: str) -> dict[str, int]:
        """See `Store.forget`."""
        _sound(learner)
        found: Counter[str] = Counter()

        def job(run: Run) -> None:
            (plays,) = run(texts.PLAYS, learner).fetchone()
            counted = {"plays": plays, **dict(map(tuple, run(texts.LINES_BY_KIND, learner).fetchall()))}
            run(texts.FORGET, learner)
            found.update({what: number for what, number in counted.items() if what not in found})

        self._write(job)
        return {what: found[what] for what in ("plays", *KINDS)}

    def _lines(self, key: str, first: int, what: Sequence[What], at: float) -> list[_Line]:
        """The lines to be written: those of the last try where it is tried again, with their time."""
        lines = [_Line(first + index, as_time(at), *as_body(item)) for index, item in enumerate(what)]
        before = self._unsure.get(key, [])
        are_same = [line._replace(at="") for line in lines] == [line._replace(at="") for line in before]
        return before if are_same else lines


def _begin(run: Run, row: tuple[str, ...]) -> None:
    key, learner, beginning, at, _last = row
    known = run(texts.BEGUN, key).fetchone()
    if known is None:
        run(texts.KNOW_LEARNER, learner, at)
        run(texts.NEXT_SERIAL)
        (serial,) = run(texts.SERIAL).fetchone()
        run(texts.BEGIN, serial, *row)
    elif tuple(known) != (learner, beginning):
        raise Elsewhere(_("another play is kept under this key already"))


def _append(run: Run, key: str, lines: Sequence[_Line], what: Sequence[What]) -> None:
    taken_back = sum(isinstance(item, TakenBack) for item in what)
    said = sum(isinstance(item, Said) for item in what) - taken_back
    closed = next((json.dumps(item.why) for item in reversed(what) if isinstance(item, Closed)), None)
    counted = run(texts.COUNT, len(lines), said, taken_back, lines[-1].at, closed, key, lines[0].number - 1)
    play = run(texts.PLAY, key).fetchone()
    if play is None:
        raise Elsewhere(_("this play was deleted"), _("begin it anew from Home"))
    if counted.rowcount:
        for line in lines:
            run(texts.ADD, play[0], *line)
    elif [tuple(row) for row in run(texts.LOG, play[0]).fetchall()][lines[0].number - 1 :][
        : len(lines)
    ] != lines:
        raise Elsewhere(_("this play has gone on in another window"), _("open it anew from the history"))


def _sound(name: str) -> str:
    """A key or a learner's name, as given. Raises Refused where no back end could keep it."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = "\0"
    if "\0" in name:
        raise Refused(_("this name has a character that can't be kept"))
    return name
