"""What to do next, as one list: what Home offers and `sparring progress` ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from simulator.practice.arcs import Series, state_of
from simulator.practice.due import Book, Due, due
from simulator.practice.keeper import unfinished
from simulator.practice.past import past_of, title_of
from simulator.practice.schedule import DAY
from simulator.store.record import Glance

ASK_AFTER, ASK_UNTIL = 3, 30
"""Days after which a commitment comes back, and after which it is let go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A play that was left half-way; `said` choices stand, `last` is seconds since 1970."""

    key: str
    scenario: str
    title: str
    said: int
    last: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A commitment that comes back: "did you say it?" `days` are whole days since it was made."""

    key: str
    title: str
    words: str
    to: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """An arc that was begun: its next conversation is number `number` (from 1) of `of`.

    `trust` (35..85) is what it starts with.
    """

    arc: str
    arc_title: str
    scenario: str
    title: str
    number: int
    of: int
    trust: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """A conversation that was never played; the tutorial on a first run."""

    scenario: str
    title: str
    is_tutorial: bool = False


Thing: TypeAlias = Resume | Ask | Due | GoOn | Begin


@dataclass(frozen=True, slots=True)
class Shelves:
    """What there is to play: scenarios that can be, from easy to hard, arcs, and the tutorial's name."""

    library: Sequence[Book]
    arcs: Sequence[Series] = ()
    tutorial: str | None = None


def next_things(glances: Iterable[Glance], shelves: Shelves, today: float) -> tuple[Thing, ...]:
    """What one learner may do next at `today` (seconds since 1970), the first first.

    The tutorial on a first run; what was left last; commitments that come back; what is due;
    the next of an arc; what else was left; something new. The tutorial is never due again.
    """
    plays = sorted(glances, key=lambda glance: glance.serial)
    titles = {book.name: book.title for book in shelves.library}
    left = [_resume(glance, titles) for glance in unfinished(plays)]
    return (
        *(_tutorial(shelves, titles) if not plays else ()),
        *left[:1],
        *_commitments(plays, today),
        *due(plays, [book for book in shelves.library if book.name != shelves.tutorial], today),
        *_arcs(plays, shelves.arcs, titles),
        *left[1:],
        *_new(plays, shelves),
    )


def _resume(glance: Glance, titles: dict[str, str]) -> Resume:
    name = glance.setting.scenario
    title = titles.get(name) or title_of(glance, past_of(glance.outcome))
    return Resume(key=glance.key, scenario=name, title=title, said=glance.said, last=glance.last)


def _tutorial(shelves: Shelves, titles: dict[str, str]) -> Iterator[Begin]:
    name = shelves.tutorial
    if name in titles:
        yield Begin(scenario=name, title=titles[name], is_tutorial=True)


def _commitments(plays: Iterable[Glance], today: float) -> list[Ask]:
    """The commitments to ask about, the oldest first."""
    found = []
    for glance in plays:
        # most plays have none, and reading each to learn that would take a while
        if glance.outcome is None or '"commitment":' not in glance.outcome.body:
            continue
        past = past_of(glance.outcome)
        made = past.commitment
        days = (today - made.at) / DAY if made else 0.0
        if made and made.said is None and ASK_AFTER <= days <= ASK_UNTIL:
            title = title_of(glance, past)
            found.append(Ask(key=glance.key, title=title, words=made.words, to=made.to, days=int(days)))
    return sorted(found, key=lambda ask: -ask.days)


def _arcs(plays: Sequence[Glance], arcs: Iterable[Series], titles: dict[str, str]) -> Iterator[GoOn]:
    """The arcs that were begun and can be gone on with; a play left half-way is resumed as such."""
    begun = {glance.setting.arc for glance in plays}
    for arc in arcs:
        if arc.name not in begun:
            continue
        now = state_of(arc, plays)
        if now.next in titles and now.done and not now.open:
            yield GoOn(
                arc=arc.name,
                arc_title=arc.title,
                scenario=now.next,
                title=titles[now.next],
                number=len(now.done) + 1,
                of=len(arc.scenarios),
                trust=now.trust,
            )


def _new(plays: Iterable[Glance], shelves: Shelves) -> Iterator[Begin]:
    """The first conversation of the library that was never begun."""
    known = {glance.setting.scenario for glance in plays} | {shelves.tutorial}
    new = next((book for book in shelves.library if book.name not in known), None)
    if new is not None:
        yield Begin(scenario=new.name, title=new.title)
