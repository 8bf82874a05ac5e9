from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

import pytest

from simulator.tui.clipboard import LONGEST, by_tool, escape, tools
from simulator.tui.screens.debrief import DebriefScreen
from tests.tui.conftest import BEST, MakeApp, MakePlay, frame
from tests.tui.steps import act

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script as tool")


@pytest.mark.parametrize(
    ("environment", "platform", "names"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({}, "darwin", ["pbcopy"]),
        ({"SSH_TTY": "/dev/pts/1"}, "darwin", []),
        ({"WSL_DISTRO_NAME": "x"}, "linux", ["clip.exe"]),
        ({"TMUX": "s,1,0"}, "linux", ["tmux"]),
        ({}, "linux", []),
    ],
)
def test_tools_are_those_that_reach_the_clipboard_of_who_sits_here(
    environment: dict[str, str], platform: str, names: list[str]
) -> None:
    assert [tool.name for tool in tools(environment, platform)] == names


def asked_for(sequence: str) -> str:
    found = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\a", sequence)
    assert found is not None
    return base64.b64decode(found[1]).decode()


def test_a_terminal_is_asked_in_base64_and_so_obeys_nothing_in_the_text() -> None:
    assert asked_for(str(escape("Zoë\x1b[2J", {}))) == "Zoë\x1b[2J"


def test_tmux_and_screen_are_asked_to_hand_it_on() -> None:
    in_tmux = str(escape("x" * 900, {"TMUX": "1"}))
    assert in_tmux.startswith("\x1bPtmux;\x1b\x1b]52;")
    assert in_tmux.endswith("\x1b\\")
    in_screen = str(escape("x" * 900, {"STY": "1"}))
    assert asked_for(in_screen.replace("\x1b\\\x1bP", "")) == "x" * 900
    assert all(len(part) <= 710 for part in in_screen.split("\x1b\\"))


def test_what_is_too_long_for_terminals_is_not_sent() -> None:
    assert escape("x" * LONGEST, {}) is None


def tool(folder: Path, name: str, script: str) -> dict[str, str]:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return {"PATH": f"{folder}:/usr/bin:/bin", "DISPLAY": ":0"}


@needs_posix
def test_a_tool_that_works_gets_the_text_and_is_named(tmp_path: Path) -> None:
    environment = tool(tmp_path, "xclip", f"cat > {tmp_path}/taken")
    assert by_tool("Zoë", environment) == "xclip"
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "Zoë"


@needs_posix
def test_a_tool_that_fails_is_not_believed_and_the_next_is_tried(tmp_path: Path) -> None:
    environment = tool(tmp_path, "xclip", "exit 1")
    assert by_tool("x", environment) is None
    tool(tmp_path, "xsel", "cat > /dev/null")
    assert by_tool("x", environment) == "xsel"


@pytest.fixture
def no_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "DISPLAY", "TMUX", "STY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")


@pytest.mark.usefixtures("no_tools")
async def test_what_is_marked_is_copied_to_a_file_too_and_nothing_is_promised(
    make_app: MakeApp, make_play: MakePlay, home: Path
) -> None:
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        app.push_screen(DebriefScreen(make_play(*BEST)))
        await act(pilot, ("s", "down", "y", "wait"))
        await pilot.pause()
        assert "Sent to the" in frame(app)
    copied = (home / "state" / "sparring" / "clipboard.txt").read_text(encoding="utf-8")
    assert "②" in copied
    assert "①" not in copied


@needs_posix
@pytest.mark.usefixtures("no_tools")
async def test_a_copy_that_a_tool_confirms_is_told_so(
    make_app: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in tool(tmp_path, "xclip", f"cat > {tmp_path}/taken").items():
        monkeypatch.setenv(name, value)
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await act(pilot, ("question_mark", "y", "wait"))
        await pilot.pause()
        assert "Copied, by xclip." in frame(app)
    assert "Keys everywhere" in (tmp_path / "taken").read_text(encoding="utf-8")


async def test_where_nothing_was_written_there_is_no_path_to_copy(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(notifications=True) as pilot:
        await act(pilot, ("Y",))
        await pilot.pause()
        assert "nothing to copy" in frame(app)
