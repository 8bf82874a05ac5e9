"""The conversation in plain mode, from the briefing to its last word."""

from __future__ import annotations

from enum import Enum
from time import time

from simulator.cli.plain.console import Console
from simulator.cli.plain.recording import NotKept, Recording
from simulator.cli.stage import Stage
from simulator.engine.events import Event
from simulator.engine.program import Offer
from simulator.engine.session import Session
from simulator.engine.shuffle import shown
from simulator.report import phrases
from simulator.report.debrief import debrief, facts_in, lines_of
from simulator.report.text import explanation, lines_text, paragraph
from simulator.scenario.screenplay import YOU, Line
from simulator.store.log import Typed
from simulator.store.record import Purpose
from simulator.words import _, mark

HELP = mark("""\
Type the number of what you want to say, then Enter.
  ?  this help          n  your notebook      b  the briefing again
  u  take back the last words (this play is practice from then on)
  q  leave; what was played so far is told""")

COMMANDS = {"?", "n", "b", "u", "q"}
"""Answers that mean the same at every prompt."""

RUBRIC = mark("""\
One thing is scored: did you push when pushing was due, give way when that was
due, and stay respectful throughout? Sometimes taking the order is right, and the
right to push is earned: each answer moves the other person's trust.""")

STRANDED = mark("This scenario has no way on from here. That is a fault of the scenario, not yours.")


def so_far(stage: Stage, session: Session, width: int) -> str:
    """The conversation as far as it went."""
    scenes = stage.edition.scenario.beats
    parts: list[str] = []
    for before, turn in zip((None, *session.turns), session.turns, strict=False):
        if before is not None and turn.choice is not None:
            said = Line(YOU, None, scenes[before.state.at].choices[turn.choice].say)
            parts.append("\n" + lines_text([said], stage.names, width))
        parts.append(lines_text(lines_of(stage.edition, turn.events), stage.names, width))
    return "\n".join(part for part in parts if part)


class Left(Enum):
    """How a conversation was left."""

    AT_THE_END = "end"
    BY_CHOICE = "choice"


