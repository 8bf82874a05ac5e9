"""SARIF for code hosts, workflow commands for pull requests, and watching."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import Any
from urllib.parse import unquote

import pytest
import tomli_w

from simulator.analysis.checks.findings import Findings
from simulator.cli.main import run
from simulator.report.findings import as_github
from simulator.report.sarif import as_sarif
from simulator.scenario.diagnostic import Diagnostic, Severity, Span

ODD = Diagnostic(
    "never-open",
    "50 % of it: a, b\nand more",
    "my files/a,b:c.toml",
    Span(3, 5, 3, 9),
    Severity.WARNING,
    hint="leave it out",
    path=("ask", "leave"),
    temperament="even",
)
OVER_LINES = Diagnostic("stuck", "Stuck", "/our packs/a.toml", Span(3, 5, 4, 2))
FOUND = Findings((ODD, OVER_LINES))


def test_workflow_commands_are_escaped() -> None:
    first, second, counted = as_github(FOUND).splitlines()
    assert first == (
        "::warning file=my files/a%2Cb%3Ac.toml,line=3,endLine=3,col=5,endColumn=9,title=never-open::"
        "50 %25 of it: a, b%0Aand more%0Aleave it out%0A"
        "sparring play 'my files/a,b:c.toml' --temperament even --choices ask,leave"
    )
    assert second == "::error file=/our packs/a.toml,line=3,endLine=4,title=stuck::Stuck"
    assert counted == "1 error, 1 warning"


def test_sarif_has_the_shape_of_its_schema() -> None:
    """The properties that SARIF 2.1.0 requires, and the values that it restricts."""
    log = json.loads(json.dumps(as_sarif(FOUND)))
    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    (one,) = log["runs"]
    assert one["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    assert one["invocations"] == [{"executionSuccessful": True}]
    driver = one["tool"]["driver"]
    assert driver["name"] == "Sparring"
    assert [rule["id"] for rule in driver["rules"]] == ["never-open", "stuck"]
    assert all(
        rule["shortDescription"]["text"] and rule["fullDescription"]["text"] for rule in driver["rules"]
    )
    for result in one["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        assert all(isinstance(place, int) and place >= 1 for place in region.values())
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}


def test_sarif_names_files_as_uris_and_keeps_the_path() -> None:
    first, second = as_sarif(FOUND)["runs"][0]["results"]

    def uri(result: dict[str, Any]) -> str:
        return result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]

    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri(first))
    assert unquote(uri(first)) == "my files/a,b:c.toml"
    assert uri(second) == "file:///our%20packs/a.toml"
    assert first["properties"] == {"path": ["ask", "leave"], "temperament": "even"}


def test_what_was_interrupted_was_no_success() -> None:
    log = as_sarif(Findings((), interrupted=True))
    assert log["runs"][0]["invocations"] == [{"executionSuccessful": False}]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_every_format_tells_the_same_findings(scene: Path, form: str, capsys) -> None:
    assert run(["check", str(scene), "--select", "few-", "--format", form]) == 0
    told = capsys.readouterr().out
    assert (
        told.count('a way to ending \\"hour\\" has' if form in {"json", "sarif"} else 'ending "hour" has')
        == 2
    )


class Watcher:
    """`check --watch` in a process of its own, read line by line."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "simulator", "check", "--watch", *arguments]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        )
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip())

    def until(self, text: str) -> str:
        """The next line that holds a text; fails after half a minute without one."""
        while True:
            try:
                line = self.lines.get(timeout=30)
            except Empty:
                raise AssertionError(f"no line with {text!r}") from None
            if text in line:
                return line


@pytest.fixture
def watcher(scene: Path) -> Iterator[Watcher]:
    started = Watcher(str(scene), "--select", "unknown-target")
    yield started
    started.process.kill()
    started.process.communicate()


def hub() -> dict[str, Any]:
    """A scenario whose states nobody could count: eight gauges of a hundred values, moved at one beat."""
    said = {"assertiveness": 1, "partnership": 3, "why": "W.", "to": "hub"}
    choices = {
        f"c{number}": {
            **said, "say": f"Line {number}.", "when": f"g{number} > 0", "adds": {f"g{number}": -1, "total": 1}
        }
        for number in range(7)
    }  # fmt: skip
    choices["out"] = {**said, "say": "Out.", "to": "over"}
    return {
        "format": 1,
        "title": "T",
        "summary": "S",
        "level": "core",
        "start": "hub",
        "you": {"name": "Sam", "role": "R"},
        "cast": {"dana": {"name": "Dana", "role": "R", "wants": "W"}},
        "briefing": {"situation": "S", "history": "H", "goal": "G", "stakes": "S"},
        "gauges": {**{f"g{number}": {"start": 90} for number in range(7)}, "total": {"max": 999}},
        "beats": {"hub": {"script": "Dana: So.", "moment": "explore", "because": "need", "choices": choices}},
        "endings": {"over": {"title": "T", "kind": "agreement", "script": "[Over.]", "later": "L"}},
    }


def test_a_bomb_of_states_stays_within_its_time_and_says_so(tmp_path: Path, sparring: Any) -> None:
    path = tmp_path / "hub.toml"
    path.write_text(tomli_w.dumps(hub()), encoding="utf-8")
    started = monotonic()
    told = json.loads(sparring("check", str(path), "--max-seconds", "1", "--format", "json").stdout)
    assert monotonic() - started < 20
    (covered,) = told["coverage"]
    assert not covered["exhaustive"]
    assert "not-exhaustive" in {one["code"] for one in told["findings"]}


@pytest.mark.skipif(sys.platform == "win32", reason="sends Ctrl-C as a signal")
def test_ctrl_c_gives_what_was_found_so_far(tmp_path: Path) -> None:
    path = tmp_path / "hub.toml"
    path.write_text(tomli_w.dumps(hub()), encoding="utf-8")
    (tmp_path / "a-typo.toml").write_text("title = \n")
    command = [
        sys.executable,
        "-m",
        "simulator",
        "check",
        str(tmp_path),
        "--max-seconds",
        "60",
        "--format",
        "json",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(timeout=4)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=30)
    told = json.loads(out)
    assert process.returncode == 130
    assert told["errors"] == 1
    assert [one["exhaustive"] for one in told["coverage"]] == [False]


@pytest.mark.skipif(sys.platform == "win32", reason="sends Ctrl-C as a signal")
def test_a_watch_checks_again_on_save_and_ctrl_c_ends_it_cleanly(scene: Path, watcher: Watcher) -> None:
    assert watcher.until("warnings") == "0 errors, 0 warnings"
    sound = scene.read_text(encoding="utf-8")
    scene.write_text(sound.replace('to = "hour"', 'to = "hours"'), encoding="utf-8")
    assert "unknown-target" in watcher.until("error[")
    assert watcher.until("warnings") == "1 error, 0 warnings"
    scene.write_text(sound, encoding="utf-8")
    assert watcher.until("warnings") == "0 errors, 0 warnings"
    watcher.process.send_signal(signal.SIGINT)
    assert watcher.process.wait(timeout=30) == 0
