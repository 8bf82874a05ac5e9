"""The process beside the app that examines packs, so that no check ever holds up the screen.

It is run as `python -m simulator.tui.examiner` and imports no Textual. A request is a
line on stdin, a path in JSON. Answers are lines of JSON on stdout: while at work
{"file", "states"}, at last the findings, or {"refused"} where there is nothing to
examine. An interrupt ends the work at hand early, with what was found so far.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from simulator.analysis.checks.examine import Limits
from simulator.analysis.checks.explain import explanations
from simulator.analysis.checks.findings import Findings
from simulator.analysis.checks.selection import Selection
from simulator.analysis.checks.survey import Survey
from simulator.errors import SparringError
from simulator.packs.find import files_under

POLITE = 10
"""How much the process gives way to others, the screen above all."""


def main() -> None:
    """Answer requests until there are no more, or nobody reads the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(POLITE)
    with suppress(BrokenPipeError):
        serve(sys.stdin.buffer, sys.stdout.buffer)


def serve(requests: Iterable[bytes], answers: IO[bytes]) -> None:
    """Answer each request; what stays the same between two of them is examined once."""
    surveys: dict[str, Survey] = {}

    def say(answer: Any) -> None:
        answers.write(json.dumps(answer).encode() + b"\n")
        answers.flush()

    def tell(file: Path, states: int) -> None:
        say({"file": str(file), "states": states})

    for request in requests:
        path = json.loads(request)
        if path not in surveys:
            surveys[path] = Survey((Path(path),), files_under, Limits(), Selection(), tell)
        say(_answer(surveys[path]))


def _answer(survey: Survey) -> dict[str, Any]:
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        found = survey.run()
    except SparringError as error:
        return {"refused": "\n".join(filter(None, (error.message, error.hint)))}
    except KeyboardInterrupt:
        found = Findings((), interrupted=True)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    codes = {diagnostic.code for diagnostic in found.diagnostics}
    return {**asdict(found), "explained": {code: explanations().get(code, "") for code in codes}}


if __name__ == "__main__":
    main()