class Conversation:
    """One play as prompts and answers; `session` is where it stands."""

    def __init__(self, stage: Stage, session: Session, console: Console, recording: Recording) -> None:
        self.session = session
        self._stage = stage
        self._console = console
        self._recording = recording
        self._may_take_back = False
        self._tier: str | None = None

    def brief(self) -> None:
        """Tell what the player needs to know before the first line."""
        scenario, width = self._stage.edition.scenario, self._console.width
        briefing = scenario.briefing
        person = scenario.cast[scenario.counterpart]
        told = [
            scenario.title,
            _("You are {name}, {role}.").format(name=scenario.you.name, role=scenario.you.role),
            _("You talk with {name}, {role}.").format(name=person.name, role=person.role),
            *(part for part in (briefing.situation, briefing.history)),
            _("Your goal: {goal}").format(goal=briefing.goal),
            _("At stake: {stakes}").format(stakes=briefing.stakes),
        ]
        nature = self._stage.temperament
        if nature and len(scenario.temperaments) > 1:
            told.append(_("Today: {temperament}.").format(temperament=scenario.temperaments[nature].label))
        self._console.tell("\n\n".join(paragraph(part, width) for part in told))
        self._notebook()
        self._console.tell(f"\n{_(RUBRIC)}\n")

    def begin(self) -> None:
        """Wait for Enter, keep the play from then on, and tell the opening."""
        self._console.ask(_("Enter begins."))
        self._recording.begin(self._stage, self.session, Purpose.PLAY)
        self.tell(self.session.turns[0].events)

    def come_back(self) -> None:
        """Tell the conversation so far, to go on from there."""
        self._console.tell(so_far(self._stage, self.session, self._console.width))
        self._tell_trust()

    def run(self) -> Left:
        """Ask and answer until the play ends or the player leaves it."""
        try:
            while self.session.offers:
                offers = shown(self.session.offers, self.session.setting.seed)
                if self._answer(self._ask(offers), offers):
                    return Left.BY_CHOICE
        except NotKept:
            self.session = self._recording.as_kept(self.session)
            return Left.BY_CHOICE
        if self.session.is_stranded:
            self._console.tell(_(STRANDED))
        return Left.AT_THE_END

    def _answer(self, answer: str, offers: tuple[Offer, ...]) -> bool:
        """Do what was answered; true where the player leaves."""
        if answer == "u":
            self._take_back()
        elif answer == "n":
            self._notebook()
        elif answer == "b":
            self.brief()
        elif answer.isdecimal() and 1 <= int(answer) <= len(offers):
            self.say(offers[int(answer) - 1].id)
        elif answer and answer != "q":
            self._console.tell(_(HELP))
        return answer == "q"

    def say(self, choice: str) -> None:
        """Say a choice and tell what came of it."""
        beat = self.session.state.at
        events = self.session.say(choice, time())
        self._recording.keep(self.session)
        said = self._stage.edition.scenario.beats[beat].choices[choice].say
        self._console.tell("\n" + lines_text([Line(YOU, None, said)], self._stage.names, self._console.width))
        self.tell(events)
        if self._stage.coach:
            self._explain()

    def tell(self, events: tuple[Event, ...]) -> None:
        """Tell what was said and seen, what was learned, and what trust affords now."""
        edition, width = self._stage.edition, self._console.width
        self._console.tell(lines_text(lines_of(edition, events), self._stage.names, width))
        for fact in facts_in(events):
            self._console.tell(
                paragraph(_("[noted: {fact}]").format(fact=edition.scenario.facts[fact].text), width)
            )
        self._tell_trust()

    def _explain(self) -> None:
        told = debrief(self._stage.edition, self.session)
        self._console.tell("\n" + explanation(told.decisions[-1], self._console.width))

    def _tell_trust(self) -> None:
        trust = self.session.state.trust
        tier = phrases.tier_of(self._stage.counterpart, trust)
        if self.session.ending is None and (tier != self._tier or self._stage.coach):
            number = " " + _("(trust {n})").format(n=trust) if self._stage.coach else ""
            self._console.tell(f"[{tier}{number}]")
        self._tier = tier

    def _ask(self, offers: tuple[Offer, ...]) -> str:
        """The player's answer; their own words come first, once a decision, where they wanted that."""
        number = len(self.session.choices) + 1
        if self._stage.says_first and number not in self._recording.remarks.typed:
            words = self._console.words("\n" + _("What would you say? (Enter skips)"))
            if words.lower() in COMMANDS:
                return words.lower()
            self._recording.remark(Typed(number, words))
        width = self._console.width
        self._console.tell()
        for number, offer in enumerate(offers, 1):
            words = paragraph(offer.choice.say, width - 4, "    ").lstrip()
            self._console.tell(f"{number:2}  {words}")
        return self._console.ask(
            _("1-{last}, ? help, u take back, q leave:").format(last=len(offers))
        ).lower()

    def _take_back(self) -> None:
        if not self.session.choices:
            self._console.tell(_("Nothing has been said yet."))
            return
        if not self._may_take_back:
            yes = {"y", "yes", *_("y yes").split()}
            question = _("From then on this play is practice, no first run any more. Take it back? y/n:")
            self._may_take_back = self._console.ask(question).lower() in yes
        if self._may_take_back:
            self.session.take_back(time())
            self._recording.keep(self.session)
            self._console.tell("\n" + _("[taken back; where you were:]"))
            self.tell(self.session.turns[-1].events)

    def _notebook(self) -> None:
        scenario, session = self._stage.edition.scenario, self.session
        known = [fact.text for fact in scenario.facts.values() if fact.known]
        notes = known + [scenario.facts[fact].text for fact in session.learned]
        text = "\n".join(paragraph(f"- {note}", self._console.width) for note in notes)
        self._console.tell("\n" + (f"{_('Notebook:')}\n{text}" if text else _("Your notebook is empty.")))
