"""Playing the small scene by prompts, in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.cli.main import run

BEST = ("What did you hope", "After that winter", "It is yours", "No. I can't")


class Prompts:
    """Runs commands with answers to type; what was printed comes back."""

    def __init__(
        self, scene: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.scene = scene
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: str, typed: tuple[str, ...] = (), status: int = 0) -> str:
        """Run a command line; the answers come one a line, then the input is closed."""
        self._monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{answer}\n" for answer in typed)))
        returned = run(list(arguments))
        shown = self._capsys.readouterr()
        assert returned == status, shown
        return shown.out if status == 0 else shown.err

    def play(self, *typed: str, options: tuple[str, ...] = ()) -> str:
        """Play the scene in plain mode; Enter is typed for the player."""
        return self("play", str(self.scene), "--plain", "--seed", "1", *options, typed=("", *typed))

    def best(self, *typed: str, options: tuple[str, ...] = ()) -> str:
        """Play the scene to its best ending, then type on."""
        said = tuple(self.numbers())
        return self.play(*said, *typed, options=options)

    def numbers(self, *, words: tuple[str, ...] = BEST) -> list[str]:
        """The numbers beside these words, with nothing kept."""
        said: list[str] = []
        for one in words:
            said.append(number_of(self.play(*said, options=("--guest",)), one))
        return said


def number_of(shown: str, words: str) -> str:
    """The number beside a choice in the last list of choices that has it."""
    return next(
        line.split()[0] for line in reversed(shown.splitlines()) if words in line and line[1:2].isdigit()
    )


class Typed:
    """A player who does something else before some of the answers."""

    def __init__(self, *answers: str | tuple[Callable[[], object], str]) -> None:
        self._answers = list(answers)

    def readline(self) -> str:
        answer = self._answers.pop(0) if self._answers else None
        if isinstance(answer, tuple):
            answer[0]()
            answer = answer[1]
        return "" if answer is None else f"{answer}\n"

    def isatty(self) -> bool:
        return False
