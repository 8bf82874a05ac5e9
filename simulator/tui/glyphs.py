"""The signs screens are drawn with: a rich set, and a basic one of ASCII alone.

Many rich signs are one column wide in Western terminals and two in East Asian
ones, where the basic set keeps columns straight. Nothing outside this module
and `report.compass` chooses a sign.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from simulator.report import compass
from simulator.tui.launch import GlyphChoice
from simulator.words.spelling import in_ascii, shows_ascii_alone, typed

Spelling: TypeAlias = Callable[[str], str]
"""From words as they were written to words as they are shown."""

BLOCKS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class MapInk:
    """The signs of a map.

    `thin` and `thick` are the lines of ways not taken and taken, `beat` and `ending` the edges
    of boxes, each as the signs for the sides they join: see `sign`.
    """

    met: str
    found: str
    unmet: str
    times: str
    head: str
    thin: str
    thick: str
    beat: str
    ending: str

    def sign(self, lines: str, sides: int) -> str:
        """One of `lines` by the sides it joins: left 1, right 2, up 4, down 8, added up."""
        return lines[sides]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs; `faces` has the thirteen moods, `levels` rises from lowest to highest."""

    name: str
    mark: str
    mark_bar: str
    fact: str
    turn: str
    rule: str
    gutter: str
    full: str
    empty: str
    more: str
    dot: str
    dash: str
    arrow: str
    back: str
    arrows: str
    down: str
    ellipsis: str
    ink: compass.Ink
    map: MapInk
    levels: str
    faces: Mapping[str, str]
    border: str

    def face(self, mood: str | None) -> str:
        """The face of a mood, three columns wide; an unnamed mood is neutral."""
        return self.faces.get(mood or "neutral", self.faces["neutral"])

    def numeral(self, number: int) -> str:
        return self.ink.numeral(number)

    def meter(self, value: float, width: int) -> tuple[str, str]:
        """A bar for 0..100 as its filled and its empty part, `width` columns together."""
        filled = round(max(0.0, min(100.0, value)) / 100 * width)
        return self.full * filled, self.empty * (width - filled)

    def line(self, values: Sequence[float]) -> str:
        """Values of 0..100 as one sign each."""
        last = len(self.levels) - 1
        return "".join(self.levels[round(max(0.0, min(100.0, value)) / 100 * last)] for value in values)


RICH = Glyphs(
    name="rich",
    mark="›",
    mark_bar="▌",
    fact="◆",
    turn="◆",
    rule="─",
    gutter="│",
    full="━",
    empty="╌",
    more="▾",
    dot="·",
    dash="–",
    arrow="→",
    back="←",
    arrows="↑↓",
    down="↓",
    ellipsis="…",
    ink=compass.RICH,
    map=MapInk(
        "●",
        "★",
        "?",
        "×",
        "▸",
        " ───│╯╰┴│╮╭┬│┤├┼",
        " ━━━┃┛┗┻┃┓┏┳┃┫┣╋",
        " ───│╯╰┴│╮╭┬│┤├┼",
        " ═══║╝╚╩║╗╔╦║╣╠╬",
    ),
    levels=BLOCKS,
    faces={
        "neutral": "•_•",
        "warm": "^‿^",
        "amused": "^‿~",
        "thoughtful": "•_°",
        "surprised": "°o°",
        "relieved": "-‿-",
        "guarded": "¬_¬",
        "flat": "-_-",
        "worried": "•~•",
        "annoyed": ">_>",
        "hurt": ";_;",
        "angry": ">_<",
        "cold": "=_=",
    },
    border="round",
)

BASIC = Glyphs(
    name="basic",
    mark=">",
    mark_bar="|",
    fact="+",
    turn="*",
    rule="-",
    gutter="|",
    full="#",
    empty=".",
    more="v",
    dot="-",
    dash="-",
    arrow="->",
    back="<-",
    arrows="up/down",
    down="v",
    ellipsis="...",
    ink=compass.BASIC,
    map=MapInk(
        "*",
        "#",
        "?",
        "x",
        ">",
        " ---|+++|+++|+++",
        " ===############",
        " ---|+++|+++|+++",
        " ===|+++|+++|+++",
    ),
    levels="_.-:=+*#",
    faces={
        "neutral": "o_o",
        "warm": "^_^",
        "amused": "^_~",
        "thoughtful": "u_u",
        "surprised": "OoO",
        "relieved": "-v-",
        "guarded": "<_<",
        "flat": "-_-",
        "worried": "o~o",
        "annoyed": ">_>",
        "hurt": ";_;",
        "angry": ">_<",
        "cold": "=_=",
    },
    border="ascii",
)

EAST_ASIAN = ("zh", "ja", "ko")


def choose(wanted: GlyphChoice, environment: Mapping[str, str], encoding: str | None) -> Glyphs:
    """The set asked for, or the basic one where the terminal can't be trusted with the rich one."""
    if wanted != "auto":
        return RICH if wanted == "rich" else BASIC
    if shows_ascii_alone(environment, encoding):
        return BASIC
    unicode = (encoding or "").lower().replace("-", "").replace("_", "") in {"utf8", "utf16", "utf32"}
    console = environment.get("TERM", "") in {"linux", "vt100", "vt220"}
    locale = environment.get("LC_ALL") or environment.get("LC_CTYPE") or environment.get("LANG") or ""
    return RICH if unicode and not console and not locale.startswith(EAST_ASIAN) else BASIC


def spelling(glyphs: Glyphs, environment: Mapping[str, str], encoding: str | None) -> Spelling | None:
    """How words must be spelled beside a set of signs; None for as they are."""
    if glyphs is not BASIC:
        return None
    return in_ascii if shows_ascii_alone(environment, encoding) else typed
