"""Bringing a kept play back: on which text it goes on, or in plain words why it can't."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from simulator.engine.program import compile_program
from simulator.engine.session import Session, replay
from simulator.engine.transcript import Setting, Transcript
from simulator.practice.versions import Versions, setting_of
from simulator.scenario.edition import Edition
from simulator.scenario.plain import made_plain
from simulator.scenario.reader import read_scenario
from simulator.store.record import Record
from simulator.words import _


class Way(Enum):
    """How a play came back."""

    TODAY = "today"
    """Its text is in the library as it was."""
    KEPT = "kept"
    """On the copy that was kept when it was begun."""
    MOVED = "moved"
    """On a text of another digest, where everything that was said can still be said."""
    GONE = "gone"
    """Not at all."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A kept play, with its edition and session unless it is GONE.

    `told` is what the player should know first: on which version the play goes on,
    or why it can't. `is_final` is true where no change of files that are missing or
    faulty now would help: the scenario goes another way today.
    """

    record: Record
    way: Way
    edition: Edition | None = None
    session: Session | None = None
    told: str | None = None
    is_final: bool = False

    @property
    def can_go_on(self) -> bool:
        """Whether something can still be said in it."""
        is_open = self.record.glance.closed is None
        return is_open and self.session is not None and bool(self.session.offers)


class Bringing:
    """Brings plays back; what it has read once it doesn't read again."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions
        self._read: dict[tuple[Path, str, tuple[tuple[str, str], ...]], Edition | None] = {}

    def back(self, record: Record) -> BroughtBack:
        """The play as it stands, on the first of: its text of today, its kept copy, another text of today."""
        setting = setting_of(record)
        today = self._versions.today(setting.scenario, setting.digest)
        now = self._edition(today, setting) if today else None
        if now and now.digest == setting.digest and (session := _replayed(now, setting, record)):
            return BroughtBack(record, Way.TODAY, now, session, _language_gone(now, setting))
        kept = self._versions.kept(setting.scenario, setting.digest)
        then = self._edition(kept, setting) if kept else None
        if then and then.digest == setting.digest and (session := _replayed(then, setting, record)):
            return BroughtBack(record, Way.KEPT, then, session, _of_copy(today, now, then))
        if now and now.digest != setting.digest and (session := _replayed(now, setting, record)):
            return BroughtBack(record, Way.MOVED, now, session, _moved())
        return BroughtBack(record, Way.GONE, told=_gone(setting, today, now), is_final=now is not None)

    def _edition(self, path: Path, setting: Setting) -> Edition | None:
        key = (path, setting.language, tuple(sorted(setting.terms.items())))
        if key not in self._read:
            terms = {made_plain(name): made_plain(words) for name, words in setting.terms.items()}
            self._read[key] = read_scenario(path, setting.language, terms).edition
        return self._read[key]


def replayed_on(edition: Edition, records: Iterable[Record]) -> list[Session]:
    """The plays on one edition, whichever they were begun on; those that it doesn't allow are left out."""
    sessions = (_replayed(edition, setting_of(record), record) for record in records)
    return [session for session in sessions if session is not None]


def _replayed(edition: Edition, setting: Setting, record: Record) -> Session | None:
    """The play on this edition; None where the edition no longer allows what was said."""
    known = edition.scenario.temperaments
    if setting.temperament is not None and setting.temperament not in known:
        return None
    program = compile_program(edition.scenario, setting.temperament)
    here = replace(setting, digest=edition.digest, version=edition.version)
    try:
        return replay(program, Transcript(here, record.transcript.entries))
    except ValueError:
        return None


def _language_gone(edition: Edition, setting: Setting) -> str | None:
    if edition.language == setting.language:
        return None
    told = _("The translation that this play was begun in ({language}) is gone; it goes on in {other}.")
    return told.format(language=setting.language, other=edition.language)


def _of_copy(today: Path | None, now: Edition | None, then: Edition) -> str:
    if today is None:
        return _("This scenario isn't in your library now; the play goes on with the copy kept at its start.")
    if now is None:
        return _("The scenario's file has errors now; the play goes on with the copy kept at its start.")
    if now.rules == then.rules:
        return _("The scenario's words were revised since; this play goes on with those it was begun with.")
    return _("The scenario was changed since; this play goes on with the version it was begun with.")


def _moved() -> str:
    return _(
        "The scenario was changed since this play was begun. All that you said still stands in it, so the "
        "play goes on under the new version."
    )


def _gone(setting: Setting, today: Path | None, now: Edition | None) -> str:
    if today is None:
        told = _(
            "{scenario} isn't in your library any more, and no copy of it is here. With its pack back, the "
            "play can be gone on with."
        )
    elif now is None:
        told = _(
            "The file of {scenario} has errors now, and no copy of it is here. Once it is mended, the play "
            'can be gone on with; "sparring check" tells what is wrong.'
        )
    elif now.digest == setting.digest:
        told = _("What was said can't be said in {scenario}: the play was damaged, or came from elsewhere.")
    else:
        told = _(
            "{scenario} was changed since this play was begun: what you said can't be said there any more, "
            "and no copy of the old version is here."
        )
    return told.format(scenario=setting.scenario)
