"""What is due for practice: weak moments first, and a variant rather than the same again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from simulator.practice.schedule import DAY, Strand, timed
from simulator.store.record import Glance


class Book(Protocol):
    """A scenario of the library, as far as this has to know it."""

    @property
    def name(self) -> str:
        """`pack/id`."""

    @property
    def pack(self) -> str:
        """The pack's id."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def skills(self) -> tuple[str, ...]:
        """The ids of what it practises."""


class Variant(StrEnum):
    """In which way the offer differs from what was played."""

    TEMPERAMENT = "temperament"
    RELATED = "related"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What to play now. `temperament` is an id and `label` its words, for the variant of that kind."""

    variant: Variant
    scenario: str
    title: str
    temperament: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A scenario that comes back. `moment` came off worst when it was played last, at `fit` (0..1).

    Both are None where all went well. `days` are whole days since it was practised,
    `overdue` days since it has been due.
    """

    scenario: str
    title: str
    counterpart: str
    moment: str | None
    fit: float | None
    days: int
    overdue: float
    offer: Offer


def due(glances: Iterable[Glance], library: Sequence[Book], today: float) -> tuple[Due, ...]:
    """What of one learner's plays is due at `today` (seconds since 1970): weakest first, then longest due.

    A scenario with an unfinished play is resumed, and one that the library lacks rests.
    """
    shelf = Shelf(library)
    for glance, at in timed(glances, today):
        shelf.take(glance, at)
    found = [one for strand in shelf.strands.values() if (one := shelf.due(strand, today))]
    return tuple(sorted(found, key=lambda one: (1.0 if one.fit is None else one.fit, -one.overdue)))


class Shelf:
    """The library beside what was practised of it."""

    def __init__(self, library: Sequence[Book]) -> None:
        self._books: Mapping[str, Book] = {book.name: book for book in library}
        self._packs: dict[str, list[Book]] = {}
        for book in self._books.values():
            self._packs.setdefault(book.pack, []).append(book)
        self._kinship: dict[str, list[Book]] = {}
        self.strands: dict[str, Strand] = {}

    def take(self, glance: Glance, at: float) -> None:
        """Count a play in: for its scenario, and for another that was due and offered it as its variant."""
        name = glance.setting.scenario
        strand = self.strands.get(name)
        if strand is None or at - strand.last >= DAY:
            for other in self._answered(name, at):
                other.practised(at)
        if strand is None:
            strand = self.strands[name] = Strand(name, at)
        strand.take(glance, at)

    def due(self, strand: Strand, now: float) -> Due | None:
        """The scenario with what to play now, if it is due."""
        late, book = strand.overdue(now), self._books.get(strand.scenario)
        if late is None or book is None or strand.is_open:
            return None
        moment, fit = strand.weakest or (None, None)
        return Due(
            scenario=strand.scenario,
            title=book.title,
            counterpart=strand.past.counterpart,
            moment=moment,
            fit=fit,
            days=int((now - strand.last) // DAY),
            overdue=late,
            offer=self._offer(strand, book, now),
        )

    def _answered(self, name: str, at: float) -> list[Strand]:
        """The scenarios that were due, and for which this one was the variant."""
        book = self._books.get(name)
        others = [self.strands.get(other.name) for other in self._kin(book)] if book else []
        waiting = [one for one in others if one and not one.is_open and one.overdue(at) is not None]
        return [one for one in waiting if self._offer(one, self._books[one.scenario], at).scenario == name]

    def _offer(self, strand: Strand, book: Book, now: float) -> Offer:
        labels = strand.past.temperaments
        if other := _least_recent([one for one in labels if one != strand.temperaments[-1]], strand):
            return Offer(
                variant=Variant.TEMPERAMENT,
                scenario=book.name,
                title=book.title,
                temperament=other,
                label=labels[other],
            )
        if related := self._related(book, now):
            return Offer(variant=Variant.RELATED, scenario=related.name, title=related.title)
        return Offer(variant=Variant.SAME, scenario=book.name, title=book.title)

    def _related(self, book: Book, now: float) -> Book | None:
        """A scenario of the pack that shares a skill: one never played, else the one played longest ago."""
        free = [one for one in self._kin(book) if self._is_free(one, now)]
        return min(free, key=lambda one: self._last(one.name), default=None)

    def _kin(self, book: Book) -> list[Book]:
        """The other scenarios of the pack that share a skill."""
        if book.name not in self._kinship:
            skills = {*book.skills}
            others = [one for one in self._packs[book.pack] if one is not book]
            self._kinship[book.name] = [one for one in others if not skills.isdisjoint(one.skills)]
        return self._kinship[book.name]

    def _is_free(self, book: Book, now: float) -> bool:
        strand = self.strands.get(book.name)
        return strand is None or (not strand.is_open and now - strand.last >= DAY)

    def _last(self, name: str) -> float:
        return self.strands[name].last if name in self.strands else float("-inf")


def _least_recent(temperaments: list[str], strand: Strand) -> str | None:
    """The one never met, else the one met longest ago."""
    met = {name: position for position, name in enumerate(strand.temperaments)}
    return min(temperaments, key=lambda name: met.get(name, -1), default=None)
