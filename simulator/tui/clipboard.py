"""Copying that tells the truth: by a tool that says whether it worked, or by the terminal, which can't say.

OSC 52 asks the terminal to take a text into its clipboard (xterm's control sequences);
many do, many don't, and none answers. tmux and screen hand it on only inside a wrapper.
"""

from __future__ import annotations

import base64
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from shutil import which

LONGEST = 74_000
"""Base64 characters that terminals take in one go; beyond, some drop everything."""

CHUNK = 700
"""Bytes that GNU screen hands on in one wrapper."""

PATIENCE = 3
"""Seconds that a tool may take."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes a text on its standard input into the clipboard."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        return self.command[0]


def tools(environment: Mapping[str, str], platform: str = sys.platform) -> tuple[Tool, ...]:
    """The tools that would reach the clipboard of who sits here, best first; they need not be installed."""
    found: list[Tool] = []
    away = "SSH_CONNECTION" in environment or "SSH_TTY" in environment
    if environment.get("WAYLAND_DISPLAY"):
        found.append(Tool(("wl-copy",)))
    if environment.get("DISPLAY"):
        found += [Tool(("xclip", "-selection", "clipboard")), Tool(("xsel", "--clipboard", "--input"))]
    if platform == "darwin" and not away:
        found.append(Tool(("pbcopy",)))
    if (platform == "win32" or "WSL_DISTRO_NAME" in environment) and not away:
        found.append(Tool(("clip.exe",), "utf-16-le"))
    if environment.get("TMUX"):
        found.append(Tool(("tmux", "load-buffer", "-w", "-")))
    return tuple(found)


def by_tool(text: str, environment: Mapping[str, str]) -> str | None:
    """Give a text to the first tool that takes it, and name the tool; None where none does."""
    for tool in tools(environment):
        path = which(tool.name, path=environment.get("PATH"))
        if path is not None and _takes([path, *tool.command[1:]], text.encode(tool.encoding)):
            return tool.name
    return None


def escape(text: str, environment: Mapping[str, str]) -> str | None:
    """The sequence that asks the terminal to take a text; None where it is too long for that."""
    words = base64.b64encode(text.encode()).decode()
    if len(words) > LONGEST:
        return None
    asked = f"\x1b]52;c;{words}\a"
    if environment.get("TMUX"):
        inner = asked.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{inner}\x1b\\"
    if environment.get("STY"):
        return "".join(f"\x1bP{asked[at : at + CHUNK]}\x1b\\" for at in range(0, len(asked), CHUNK))
    return asked


def _takes(command: list[str], data: bytes) -> bool:
    try:
        ran = subprocess.run(  # noqa: S603 - a known tool, and the text goes to its standard input
            command,
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ran.returncode == 0
