"""The debrief in plain mode: first your own view, then the page, then whatever one asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from simulator.cli.plain.console import Console
from simulator.cli.plain.recording import Recording
from simulator.cli.stage import Stage
from simulator.engine.session import Session
from simulator.report import phrases, text
from simulator.report.debrief import debrief
from simulator.report.keep import keep
from simulator.report.told import Debrief
from simulator.store.log import Committed, Noted, Rated
from simulator.words import _, mark

PUSH = (mark("too little"), mark("about right"), mark("too much"))
RESPECT = (mark("hardly"), mark("mostly"), mark("throughout"))
HELP = mark("""\
A number opens that decision. Then:
  t  the conversation again with their thoughts    d  the questions to think about
  a 2  answers question 2 in writing               c  what you will say this week, and to whom
  w 3  plays on from decision 3, as practice       p  plays it again
  r  the first page again                          x  writes everything to a file
  q  leaves""")


class Next(NamedTuple):
    """What to play next: anew, or on from where the first `kept` choices were said."""

    kept: int
    is_anew: bool


class Afterwards:
    """The debrief of one play; `run` returns what to play next, if the player asks for it."""

    def __init__(self, stage: Stage, session: Session, console: Console, recording: Recording) -> None:
        self._stage = stage
        self._console = console
        self._recording = recording
        self._told: Debrief = debrief(stage.edition, session)

    def rate_yourself(self) -> None:
        """Ask for the player's own view before any figure is shown, once; Enter skips."""
        if not self._told.decisions or self._recording.remarks.rated:
            return
        self._console.tell("\n" + _("Before you see how it went (Enter skips):"))
        pushed = self._pick(_("How hard did you push?"), PUSH)
        respected = self._pick(_("How respectful were you?"), RESPECT)
        if pushed is None and respected is None:
            return
        rated = Rated(
            None if pushed is None else PUSH[pushed], None if respected is None else RESPECT[respected]
        )
        self._recording.remark(rated)
        answers = ", ".join(phrases.own_view(rated.push, rated.respect))
        self._console.tell(_("You said: {answers}.").format(answers=answers))

    def page(self) -> None:
        """The first page, and how random play fares here."""
        self._console.tell("\n" + _("DEBRIEF") + "\n" + text.summary(self._told, self._console.width))
        yardstick = phrases.yardstick(self._stage.luck())
        self._console.tell("\n" + text.paragraph(f"{yardstick} {text.honesty()}", self._console.width))

    def run(self) -> Next | None:
        """Answer what is asked until the player leaves (None) or plays on."""
        while True:
            answer = self._console.ask(
                "\n" + _("A number explains, t thoughts, d questions, x to a file, ? all of it, q leave:")
            ).lower()
            if answer == "q":
                return None
            if answer == "p":
                return Next(0, is_anew=True)
            if number := _number(answer, "w", len(self._told.decisions)):
                return Next(number - 1, is_anew=False)
            if answer:
                self._show(answer)

    def _show(self, answer: str) -> None:
        if number := _number(answer, "", len(self._told.decisions)):
            self._explain(number)
        elif number := _number(answer, "a", len(self._told.questions)):
            self._answer(number)
        else:
            pages: dict[str, Callable[[], None]] = {
                "t": self._thoughts,
                "d": self._questions,
                "c": self._commit,
                "r": self.page,
                "x": self._keep,
            }
            pages.get(answer, self._help)()

    def _help(self) -> None:
        self._console.tell(_(HELP))

    def _thoughts(self) -> None:
        self._console.tell(text.thoughts(self._told, self._stage.names, self._console.width))

    def _explain(self, number: int) -> None:
        self._console.tell(text.explanation(self._told.decisions[number - 1], self._console.width))
        if words := self._recording.remarks.said_first(number):
            told = _('Before the answers appeared you wrote: "{words}"').format(words=words)
            self._console.tell(text.paragraph(told, self._console.width))

    def _questions(self) -> None:
        """The questions by number, each with what was answered."""
        notes, width = self._recording.remarks.notes, self._console.width
        for number, question in enumerate(self._told.questions, 1):
            self._console.tell(text.paragraph(f"{number}. {question}", width))
            if notes.get(number):
                self._console.tell(text.paragraph(notes[number], width, "   "))
        if self._told.questions:
            self._console.tell(_('"a 1" answers the first of them in writing.'))
        else:
            self._console.tell(_("This scenario asks no questions."))

    def _answer(self, number: int) -> None:
        self._console.tell(text.paragraph(self._told.questions[number - 1], self._console.width))
        words = self._console.words(_("Your answer, on one line (Enter leaves it as it is):"))
        if words:
            self._confirm(self._recording.remark(Noted(number, words)))

    def _commit(self) -> None:
        words = self._console.words(_("What will you say this week? (Enter skips)"))
        to = self._console.words(_("To whom?")) if words else ""
        if words:
            self._confirm(self._recording.remark(Committed(words, to)))

    def _confirm(self, is_kept: bool) -> None:
        guest = _("Noted for now; it is not kept.")
        self._console.tell(_("Kept.") if is_kept else guest)

    def _keep(self) -> None:
        path = keep(text.whole(self._told, self._stage.names), self._stage.edition.id, Path.cwd())
        self._console.tell(_("Written to {path}").format(path=path))

    def _pick(self, question: str, options: tuple[str, ...]) -> int | None:
        """The place of the answer among the options, or None."""
        listed = "  ".join(f"{number} {_(option)}" for number, option in enumerate(options, 1))
        answer = self._console.ask(f"{question} {listed}")
        number = int(answer) if answer.isdecimal() else 0
        return number - 1 if 1 <= number <= len(options) else None


def _number(answer: str, letter: str, most: int) -> int:
    """The number after a letter, 1 to `most`; 0 where the answer is something else."""
    number = answer.removeprefix(letter).strip() if answer.startswith(letter) else ""
    return int(number) if number.isdecimal() and 1 <= int(number) <= most else 0
