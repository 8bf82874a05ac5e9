"""The scenario as the author wrote it, checked for shape but not yet for sense.

The form of ids is a rule's matter, so that one odd name hides nothing else.
Every table of format 1 is one frozen class. A name in brackets in TOML is a key
here: `[beats.verdict.choices.ask]` is `scenario.beats["verdict"].choices["ask"]`.
The order of the file is kept everywhere, because the first temperament and the
first cast member mean something.
"""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic.dataclasses import dataclass as shape

STRICT = ConfigDict(extra="forbid", defer_build=True)

MAX_BEATS = 10_000
MAX_CHOICES = 8
COMFORTABLE_CHOICES = 4
MAX_FACTS = MAX_FLAGS = 64
MAX_GAUGES = 16
MAX_RULES = MAX_TEMPERAMENTS = 20
MAX_LIST = 1_000
"""Entries of a list that the format sets no limit to: far more than anyone writes."""
MAX_TEXT = 20_000
MAX_GAUGE = 1_000_000

NOT_BLANK = r"\S"
"""What every text has: something to see."""

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

Text: TypeAlias = Annotated[str, StringConstraints(pattern=NOT_BLANK, max_length=MAX_TEXT)]
Id: TypeAlias = Annotated[str, WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"})]
"""A name in brackets; its form is told to editors here, and checked by a rule."""
Format: TypeAlias = Annotated[StrictInt, Field(ge=1, le=1), WithJsonSchema({"type": "integer", "const": 1})]
Trust: TypeAlias = Annotated[StrictInt, Field(ge=0, le=100)]
Rating: TypeAlias = Annotated[StrictInt, Field(ge=0, le=4)]
Percent: TypeAlias = Annotated[StrictInt, Field(ge=0, le=1000)]
GaugeValue: TypeAlias = Annotated[StrictInt, Field(ge=-MAX_GAUGE, le=MAX_GAUGE)]
Names: TypeAlias = Annotated[tuple[str, ...], Field(max_length=MAX_LIST)]
Share: TypeAlias = Annotated[StrictFloat, Field(ge=0, le=100)]


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
    adds: dict[Id, GaugeValue] = field(default_factory=dict)
    harm: Harm | None = None
    act: Text | None = None
    repairs: StrictBool = False


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Beat:
    """A moment of the scene: what is said, then either choices or the way on."""

    script: Text
    moment: Moment | None = None
    because: Reason | None = None
    weight: Annotated[StrictInt, Field(ge=1, le=2)] = 1
    band: tuple[Rating, Rating] | None = None
    floor: Rating | None = None
    thinks: Text | None = None
    reveals: Names = ()
    moves_trust: Annotated[StrictInt, Field(ge=-100, le=100)] = 0
    variants: Annotated[tuple[Variant, ...], Field(max_length=MAX_RULES)] = ()
    choices: Annotated[dict[Id, Choice], Field(max_length=MAX_CHOICES)] = field(default_factory=dict)
    to: Routes | None = None


class Patience:
    """How many misfits of beats are looked for, so that a hostile file can't fill the memory with them."""

    def __init__(self, most: int) -> None:
        self.left = most


def _within_patience(value: Any, check: ValidatorFunctionWrapHandler, info: ValidationInfo) -> Any:
    """A checked beat; unchecked once patience has run out, because the whole is refused by then."""
    patience: Patience | None = info.context
    if patience is None or patience.left > 0:
        try:
            return check(value)
        except ValidationError as refusal:
            if patience is not None:
                patience.left -= refusal.error_count()
            raise
    return value


PatientBeat: TypeAlias = Annotated[Beat, WrapValidator(_within_patience)]


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

    questions: Annotated[tuple[Text, ...], Field(max_length=MAX_LIST)] = ()


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Walk:
    """The author's own test: these choices lead to this ending with a balance in this range."""

    choices: Names
    temperament: str | None = None
    ends: str | None = None
    balance: tuple[Share, Share] | None = None


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Scenario:
    """One scenario file of format 1."""

    format: Format
    title: Text
    summary: Text
    level: Level
    start: str
    you: You
    cast: Annotated[dict[Id, CastMember], Field(min_length=1)]
    briefing: Briefing
    beats: Annotated[dict[Id, PatientBeat], Field(min_length=1, max_length=MAX_BEATS)]
    endings: Annotated[dict[Id, Ending], Field(min_length=1, max_length=MAX_BEATS)]
    minutes: Annotated[StrictInt, Field(ge=1, le=240)] | None = None
    status: Literal["ready", "draft"] = "ready"
    skills: Names = ()
    trust: Trust = 50
    mirrors: str | None = None
    facts: Annotated[dict[Id, Fact], Field(max_length=MAX_FACTS)] = field(default_factory=dict)
    flags: Annotated[dict[Id, Flag], Field(max_length=MAX_FLAGS)] = field(default_factory=dict)
    gauges: Annotated[dict[Id, Gauge], Field(max_length=MAX_GAUGES)] = field(default_factory=dict)
    temperaments: Annotated[dict[Id, Temperament], Field(max_length=MAX_TEMPERAMENTS)] = field(
        default_factory=dict
    )
    debrief: Debrief = field(default_factory=Debrief)
    walks: dict[Id, Walk] = field(default_factory=dict)

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
    scenarios: Annotated[tuple[str, ...], Field(min_length=1, max_length=MAX_LIST)]


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class CheckSettings:
    """Codes of warnings that a pack accepts."""

    ignore: Names = ()


@shape(frozen=True, slots=True, kw_only=True, config=STRICT)
class Manifest:
    """One `pack.toml` of format 1."""

    format: Format
    title: Text
    version: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    summary: Text
    authors: Annotated[tuple[Text, ...], Field(max_length=MAX_LIST)]
    license: Text
    language: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = "en"
    homepage: Text | None = None
    terms: dict[Id, Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\n\r]*$")]] = field(
        default_factory=dict
    )
    principles: dict[Id, Principle] = field(default_factory=dict)
    check: CheckSettings = field(default_factory=CheckSettings)
    skills: dict[Id, Text] = field(default_factory=dict)
    arcs: dict[Id, Arc] = field(default_factory=dict)
