"""The app's side of the process that examines packs: asks, listens, stops."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from simulator.analysis.checks.findings import Coverage, Findings
from simulator.scenario.diagnostic import Diagnostic, Severity, Span

LONGEST_ANSWER = 1 << 26
"""Bytes of one answer; a thousand findings with their paths are far below."""

Telling: TypeAlias = Callable[[str, int], None]
"""Told the file at work, and how many of its states were found."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What came of an examination: findings and what their codes mean, or why there was none."""

    findings: Findings
    explained: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""


class Examination:
    """Examines one path, again and again; the process for it starts with the first time."""

    def __init__(self, path: Path, tell: Telling) -> None:
        self.path = path
        self.tell = tell
        self._process: Process | None = None

    async def run(self) -> Examined:
        """Examine everything that changed since the last time; only one run at a time."""
        process = self._process = self._process or await _started()
        if process.stdin is None or process.stdout is None:
            return Examined(Findings((), interrupted=True))
        with suppress(ConnectionError):
            process.stdin.write(json.dumps(str(self.path)).encode() + b"\n")
            await process.stdin.drain()
        while line := await process.stdout.readline():
            answer = json.loads(line)
            if "file" not in answer:
                return _examined(answer)
            self.tell(answer["file"], answer["states"])
        await self.close()
        return Examined(Findings((), interrupted=True))

    def stop(self) -> None:
        """End the run at work early: with what it found so far, where the platform has interrupts."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                self._process.send_signal(signal.SIGINT)

    async def close(self) -> None:
        """End the process; another run would start a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
        await process.wait()


async def _started() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "simulator.tui.examiner",
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        limit=LONGEST_ANSWER,
    )


def _examined(answer: Mapping[str, Any]) -> Examined:
    if "refused" in answer:
        return Examined(Findings(()), refused=answer["refused"])
    diagnostics = tuple(map(_diagnostic, answer["diagnostics"]))
    coverage = tuple(Coverage(**covered) for covered in answer["coverage"])
    return Examined(Findings(diagnostics, coverage, answer["interrupted"]), answer["explained"])


def _diagnostic(told: Mapping[str, Any]) -> Diagnostic:
    path = told["path"]
    exact = {
        "span": Span(**told["span"]),
        "severity": Severity(told["severity"]),
        "path": None if path is None else tuple(path),
    }
    return Diagnostic(**{**told, **exact})
