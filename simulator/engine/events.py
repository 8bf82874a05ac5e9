"""What a step made happen, in order, for views and scorers to tell."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class ChoiceMade(NamedTuple):
    """The player said something; trust is 0..100, `trust_after` is before the next beat moves it.

    `evidence` is true when the choice used a fact that was learned in this play.
    """

    beat: str
    choice: str
    trust_before: int
    trust_after: int
    evidence: bool


class TrustMoved(NamedTuple):
    """Trust went from `before` to `after`; `by_choice` is false where a beat moved it (time passed)."""

    before: int
    after: int
    by_choice: bool


class FactLearned(NamedTuple):
    """The counterpart gave a fact away."""

    fact: str


class Replied(NamedTuple):
    """The counterpart answered a choice, with the reply at this position of the authored list."""

    beat: str
    choice: str
    reply: int


class BeatReached(NamedTuple):
    """The scene moved on; `variant` is the position of the script taken, None for the beat's own."""

    beat: str
    variant: int | None


class EndingReached(NamedTuple):
    """The play is over."""

    ending: str


class Stranded(NamedTuple):
    """The scenario is unsound: after `beat` there is no way on."""

    beat: str


Event: TypeAlias = ChoiceMade | TrustMoved | FactLearned | Replied | BeatReached | EndingReached | Stranded
