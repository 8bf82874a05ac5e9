"""The scenario as the author wrote it, checked for shape but not yet for sense.

Every table of format 1 is one frozen class. A name in brackets in TOML is a key
here: `[beats.verdict.choices.ask]` is `scenario.beats["verdict"].choices["ask"]`.
The order of the file is kept everywhere, because the first temperament and the
first cast member mean something.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StringConstraints
from pydantic.dataclasses import dataclass as shape

STRICT = ConfigDict(extra="forbid", str_strip_whitespace=False)

MAX_BEATS = 10_000
MAX_CHOICES = 8
COMFORTABLE_CHOICES = 4
MAX_FACTS = MAX_FLAGS = 64
MAX_GAUGES = 16
MAX_RULES = MAX_TEMPERAMENTS = 20
MAX_TEXT = 20_000
MAX_GAUGE = 1_000_000

Moment: TypeAlias = Literal[
    "take-the-order", "let-go", "repair", "explore", "test", "push-back", "stand-firm"
]
Reason: TypeAlias = Literal[
    "relationship",
    "trust",
    "visibility",
    "politics",
    "pick-battles",
    "evidence",
    "autonomy",
    "need",
    "duty",
]
Harm: TypeAlias = Literal["pressure", "grave"]
EndingKind: TypeAlias = Literal["agreement", "principled-no", "let-go", "brittle-yes", "break"]
Level: TypeAlias = Literal["intro", "core", "stretch"]

Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Text: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
Trust: TypeAlias = Annotated[StrictInt, Field(ge=0, le=100)]
Rating: TypeAlias = Annotated[StrictInt, Field(ge=0, le=4)]
Percent: TypeAlias = Annotated[StrictInt, Field(ge=0, le=1000)]
GaugeValue: TypeAlias = Annotated[StrictInt, Field(ge=-MAX_GAUGE, le=MAX_GAUGE)]
Names: TypeAlias = tuple[str, ...]


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Route:
    """One rule of a `to`: where to go when its condition holds (always, where it has none)."""

    to: str
    when: str | None = None


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Reply:
    """One rule of a `reply`: what the counterpart answers when its condition holds."""

    script: Text
    when: str | None = None


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Variant:
    """Another script for a beat, taken when its condition holds."""

    when: str
    script: Text


def _as_routes(value: Any) -> Any:
    """`to = "name"` is short for a list of one rule without a condition."""
    return ({"to": value},) if isinstance(value, str) else value


def _as_replies(value: Any) -> Any:
    return ({"script": value},) if isinstance(value, str) else value


Routes: TypeAlias = Annotated[
    tuple[Route, ...], BeforeValidator(_as_routes), Field(min_length=1, max_length=MAX_RULES)
]
Replies: TypeAlias = Annotated[tuple[Reply, ...], BeforeValidator(_as_replies), Field(max_length=MAX_RULES)]


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Choice:
    """Something the player can say, with the author's two ratings and reasons."""

    say: Text
    assertiveness: Rating
    partnership: Rating
    why: Text
    to: Routes
    reply: Replies = ()
    reveals: Names = ()
    thinks: Text | None = None
    principle: str | None = None
    uses: Names = ()
    when: str | None = None
    once: StrictBool = False
    sets: Names = ()
    clears: Names = ()
    adds: dict[str, GaugeValue] = field(default_factory=dict)
    harm: Harm | None = None
    act: Text | None = None
    repairs: StrictBool = False


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Beat:
    """A moment of the scene: what is said, then either choices or the way on."""

    script: Text
    moment: Moment | None = None
    because: Reason | None = None
    weight: Literal[1, 2] = 1
    band: tuple[Rating, Rating] | None = None
    floor: Rating | None = None
    thinks: Text | None = None
    reveals: Names = ()
    moves_trust: Annotated[StrictInt, Field(ge=-100, le=100)] = 0
    variants: Annotated[tuple[Variant, ...], Field(max_length=MAX_RULES)] = ()
    choices: Annotated[dict[Name, Choice], Field(max_length=MAX_CHOICES)] = field(default_factory=dict)
    to: Routes | None = None


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Ending:
    """How a play can end, and what came of it weeks afterwards."""

    title: Text
    kind: EndingKind
    script: Text
    later: Text


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class You:
    """The player's part."""

    name: Text
    role: Text


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class CastMember:
    """Somebody in the scene; `wants` is the hidden interest, shown at the debrief only."""

    name: Text
    role: Text
    wants: Text


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Briefing:
    """What the player knows before the first line."""

    situation: Text
    history: Text
    goal: Text
    stakes: Text


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Fact:
    """Something that can be learned; `known` facts are in the notebook from the start."""

    text: Text
    known: StrictBool = False


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Flag:
    """Hidden yes/no state; it has no settings."""


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Gauge:
    """A whole number between `min` and `max`; it starts at `min` unless `start` says otherwise."""

    start: GaugeValue | None = None
    min: GaugeValue = 0
    max: GaugeValue = 100
    shown: StrictBool = False

    @property
    def first(self) -> int:
        """The value at the beginning of a play."""
        return self.min if self.start is None else self.start


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Temperament:
    """How the counterpart comes today: gain and loss of trust in percent, and what is already set."""

    label: Text
    gain: Percent = 100
    loss: Percent = 100
    trust: Trust | None = None
    sets: Names = ()


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Debrief:
    """Questions to think about after the play."""

    questions: tuple[Text, ...] = ()


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Walk:
    """The author's own test: these choices lead to this ending with a balance in this range."""

    choices: Names
    temperament: str | None = None
    ends: str | None = None
    balance: tuple[float, float] | None = None


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Scenario:
    """One scenario file of format 1."""

    format: Literal[1]
    title: Text
    summary: Text
    level: Level
    start: str
    you: You
    cast: Annotated[dict[Name, CastMember], Field(min_length=1)]
    briefing: Briefing
    beats: Annotated[dict[Name, Beat], Field(min_length=1, max_length=MAX_BEATS)]
    endings: Annotated[dict[Name, Ending], Field(min_length=1)]
    minutes: Annotated[StrictInt, Field(ge=1, le=240)] | None = None
    status: Literal["ready", "draft"] = "ready"
    skills: Names = ()
    trust: Trust = 50
    mirrors: str | None = None
    facts: Annotated[dict[Name, Fact], Field(max_length=MAX_FACTS)] = field(default_factory=dict)
    flags: Annotated[dict[Name, Flag], Field(max_length=MAX_FLAGS)] = field(default_factory=dict)
    gauges: Annotated[dict[Name, Gauge], Field(max_length=MAX_GAUGES)] = field(default_factory=dict)
    temperaments: Annotated[dict[Name, Temperament], Field(max_length=MAX_TEMPERAMENTS)] = field(
        default_factory=dict
    )
    debrief: Debrief = field(default_factory=Debrief)
    walks: dict[Name, Walk] = field(default_factory=dict)

    @property
    def counterpart(self) -> str:
        """The id of the cast member whose trust counts: the first one."""
        return next(iter(self.cast))

    @property
    def default_temperament(self) -> str | None:
        """The first temperament, or None where the scenario names none."""
        return next(iter(self.temperaments), None)


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Principle:
    """An if-then rule worth remembering, and where it comes from."""

    rule: Text
    source: Text | None = None


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Arc:
    """Conversations in order, with trust carried from each to the next."""

    title: Text
    scenarios: Annotated[tuple[str, ...], Field(min_length=1)]


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class CheckSettings:
    """Codes of warnings that a pack accepts."""

    ignore: tuple[str, ...] = ()


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Manifest:
    """One `pack.toml` of format 1."""

    format: Literal[1]
    title: Text
    version: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    summary: Text
    authors: tuple[Text, ...]
    license: Text
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = "en"
    homepage: Text | None = None
    terms: dict[Name, Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\n\r]*$")]] = field(
        default_factory=dict
    )
    principles: dict[Name, Principle] = field(default_factory=dict)
    check: CheckSettings = field(default_factory=CheckSettings)
    skills: dict[Name, Text] = field(default_factory=dict)
    arcs: dict[Name, Arc] = field(default_factory=dict)
