"""A conversation as the screen tells it: who says what, what one can see, what was learned, how it ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rich.cells import cell_len

from simulator.engine.events import (
    BeatReached,
    ChoiceMade,
    EndingReached,
    Event,
    FactLearned,
    Replied,
    Stranded,
)
from simulator.engine.session import Turn
from simulator.scenario.edition import Edition
from simulator.scenario.model import Scenario
from simulator.scenario.screenplay import YOU
from simulator.tui.glyphs import Glyphs
from simulator.tui.ink import Paragraph
from simulator.words import _, mark

Kind: TypeAlias = Literal["said", "seen", "fact", "thought", "own", "ending", "stranded"]

WIDEST_LABEL = 12
STRANDED = mark(
    "The scenario leads nowhere from here: this is a mistake in it, not yours. The debrief follows."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a conversation; `speaker` is a cast member's id or "you", where somebody speaks."""

    kind: Kind
    words: str
    speaker: str | None = None
    mood: str | None = None


def entries(edition: Edition, turn: Turn, *, thoughts: bool = False) -> list[Entry]:
    """What one turn adds to the conversation; what was learned stands after the words that gave it away.

    With `thoughts` the counterpart's thoughts stand after the words they belong to.
    """
    told: list[Entry] = []
    learned: list[Entry] = []
    for event in turn.events:
        if isinstance(event, FactLearned):
            learned.append(Entry("fact", edition.scenario.facts[event.fact].text))
            continue
        told += _entries_of(edition, event)
        if thoughts:
            told += _thoughts(edition.scenario, event, turn)
        if not isinstance(event, ChoiceMade):
            told += learned
            learned = []
    return told + learned


def _entries_of(edition: Edition, event: Event) -> Iterator[Entry]:
    scenario = edition.scenario
    match event:
        case ChoiceMade(beat, choice):
            yield Entry("said", scenario.beats[beat].choices[choice].say, YOU)
        case Replied(beat, choice, reply):
            yield from _script(edition, scenario.beats[beat].choices[choice].reply[reply].script)
        case BeatReached(beat, variant):
            row = scenario.beats[beat]
            yield from _script(edition, row.script if variant is None else row.variants[variant].script)
        case EndingReached(ending):
            yield from _script(edition, scenario.endings[ending].script)
            yield Entry("ending", scenario.endings[ending].title)
        case Stranded():
            yield Entry("stranded", _(STRANDED))


def _script(edition: Edition, script: str) -> Iterator[Entry]:
    for line in edition.lines(script):
        yield Entry("seen" if line.speaker is None else "said", line.words, line.speaker, line.mood)


def _thoughts(scenario: Scenario, event: Event, turn: Turn) -> Iterator[Entry]:
    """The counterpart's thought at a beat, or about a choice once it was answered."""
    thought = None
    if isinstance(event, BeatReached):
        thought = scenario.beats[event.beat].thinks
    elif isinstance(event, ChoiceMade | Replied) and event is _last_of_choice(turn):
        thought = scenario.beats[event.beat].choices[event.choice].thinks
    if thought:
        yield Entry("thought", thought, scenario.counterpart)


def _last_of_choice(turn: Turn) -> Event | None:
    """What closes a turn's own exchange: the reply, or the choice that got none."""
    own = [event for event in turn.events if isinstance(event, ChoiceMade | Replied)]
    return own[-1] if own else None


def labels(scenario: Scenario) -> Mapping[str, str]:
    """What stands before each speaker's words: the first name, or the full name where two share it."""
    full = {member: person.name for member, person in scenario.cast.items()}
    first = {member: (name.split() or [name])[0] for member, name in full.items()}
    taken = list(first.values())
    own = {member: first[member] if taken.count(first[member]) == 1 else full[member] for member in full}
    return {member: name.upper() for member, name in own.items()} | {YOU: _("YOU")}


class Teller:
    """Turns entries into paragraphs and remembers who spoke last, so that a name is said once a turn."""

    def __init__(self, scenario: Scenario, glyphs: Glyphs) -> None:
        self._labels = labels(scenario)
        self._counterpart = scenario.counterpart
        self._glyphs = glyphs
        widest = min(WIDEST_LABEL, max(map(cell_len, self._labels.values())))
        self._gutter = max(widest + 2, cell_len(_("thinks")) + 1)
        self._has_others = len(scenario.cast) > 1
        self._last: Entry | None = None

    @property
    def gutter(self) -> int:
        """Columns before the words."""
        return self._gutter

    def tell(self, told: Iterable[Entry]) -> list[Paragraph]:
        """The paragraphs of the next entries."""
        return [self._paragraph(entry) for entry in told]

    def aside(self, paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
        """Paragraphs that stand between the turns; the next words begin anew below them."""
        self._last = Entry("fact", "")
        return list(paragraphs)

    def _paragraph(self, entry: Entry) -> Paragraph:
        before, self._last = self._last, entry
        match entry.kind:
            case "said":
                return self._said(entry, before)
            case "fact":
                noted = ((f"{self._glyphs.fact} {_('noted:')} ", "fact"), (entry.words, "quiet"))
                return Paragraph(noted, gutter=self._gutter)
            case "thought" | "own":
                return self._thought(entry)
            case "ending":
                return Paragraph(((entry.words, "title"),), gutter=self._gutter, before=1)
            case "stranded":
                return Paragraph(((entry.words, "warn"),), gutter=self._gutter, before=1)
            case "seen":
                blank = int(before is None or before.speaker == YOU or before.kind == "fact")
                return Paragraph(((entry.words, "cue"),), gutter=self._gutter, before=blank if before else 0)

    def _thought(self, entry: Entry) -> Paragraph:
        """A thought; it names whose it is where there are others whose it could be."""
        if entry.kind == "own":
            own = ((f"{_('You would have said:')} ", "quiet"), (entry.words, "said"))
            return Paragraph(own, gutter=self._gutter)
        thought = (entry.words, "thought")
        if not self._has_others:
            return Paragraph((thought,), (_("thinks"), "quiet"), self._gutter)
        label = self._labels.get(entry.speaker or "", "")
        return Paragraph(((f"{_('thinks')}: ", "quiet"), thought), (label, "them"), self._gutter)

    def _said(self, entry: Entry, before: Entry | None) -> Paragraph:
        role = "you" if entry.speaker == YOU else "them" if entry.speaker == self._counterpart else "other"
        same = before is not None and before.speaker == entry.speaker and before.kind == "said"
        label = "" if same else self._labels.get(entry.speaker or "", "")
        blank = before is not None and not same and before.kind != "seen"
        said = "said" if entry.speaker == YOU else ""
        return Paragraph(((entry.words, said),), (label, role), self._gutter, before=int(blank))


def mood_of(scenario: Scenario, told: Sequence[Entry]) -> str | None:
    """The counterpart's mood as last shown; an unmarked line says nothing about it."""
    moods = (entry.mood for entry in reversed(told) if entry.speaker == scenario.counterpart and entry.mood)
    return next(moods, None)
