"""What every test shares: homes of its own, so that no test reads or writes the user's files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import settings

from simulator import words

settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile("smoke", deadline=None, max_examples=10)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A job in the background ignores Ctrl-C and hands that on; the programs under test must heed it.
    signal.signal(signal.SIGINT, signal.default_int_handler)

XDG = ("CONFIG", "DATA", "STATE", "CACHE")
_numbers = count()

Sparring: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder; every folder that the program uses lies within it."""
    folder = tmp_path_factory.getbasetemp() / f"home-{next(_numbers)}"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    for kind in XDG:
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    for name in ("NO_COLOR", "SPARRING_DEBUG", "SPARRING_CONFIG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    return folder


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English, whatever the one before it spoke."""
    words.use(None)
    yield
    words.use(None)


@pytest.fixture
def config(home: Path) -> Path:
    """Where the config file of the test's home is looked for."""
    path = home / "config" / "sparring" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture
def sparring() -> Sparring:
    """Runs the command in a process of its own, without a terminal and with nothing to read."""

    def run(*arguments: str, **how: Any) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "simulator", *arguments]
        given = {"stdin": subprocess.DEVNULL, "capture_output": True, "text": True, "timeout": 60, **how}
        return subprocess.run(command, check=False, **given)

    return run
