"""A small sound scenario, and ways to spoil it."""

from __future__ import annotations

from pathlib import Path

from simulator.scenario.diagnostic import Diagnostic
from simulator.scenario.reader import Reading, read_scenario

SOUND = '''\
format  = 1
title   = "The profile"
summary = "A client turns down your candidate."
level   = "core"
start   = "verdict"
skills  = ["evidence"]

[you]
name = "Sam"
role = "Consultant"

[cast.dana]
name  = "Dana Whitlock"
role  = "Director"
wants = "Not to repeat the last hire."

[briefing]
situation = "Late on a Tuesday."
history   = "Your first search for her."
goal      = "A fair hearing."
stakes    = "Her next search."

[facts.last_hire]
text = "The last hire left after six weeks."

[flags.offered_call]

[gauges.patience]
start = 3
max   = 5

[temperaments.even]
label = "As she comes"

[beats.verdict]
moment  = "explore"
because = "need"
script  = """
Dana (flat): It's a no from me.
[She has closed the folder.]
"""
reveals = ["last_hire"]

[beats.verdict.choices.ask]
say           = "What did you hope to see?"
assertiveness = 1
partnership   = 3
reply         = "Dana (thoughtful): Signs he'd stick around."
uses          = ["last_hire"]
when          = "patience > 1 and not offered_call"
sets          = ["offered_call"]
adds          = { patience = -1 }
why           = "It keeps the door open."
to            = "lull"

[beats.verdict.choices.more_cvs]
say           = "You'll have three more tomorrow."
assertiveness = 0
partnership   = 3
why           = "Quick and obliging."
to            = [ { when = "trust >= 60", to = "interview" }, { to = "brittle" } ]

[beats.lull]
script = "[It rains.]"
to     = "interview"

[endings.interview]
title  = "An hour"
kind   = "agreement"
script = "Dana: One hour."
later  = "He stayed."

[endings.brittle]
title  = "A yes"
kind   = "brittle-yes"
script = "Dana: Fine."
later  = "The next three failed, too."

[walks.partner]
choices     = ["ask"]
temperament = "even"
ends        = "interview"
balance     = [0, 100]
'''

MANIFEST = """\
format   = 1
title    = "Clients"
version  = "1.0.0"
summary  = "Difficult ones at {company}."
authors  = ["A"]
license  = "CC-BY-4.0"

[terms]
company = "Northline"

[principles.ask_first]
rule = "Ask first, says {company}."

[skills]
evidence = "Evidence"
"""


def spoilt(*changes: tuple[str, str]) -> str:
    """The sound scenario with some of its text replaced; what is replaced must stand there once."""
    text = SOUND
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text


def reading_of(text: str | bytes, folder: Path, name: str = "profile.toml") -> Reading:
    """What comes of reading a text as a file."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_scenario(path)


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each."""
    return [(one.code, one.span.line, one.span.column) for one in diagnostics]


def place(text: str, part: str) -> tuple[int, int]:
    """Line and column of a part that stands once in a text."""
    assert text.count(part) == 1, part
    before = text[: text.index(part)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")
