"""One play as it goes on: states, events and transcript kept together."""

from __future__ import annotations

from typing import NamedTuple, cast

from simulator.engine.events import ChoiceMade, Event
from simulator.engine.program import Offer, Program
from simulator.engine.state import NOWHERE, State, make
from simulator.engine.step import offers, start, step
from simulator.engine.transcript import Entry, Said, Setting, TakenBack, Transcript


class Turn(NamedTuple):
    """What one choice led to; the first turn of a play is its opening and has no choice."""

    choice: str | None
    state: State
    events: tuple[Event, ...]


class Decision(NamedTuple):
    """A choice as it is judged: what was said, what trust stood at, and what else could have been said."""

    made: ChoiceMade
    offered: tuple[Offer, ...]


class Session:
    """A play of one program, from its opening to an ending.

    It knows no clock: whoever calls `say` gives the time, if there is one.
    """

    def __init__(self, program: Program, setting: Setting) -> None:
        self.program = program
        self.setting = setting
        self._entries: list[Entry] = []
        self._turns = [Turn(None, *start(program, setting.trust))]

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The opening, then a turn for every choice that was not taken back."""
        return tuple(self._turns)

    @property
    def state(self) -> State:
        """Where the play stands now."""
        return self._turns[-1].state

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened on the line that remains."""
        return tuple(event for turn in self._turns for event in turn.events)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be said now, in authored order."""
        return offers(self.program, self.state)

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids said and not taken back, in order."""
        return tuple(turn.choice for turn in self._turns if turn.choice is not None)

    @property
    def ending(self) -> str | None:
        """The ending reached, or None while the play goes on."""
        return self.state.at if self.state.at in self.program.scenario.endings else None

    @property
    def is_stranded(self) -> bool:
        """Whether the scenario, by a fault of its own, offers nothing more."""
        return self.ending is None and (self.state.at == NOWHERE or not self.offers)

    @property
    def learned(self) -> tuple[str, ...]:
        """The facts learned in this play; those known from the start are not among them."""
        return self.program.fact_ids(self.state.facts & ~self.program.known)

    @property
    def transcript(self) -> Transcript:
        """The record of the play so far, take-backs included."""
        return Transcript(self.setting, tuple(self._entries))

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Every choice of the line that remains, ready to be judged."""
        return tuple(
            Decision(_made(turn), offers(self.program, before.state))
            for before, turn in zip(self._turns, self._turns[1:], strict=False)
        )

    def say(self, choice: str, at: float | None = None) -> tuple[Event, ...]:
        """Say a choice on offer and return what happened.

        Raises NotOnOffer, and changes nothing, where it can't be said.
        """
        turns = self._turns
        state, events = step(self.program, turns[-1].state, choice)
        turns.append(make(Turn, (choice, state, events)))
        self._entries.append(make(Said, (choice, at)))
        return events

    def take_back(self, at: float | None = None) -> str:
        """Unsay the last choice and return its id; the transcript keeps both.

        Raises ValueError where nothing has been said.
        """
        choice = self._turns[-1].choice
        if choice is None:
            raise ValueError("nothing has been said yet")
        self._turns.pop()
        self._entries.append(TakenBack(at))
        return choice


def replay(program: Program, transcript: Transcript) -> Session:
    """Bring a play back from its transcript.

    Raises NotOnOffer where the scenario no longer allows what was said.
    """
    session = Session(program, transcript.setting)
    for entry in transcript.entries:
        if isinstance(entry, Said):
            session.say(entry.choice, entry.at)
        else:
            session.take_back(entry.at)
    return session


def _made(turn: Turn) -> ChoiceMade:
    """A step tells the choice first."""
    return cast(ChoiceMade, turn.events[0])
