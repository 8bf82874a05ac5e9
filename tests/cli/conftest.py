"""A small pack of one scene, sound and short, that tests of the command line play."""

from __future__ import annotations

from pathlib import Path

import pytest

PACK = """\
format = 1
title = "Small talks"
version = "2.1.0"
summary = "One scene."
authors = ["A. Tester"]
license = "CC-BY-4.0"
[terms]
company = "Northline"
[skills]
listening = "Listening"
[principles.ask_first]
rule = "If a no comes without a reason, then ask what was hoped for."
source = "A good book"
"""

SCENE = """\
format = 1
title = "The small no"
summary = "A no without a reason."
level = "intro"
minutes = 2
start = "opening"
skills = ["listening"]
[you]
name = "Sam"
role = "Recruiter at {company}"
[cast.dana]
name = "Dana Whitlock"
role = "Client"
wants = "To be asked."
[briefing]
situation = "A room."
history = "Two years."
goal = "An hour for Amir."
stakes = "His trust."
[facts.winter]
text = "Last winter was hard."
[facts.team]
text = "Amir asked about the team."
known = true
[temperaments.even]
label = "As she comes"
[temperaments.guarded]
label = "Guarded today"
trust = 30
loss = 150
[beats.opening]
moment = "explore"
because = "need"
script = "Dana (flat): No to Amir [/b]."
thinks = "Nobody asks."
[beats.opening.choices.ask]
say = "What did you hope to see?"
assertiveness = 1
partnership = 3
reply = "Dana (thoughtful): Somebody who stays."
reveals = ["winter"]
thinks = "At last."
why = "An open question keeps the door open."
principle = "ask_first"
to = "second"
[beats.opening.choices.argue]
say = "You are wrong about him."
assertiveness = 4
partnership = 1
why = "It contests her before hearing her."
to = "second"
[beats.second]
moment = "push-back"
because = "evidence"
script = "Dana: And now?"
[beats.second.choices.evidence]
say = "After that winter, give him one hour."
assertiveness = 3
partnership = 4
uses = ["winter"]
why = "Her own words carry the point."
to = "third"
[beats.second.choices.deadline]
say = "He has another offer by noon."
assertiveness = 3
partnership = 2
harm = "pressure"
act = "invented deadline"
why = "The deadline is not true."
to = "third"
[beats.second.choices.fold]
say = "All right, I will look further."
assertiveness = 0
partnership = 3
why = "The reason for the no stays unknown."
to = "third"
[beats.third]
moment = "let-go"
because = "autonomy"
script = "Dana: I decide tomorrow."
[beats.third.choices.leave]
say = "It is yours to decide."
assertiveness = 0
partnership = 3
why = "It leaves her the choice."
to = "fourth"
[beats.third.choices.press]
say = "I would rather hear it today."
assertiveness = 3
partnership = 3
why = "A wish of yours, at her cost."
to = "fourth"
[beats.fourth]
moment = "stand-firm"
because = "duty"
script = "Dana: Leave out his age, would you?"
[beats.fourth.choices.refuse]
say = "No. I can't, and I'd rather tell you why."
assertiveness = 4
partnership = 3
why = "A limit, with respect."
to = "hour"
[beats.fourth.choices.comply]
say = "If it helps."
assertiveness = 0
partnership = 3
why = "It is not yours to give."
to = "nothing"
[endings.hour]
title = "The hour"
kind = "agreement"
script = "Dana (warm): One hour, then."
later = "He stayed."
[endings.nothing]
title = "Nothing"
kind = "brittle-yes"
script = "[She nods.]"
later = "It did not hold."
[debrief]
questions = ["What did you notice first?"]
"""


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """The path of the scene's file, in a pack of its own."""
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK, encoding="utf-8")
    path = folder / "small-no.toml"
    path.write_text(SCENE, encoding="utf-8")
    return path
