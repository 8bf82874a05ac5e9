"""Plays of the tests' own packs that were kept before the app was opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from simulator.packs.find import scenarios_of
from simulator.practice.keeper import Keeper
from simulator.practice.versions import Versions
from simulator.scenario.edition import Edition
from simulator.scenario.reader import read_scenario
from simulator.store.open import open_store
from simulator.store.record import Mode
from simulator.tui.stage import Terms, begin
from tests.tui.conftest import PACKS

NOON = 1_790_000_000.0
DAY = 86_400.0
TERMS = Terms(seed=1)


class Desk:
    """A store, a library of packs and a clock of one's own; `play` keeps one play of the quiet no."""

    def __init__(self, folder: Path, learner: str = "Sam", pack: str = "tables") -> None:
        self.now = NOON
        self.folder = folder
        self.library = folder / "library"
        shutil.copytree(PACKS / pack, self.library / pack)
        self.pack = self.library / pack
        self.keeper = self.opened(learner)

    def opened(self, learner: str = "Sam") -> Keeper:
        """A keeper on the same store, as another start of the program has it."""
        versions = Versions(self.folder / "editions", self.path)
        return Keeper(open_store(self.folder / "plays.db"), learner, versions, lambda: self.now)

    def path(self, name: str) -> Path | None:
        """The file of a scenario by its name, as the library of today has it."""
        return next((one.path for one in scenarios_of(self.pack) if one.name == name), None)

    def edition(self, scenario: str = "the-quiet-no") -> Edition:
        reading = read_scenario(self.pack / f"{scenario}.toml")
        assert reading.edition is not None, reading.diagnostics
        return reading.edition

    def play(
        self,
        choices: Sequence[str],
        *,
        mode: Mode = Mode.REHEARSE,
        terms: Terms = TERMS,
        scenario: str = "the-quiet-no",
        days: float = 1,
    ) -> str:
        """Keep one play, ten seconds a choice, and let days go by; returns its key."""
        edition = self.edition(scenario)
        play = begin(edition, coach=mode is Mode.COACH, terms=terms)
        keeping = self.keeper.begin(edition, play.session, mode=mode)
        for choice in choices:
            self.now += 10
            play.session.say(choice, self.now)
            keeping.keep(play.session)
        keeping.finish(edition, play.session)
        self.now += days * DAY
        return keeping.key


MakeDesk = Callable[..., Desk]
