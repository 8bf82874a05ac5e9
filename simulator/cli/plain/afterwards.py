"""The debrief in plain mode: first your own view, then the page, then whatever one asks for."""

from __future__ import annotations

from pathlib import Path

from simulator.cli.plain.console import Console
from simulator.cli.stage import Stage
from simulator.engine.session import Session
from simulator.report import phrases, text
from simulator.report.debrief import debrief
from simulator.report.keep import keep
from simulator.report.told import Debrief
from simulator.words import _, mark

PUSH = (mark("too little"), mark("about right"), mark("too much"))
SAID_PUSH = (mark("pushed too little"), mark("pushed about right"), mark("pushed too much"))
RESPECT = (mark("hardly"), mark("mostly"), mark("throughout"))
SAID_RESPECT = (mark("hardly respectful"), mark("mostly respectful"), mark("respectful throughout"))
HELP = mark("""\
A number opens that decision. Then:
  t  the conversation again with their thoughts    d  the questions to think about
  w 3  plays on from decision 3, as practice       p  plays it again
  r  the first page again                          x  writes everything to a file
  q  leaves""")


class Afterwards:
    """The debrief of one play; `run` returns from which decision to play on, if the player asks for it."""

    def __init__(self, stage: Stage, session: Session, console: Console) -> None:
        self._stage = stage
        self._console = console
        self._told: Debrief = debrief(stage.edition, session)

    def rate_yourself(self) -> None:
        """Ask for the player's own view before any figure is shown; Enter skips."""
        if not self._told.decisions:
            return
        self._console.tell("\n" + _("Before you see how it went (Enter skips):"))
        pushed = self._pick(_("How hard did you push?"), PUSH)
        respected = self._pick(_("How respectful were you?"), RESPECT)
        said = [_(SAID_PUSH[pushed]) if pushed is not None else ""]
        said.append(_(SAID_RESPECT[respected]) if respected is not None else "")
        if any(said):
            answers = ", ".join(filter(None, said))
            self._console.tell(_("You said: {answers}.").format(answers=answers))

    def page(self) -> None:
        """The first page, and how random play fares here."""
        self._console.tell("\n" + _("DEBRIEF") + "\n" + text.summary(self._told, self._console.width))
        yardstick = phrases.yardstick(self._stage.luck())
        self._console.tell("\n" + text.paragraph(f"{yardstick} {text.honesty()}", self._console.width))

    def run(self) -> int | None:
        """Answer what is asked until the player leaves (None) or plays on from a decision (1 is anew)."""
        while True:
            answer = self._console.ask("\n" + _("A number, t, w, p, x, ? help, q leave:")).lower()
            if answer == "q":
                return None
            if answer == "p":
                return 1
            if (begin := self._what_if(answer)) is not None:
                return begin
            if answer:
                self._show(answer)

    def _show(self, answer: str) -> None:
        width = self._console.width
        decisions = self._told.decisions
        if answer.isdecimal() and 1 <= int(answer) <= len(decisions):
            self._console.tell(text.explanation(decisions[int(answer) - 1], width))
        elif answer == "t":
            self._console.tell(text.thoughts(self._told, self._stage.names, width))
        elif answer == "d":
            self._console.tell(text.questions(self._told, width) or _("This scenario asks no questions."))
        elif answer == "r":
            self.page()
        elif answer == "x":
            self._keep()
        else:
            self._console.tell(_(HELP))

    def _keep(self) -> None:
        path = keep(text.whole(self._told, self._stage.names), self._stage.edition.id, Path.cwd())
        self._console.tell(_("Written to {path}").format(path=path))

    def _what_if(self, answer: str) -> int | None:
        number = answer[1:].strip()
        if answer[:1] == "w" and number.isdecimal() and 1 <= int(number) <= len(self._told.decisions):
            return int(number)
        return None

    def _pick(self, question: str, options: tuple[str, ...]) -> int | None:
        """The place of the answer among the options, or None."""
        listed = "  ".join(f"{number} {_(option)}" for number, option in enumerate(options, 1))
        answer = self._console.ask(f"{question} {listed}")
        number = int(answer) if answer.isdecimal() else 0
        return number - 1 if 1 <= number <= len(options) else None
