"""What to say of a script that can't be read as it is.

Each function words one mistake, at the characters [start, end), and how it is mended.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from simulator.scenario.diagnostic import Severity
from simulator.scenario.problem import Problem
from simulator.scenario.speakers import MOODS, tidy
from simulator.scenario.suggest import did_you_mean

FORMS = '"Name: words", "Name (mood): words", "You: words" or "[what one can see]"'

_AT_THE_MARGIN = "begin it at the margin"
_WORDS_IN_A_NAME = 4
_MOST_LISTED = 6
_NAME_AND_MOOD = re.compile(r"([^(\[{:]{1,60})[(\[{]\s*(\w{1,20})\s*[)\]}]?")


def empty_script(length: int) -> Problem:
    """Nothing but blanks."""
    message = f"this script has no line; a line is {FORMS}"
    return Problem("empty-script", message, 0, length)


def indented_first_line(start: int, end: int) -> Problem:
    """An indented line above all others."""
    message = "the first line is indented, so that it continues a line that isn't there"
    return Problem("indented-first-line", message, start, end, _AT_THE_MARGIN)


def indented_line(start: int, end: int) -> Problem:
    """A warning: a line with a form of its own that continues another by mistake."""
    message = "this line is indented, so that it is shown as part of the line above"
    return Problem("indented-line", message, start, end, _AT_THE_MARGIN, Severity.WARNING)


def no_words(start: int, end: int) -> Problem:
    """A name, a colon, and nothing behind it."""
    message = "nothing is said after the colon; the words stand behind it or indented below"
    return Problem("no-words", message, start, end)


def too_long(length: int, allowed: int, start: int, end: int) -> Problem:
    """A line with more characters than allowed."""
    message = f"this line has {length} characters; {allowed} are allowed"
    return Problem("line-too-long", message, start, end, "make two lines of it")


def unclosed_bracket(start: int, end: int) -> Problem:
    """What one can see, begun and never ended."""
    message = 'what one can see begins with "[" and ends with "]"; this is never closed'
    return Problem("unclosed-bracket", message, start, end, 'add "]"')


def after_bracket(start: int, end: int) -> Problem:
    """Words behind what one can see."""
    message = 'something follows the "]" that ends what one can see'
    return Problem("after-bracket", message, start, end, "put it on a line of its own")


def nothing_to_see(start: int, end: int) -> Problem:
    """Brackets around nothing."""
    message = "nothing stands between the brackets; they hold what one can see"
    return Problem("nothing-to-see", message, start, end, "leave it out")


def mood_after_colon(name: str, mood: str, start: int, end: int) -> Problem:
    """A warning: a mood that would be shown as words."""
    message = "a mood after the colon is shown as spoken words; it stands before the colon"
    return Problem("mood-after-colon", message, start, end, f'write "{name} ({mood}):"', Severity.WARNING)


def seen_among_words(start: int, end: int) -> Problem:
    """A warning: what one can see that would be shown as spoken."""
    message = "what stands in [ ] among spoken words is shown as spoken"
    return Problem("cue-among-words", message, start, end, "put it on a line of its own", Severity.WARNING)


def no_such_mood(mood: str, start: int, end: int, seek: bool) -> Problem:
    """Parentheses with no mood, or one that isn't known; `seek` asks for a suggestion."""
    if not mood:
        return Problem("empty-mood", "the parentheses hold no mood", start, end, "leave them out")
    message = f'there is no mood "{_short(mood)}"; the moods are {", ".join(MOODS)}'
    return Problem("unknown-mood", message, start, end, _nearest_mood(mood) if seek else None)


def _nearest_mood(mood: str) -> str | None:
    """One of several moods, or the one that is near."""
    named = [word for word in re.findall(r"\w+", mood) if word in MOODS]
    return f"write ({named[0]})" if named else did_you_mean(mood, MOODS)


def shared_name(name: str, start: int, end: int, members: tuple[str, ...]) -> Problem:
    """A name that stands for no one because several members have it."""
    message = f'"{name}" could be any of {len(members)} in the cast; call them by full name or id'
    return Problem("shared-name", message, start, end, f"write {' or '.join(members[:_MOST_LISTED])}")


def unknown_speaker(head: str, start: int, names: Mapping[str, str]) -> Problem | None:
    """The problem of a name that is near a known one, or short enough to be a name at all; else None."""
    name = head.partition("(")[0].rstrip() or head
    end = start + len(name)
    respelt = _respelt(head, names)
    if respelt is not None:
        message = "a mood stands in parentheses between the name and the colon"
        return Problem("not-a-line", message, start, start + len(head), respelt)
    hint = did_you_mean(name, names)
    if not head or (hint is None and len(name.split()) > _WORDS_IN_A_NAME):
        return None
    message = (
        f'no one called "{_short(name)}" is here; a name is a first name, a full name or an id of the cast'
    )
    return Problem("unknown-speaker", message, start, end, hint or _listed(names))


def not_a_line(source: str, start: int, names: Mapping[str, str]) -> Problem:
    """The problem of a line at the margin that has none of the forms."""
    message = f"this is no line of a script; a line is {FORMS}, and what continues the line above is indented"
    return Problem("not-a-line", message, start, start + len(source), _reform(source, names))


def _reform(source: str, names: Mapping[str, str]) -> str | None:
    """The form that was probably meant."""
    if source[0] == ":":
        return 'write a name before ":"'
    if "：" in source:
        return 'write ":" after the name'
    if source[0] in "({*" and source[-1] in ")}*":
        return "write [ and ] around what one can see"
    respelt = _respelt(source, names)
    words = source.split(maxsplit=2)
    for name in (" ".join(words[:2]), words[0]):
        if respelt is None and names.get(tidy(name)):
            respelt = f'write "{name}:"'
    return respelt


def _respelt(source: str, names: Mapping[str, str]) -> str | None:
    """`Dana [flat]` and `Dana (flat` as they are written."""
    found = _NAME_AND_MOOD.match(source)
    if found is None or tidy(found[1]) not in names:
        return None
    return f'write "{found[1].strip()} ({found[2]}):"'


def _listed(names: Mapping[str, str]) -> str | None:
    """One name for each who may speak."""
    one_each: dict[str, str] = {}
    for name, member in names.items():
        one_each.setdefault(member, name)
    shown = ", ".join(islice(one_each.values(), _MOST_LISTED)) + (
        ", …" if len(one_each) > _MOST_LISTED else ""
    )
    return f"known here: {shown}" if one_each else None


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:60] + "…"
