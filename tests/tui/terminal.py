"""A real terminal for the program to run in: keys go in, bytes and a picture come out."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # control sequences: colours, the cursor, modes
    rb"|[()][0-9A-Za-z]|[=>78cDEHMZ]"  # character sets, keypads, saving the cursor
    rb"|\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|P(?P<dcs>[^\x1b]*)\x1b\\)"
)
"""Everything a program may send that is not text."""

QUIET = 0.1
"""Seconds without output after which a screen counts as drawn."""

AFTER_ESCAPE = 0.15
"""The same after Esc alone: with a key right behind it, it would be that key with Alt."""


class Terminal:
    """The program in a pty of a given size, watched by a terminal emulator."""

    def __init__(
        self,
        home: Path,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        arguments: Sequence[str] = ("-m", "simulator"),
    ) -> None:
        width, height = size
        self.raw = b""
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("TEXTUAL", "PYTEST")) and name not in {"COLUMNS", "LINES"}
        }
        self._process = pexpect.spawn(
            sys.executable,
            list(arguments),
            dimensions=(height, width),
            env={**kept, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})},
        )

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def colours(self) -> set[str]:
        """The colours on the screen beside the terminal's own."""
        cells = (cell for row in self._screen.buffer.values() for cell in row.values())
        return {colour for cell in cells for colour in (cell.fg, cell.bg)} - {"default"}

    def press(self, *keys: str) -> None:
        """Send keys one by one, each once the last one has been drawn."""
        for key in keys:
            self._process.send(key)
            self._read(AFTER_ESCAPE if key == ESCAPE else QUIET)

    def type(self, words: str) -> None:
        """Send words in one go."""
        self.press(words)

    def until(self, seen: str | Callable[[str], bool], seconds: float = 60) -> str:
        """Wait for a text on the screen (or for a test of it to hold) and return the screen."""
        end = time.monotonic() + seconds
        holds = (lambda text: seen in text) if isinstance(seen, str) else seen
        while not holds(self.text):
            assert time.monotonic() < end, f"{seen!r} never came up:\n{self.text}"
            self._read(0.05)
        self._read(QUIET)
        return self.text

    def resize(self, width: int, height: int) -> None:
        """Change the size of the window."""
        self._screen.resize(height, width)
        self._process.setwinsize(height, width)
        self._read(QUIET)

    def hang_up(self) -> None:
        """Close the terminal under the program."""
        self._process.close(force=False)

    @property
    def is_running(self) -> bool:
        """Whether the program has not ended."""
        return self._process.isalive()

    @property
    def state(self) -> str:
        """The state of the process as Linux tells it: S sleeps, T is stopped, gone is empty."""
        try:
            stat = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii")
        except OSError:
            return ""
        return stat.rpartition(")")[2].split()[0]

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._process.kill(number)

    def leave(self, seconds: float = 60) -> int:
        """Wait for the program to end by itself and return its exit status."""
        end = time.monotonic() + seconds
        while self._process.isalive():
            assert time.monotonic() < end, f"it did not end:\n{self.text}"
            self._read(0.1)
        self._read(0.1)
        self._process.close()
        return int(self._process.exitstatus if self._process.exitstatus is not None else -1)

    def close(self) -> None:
        """End the program whatever it does."""
        self._process.close(force=True)

    def _read(self, quiet: float) -> None:
        """Take in output until there has been none for `quiet` seconds."""
        while True:
            try:
                data = self._process.read_nonblocking(65536, timeout=quiet)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return
            self.raw += data
            self._stream.feed(data)


ENTER, ESCAPE, UP, DOWN, END = "\r", "\x1b", "\x1b[A", "\x1b[B", "\x1b[F"
